/** What a file would bring, row by row as the spreadsheet numbers them, before anything is imported. */

import { Button, Group } from '@mantine/core'
import type { RosterReport } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import counts from '../../shared/import-counts.module.css'
import { Panel } from '../../shared/panel.tsx'
import boxed from '../../shared/scroll-table.module.css'
import { ScrollTable } from '../../shared/scroll-table.tsx'
import { toTsv } from '../../shared/to-tsv.ts'
import { t } from '../../words/t.ts'
import classes from './import-preview.module.css'

type ImportPreviewProps = {
  fileName: string
  result: RosterReport
  busy: boolean
  error: unknown
  onImport: (partial: boolean) => void
  onCancel: () => void
}

const SHOWN = 300

export function ImportPreview({ fileName, result, busy, error, onImport, onCancel }: ImportPreviewProps) {
  const { rows, accepted, rejected, duplicates, warnings, strata } = result
  const small = strata.filter((stratum) => stratum.small).length
  const badRows = new Set(rejected.map(({ row }) => row)).size
  return (
    <Panel title={t`Kiểm tra tệp ${fileName}`}>
      <div className={classes.preview}>
        <dl className={counts.counts}>
          <div>
            <dt>{t`Dòng có người`}</dt>
            <dd>{formatCount(rows)}</dd>
          </div>
          <div>
            <dt>{t`Nhập được`}</dt>
            <dd>{formatCount(accepted)}</dd>
          </div>
          <div data-bad={badRows > 0 || undefined}>
            <dt>{t`Dòng chưa đúng`}</dt>
            <dd>{formatCount(badRows)}</dd>
          </div>
          <div>
            <dt>{t`Dòng trùng`}</dt>
            <dd>{formatCount(duplicates.length)}</dd>
          </div>
        </dl>
        {rejected.length > 0 && <Rejected rejected={rejected} />}
        {duplicates.length > 0 && (
          <details className={classes.duplicates}>
            <summary>{t`Xem ${formatCount(duplicates.length)} dòng trùng; mỗi người chỉ được nhập một lần`}</summary>
            <p>{duplicates.map(({ row, of }) => t`dòng ${row} trùng dòng ${of}`).join('; ')}</p>
          </details>
        )}
        {warnings.length > 0 && (
          <details className={classes.duplicates}>
            <summary>{t`${formatCount(warnings.length)} điều nên xem lại, vẫn nhập được`}</summary>
            <ul>
              {warnings.slice(0, SHOWN).map(({ row, column, code, message }) => (
                <li key={`${row} ${column} ${code}`}>{t`Dòng ${row}, cột ${column}: ${message}`}</li>
              ))}
            </ul>
          </details>
        )}
        {small > 0 && (
          <p className={classes.small}>
            {t`${formatCount(small)} nhóm còn quá ít người trong đơn vị của mình; nếu giữ vậy, khi mở chúng được gộp với nhóm khác cùng đơn vị để giữ kín danh tính.`}
          </p>
        )}
        <ErrorNote error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={busy}>
            {t`Chọn tệp khác`}
          </Button>
          {badRows > 0 && accepted > 0 && (
            <Button variant="default" loading={busy} onClick={() => onImport(true)}>
              {t`Chỉ nhập ${formatCount(accepted)} dòng đúng`}
            </Button>
          )}
          {badRows === 0 && (
            <Button loading={busy} disabled={accepted === 0} onClick={() => onImport(false)}>
              {t`Nhập ${formatCount(accepted)} dòng`}
            </Button>
          )}
        </Group>
      </div>
    </Panel>
  )
}

function Rejected({ rejected }: Pick<RosterReport, 'rejected'>) {
  const header = [t`Dòng`, t`Cột`, t`Giá trị`, t`Cần sửa`]
  const cells = rejected.map(({ row, column, value, message }) => [String(row), column, value ?? '', message])
  return (
    <div>
      <div className={boxed.head}>
        <p>{t`Sửa các dòng này trong tệp rồi chọn lại, hoặc chỉ nhập những dòng đúng.`}</p>
        <CopyButton text={() => toTsv([header, ...cells])} />
      </div>
      <ScrollTable box label={t`Dòng chưa đúng`} header={header} maxHeight={420} className={classes.rejected}>
        {rejected.slice(0, SHOWN).map(({ row, column, code, value, message }) => (
          <tr key={`${row} ${column} ${code}`}>
            <td>{row}</td>
            <td>{column}</td>
            <td className={classes.value}>{value || <span className={classes.blank}>{t`để trống`}</span>}</td>
            <td>{message}</td>
          </tr>
        ))}
      </ScrollTable>
      {rejected.length > SHOWN && (
        <p className={boxed.more}>
          {t`Đang hiện ${SHOWN} trên ${formatCount(rejected.length)} lỗi. Nút Sao chép lấy đủ tất cả.`}
        </p>
      )}
    </div>
  )
}
