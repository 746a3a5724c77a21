import { Link } from '@tanstack/react-router'
import type { CampaignSummary } from '../../../shared/api-types.ts'
import { formatCount, formatDate, formatPercent } from '../../../shared/format-vi.ts'
import { RateBar } from '../../shared/rate-bar.tsx'
import { StatusPill } from '../../shared/status-pill.tsx'
import { t } from '../../words/t.ts'
import classes from './campaign-card.module.css'

function datesOf({ opensAt, closesAt, createdAt }: CampaignSummary): string {
  if (opensAt && closesAt) return `${formatDate(opensAt)} – ${formatDate(closesAt)}`
  if (opensAt) return t`Mở ngày ${formatDate(opensAt)}`
  if (closesAt) return t`Tạo ngày ${formatDate(createdAt)}, hạn ${formatDate(closesAt)}`
  return t`Tạo ngày ${formatDate(createdAt)}`
}

export function CampaignCard({ campaign }: { campaign: CampaignSummary }) {
  const { code, title, status, invited, answered } = campaign
  return (
    <li>
      <Link to="/campaigns/$code" params={{ code }} className={classes.card}>
        <div className={classes.words}>
          <span className={classes.titleRow}>
            <span className={classes.title}>{title}</span>
            <StatusPill status={status} />
          </span>
          <span className={classes.meta}>{t`${datesOf(campaign)} · mã ${code}`}</span>
        </div>
        {status === 'draft' ? (
          <span className={classes.waiting}>{t`Chưa gửi phiếu nào`}</span>
        ) : (
          <div className={classes.rate}>
            <span className={classes.figures}>
              <b>{formatCount(answered)}</b>
              <span>{t`/ ${formatCount(invited)} phiếu`}</span>
              <span className={classes.percent}>{formatPercent(answered, invited)}</span>
            </span>
            <RateBar answered={answered} invited={invited} />
          </div>
        )}
      </Link>
    </li>
  )
}
