/** What a field is typed into: paragraphs, one line, a list of lines, or rows with days. */

import { Button, Textarea, TextInput } from '@mantine/core'
import type { ReportField } from '../../../shared/report-types.ts'
import { PlusIcon } from '../../shared/icons.tsx'
import { t } from '../../words/t.ts'
import classes from './field-box.module.css'
import { EMPTY_ROW, isListField, type ListField, MOST_ROWS, problemsOf, type Row, typedRows } from './list-rows.ts'

/** As the server's own limits (report/words-fields.ts). */
const LONGEST_TEXT = 50_000
const LONGEST_LINE = 500

type FieldControlProps = {
  field: ReportField
  value: string
  onChange: (value: string) => void
  autoFocus: boolean
  onSubmit: () => void
}

export function FieldControl({
  field: { field, title, kind, hint },
  value,
  onChange,
  autoFocus,
  onSubmit,
}: FieldControlProps) {
  if (isListField(field)) return <ListRows field={field} title={title} value={value} onChange={onChange} />
  const common = { 'aria-label': title, description: hint, value, autoFocus }
  if (kind === 'line')
    return <TextInput {...common} maxLength={LONGEST_LINE} onChange={(event) => onChange(event.currentTarget.value)} />
  return (
    <Textarea
      {...common}
      autosize
      minRows={kind === 'lines' ? 2 : 5}
      maxRows={40}
      maxLength={LONGEST_TEXT}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
      }}
    />
  )
}

type ListRowsProps = { field: ListField; title: string; value: string; onChange: (value: string) => void }
type Column = { key: keyof Row; name: string; hint?: string }

const COLUMNS: Record<ListField, Column[]> = {
  documents: [
    { key: 'what', name: t`Nội dung` },
    { key: 'number', name: t`Số, ký hiệu`, hint: t`2080/QĐ-UBND` },
    { key: 'day', name: t`Ngày ban hành`, hint: '05/10/2024' },
  ],
  steps: [
    { key: 'what', name: t`Nội dung` },
    { key: 'day', name: t`Ngày, hoặc từ ngày`, hint: '28/12/2024' },
    { key: 'until', name: t`Đến ngày`, hint: t`nếu nhiều ngày` },
  ],
}

function ListRows({ field, title, value, onChange }: ListRowsProps) {
  const rows = typedRows(value)
  const set = (next: Row[]) => onChange(JSON.stringify(next))
  return (
    <div className={classes.rows}>
      {rows.length > 0 && (
        <div className={classes.names} aria-hidden="true">
          {COLUMNS[field].map(({ key, name }) => (
            <span key={key}>{name}</span>
          ))}
          <span />
        </div>
      )}
      {rows.map((row, at) => {
        const problems = problemsOf(field, row)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row being typed has no name but its place
          <div key={at} className={classes.row}>
            {COLUMNS[field].map(({ key, name, hint }) => (
              <TextInput
                key={key}
                aria-label={t`${title}, dòng ${at + 1}: ${name}`}
                placeholder={hint ?? name}
                maxLength={key === 'what' ? 300 : 100}
                value={row[key]}
                error={problems[key]}
                onChange={(event) => {
                  const typed = event.currentTarget.value
                  set(rows.map((one, place) => (place === at ? { ...one, [key]: typed } : one)))
                }}
              />
            ))}
            <Button
              variant="subtle"
              size="sm"
              onClick={() => set(rows.filter((_, place) => place !== at))}
              aria-label={t`${title}: bỏ dòng ${at + 1}`}
            >
              {t`Bỏ`}
            </Button>
          </div>
        )
      })}
      {rows.length < MOST_ROWS && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<PlusIcon size={14} />}
            onClick={() => set([...rows, EMPTY_ROW])}
            aria-label={t`${title}: thêm dòng`}
          >
            {t`Thêm dòng`}
          </Button>
        </div>
      )}
    </div>
  )
}
