/**
 * The figures of one block as rows: rank, answers, points of each source, total, sums by domain. Pure; the screen and
 * the copied spreadsheet show the same rows.
 */

import type { BlockScores, UnitScore } from '../../../shared/api-types.ts'
import { foldText } from '../../../shared/fold-text.ts'
import { formatMax, formatPoints } from '../../../shared/format-vi.ts'
import type { DomainName } from '../../shared/domain-names.ts'
import { hiddenWords } from '../../shared/hidden-words.ts'
import { leftOutWords } from '../../shared/left-out-words.ts'
import { domainSums, totalPoints } from '../../shared/survey-points.ts'
import { t } from '../../words/t.ts'

export type ResultColumn = {
  key: string
  name: string
  /** Longer wording for the copied table and for assistive technology. */
  long?: string
  /** Number to sort by; null stands last. */
  value: (unit: UnitScore) => number | null
  text: (unit: UnitScore) => string
}

export type ResultRow = { unit: UnitScore; rank: number | null }

export type Sort = { key: string; descending: boolean }

const byName = new Intl.Collator('vi')

function rankOf(unit: UnitScore, units: UnitScore[]): number | null {
  const own = totalPoints(unit)
  if (own === null) return null
  return 1 + units.filter((other) => (totalPoints(other) ?? -1) > own).length
}

/** Rank by total points, high to low; equal points share a rank and the next one is skipped. */
export function rankUnits(units: UnitScore[]): ResultRow[] {
  return units.map((unit) => ({
    unit,
    rank: rankOf(unit, units),
  }))
}

export function columnsOf(block: BlockScores, domainName: DomainName): ResultColumn[] {
  const first = block.units[0]
  const points = (value: ResultColumn['value']) => ({ value, text: (unit: UnitScore) => formatPoints(value(unit)) })
  const count = (value: (unit: UnitScore) => number) => ({ value, text: (unit: UnitScore) => String(value(unit)) })
  return [
    { key: 'invited', name: t`Phát ra`, ...count((unit) => unit.invited) },
    { key: 'answered', name: t`Trả lời`, ...count((unit) => unit.answered) },
    { key: 'counted', name: t`Đã kiểm`, ...count((unit) => unit.counted) },
    ...(first?.sources ?? []).map(({ code, name, max }) => ({
      key: `source ${code}`,
      name: `${name} (${formatMax(max)})`,
      ...points((unit) => unit.sources.find((source) => source.code === code)?.points ?? null),
    })),
    { key: 'points', name: t`Cộng (${formatMax(first?.max ?? 0)})`, ...points(totalPoints) },
    ...(first ? domainSums(first) : []).map(({ domain, max }) => ({
      key: `domain ${domain}`,
      name: t`LV ${domain}`,
      long: `${domainName(domain)} (${formatMax(max)})`,
      ...points((unit) => domainSums(unit).find((sum) => sum.domain === domain)?.points ?? null),
    })),
  ]
}

/** Rows whose unit's name holds `search` (accents do not matter), in the order asked for; equal ones by name. */
export function arrange(rows: ResultRow[], columns: ResultColumn[], sort: Sort, search: string): ResultRow[] {
  const wanted = foldText(search)
  const value = columns.find(({ key }) => key === sort.key)?.value
  const compare = (a: ResultRow, b: ResultRow) => {
    const names = byName.compare(a.unit.name, b.unit.name)
    if (!value) return sort.descending ? -names : names
    const [x, y] = [value(a.unit), value(b.unit)]
    if (x === null || y === null) return x === y ? names : x === null ? 1 : -1
    return (sort.descending ? y - x : x - y) || names
  }
  return rows.filter(({ unit }) => foldText(unit.name).includes(wanted)).sort(compare)
}

/** Why a unit shows no points, or what they do not hold; null when they are whole. */
export const noteOf = (unit: UnitScore, settled: boolean): string | null =>
  hiddenWords(unit, settled) ?? leftOutWords(unit)

export function spreadsheetRows(rows: ResultRow[], columns: ResultColumn[], settled: boolean): string[][] {
  const header = [t`Hạng`, t`Mã`, t`Đơn vị`, ...columns.map(({ name, long }) => long ?? name), t`Ghi chú`]
  return [
    header,
    ...rows.map(({ unit, rank }) => [
      rank === null ? '' : String(rank),
      unit.code,
      unit.name,
      ...columns.map(({ value, text }) => (value(unit) === null ? '' : text(unit))),
      noteOf(unit, settled) ?? '',
    ]),
  ]
}
