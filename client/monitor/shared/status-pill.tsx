/** The state of a campaign in words, with a shape as well as a colour. */
import type { CampaignStatus } from '../../shared/api-types.ts'
import classes from './status-pill.module.css'

export const STATUS_NAMES: Record<CampaignStatus, string> = {
  draft: 'Đang soạn',
  open: 'Đang mở',
  paused: 'Tạm dừng',
  closed: 'Đã đóng',
  final: 'Đã chốt kết quả',
}

export function StatusPill({ status }: { status: CampaignStatus }) {
  return (
    <span className={classes.pill} data-status={status}>
      <span className={classes.shape} aria-hidden="true" />
      {STATUS_NAMES[status]}
    </span>
  )
}
