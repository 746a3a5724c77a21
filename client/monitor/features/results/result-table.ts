/**
 * The figures of one block as rows: rank, answers, points of each source, total, sums by domain. Pure; the screen and
 * the copied spreadsheet show the same rows.
 */

import type { BlockScores, UnitScore } from '../../../shared/api-types.ts'
import { foldText } from '../../../shared/fold-text.ts'
import { formatMax, formatPoints } from '../../../shared/format-vi.ts'
import type { DomainName } from '../../shared/domain-names.ts'
import { hiddenWords } from '../../shared/hidden-words.ts'
import { criteriaWithout, leftOutWords, sourcesMissingWords } from '../../shared/left-out-words.ts'
import { domainSums, heldMax, knownMax, totalPoints } from '../../shared/survey-points.ts'
import { t } from '../../words/t.ts'

export type ResultColumn = {
  key: string
  name: string
  /** Longer wording for the copied table and for assistive technology. */
  long?: string
  /** Number to sort by; null stands last. */
  value: (unit: UnitScore) => number | null
  text: (unit: UnitScore) => string
  /** The figure alone, for a spreadsheet. */
  plain: (unit: UnitScore) => string
}

/** `partial`: the rank is among totals that all still lack the same. */
export type ResultRow = { unit: UnitScore; rank: number | null; partial: boolean }

export type Sort = { key: string; descending: boolean }

const byName = new Intl.Collator('vi')

function rankOf(unit: UnitScore, comparable: UnitScore[]): number | null {
  const own = totalPoints(unit)
  if (own === null || !comparable.includes(unit)) return null
  return 1 + comparable.filter((other) => (totalPoints(other) ?? -1) > own).length
}

/**
 * Rank by total points, high to low; equal points share a rank and the next one is skipped. Points that are out of less
 * than those of others cannot be held against them: such a unit has no rank.
 */
export function rankUnits(units: UnitScore[]): ResultRow[] {
  const whole = units.filter((unit) => totalPoints(unit) !== null && criteriaWithout(unit).length === 0)
  const most = Math.max(0, ...whole.map(knownMax))
  const comparable = whole.filter((unit) => knownMax(unit) === most)
  return units.map((unit) => {
    const rank = rankOf(unit, comparable)
    return { unit, rank, partial: rank !== null && most < unit.max }
  })
}

/** `13,93 / 19` where the points are out of less than the column's maximum. */
const outOf = (points: number | null, held: number, max: number): string =>
  points === null || held === max ? formatPoints(points) : `${formatPoints(points)} / ${formatMax(held)}`

/** Marks a domain's sum that lacks criteria; the note below the table says so. */
export const PART_MARK = '*'

const domainOf = (unit: UnitScore, domain: string) => domainSums(unit).find((sum) => sum.domain === domain)

/** What is known of a domain; nothing of it while the unit's points are hidden and it is not whole. */
const domainPoints = (unit: UnitScore, domain: string): number | null => {
  const sum = domainOf(unit, domain)
  return (unit.hidden ? sum?.points : sum?.known.points) ?? null
}

const isPart = (unit: UnitScore, domain: string): boolean =>
  domainPoints(unit, domain) !== null && domainOf(unit, domain)?.points === null

function sourceText(unit: UnitScore, code: string): string {
  const source = unit.sources.find((one) => one.code === code)
  return source ? outOf(source.points, heldMax(unit, source), source.max) : formatPoints(null)
}

export function columnsOf(block: BlockScores, domainName: DomainName): ResultColumn[] {
  const first = block.units[0]
  const points = (value: ResultColumn['value'], text: ResultColumn['text']) => ({
    value,
    text,
    plain: (unit: UnitScore) => formatPoints(value(unit)),
  })
  const count = (value: (unit: UnitScore) => number) => {
    const text = (unit: UnitScore) => String(value(unit))
    return { value, text, plain: text }
  }
  return [
    { key: 'invited', name: t`Phát ra`, ...count((unit) => unit.invited) },
    { key: 'answered', name: t`Trả lời`, ...count((unit) => unit.answered) },
    { key: 'counted', name: t`Đã kiểm`, ...count((unit) => unit.counted) },
    ...(first?.sources ?? []).map(({ code, name, max }) => ({
      key: `source ${code}`,
      name: `${name} (${formatMax(max)})`,
      ...points(
        (unit) => unit.sources.find((source) => source.code === code)?.points ?? null,
        (unit) => sourceText(unit, code),
      ),
    })),
    {
      key: 'points',
      name: t`Cộng (${formatMax(first?.max ?? 0)})`,
      ...points(totalPoints, (unit) => outOf(totalPoints(unit), knownMax(unit), unit.max)),
    },
    ...(first ? domainSums(first) : []).map(({ domain, max }) => ({
      key: `domain ${domain}`,
      name: t`LV ${domain}`,
      long: `${domainName(domain)} (${formatMax(max)})`,
      ...points(
        (unit) => domainPoints(unit, domain),
        (unit) => formatPoints(domainPoints(unit, domain)) + (isPart(unit, domain) ? PART_MARK : ''),
      ),
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

/** The points before what they are made of, where a screen is too narrow for both. */
export const pointsFirst = (columns: ResultColumn[]): ResultColumn[] =>
  columns.toSorted((one, other) => Number(other.key === 'points') - Number(one.key === 'points'))

/** Why a unit shows no points, or what they do not hold; null when they are whole. */
export const noteOf = (unit: UnitScore, settled: boolean): string | null =>
  hiddenWords(unit, settled) ?? ([leftOutWords(unit), sourcesMissingWords(unit)].filter(Boolean).join('; ') || null)

export function spreadsheetRows(rows: ResultRow[], columns: ResultColumn[], settled: boolean): string[][] {
  const header = [t`Hạng`, t`Mã`, t`Đơn vị`, ...columns.map(({ name, long }) => long ?? name), t`Ghi chú`]
  return [
    header,
    ...rows.map(({ unit, rank }) => [
      rank === null ? '' : String(rank),
      unit.code,
      unit.name,
      ...columns.map(({ value, plain }) => (value(unit) === null ? '' : plain(unit))),
      noteOf(unit, settled) ?? '',
    ]),
  ]
}
