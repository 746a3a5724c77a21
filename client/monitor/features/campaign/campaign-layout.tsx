/** Around every screen of one campaign: the rail, its name and state, the next act, and the live connection. */

import { Outlet, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '../../../shared/call-api.ts'
import { useCampaign } from '../../shared/campaign-queries.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { late } from '../../shared/late.tsx'
import { NotFound } from '../../shared/not-found.tsx'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { t } from '../../words/t.ts'
import { LateHoldBanner } from '../delivery/hold/late-hold-banner.tsx'
import { CampaignHeader } from './campaign-header.tsx'
import classes from './campaign-layout.module.css'
import type { Act } from './next-action.ts'
import { Rail } from './rail.tsx'
import { useLive } from './use-live.ts'
import { WallHeader } from './wall-header.tsx'

/** Nobody acts at first sight. */
const ActDialog = late(
  'act-dialog',
  async () => (await import('./act-dialog.tsx')).ActDialog,
  ({ opened }) => opened,
)

export function CampaignLayout() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { wall } = useSearch({ from: '/campaigns/$code' })
  const { data: campaign, error, refetch } = useCampaign(code)
  const [act, setAct] = useState<Act | null>(null)
  const [acting, setActing] = useState(false)
  const start = (chosen: Act) => {
    setAct(chosen)
    setActing(true)
  }
  const running = campaign !== undefined && campaign.status !== 'draft' && campaign.status !== 'final'
  const connection = useLive(code, running)
  // After the close the last figures still come by themselves, but nothing is going on that could be called live.
  const live = campaign?.status === 'closed' ? null : connection

  if (error instanceof ApiError && error.status === 404) return <NotFound />
  if (!campaign) {
    return error ? (
      <main className={page.narrow}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        <a href="/console/">{t`Về danh sách đợt điều tra`}</a>
      </main>
    ) : (
      <main>
        <PageLoading />
      </main>
    )
  }
  if (wall) {
    return (
      <div className={classes.wall}>
        <LateHoldBanner silent />
        <WallHeader campaign={campaign} live={live} />
        <main>
          <Outlet />
        </main>
      </div>
    )
  }
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t`Tới nội dung chính`}
      </a>
      <Rail campaign={campaign} />
      <div className={classes.column}>
        <LateHoldBanner />
        <CampaignHeader campaign={campaign} live={live} onAct={start} />
        <main id="content" className={classes.main} tabIndex={-1}>
          {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
          <Outlet />
        </main>
      </div>
      <ActDialog campaign={campaign} act={act} opened={acting} onClose={() => setActing(false)} />
    </div>
  )
}
