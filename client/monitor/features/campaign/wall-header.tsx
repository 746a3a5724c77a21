import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatMoment } from '../../../shared/format-vi.ts'
import { StatusPill } from '../../shared/status-pill.tsx'
import { t } from '../../words/t.ts'
import { LiveDot } from './live-dot.tsx'
import type { LiveState } from './use-live.ts'
import classes from './wall-header.module.css'

/** The head of the big screen: nothing to click. */
export function WallHeader({ campaign, live }: { campaign: CampaignDetail; live: LiveState | null }) {
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{campaign.title}</h1>
      <StatusPill status={campaign.status} />
      {campaign.closesAt && <span className={classes.until}>{t`Hạn trả lời ${formatMoment(campaign.closesAt)}`}</span>}
      {live && (
        <span className={classes.live}>
          <LiveDot live={live} />
        </span>
      )}
    </header>
  )
}
