/** What is wrong in a file, place by place as the spreadsheet numbers it, with what to do about it. */

import { formatCount } from '../../shared/format-vi.ts'
import { t } from '../words/t.ts'
import { CopyButton } from './copy-button.tsx'
import classes from './import-problems.module.css'
import { type ImportProblem, placeText, valueText } from './problem-words.ts'
import boxed from './scroll-table.module.css'
import { ScrollTable } from './scroll-table.tsx'
import { toTsv } from './to-tsv.ts'

/** From here on the list scrolls in itself, so that the buttons below stay near. */
const LONG = 50

const TO_MEND = t`Cần sửa`

/** `place`: where on the sheet; a phone shows these columns as one line. */
const COLUMNS: { name: string; place?: true; text: (problem: ImportProblem) => string }[] = [
  { name: t`Trang tính`, place: true, text: ({ sheet }) => sheet ?? '' },
  { name: t`Dòng`, place: true, text: ({ row }) => (row === null ? '' : String(row)) },
  { name: t`Cột`, place: true, text: ({ column }) => column ?? '' },
  { name: t`Đơn vị`, text: ({ unit }) => unit ?? '' },
  { name: t`Tiêu chí`, text: ({ criterion }) => criterion ?? '' },
  { name: t`Giá trị`, text: valueText },
  { name: TO_MEND, text: ({ message }) => message },
]

type ImportProblemsProps = {
  problems: ImportProblem[]
  /** How many there are; the server lists the first few hundred. */
  total: number
  /** The name of a unit by its code. */
  unitName: (code: string) => string
}

export function ImportProblems({ problems, total, unitName }: ImportProblemsProps) {
  // A column that no problem fills says nothing.
  const columns = COLUMNS.filter(
    ({ name, text }) => name === TO_MEND || problems.some((problem) => text(problem) !== ''),
  )
  const header = columns.map(({ name }) => name)
  const named = problems.map((problem) => ({ ...problem, unit: problem.unit === null ? null : unitName(problem.unit) }))
  const copied = () => toTsv([header, ...named.map((problem) => columns.map(({ text }) => text(problem)))])
  return (
    <div>
      <div className={boxed.head}>
        <p>
          <b>{t`${formatCount(total)} chỗ cần sửa.`}</b>
          {t` Chưa nhập gì cả: sửa những chỗ này trong tệp rồi chọn lại tệp.`}
        </p>
        <CopyButton text={copied} />
      </div>
      <ScrollTable
        box
        label={t`Chỗ cần sửa trong tệp`}
        header={header}
        maxHeight={named.length >= LONG ? 420 : undefined}
        className={classes.table}
      >
        {named.map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems of one cell can read alike
          <tr key={at}>
            <td className={classes.place}>{placeText(problem)}</td>
            {columns.map(({ name, place, text }) => (
              <td key={name} data-label={name} data-place={place}>
                {text(problem)}
              </td>
            ))}
          </tr>
        ))}
      </ScrollTable>
      {total > problems.length && (
        <p className={boxed.more}>
          {t`Đang hiện ${formatCount(problems.length)} chỗ đầu tiên trên ${formatCount(total)}; sửa rồi chọn lại tệp để xem tiếp.`}
        </p>
      )}
    </div>
  )
}
