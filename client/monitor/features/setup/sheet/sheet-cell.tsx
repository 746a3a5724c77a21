/** One cell of a table: an input that carries the names of its column and row, and its problem under it. */
import { memo, useId } from 'react'
import { t } from '../../../words/t.ts'
import { type Column, copiedText, heldBy, TICKED } from './column.ts'
import type { Row } from './sheet.ts'
import classes from './sheet-table.module.css'

/** Id of a column's list of suggestions. */
export const suggestionsOf = ({ key }: Column): string => `suggested-${key}`

type SheetCellProps = {
  row: Row
  column: Column
  /** Positions in the table; the table finds the cell by them. */
  rowAt: number
  columnAt: number
  rowName: string
  problem: string | undefined
  selected: boolean
  readOnly: boolean
  /** What stands there where nothing is typed; undefined where it is. */
  shown: string | undefined
  onType: (row: string, column: string, value: string) => void
}

/** Drawn anew only when something of its own changed: a table may have thousands. */
export const SheetCell = memo(function SheetCell(props: SheetCellProps) {
  const { row, column, rowAt, columnAt, rowName, problem, selected, readOnly, shown, onType } = props
  const noteId = useId()
  const value = heldBy(row, column)
  const placeholder = typeof column.placeholder === 'function' ? column.placeholder(row) : column.placeholder
  const plain = column.plain?.(row)
  const field = {
    'data-row': rowAt,
    'data-column': columnAt,
    'aria-label': `${column.name}, ${rowName}`,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? noteId : undefined,
  } as const
  const type = (text: string) => onType(row.id, column.key, text)
  return (
    <td data-kind={column.kind} data-bad={problem ? true : undefined} data-selected={selected || undefined}>
      {shown !== undefined ? (
        <span className={classes.shown}>{shown}</span>
      ) : readOnly ? (
        <span className={classes.read} data-kind={column.kind}>
          {column.kind === 'check' ? (
            <Mark ticked={value !== ''} />
          ) : (
            (plain ?? (copiedText(column, value) || placeholder))
          )}
        </span>
      ) : column.kind === 'check' ? (
        <input
          {...field}
          className={classes.check}
          type="checkbox"
          checked={value !== ''}
          onChange={(event) => type(event.currentTarget.checked ? TICKED : '')}
        />
      ) : column.kind === 'choice' ? (
        <select
          {...field}
          className={classes.field}
          value={value}
          onChange={(event) => type(event.currentTarget.value)}
        >
          {!column.options?.some((option) => option.value === value) && (
            <option value={value}>{value || t`Chọn ${column.name.toLocaleLowerCase('vi')}`}</option>
          )}
          {column.options
            ?.filter((option) => !option.kept || option.value === value)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
        </select>
      ) : column.kind === 'long' ? (
        <span className={classes.grow} data-text={value || placeholder} data-plain={plain}>
          <textarea
            {...field}
            className={classes.field}
            rows={1}
            value={value}
            placeholder={placeholder}
            onChange={(event) => type(event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' '))}
          />
        </span>
      ) : (
        <input
          {...field}
          className={classes.field}
          type="text"
          autoComplete="off"
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
          spellCheck={false}
          value={value}
          placeholder={placeholder}
          list={column.suggest && suggestionsOf(column)}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
      {problem && (
        <span id={noteId} className={classes.problem}>
          {problem}
        </span>
      )}
    </td>
  )
})

/** A tick that is also said. */
const Mark = ({ ticked }: { ticked: boolean }) =>
  ticked ? (
    <span role="img" aria-label={t`có`}>
      ✓
    </span>
  ) : (
    <span className={classes.none}>{t`không`}</span>
  )
