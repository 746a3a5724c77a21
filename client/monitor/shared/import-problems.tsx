/** What is wrong in a file, place by place as the spreadsheet numbers it, with what to do about it. */
import { formatCount } from '../../shared/format-vi.ts'
import { CopyButton } from './copy-button.tsx'
import classes from './import-problems.module.css'
import { type ImportProblem, placeText, valueText } from './problem-words.ts'
import boxed from './scroll-table.module.css'
import { ScrollTable } from './scroll-table.tsx'
import { toTsv } from './to-tsv.ts'

/** Where on the sheet: three columns, that a phone shows as one line. */
const PLACES = ['Trang tính', 'Dòng', 'Cột']

/** From here on the list scrolls in itself, so that the buttons below stay near. */
const LONG = 50

const COLUMNS: { name: string; text: (problem: ImportProblem) => string }[] = [
  { name: 'Trang tính', text: ({ sheet }) => sheet ?? '' },
  { name: 'Dòng', text: ({ row }) => (row === null ? '' : String(row)) },
  { name: 'Cột', text: ({ column }) => column ?? '' },
  { name: 'Đơn vị', text: ({ unit }) => unit ?? '' },
  { name: 'Tiêu chí', text: ({ criterion }) => criterion ?? '' },
  { name: 'Giá trị', text: valueText },
  { name: 'Cần sửa', text: ({ message }) => message },
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
    ({ name, text }) => name === 'Cần sửa' || problems.some((problem) => text(problem) !== ''),
  )
  const rows = problems.map(({ unit, ...problem }) =>
    columns.map(({ text }) => text({ ...problem, unit: unit === null ? null : unitName(unit) })),
  )
  return (
    <div>
      <div className={boxed.head}>
        <p>
          <b>{formatCount(total)} chỗ cần sửa.</b> Chưa nhập gì cả: sửa những chỗ này trong tệp rồi chọn lại tệp.
        </p>
        <CopyButton text={() => toTsv([columns.map(({ name }) => name), ...rows])} />
      </div>
      <ScrollTable
        box
        label="Chỗ cần sửa trong tệp"
        header={columns.map(({ name }) => name)}
        maxHeight={rows.length >= LONG ? 420 : undefined}
        className={classes.table}
      >
        {rows.map((cells, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems of one cell can read alike
          <tr key={at}>
            <td className={classes.place}>{problems[at] && placeText(problems[at])}</td>
            {cells.map((cell, column) => (
              <td
                key={columns[column]?.name}
                data-label={columns[column]?.name}
                data-place={PLACES.includes(columns[column]?.name ?? '') || undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </ScrollTable>
      {total > rows.length && (
        <p className={boxed.more}>
          Đang hiện {formatCount(rows.length)} chỗ đầu tiên trên {formatCount(total)}; sửa rồi chọn lại tệp để xem tiếp.
        </p>
      )}
    </div>
  )
}
