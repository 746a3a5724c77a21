/** Figures of a block, from the published points of the units that have all of theirs. In hundredths: floats do not add up. Pure. */
import type { IndexBlock, IndexRules, IndexUnit } from '../../../shared/index-types.ts'
import { sumPoints } from './index-words.ts'

const hundredths = (points: number): number => Math.round(points * 100)

/** Mean of published points, rounded half up to two decimals; null of nothing. */
export function meanOf(points: number[]): number | null {
  const count = points.length
  if (count === 0) return null
  const sum = points.reduce((total, one) => total + hundredths(one), 0)
  return Math.floor((2 * sum + count) / (2 * count)) / 100
}

export type BlockFigures = {
  ranked: number
  units: number
  mean: number | null
  highest: IndexUnit[]
  lowest: IndexUnit[]
  gap: number | null
  classes: { code: string; name: string; units: number }[]
}

/** `highest` and `lowest` hold every unit with that many points. */
export function figuresOf({ units }: IndexBlock, { classes }: IndexRules): BlockFigures {
  const ranked = units.filter((unit) => unit.rank !== null && unit.points !== null)
  const points = ranked.map((unit) => unit.points ?? 0)
  const [most, least] = [Math.max(...points), Math.min(...points)]
  return {
    ranked: ranked.length,
    units: units.length,
    mean: meanOf(points),
    highest: ranked.filter((unit) => unit.points === most),
    lowest: ranked.filter((unit) => unit.points === least),
    gap: ranked.length > 0 ? sumPoints([most, -least]) : null,
    classes: classes.map(({ code, name }) => ({
      code,
      name,
      units: ranked.filter((unit) => unit.class === code).length,
    })),
  }
}

/** Mean of a domain's published points over the units that have them. */
export const domainMean = ({ units }: IndexBlock, domain: string): number | null =>
  meanOf(units.flatMap((unit) => unit.domains.find(({ code }) => code === domain)?.points ?? []))

/** How many points from outside a block still misses: of which origin, of how many units. */
export function missingOf({ units, criteria }: IndexBlock, origin: 'appraised' | 'imported') {
  const leaves = new Set(criteria.filter((entry) => entry.leaf && entry.origin === origin).map(({ code }) => code))
  const counts = units.map((unit) => unit.missing.filter((code) => leaves.has(code)).length)
  return { units: counts.filter((count) => count > 0).length, points: counts.reduce((sum, count) => sum + count, 0) }
}
