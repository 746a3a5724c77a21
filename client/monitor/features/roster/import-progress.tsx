/** How far a file is: on its way to the server, being read, held against the roster, written. */
import { Loader } from '@mantine/core'
import { formatCount } from '../../../shared/format-vi.ts'
import { t } from '../../words/t.ts'
import classes from './import-progress.module.css'
import type { Sending } from './send-roster.ts'

/** Each stage's part of the bar, in percent. */
const STAGES: Record<Sending['phase'], { from: number; to: number }> = {
  uploading: { from: 0, to: 15 },
  reading: { from: 15, to: 30 },
  checking: { from: 30, to: 65 },
  comparing: { from: 65, to: 75 },
  saving: { from: 75, to: 100 },
}

function wordsOf(sending: Sending | null): string {
  if (!sending) return t`Đang bắt đầu…`
  const { phase, done, total } = sending
  if (phase === 'uploading') return t`Đang gửi tệp lên máy chủ…`
  if (phase === 'reading') return t`Đang mở bảng tính…`
  if (phase === 'checking') return t`Đang kiểm tra dòng ${formatCount(done)} trên ${formatCount(total)}`
  if (phase === 'comparing') return t`Đang so với danh sách hiện có…`
  return t`Đang ghi ${formatCount(done)} trên ${formatCount(total)} người`
}

export function shareOf(sending: Sending | null): number {
  if (!sending) return 0
  const { from, to } = STAGES[sending.phase]
  const part = sending.total > 0 ? Math.min(1, sending.done / sending.total) : 0
  return Math.round(from + (to - from) * part)
}

type ImportProgressProps = { act: 'check' | 'import'; fileName: string; sending: Sending | null; onStop?: () => void }

export function ImportProgress({ act, fileName, sending, onStop }: ImportProgressProps) {
  const share = shareOf(sending)
  const words = wordsOf(sending)
  return (
    <div className={classes.box}>
      <p className={classes.head}>
        <Loader size={16} aria-hidden="true" />
        <b>{act === 'check' ? t`Đang kiểm tra tệp ${fileName}` : t`Đang nhập tệp ${fileName}`}</b>
        <span className={classes.share} aria-hidden="true">
          {share} %
        </span>
      </p>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={act === 'check' ? t`Đang kiểm tra tệp ${fileName}` : t`Đang nhập tệp ${fileName}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={words}
      >
        <div className={classes.bar} style={{ width: `${share}%` }} />
      </div>
      <p className={classes.words}>
        {words}
        {onStop && (
          <button type="button" className={classes.stop} onClick={onStop}>
            {t`Thôi, chọn tệp khác`}
          </button>
        )}
      </p>
    </div>
  )
}
