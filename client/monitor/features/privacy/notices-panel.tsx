/** The notice's versions: the proof of what people agreed to. */
import { formatCount } from '../../../shared/format-vi.ts'
import type { Notice } from '../../../shared/privacy-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import fold from '../../shared/fold.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import classes from './privacy.module.css'
import { useNotices } from './privacy-queries.ts'
import { writeDay } from './privacy-words.ts'

export function NoticesPanel({ code }: { code: string }) {
  const { data, error, isLoading, refetch } = useNotices(code)
  return (
    <Panel title={t`Thông báo và sự đồng ý`}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isLoading && <PageLoading />}
      <div className={classes.notices}>
        {data?.notices.toReversed().map((notice) => (
          <NoticeView key={`${notice.version} ${notice.sha256}`} notice={notice} />
        ))}
      </div>
      <p className={classes.about}>
        {t`Ai gửi phiếu cũng đã tự đánh dấu ô đồng ý dưới đúng bản thông báo này; hệ thống giữ số bản và ngày, không giữ giờ. Mã kiểm tra chứng minh lời văn không bị sửa về sau. Bản kê dữ liệu của từng người có ghi bản và ngày họ đồng ý.`}
      </p>
    </Panel>
  )
}

function NoticeView({ notice }: { notice: Notice }) {
  const { version, current, consents, firstSaved, text, sha256 } = notice
  return (
    <article className={classes.notice}>
      <header>
        <strong>{t`Bản ${version}`}</strong>
        <StatePill tone={current ? 'good' : 'done'} words={current ? t`Đang dùng` : t`Bản nháp cũ`} />
        <span>{current ? t`${formatCount(consents)} phiếu gửi kèm sự đồng ý` : t`chưa ai đồng ý dưới bản này`}</span>
      </header>
      <p className={classes.soft}>
        {firstSaved.by
          ? t`${firstSaved.by} lưu ngày ${writeDay(firstSaved.on)}`
          : t`Lưu ngày ${writeDay(firstSaved.on)}`}
      </p>
      <details className={fold.fold}>
        <summary>{t`Lời văn và mã kiểm tra`}</summary>
        <p className={classes.text}>{text}</p>
        <p className={classes.hash}>
          SHA-256: <code>{sha256}</code>
        </p>
      </details>
    </article>
  )
}
