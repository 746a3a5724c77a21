import { formatTime } from '../../../shared/format-vi.ts'
import { t } from '../../words/t.ts'
import classes from './live-dot.module.css'
import type { LiveState } from './use-live.ts'

function wordsOf(live: LiveState): string {
  if (live.state === 'live') return t`Trực tiếp`
  if (live.state !== 'lost') return t`Đang kết nối`
  return t`Mất kết nối từ ${formatTime(new Date(live.since).toISOString())}`
}

/** The corner's promise: figures move by themselves, or since when they do not. */
export function LiveDot({ live }: { live: LiveState }) {
  return (
    <span className={classes.live} data-state={live.state} role="status">
      <span className={classes.dot} aria-hidden="true" />
      {wordsOf(live)}
    </span>
  )
}
