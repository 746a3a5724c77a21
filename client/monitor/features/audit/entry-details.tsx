/** What an entry tells: before and after, what else was noted, and its place in the chain. */
import type { AuditEntry } from '../../../../server/audit/schemas.ts'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { t } from '../../words/t.ts'
import classes from './audit.module.css'
import { useWholeEntry } from './audit-queries.ts'
import { type DetailRow, detailRows } from './detail-rows.ts'
import { inGroups } from './kept-head.ts'

export function EntryDetails({ entry }: { entry: AuditEntry }) {
  const whole = useWholeEntry(entry.seq)
  const details = whole.data?.details ?? entry.details
  const rows = details ? detailRows(details) : []
  return (
    <div className={classes.details}>
      <ErrorNote error={whole.error} onRetry={() => void whole.refetch()} />
      {details && rows.length === 0 && <p className={classes.soft}>{t`Mục này không có chi tiết nào khác.`}</p>}
      {rows.length > 0 && <DetailTable rows={rows} />}
      <p className={classes.soft}>
        {t`Mục số ${formatCount(entry.seq)}, ghi lúc ${formatMoment(entry.at)}.`}
        {whole.data && (
          <>
            {' '}
            {t`Mã băm:`} <code className={classes.hash}>{inGroups(whole.data.hash)}</code>
          </>
        )}
      </p>
    </div>
  )
}

function DetailTable({ rows }: { rows: DetailRow[] }) {
  const compares = rows.some(({ before }) => before !== undefined)
  return (
    <table className={classes.table}>
      {compares && (
        <thead>
          <tr>
            <th scope="col">{t`Mục`}</th>
            <th scope="col">{t`Trước`}</th>
            <th scope="col">{t`Sau`}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ name, before, after }) => (
          <tr key={`${name} ${after}`}>
            <th scope="row">{name}</th>
            {before !== undefined && <td data-label={t`Trước`}>{before}</td>}
            <td
              colSpan={compares && before === undefined ? 2 : 1}
              data-label={before === undefined ? undefined : t`Sau`}
            >
              {after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
