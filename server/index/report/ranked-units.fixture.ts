/**
 * An index document made of units' totals: one domain and one counted source, so that statistics can be checked by hand.
 * Ranks, classes and changes are made as buildIndex makes them, of the published points given here.
 */
import type { TieRule } from '../../campaigns/definition.ts'
import { digestOf } from '../../scoring/digest.ts'
import { classOf } from '../compute/class-of.ts'
import { rankUnits } from '../compute/rank-units.ts'
import type { IndexBlockView, IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import { differenceOf } from './compute-figures.ts'

/** `past`: last year's published points; `survey` of 20. Name "Đơn vị <code>" where none is given. */
export type GivenUnit = { code: string; name?: string; points: number | null; survey?: number; past?: number }
export type GivenBlock = {
  code?: string
  name?: string
  units: GivenUnit[]
  /** Units of last year that none of this year's continues. */
  gone?: number[]
  moves?: { rose: number; kept: number; fell: number }
  hasPast?: boolean
}
type Changes = { ties?: TieRule; status?: IndexDocument['status'] }

export const CLASSES = [
  { code: 'A', name: 'Tốt', from: 90 },
  { code: 'B', name: 'Khá', from: 70 },
  { code: 'C', name: 'Trung bình', from: 50 },
  { code: 'D', name: 'Yếu', from: 0 },
]
const BOUNDS = CLASSES.map(({ code, from }) => ({ code, from: String(from) }))

export function indexOf(blocks: GivenBlock[], { ties = 'same-rank', status = 'final' }: Changes = {}): IndexDocument {
  const views = blocks.map((block, at) => blockView(block, `k${at + 1}`, ties))
  const counts = views.flatMap(({ units }) => units)
  const document = {
    ...{ campaign: 'thu-2025', title: 'Đợt thử', year: 2025, status },
    waiting: status === 'final' ? [] : ['survey-running' as const],
    ...{ revision: 1, scoresDigest: 'diem', organizer: 'Sở Nội vụ' },
    rules: { total: 100, appraisedMax: 80, surveyMax: 20, ties, classes: CLASSES, minimumCell: 5 },
    sets: {
      ...{ self: null, appraised: { round: 2, version: 1, on: '2025-12-28', digest: 'tham-dinh' }, imported: [] },
      past: views.some(({ past }) => past) ? { year: 2024, version: 1, digest: 'nam-truoc' } : null,
    },
    survey: {
      issued: counts.length * 10,
      returned: counts.length * 8,
      valid: counts.length * 8,
      ...{ opensOn: '2025-11-01', closedOn: '2025-12-01' },
    },
    blocks: views,
  }
  return { ...document, digest: digestOf(document) }
}

function blockView(given: GivenBlock, code: string, ties: TieRule): IndexBlockView {
  const own = given.code ?? code
  const pastRows = [
    ...given.units.flatMap(({ code: unit, past }) => (past === undefined ? [] : [{ code: unit, points: past }])),
    ...(given.gone ?? []).map((points, at) => ({ code: `cu${at}`, points })),
  ]
  const pastRanks = rankUnits(pastRows.map(standing), ties)
  const pastUnits = pastRows.map(({ code: unit, points }, at) => ({
    ...{ code: unit, name: `Đơn vị ${unit}`, points, rank: pastRanks[at]!, class: classOf(BOUNDS, points) },
  }))
  const whole = given.units.filter(({ points }) => points !== null)
  const ranks = rankUnits(whole.map(standing), ties)
  const max = { domain: '1', parent: null, leaf: true, origin: 'appraised' as const, from: null, max: 80 }
  return {
    ...{ code: own, name: given.name ?? `Khối ${own}` },
    domains: [{ code: '1', name: 'Lĩnh vực một', max: 100, criteria: 2, componentCriteria: 0 }],
    sources: [{ code: 'ks', name: 'Khảo sát', origin: 'survey', max: 20 }],
    groups: [{ code: 'cc', name: 'Công chức' }],
    criteria: [
      { ...max, code: '1.1', name: 'Tiêu chí thẩm định' },
      { ...max, code: '1.2', name: 'Tiêu chí khảo sát', origin: 'survey', from: 'XH1', max: 20 },
    ],
    units: given.units.map((unit) => {
      const at = whole.indexOf(unit)
      const past = pastUnits.find(({ code: before }) => before === unit.code)
      return unitView(unit, at < 0 ? null : ranks[at]!, ranks, past, pastUnits.length > 0)
    }),
    past: (given.hasPast ?? pastUnits.length > 0) ? { units: pastUnits, moves: given.moves ?? null } : null,
  }
}

const standing = ({ points, survey = 0 }: { points: number | null; survey?: number }) => ({
  points: Math.round(points! * 100),
  survey: Math.round(survey * 100),
})

function unitView(
  { code, name = `Đơn vị ${code}`, points, survey = 0 }: GivenUnit,
  rank: number | null,
  ranks: number[],
  past: NonNullable<IndexBlockView['past']>['units'][number] | undefined,
  hasPast: boolean,
): IndexUnitView {
  const appraised = points === null ? null : differenceOf(points, survey)
  const own = points === null ? null : classOf(BOUNDS, points)
  const change = past && rank !== null && points !== null
  return {
    ...{ code, name, points, exact: points === null ? null : String(points), complete: points !== null, rank },
    ...{ tied: ranks.filter((other) => other === rank).length > 1, class: own },
    parts: { appraised, self: null, survey, sources: [{ code: 'ks', points: survey }] },
    participation: { invited: 10, answered: 8, counted: 8 },
    domains: [{ code: '1', points, exact: points === null ? null : String(points) }],
    criteria: [
      { code: '1.1', points: appraised, exact: appraised === null ? null : String(appraised) },
      { code: '1.2', points: survey, exact: String(survey) },
    ],
    missing: points === null ? ['1.1'] : [],
    change: change ? { points: differenceOf(points, past.points), rank: past.rank! - rank, past } : null,
    incomparable: past ? null : hasPast ? 'new-unit' : 'no-past-year',
    ranges: {
      ...{ survey: null, interval: null, total: { low: points ?? 0, high: points ?? 100 } },
      rank: { best: rank ?? 1, worst: rank ?? ranks.length },
      class: { best: own ?? 'A', worst: own ?? 'D' },
    },
  }
}
