/** The campaigns this person may see, newest first. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { campaignsQuery } from '../../shared/campaign-queries.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PlusIcon } from '../../shared/icons.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { PersonMenu } from '../../shared/person-menu.tsx'
import { t } from '../../words/t.ts'
import { LateHoldBanner } from '../delivery/hold/late-hold-banner.tsx'
import { CampaignCard } from './campaign-card.tsx'
import classes from './campaigns-page.module.css'

/** Comes after the list, for those who may create: the first load has a budget (client/test/console-budget.test.ts). */
const CreateCampaignDialog = lazy(async () => ({
  default: (await import('./create-campaign-dialog.tsx')).CreateCampaignDialog,
}))

export function CampaignsPage() {
  const { data, error, refetch } = useQuery(campaignsQuery)
  const mayChange = useMayChange()
  const [creating, setCreating] = useState(false)
  const newest = data ? [...data].sort((a, b) => b.createdAt.localeCompare(a.createdAt)) : []

  return (
    <div className={classes.page}>
      <LateHoldBanner />
      <header className={classes.top}>
        <span className={classes.brand}>
          <span className={classes.mark} aria-hidden="true" />
          {t`Phiếu`}
        </span>
        <PersonMenu />
      </header>
      <main className={classes.main}>
        <div className={classes.head}>
          <h1 className={page.title}>{t`Đợt điều tra`}</h1>
          {mayChange && newest.length > 0 && (
            <Button leftSection={<PlusIcon />} onClick={() => setCreating(true)}>
              {t`Tạo đợt điều tra`}
            </Button>
          )}
        </div>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {!data && !error && <PageLoading />}
        {data && newest.length === 0 && (
          <div className={classes.empty}>
            <h2>{t`Chưa có đợt điều tra nào`}</h2>
            <p>{t`Bốn bước để bắt đầu một đợt điều tra: tạo từ bộ câu hỏi có sẵn, nhập danh sách, mở, rồi gửi lượt mời.`}</p>
            {mayChange && (
              <Button leftSection={<PlusIcon />} onClick={() => setCreating(true)}>
                {t`Tạo đợt điều tra`}
              </Button>
            )}
          </div>
        )}
        <ul className={classes.list}>
          {newest.map((campaign) => (
            <CampaignCard key={campaign.code} campaign={campaign} />
          ))}
        </ul>
      </main>
      {mayChange && (
        <Suspense fallback={null}>
          <CreateCampaignDialog opened={creating} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </div>
  )
}
