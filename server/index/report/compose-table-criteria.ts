/**
 * Biểu số 4 and on, one a domain: criteria and component criteria down, units across. So the criteria keep their full names,
 * a page in landscape holds twenty units (khối sở on one page), and more units go on in further parts, not more criteria.
 * Pure.
 */
import Fraction from 'fraction.js'
import { roundHalfUp } from '../../scoring/round.ts'
import type { IndexUnitView, SetEntryView } from '../compute/schemas.ts'
import { BLANK, numberOf, pointsCell, textCell } from './compose-cells.ts'
import { type BlockContext, FIRST_DOMAIN_TABLE } from './compose-context.ts'
import { tableNotes } from './compose-table-notes.ts'
import { meanOf } from './compute-figures.ts'
import { byRank } from './compute-statistics.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from './schemas.ts'
import { withinSentence } from './words-lists.ts'
import { formatNumber } from './words-numbers.ts'

/** Columns of units of a page in landscape, 9 mm each beside the criterion's name. */
const UNITS_PER_PAGE = 20
const REPEATED = 4

const MARKS = { survey: ' (*)', imported: ' (**)' } as const
const MARK_NOTES = {
  survey: '(*) Tiêu chí được đánh giá qua điều tra xã hội học.',
  imported: '(**) Tiêu chí lấy từ kết quả của cuộc khảo sát khác.',
}

export function composeCriteriaTables(context: BlockContext): ReportTable[] {
  const units = byRank(context.block.units)
  const points = new Map(units.map(({ code, criteria }) => [code, new Map(criteria.map((leaf) => [leaf.code, leaf]))]))
  return context.block.domains.map((_, at) => domainTable(context, at, units, points))
}

type LeafPoints = Map<string, Map<string, IndexUnitView['criteria'][number]>>

function domainTable(context: BlockContext, at: number, units: IndexUnitView[], points: LeafPoints): ReportTable {
  const { index, block } = context
  const domain = block.domains[at]!
  const entries = block.criteria.filter((entry) => entry.domain === domain.code)
  const origins = new Set(entries.map(({ origin }) => origin))
  const marks = (['survey', 'imported'] as const).filter((origin) => origins.has(origin))
  const ownDomain = (unit: IndexUnitView) => unit.domains.find(({ code }) => code === domain.code)
  return {
    code: context.table(FIRST_DOMAIN_TABLE + at),
    block: block.code,
    title: `${domain.name} – kết quả theo tiêu chí, tiêu chí thành phần năm ${index.year} của ${withinSentence(block.name)}`,
    columns: columnsOf(units),
    rows: [...entries.map((entry) => entryRow(entry, entries, units, points)), totalRow(context, at, units, ownDomain)],
    notes: tableNotes(context, {
      partsDiffer: units.some((unit) => ownDomain(unit)?.roundedPartsDiffer),
      more: [
        ...marks.map((origin) => MARK_NOTES[origin]),
        `Ký hiệu đơn vị: ${units.map(({ code, name }) => `${code} – ${name}`).join('; ')}.`,
      ],
    }),
    print: units.length > UNITS_PER_PAGE ? { repeat: REPEATED, perPart: evenParts(units.length) } : null,
  }
}

/** 75 units go on four pages of 19, not on three of 20 and one of 15. */
const evenParts = (units: number): number => Math.ceil(units / Math.ceil(units / UNITS_PER_PAGE))

function columnsOf(units: IndexUnitView[]): ReportColumn[] {
  const unitColumns = units.map(({ code }) => ({ key: `u:${code}`, title: code, kind: 'points' as const, width: 6 }))
  return [
    { key: 'code', title: 'Mã', kind: 'text', width: 7 },
    { key: 'name', title: 'Tiêu chí, tiêu chí thành phần', kind: 'text', width: 36 },
    { key: 'max', title: 'Điểm tối đa', kind: 'points', width: 6 },
    {
      ...{ key: 'mean', title: 'Trung bình', kind: 'points', width: 6 },
      formula: { by: 'mean', of: unitColumns.map(({ key }) => key) },
    },
    ...unitColumns,
  ]
}

function entryRow(entry: SetEntryView, entries: SetEntryView[], units: IndexUnitView[], points: LeafPoints): ReportRow {
  const mark = entry.origin === 'survey' || entry.origin === 'imported' ? MARKS[entry.origin] : ''
  const parts = entry.leaf ? [] : entries.filter(({ parent }) => parent === entry.code)
  const own = units.map(({ code }): [string, ReportCell] => {
    const leaves = points.get(code)!
    const leaf = leaves.get(entry.code)
    if (entry.leaf) return [code, pointsCell(leaf?.points, leaf?.exact)]
    return [code, sumCell(parts.map((part) => leaves.get(part.code)?.exact))]
  })
  return {
    key: entry.code,
    kind: entry.parent === null ? 'criterion' : 'component',
    unit: null,
    cells: rowCells({ code: entry.code, name: entry.name + mark, max: entry.max }, own),
  }
}

function totalRow(
  { block }: BlockContext,
  at: number,
  units: IndexUnitView[],
  ownDomain: (unit: IndexUnitView) => IndexUnitView['domains'][number] | undefined,
): ReportRow {
  const { name, max } = block.domains[at]!
  const own = units.map((unit): [string, ReportCell] => {
    const domain = ownDomain(unit)
    return [unit.code, pointsCell(domain?.points, domain?.exact)]
  })
  return { key: 'total', kind: 'total', unit: null, cells: rowCells({ code: '', name: `Cộng: ${name}`, max }, own) }
}

function rowCells(
  { code, name, max }: { code: string; name: string; max: number },
  own: [string, ReportCell][],
): Record<string, ReportCell> {
  const known = own.flatMap(([, { value }]) => (typeof value === 'number' ? [value] : []))
  return {
    code: textCell(code),
    name: textCell(name),
    max: { value: max, text: formatNumber(max) },
    mean: pointsCell(meanOf(known)),
    ...Object.fromEntries(own.map(([unit, cell]) => [`u:${unit}`, cell])),
  }
}

/** A criterion's points, rounded from the exact sum of its component criteria; blank while one is missing. */
function sumCell(exacts: (string | null | undefined)[]): ReportCell {
  if (exacts.some((exact) => !exact)) return BLANK
  const sum = exacts.reduce((total, exact) => total.add(new Fraction(exact!)), new Fraction(0))
  return { ...pointsCell(roundHalfUp(sum)), exact: numberOf(sum.toFraction()) }
}
