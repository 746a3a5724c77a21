/**
 * The points that this survey counts by itself: the sources of origin `survey`, without those that others import.
 * In hundredths, because the API gives at most two decimals and floats do not add up. Pure.
 */
import type { CriterionScore, UnitScore } from '../../shared/api-types.ts'

const hundredths = (points: number): number => Math.round(points * 100)

type Points = { points: number | null; max: number }

/** Sum of points and of maxima; the points are null as soon as one part is unknown. */
function sumOf(parts: Points[]): Points {
  const known = parts.every((part) => part.points !== null)
  return {
    points: known && parts.length > 0 ? parts.reduce((sum, part) => sum + hundredths(part.points ?? 0), 0) / 100 : null,
    max: parts.reduce((sum, part) => sum + hundredths(part.max), 0) / 100,
  }
}

/** Everything known of the unit, imported points included; null while part of the survey's own is hidden. */
export const totalPoints = (unit: UnitScore): number | null => (unit.hidden ? null : unit.points)

export const surveyPoints = (unit: UnitScore): Points => sumOf(unit.sources.filter(({ origin }) => origin === 'survey'))

/** How many points those that `unit.points` holds are out of: without sources not known and criteria that add nothing. */
export function knownMax(unit: UnitScore): number {
  return (
    unit.sources.reduce((sum, source) => sum + (source.points === null ? 0 : hundredths(heldMax(unit, source))), 0) /
    100
  )
}

/** The maximum of one source's points, less that of its criteria that add nothing to them. */
export function heldMax(unit: UnitScore, { max, without = [] }: UnitScore['sources'][number]): number {
  const left = unit.criteria.filter(({ code }) => without.includes(code))
  return (hundredths(max) - left.reduce((sum, criterion) => sum + hundredths(criterion.max), 0)) / 100
}

/** `known`: the sum of those criteria that have points; null where none has. */
export type DomainSum = Points & { domain: string; criteria: CriterionScore[]; known: Points }

/** Criteria by domain, in the order in which the definition lists them. Sums are of the rounded points shown. */
export function domainSums(unit: UnitScore): DomainSum[] {
  const domains = [...new Set(unit.criteria.map((criterion) => criterion.domain))]
  return domains.map((domain) => {
    const criteria = unit.criteria.filter((criterion) => criterion.domain === domain)
    const known = sumOf(criteria.filter(({ points }) => points !== null))
    return { domain, criteria, known, ...sumOf(criteria) }
  })
}

/** A unit that nobody was asked about has no points to wait for, and is left out of tables and counts. */
export const isRated = (unit: UnitScore): boolean => unit.invited > 0

/** Mean of the survey points of the units that show any; null when none does. */
export function meanPoints(units: UnitScore[]): number | null {
  const shown = units.map((unit) => surveyPoints(unit).points).filter((points) => points !== null)
  if (shown.length === 0) return null
  return shown.reduce((sum, points) => sum + hundredths(points), 0) / shown.length / 100
}
