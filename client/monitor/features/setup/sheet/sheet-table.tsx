/**
 * A table edited in place, as in a spreadsheet. Every cell is an input of its own, named by its column and row, so that it
 * needs no mode of a screen reader; on a narrow screen it scrolls in its own box.
 */
import { Button } from '@mantine/core'
import { Fragment, type ReactNode, useId } from 'react'
import { PlusIcon } from '../../../shared/icons.tsx'
import { t } from '../../../words/t.ts'
import { newId, type PlacedProblem } from '../draft/draft.ts'
import type { Column } from './column.ts'
import { cellOf, insertRow, moveRow, type Row, removeRow, type Sheet } from './sheet.ts'
import { SheetCell, suggestionsOf } from './sheet-cell.tsx'
import classes from './sheet-table.module.css'
import { useSheetKeys } from './use-sheet-keys.ts'

type SheetTableProps = {
  /** What the table holds, for a screen reader. */
  label: string
  sheet: Sheet
  columns: readonly Column[]
  problems: readonly PlacedProblem[]
  readOnly: boolean
  /** As tall as its rows, instead of scrolling in itself. */
  whole?: boolean
  /** Buttons that add a row, below the one where one is; `fresh`: what it begins with. */
  adds?: readonly { words: string; fresh?: (beside: Row | undefined) => Row['cells'] }[]
  /** The column whose text names the row. */
  nameBy: string
  /** Stands above a row, over the table's width. */
  heading?: (row: Row, before: Row | undefined) => ReactNode
  onChange: (sheet: Sheet, typing?: string) => void
}

export function SheetTable(props: SheetTableProps) {
  const {
    label,
    sheet,
    columns,
    problems,
    readOnly,
    whole,
    adds = [{ words: t`Thêm dòng` }],
    nameBy,
    heading,
    onChange,
  } = props
  const end = useId()
  const { table, current, isMarked, type, fieldAt, handlers } = useSheetKeys({
    ...{ sheet, columns, readOnly, onChange },
    newId: adds.length > 0 ? newId : null,
  })
  const rowName = (row: Row, at: number) => t`dòng ${cellOf(row, nameBy).trim() || at + 1}`
  const here = current && sheet[current.row] ? current.row : null
  const focusSoon = (row: number, column = 0) => requestAnimationFrame(() => fieldAt({ row, column })?.focus())

  const insert = (at: number, cells: Row['cells']) => {
    onChange(insertRow(sheet, at, { id: newId(), cells }))
    focusSoon(at)
  }
  const below = here === null ? sheet.length : here + 1
  const move = (by: -1 | 1) => {
    if (here === null) return
    onChange(moveRow(sheet, sheet[here]!.id, by))
    focusSoon(Math.min(sheet.length - 1, Math.max(0, here + by)), current?.column)
  }
  const remove = () => {
    if (here === null) return
    onChange(removeRow(sheet, sheet[here]!.id))
    focusSoon(Math.min(here, sheet.length - 2), current?.column)
  }

  return (
    <div>
      <a href={`#${end}`} className={classes.skip}>
        {t`Bỏ qua bảng ${label}`}
      </a>
      {!readOnly && (
        <div className={classes.tools} role="toolbar" aria-label={t`Sửa dòng của bảng ${label}`}>
          {adds.map(({ words, fresh }) => (
            <Button
              key={words}
              size="xs"
              variant="light"
              leftSection={<PlusIcon size={14} />}
              onClick={() => insert(below, fresh?.(sheet[below - 1]) ?? {})}
            >
              {words}
            </Button>
          ))}
          {here !== null && (
            <>
              <span className={classes.current}>{rowName(sheet[here]!, here)}:</span>
              <Button size="xs" variant="default" disabled={here === 0} onClick={() => move(-1)}>
                {t`Lên`}
              </Button>
              <Button size="xs" variant="default" disabled={here === sheet.length - 1} onClick={() => move(1)}>
                {t`Xuống`}
              </Button>
              <Button size="xs" variant="default" onClick={remove}>
                {t`Xóa dòng`}
              </Button>
            </>
          )}
        </div>
      )}
      <section className={classes.box} data-whole={whole || undefined} aria-label={label} tabIndex={readOnly ? 0 : -1}>
        <table ref={table} className={classes.table} {...handlers}>
          <thead>
            <tr>
              <th scope="col">{t`Dòng`}</th>
              {columns.map(({ key, name, short, kind, width }) => (
                <th key={key} scope="col" data-kind={kind} style={{ minWidth: width, width }} title={short && name}>
                  {short ?? name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.map((row, at) => {
              const title = heading?.(row, sheet[at - 1])
              return (
                <Fragment key={row.id}>
                  {title && (
                    <tr className={classes.heading}>
                      <th scope="colgroup" colSpan={columns.length + 1}>
                        <span className={classes.headingWords}>{title}</span>
                      </th>
                    </tr>
                  )}
                  <tr data-current={here === at || undefined}>
                    <th scope="row">{at + 1}</th>
                    {columns.map((column, place) => (
                      <SheetCell
                        key={column.key}
                        row={row}
                        column={column}
                        rowAt={at}
                        columnAt={place}
                        rowName={rowName(row, at)}
                        problem={problemOf(problems, row.id, column.key, place === 0)}
                        selected={isMarked(at, place)}
                        readOnly={readOnly}
                        shown={shownIn(column, row, sheet)}
                        onType={type}
                      />
                    ))}
                  </tr>
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </section>
      {columns.map(
        (column) =>
          column.suggest && (
            <datalist key={column.key} id={suggestionsOf(column)}>
              {column.suggest.map(({ value, label: words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </datalist>
          ),
      )}
      <span id={end} tabIndex={-1} />
    </div>
  )
}

const shownIn = ({ kind, off, show }: Column, row: Row, sheet: Sheet): string | undefined =>
  kind === 'shown' || off?.(row, sheet) ? (show?.(row, sheet) ?? '') : undefined

/** All that is wrong with a cell; what is wrong with a row as a whole stands in its first. */
function problemOf(
  problems: readonly PlacedProblem[],
  row: string,
  column: string,
  first: boolean,
): string | undefined {
  const here = problems.filter((one) => one.row === row && (one.column === column || (first && !one.column)))
  return here.length === 0 ? undefined : [...new Set(here.map(({ problem }) => problem))].join(' · ')
}
