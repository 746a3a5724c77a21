import { formatDate } from '../../../shared/format-vi.ts'
import { DownloadButton } from '../../shared/download-button.tsx'
import page from '../../shared/page.module.css'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import { type AuditFilter, queryOf } from './audit-queries.ts'

/** The log as a file, as it is filtered now, or whole for recomputing the chain. */
export function AuditDownloads({ filter }: { filter: AuditFilter }) {
  const query = queryOf(filter)
  const link = (format: string, of: string) => `/api/audit/export.${format}${of && `?${of}`}`
  return (
    <Panel title={t`Tải nhật ký`}>
      <p className={page.lead}>{scopeWords(filter)}</p>
      <div className={page.row} style={{ marginTop: 12 }}>
        <DownloadButton href={link('xlsx', query)}>{t`Tải bảng Excel`}</DownloadButton>
        <DownloadButton href={link('csv', query)}>{t`Tải tệp CSV`}</DownloadButton>
        <DownloadButton href={link('jsonl', '')}>{t`Tải trọn nhật ký để tự tính lại mã`}</DownloadButton>
      </div>
      <p className={page.dim} style={{ marginTop: 10 }}>
        {t`Mỗi dòng có nội dung được băm, mã băm của mục trước và mã băm của mục. Với tệp trọn (.jsonl), người giám sát tự tính lại toàn bộ chuỗi bằng lệnh sha256sum, không cần phần mềm này; tài liệu “audit-log” ghi từng lệnh. Việc tải về cũng được ghi vào nhật ký.`}
      </p>
    </Panel>
  )
}

function scopeWords({ campaign, from, to, actor, action, kind }: AuditFilter): string {
  const day = (value: string) => formatDate(`${value}T00:00:00+07:00`)
  const parts = [
    campaign && t`đợt ${campaign}`,
    from && t`từ ngày ${day(from)}`,
    to && t`đến hết ngày ${day(to)}`,
    (actor || action || kind) && t`theo các điều kiện đang chọn`,
  ].filter(Boolean)
  return parts.length === 0
    ? t`Bảng Excel và tệp CSV gồm mọi mục.`
    : t`Bảng Excel và tệp CSV chỉ gồm các mục đang lọc: ${parts.join(', ')}.`
}
