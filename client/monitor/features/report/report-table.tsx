/** One Biểu số as a grid: its head and the column that names the rows stay while one scrolls. */

import type { ReportColumn, ReportRow, ReportTable as Table } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'
import classes from './report-table.module.css'

/** More units than this are not a place to look at. */
const MOST_MARKED = 3

type ReportTableProps = { table: Table /** Units that a figure led to. */; marked: string[] }

export function ReportTable({ table, marked }: ReportTableProps) {
  const naming = table.columns.find(({ key, kind }) => key === 'name' && kind === 'text') ?? table.columns[0]!
  const units = new Set(marked.length <= MOST_MARKED ? marked : [])
  const isMarked = (unit: string | null | undefined) => (unit && units.has(unit)) || undefined
  const cellOf = (row: ReportRow, column: ReportColumn) => {
    const text = row.cells[column.key]?.text ?? ''
    const mark = isMarked(row.unit) ?? isMarked(unitOf(column))
    return column === naming ? (
      <th key={column.key} scope="row" data-marked={mark}>
        {text}
      </th>
    ) : (
      <td key={column.key} data-kind={column.kind} data-marked={mark}>
        {text}
      </td>
    )
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the table scrolls, also by the keyboard */}
      <section className={classes.scroll} aria-label={t`Biểu số ${table.code}`} tabIndex={0}>
        <table className={classes.table} lang="vi">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  data-naming={column === naming || undefined}
                  data-marked={isMarked(unitOf(column))}
                  style={column === naming ? undefined : { minWidth: `${widthOf(column)}ch` }}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key} data-kind={row.kind}>
                {table.columns.map((column) => cellOf(row, column))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.notes.map((note) => (
        <p key={note} className={classes.note} lang="vi">
          {note}
        </p>
      ))}
    </>
  )
}

/** In characters: room for the figures, and for a title in four or five lines. */
const widthOf = ({ width, title }: ReportColumn): number => Math.max(width * 0.85, title.length / 4, 4)

/** Columns of the tables of criteria are units. */
const unitOf = ({ key }: ReportColumn): string | undefined => (key.startsWith('u:') ? key.slice(2) : undefined)
