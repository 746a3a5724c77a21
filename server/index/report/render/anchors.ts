/** Names of the places in a report that a figure leads to: tables, and the rows of units in them. Pure. */
import type { FigureSource, ReportDocument, ReportRow, ReportTable } from '../schemas.ts'

/** Letters, digits and underscores, at most 40: fit for a bookmark of Word and an id of HTML. */
export const tableAnchor = (table: ReportTable): string =>
  `bieu_${table.code.replace(/[^0-9A-Za-z]/g, '_')}`.slice(0, 30)
export const rowAnchor = (table: ReportTable, row: number): string => `${tableAnchor(table)}_r${row + 1}`

/** A report's places; `of` is null where the figure stands in no table. `marked`: the rows that some figure leads to. */
export type Anchors = { of: (source: FigureSource) => string | null; marked: Set<string> }

export function findAnchors(report: ReportDocument): Anchors {
  const tables = new Map(report.tables.map((table) => [table.code, { table, rows: rowsOfUnits(table) }]))
  const of = ({ table: code, units }: FigureSource): string | null => {
    const found = code === null ? undefined : tables.get(code)
    if (!found) return null
    const row = units.length === 1 ? found.rows.get(units[0]!) : undefined
    return row === undefined ? tableAnchor(found.table) : rowAnchor(found.table, row)
  }
  const marked = new Set<string>()
  for (const figure of figuresOf(report)) {
    const place = of(figure.source)
    if (place) marked.add(place)
  }
  return { of, marked }
}

/** Every figure of the text, in reading order. */
export const figuresOf = (report: ReportDocument) =>
  report.parts.flatMap((part) =>
    part.kind === 'paragraph' || part.kind === 'item'
      ? part.runs.flatMap((run) => ('figure' in run ? [run.figure] : []))
      : [],
  )

const rowsOfUnits = (table: ReportTable): Map<string, number> =>
  new Map(
    table.rows
      .flatMap((row: ReportRow, at): [string, number][] => (row.unit === null ? [] : [[row.unit, at]]))
      .reverse(),
  )
