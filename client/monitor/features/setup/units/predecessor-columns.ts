/** The column of whom a unit continues, and beside it what the earlier campaign calls that unit. */
import { t } from '../../../words/t.ts'
import { columnName } from '../column-words.ts'
import { NO_PREDECESSOR } from '../draft/draft-of.ts'
import type { Column } from '../sheet/column.ts'
import { cellOf, type Row } from '../sheet/sheet.ts'

/** `before`: the earlier units' names by code; null when they are not known. */
export function predecessorColumns(before: ReadonlyMap<string, string> | null): Column[] {
  const column: Column = {
    ...{ key: 'predecessors', name: columnName('units', 'predecessors'), kind: 'text', width: 170 },
    placeholder: (row) => cellOf(row, 'code'),
  }
  if (!before) return [column]
  const suggest = [...before].map(([value, label]) => ({ value, label }))
  const show = (row: Row) => {
    const typed = cellOf(row, 'predecessors').trim()
    if (typed === NO_PREDECESSOR || typed === '-') return t`Không nối`
    const codes = (typed || cellOf(row, 'code').trim()).split(';').map((code) => code.trim())
    return codes
      .filter(Boolean)
      .map((code) => before.get(code) ?? t`${code}: năm trước không có`)
      .join('; ')
  }
  return [
    { ...column, suggest },
    { key: 'before', name: t`Đơn vị năm trước`, kind: 'shown', width: 200, show },
  ]
}
