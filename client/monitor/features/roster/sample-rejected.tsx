/** Rows of a staff list that cannot be read, as the spreadsheet numbers them. */
import { formatCount } from '../../../shared/format-vi.ts'
import type { SampleReport } from '../../../shared/sample-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import boxed from '../../shared/scroll-table.module.css'
import { ScrollTable } from '../../shared/scroll-table.tsx'
import { toTsv } from '../../shared/to-tsv.ts'
import { t } from '../../words/t.ts'
import { columnName } from './column-names.ts'

const SHOWN = 100

export function SampleRejected({ rejected, rows }: { rejected: SampleReport['rejected']; rows: number }) {
  const header = [t`Dòng`, t`Cột`, t`Giá trị`, t`Cần sửa`]
  const cells = rejected.map(({ row, column, value, message }) => [String(row), columnName(column), value, message])
  return (
    <div>
      <div className={boxed.head}>
        <p>
          <b>{t`${formatCount(rows)} dòng chưa đúng.`}</b> {t`Hãy sửa trong tệp rồi chọn lại tệp.`}
        </p>
        <CopyButton text={() => toTsv([header, ...cells])} />
      </div>
      <ScrollTable box label={t`Dòng chưa đúng`} header={header} maxHeight={260}>
        {rejected.slice(0, SHOWN).map(({ row, column, code, value, message }) => (
          <tr key={`${row} ${column} ${code}`}>
            <td>{row}</td>
            <td>{columnName(column)}</td>
            <td>{value || '–'}</td>
            <td>{message}</td>
          </tr>
        ))}
      </ScrollTable>
    </div>
  )
}
