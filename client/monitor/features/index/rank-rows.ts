/** The ranking of one block: what can be sorted by, searched and copied. Pure; screen and copied table hold the same rows. */

import { foldText } from '../../../shared/fold-text.ts'
import { formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexUnit } from '../../../shared/index-types.ts'
import { t } from '../../words/t.ts'
import { incomparableWords, possibleWords } from './index-words.ts'

export type RankSort = { key: SortKey; descending: boolean }
export type SortKey = 'rank' | 'name' | 'points' | 'class' | 'change' | 'appraised' | 'survey'

const byName = new Intl.Collator('vi')

/** Number to sort by; null stands last either way. */
const VALUES: Record<Exclude<SortKey, 'name'>, (unit: IndexUnit) => number | null> = {
  rank: ({ rank }) => rank,
  points: ({ points }) => points,
  class: ({ class: code, points }) => (code === null ? null : points),
  change: ({ change }) => change?.points ?? null,
  appraised: ({ parts }) => parts.appraised,
  survey: ({ parts }) => parts.survey,
}

/** Which way a column is sorted first: places and names from the front, points from the most. */
export const startsDescending = (key: SortKey): boolean => key !== 'rank' && key !== 'name'

/** What the points of a block are called: sums of what is there so far are no totals while nobody has a rank. */
export const pointsName = (units: IndexUnit[]): string =>
  units.some(({ rank }) => rank !== null) ? t`Tổng điểm` : t`Điểm đã có`

/**
 * Units whose name or code holds `search` (accents do not matter); equal ones by points, then by name. By rank, those
 * without one keep the campaign's order: what they have so far must not read as a ranking.
 */
export function arrangeUnits(units: IndexUnit[], { key, descending }: RankSort, search: string): IndexUnit[] {
  const wanted = foldText(search)
  const fallback = (a: IndexUnit, b: IndexUnit) => (b.points ?? -1) - (a.points ?? -1) || byName.compare(a.name, b.name)
  const compare = (a: IndexUnit, b: IndexUnit) => {
    if (key === 'name') return byName.compare(a.name, b.name) * (descending ? -1 : 1)
    const [x, y] = [VALUES[key](a), VALUES[key](b)]
    if (key === 'rank' && x === null && y === null) return 0
    if (x === null || y === null) return x === y ? fallback(a, b) : x === null ? 1 : -1
    return (descending ? y - x : x - y) || fallback(a, b)
  }
  return units.filter(({ name, code }) => foldText(`${name} ${code}`).includes(wanted)).sort(compare)
}

const signed = (points: number): string => (points > 0 ? `+${formatPoints(points)}` : formatPoints(points))
const cell = (points: number | null): string => (points === null ? '' : formatPoints(points))

/** The table for a spreadsheet; blanks where nothing is known. `moving`: with what rank and class can still become. */
export function rankSpreadsheet({ domains, units }: IndexBlock, rows: IndexUnit[], moving: boolean): string[][] {
  const header = [
    t`Hạng`,
    t`Mã`,
    t`Đơn vị`,
    pointsName(units),
    t`Xếp loại`,
    t`Tăng, giảm điểm`,
    t`Tăng, giảm hạng`,
    t`Năm trước`,
    t`Thẩm định`,
    t`Tự đánh giá`,
    t`Khảo sát`,
    ...domains.map(({ code, name }) => t`Lĩnh vực ${code}. ${name}`),
    ...(moving
      ? [t`Tổng thấp nhất còn có thể`, t`Tổng cao nhất còn có thể`, t`Hạng còn có thể`, t`Loại còn có thể`]
      : []),
  ]
  return [header, ...rows.map((unit) => rankRow(unit, domains, moving))]
}

function rankRow(unit: IndexUnit, domains: IndexBlock['domains'], moving: boolean): string[] {
  const { change, incomparable, parts, ranges } = unit
  const possible = possibleWords(unit)
  return [
    unit.rank === null ? '' : String(unit.rank),
    unit.code,
    unit.name,
    cell(unit.points),
    unit.class ?? '',
    change ? signed(change.points) : '',
    change?.rank == null ? '' : change.rank > 0 ? `+${change.rank}` : String(change.rank),
    change ? change.past.name : incomparable ? t`không so sánh được: ${incomparableWords(incomparable)}` : '',
    cell(parts.appraised),
    cell(parts.self),
    cell(parts.survey),
    ...domains.map(({ code }) => cell(unit.domains.find((domain) => domain.code === code)?.points ?? null)),
    ...(moving ? [cell(ranges.total.low), cell(ranges.total.high), possible.rank, possible.class] : []),
  ]
}
