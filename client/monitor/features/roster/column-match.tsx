/** What the system took each column of the file for, to be corrected by hand; which sheet, and where the list begins. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { ColumnKind, FileColumn, RosterReport } from '../../../shared/roster-types.ts'
import { t } from '../../words/t.ts'
import classes from './column-match.module.css'
import { columnName, KIND_NAMES, KINDS } from './column-names.ts'

type ColumnMatchProps = {
  report: RosterReport
  busy: boolean
  onColumns: (columns: Record<string, ColumnKind | null>) => void
  onPlace: (place: { sheet?: string; row?: number }) => void
}

/** A, B, … Z, AA: as the spreadsheet names the column. */
function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}

export function ColumnMatch({ report, busy, onColumns, onPlace }: ColumnMatchProps) {
  const { columns, header, sheets } = report
  const missing = header.missing.map(columnName)
  return (
    <details className={classes.fold} open={missing.length > 0 || undefined}>
      <summary>
        {missing.length > 0
          ? t`Hãy chỉ ra cột còn thiếu: ${missing.join(', ')}`
          : t`Các cột đã nhận ra: ${columns.flatMap(({ matched }) => (matched ? [KIND_NAMES[matched]] : [])).join(', ')}`}
      </summary>
      <div className={classes.place}>
        {sheets.length > 1 && (
          <NativeSelect
            label={t`Trang tính`}
            data={sheets}
            value={header.sheet}
            disabled={busy}
            onChange={(event) => onPlace({ sheet: event.currentTarget.value })}
          />
        )}
        <HeaderRow key={header.row} row={header.row} busy={busy} onRow={(row) => onPlace({ row })} />
      </div>
      <ul className={classes.columns} aria-label={t`Các cột của tệp`}>
        {columns.map((column) => (
          <Column key={column.column} column={column} busy={busy} onColumns={onColumns} />
        ))}
      </ul>
    </details>
  )
}

function HeaderRow({ row, busy, onRow }: { row: number; busy: boolean; onRow: (row: number) => void }) {
  return (
    <TextInput
      inputMode="numeric"
      label={t`Dòng tiêu đề`}
      description={t`0 nếu tệp không có dòng tiêu đề`}
      defaultValue={String(row)}
      disabled={busy}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim()
        if (/^\d{1,5}$/.test(typed) && Number(typed) <= 60_000 && Number(typed) !== row) onRow(Number(typed))
        else event.currentTarget.value = String(row)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}

function Column({ column, busy, onColumns }: { column: FileColumn } & Pick<ColumnMatchProps, 'busy' | 'onColumns'>) {
  const title = column.header || t`Cột ${letterOf(column.column)} không có tiêu đề`
  return (
    <li className={classes.column} data-matched={column.matched !== null || undefined}>
      <div className={classes.about}>
        <b>{title}</b>
        <span className={classes.samples}>{column.samples.join(' · ')}</span>
      </div>
      <NativeSelect
        aria-label={t`Cột ${letterOf(column.column)}, ${title}, là`}
        disabled={busy}
        value={column.matched ?? ''}
        data={[{ value: '', label: t`không dùng` }, ...KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))]}
        onChange={(event) => {
          const kind = (event.currentTarget.value || null) as ColumnKind | null
          onColumns({ [column.column]: kind })
        }}
      />
    </li>
  )
}
