/** The campaign, its state, and the next sensible act as the one filled button. */

import { ActionIcon, Button } from '@mantine/core'
import { type LinkProps, useMatchRoute, useNavigate } from '@tanstack/react-router'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatMoment } from '../../../shared/format-vi.ts'
import { MoreIcon, WallIcon } from '../../shared/icons.tsx'
import { LateMenu } from '../../shared/late-menu.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import { StatusPill } from '../../shared/status-pill.tsx'
import { t } from '../../words/t.ts'
import classes from './campaign-header.module.css'
import { LiveDot } from './live-dot.tsx'
import { ACT_NAMES, type Act, nextAct, otherActs } from './next-action.ts'
import type { LiveState } from './use-live.ts'

/** Acts that a page of their own offers. */
const PLACES: Partial<Record<Act, NonNullable<LinkProps['to']>>> = {
  import: '/campaigns/$code/roster',
  plan: '/campaigns/$code/delivery/plan',
  results: '/campaigns/$code/results',
}

type CampaignHeaderProps = { campaign: CampaignDetail; live: LiveState | null; onAct: (act: Act) => void }

export function CampaignHeader({ campaign, live, onAct }: CampaignHeaderProps) {
  const navigate = useNavigate()
  const mayChange = useMayChange()
  const params = { code: campaign.code }
  const now = Date.now()
  const next = nextAct(campaign, now)
  // On the page that the button leads to, and on those below it, the page itself offers the act.
  const matchRoute = useMatchRoute()
  const there = PLACES[next] !== undefined && matchRoute({ to: PLACES[next], params, fuzzy: true }) !== false
  const perform = (act: Act) => {
    const place = PLACES[act]
    if (place) void navigate({ to: place, params })
    else onAct(act)
  }
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{campaign.title}</h1>
          <StatusPill status={campaign.status} />
        </div>
        <div className={classes.meta}>
          {live && <LiveDot live={live} />}
          {campaign.closesAt && <span>{t`Hạn trả lời ${formatMoment(campaign.closesAt)}`}</span>}
        </div>
      </div>
      <div className={classes.acts}>
        {!there && (mayChange || next === 'results') && (
          <Button onClick={() => perform(next)}>{ACT_NAMES[next]}</Button>
        )}
        <LateMenu
          width={250}
          target={
            <ActionIcon variant="default" size={36} aria-label={t`Việc khác`}>
              <MoreIcon />
            </ActionIcon>
          }
          items={[
            ...(mayChange ? otherActs(campaign, now) : []).map((act) => ({
              words: ACT_NAMES[act],
              onChoose: () => perform(act),
            })),
            {
              words: t`Màn hình lớn`,
              icon: <WallIcon />,
              onChoose: () => void navigate({ to: '/campaigns/$code', params, search: { wall: 1 } }),
            },
          ]}
        />
      </div>
    </header>
  )
}
