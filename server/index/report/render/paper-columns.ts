/** Fits a table onto landscape paper: cuts it into parts where it is too wide, and gives each part's columns their widths. Pure. */
import type { ReportColumn, ReportTable } from '../schemas.ts'
import { type Measure, measureColumns } from './measure-columns.ts'

/** Twentieths of a point. */
const TWIP = 20
/** What a cell keeps free on both sides together, and its line, in points. */
export const CELL_MARGINS = 5
/** In points; the largest that keeps a table in one piece, first with its headings lying, then with long ones upright. */
const LYING = [12, 11, 10]
const UPRIGHT = [11, 10, 9]
/** Of a table that is cut. */
const CUT = 10
/** A heading is given room to stand in three lines. */
const HEADING_LINES = 3

/** `indent`: what a figure keeps to its right, so that a column's figures stand in its middle with their decimals under each other. */
export type PaperColumn = ReportColumn & { twips: number; turned: boolean; indent: number; centred: boolean }
/** `size`: of the type, in points. */
export type PaperPart = { columns: PaperColumn[]; part: number; parts: number; size: number }

const COUNTED = new Set<ReportColumn['kind']>(['number', 'count', 'rank'])

type Fit = { table: ReportTable; measures: Map<string, Measure>; width: number; size: number; upright: boolean }

/** The parts of `table` in paper `width` twips wide, in type of at most `largest` points. A heading that is too long for its column is turned upright. */
export function fitColumns(table: ReportTable, width: number, largest = LYING[0]!): PaperPart[] {
  const base = { table, measures: measureColumns(table), width: width / TWIP }
  const even = { ...base, measures: evenMeasures(table, base.measures) }
  const notLarger = (size: number) => size <= largest
  const tries = [
    ...LYING.filter(notLarger).map((size): Fit => ({ ...base, size, upright: false })),
    ...UPRIGHT.filter(notLarger).map((size): Fit => ({ ...even, size, upright: true })),
  ]
  const whole = tries.find((fit) => leastSum(fit, table.columns) <= fit.width)
  const fit = whole ?? { ...even, size: CUT, upright: true }
  const cut = whole ? [table.columns] : cutColumns(fit)
  return cut.map((columns, at) => ({
    columns: fillWidth(fit, columns),
    part: at + 1,
    parts: cut.length,
    size: fit.size,
  }))
}

/** Where units stand side by side, their columns are as wide as the widest among them. */
function evenMeasures({ columns }: ReportTable, measures: Map<string, Measure>): Map<string, Measure> {
  const points = new Set(columns.filter(({ kind }) => kind === 'points').map(({ key }) => key))
  const text = Math.max(0, ...[...points].map((key) => measures.get(key)!.text))
  return new Map([...measures].map(([key, measure]) => [key, points.has(key) ? { ...measure, text } : measure]))
}

function cutColumns(fit: Fit): ReportColumn[][] {
  const { table, width } = fit
  const repeat = Math.min(table.print?.repeat ?? leadingColumns(table), table.columns.length - 1)
  const lead = table.columns.slice(0, repeat)
  const rest = table.columns.slice(repeat)
  const room = Math.max(width - leastSum(fit, lead), width / 3)
  const widest = Math.max(...rest.map((column) => leastWidth(fit, column)))
  const fits = Math.max(1, Math.floor(room / widest))
  const perPart = Math.min(table.print?.perPart ?? fits, fits)
  // Parts of like size look better than full ones and a crumb.
  const each = Math.ceil(rest.length / Math.ceil(rest.length / perPart))
  const parts = Math.ceil(rest.length / each)
  return Array.from({ length: parts }, (_, at) => [...lead, ...rest.slice(at * each, (at + 1) * each)])
}

/** The columns that say what a row is: up to the first text, and texts right after it. */
function leadingColumns({ columns }: ReportTable): number {
  let end = columns.findIndex(({ kind }) => kind === 'text') + 1
  while (end > 0 && columns[end]?.kind === 'text') end += 1
  return end
}

const leastSum = (fit: Fit, columns: ReportColumn[]): number => sum(columns.map((column) => leastWidth(fit, column)))

/** In points: figures stay on one line, words wrap down to about half of what the column asks for. */
function leastWidth({ measures, size, upright }: Fit, { key, kind, width }: ReportColumn): number {
  const { text, word, headingWord } = measures.get(key)!
  const cells = kind === 'text' ? Math.max(word, width * 0.28) : Math.min(text, Math.max(word, 6))
  return Math.max(cells, upright ? 1.6 : headingWord) * size + CELL_MARGINS
}

/** Shares what the least widths leave free by what the columns ask for, so that each part fills the paper. */
function fillWidth(fit: Fit, columns: ReportColumn[]): PaperColumn[] {
  const { measures, width, size } = fit
  const least = columns.map((column) => leastWidth(fit, column))
  const free = Math.max(0, width - sum(least))
  const wish = columns.map((column, at) => Math.max(0, wishedWidth(fit, column) - least[at]!) + 0.1)
  const scale = Math.min(1, width / sum(least))
  const points = least.map((own, at) => own * scale + (wish[at]! / sum(wish)) * free)
  const isTurned = ({ key }: ReportColumn, at: number) =>
    measures.get(key)!.headingWord * size > points[at]! - CELL_MARGINS
  const anyTurned = columns.some(isTurned)
  return columns.map((column, at) => {
    const { text, figure } = measures.get(column.key)!
    return {
      ...column,
      twips: Math.floor(points[at]! * TWIP),
      indent: Math.max(0, Math.floor((points[at]! - CELL_MARGINS - figure * size) / 2)) * TWIP,
      centred: COUNTED.has(column.kind) || (column.kind === 'text' && text < 2.5),
      // Codes of units stand all one way.
      turned: isTurned(column, at) || (anyTurned && !column.title.includes(' ') && column.kind !== 'text'),
    }
  })
}

/** In points: a heading in few lines, a text in one, as far as its column's width says. */
function wishedWidth({ measures, size, upright }: Fit, { key, kind, width }: ReportColumn): number {
  // What headings do not need, the criteria's names do.
  if (upright && kind !== 'text') return 0
  const { text, heading, headingWord } = measures.get(key)!
  const lines = Math.max(headingWord, (heading / HEADING_LINES) * 1.15)
  return (kind === 'text' ? Math.max(lines, Math.min(text, width * 0.55)) : lines) * size + CELL_MARGINS
}

const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0)
