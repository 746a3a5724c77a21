/** Tình hình: who was reached how, what failed and what to do about it, and what only a person can settle. */

import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { CampaignStatus } from '../../../../shared/api-types.ts'
import { campaignPath, useCampaign } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { DownloadIcon } from '../../../shared/icons.tsx'
import { useMayChange } from '../../../shared/may-change.ts'
import page from '../../../shared/page.module.css'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { t } from '../../../words/t.ts'
import { useFunnel } from '../delivery-queries.ts'
import { FailureList } from '../failures/failure-list.tsx'
import { UnknownList } from '../unknown/unknown-list.tsx'
import { PurgedNote } from './purged-note.tsx'
import { ReachedLine } from './reached-line.tsx'
import { useFollowLive } from './use-follow-live.ts'
import { WaveFunnels } from './wave-funnels.tsx'

export function PicturePage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { status } = useCampaign(code).data!
  const mayChange = useMayChange()
  const funnel = useFunnel(code)
  useFollowLive(code)
  if (!funnel.data) {
    return funnel.error ? <ErrorNote error={funnel.error} onRetry={() => void funnel.refetch()} /> : <PageLoading />
  }
  const { reached, byHand, waves, failures, purgedOn } = funnel.data
  const begun = waves.some(({ channels }) => channels.some(({ planned }) => planned > 0))
  const unknown = waves.flatMap(({ channels }) => channels).reduce((sum, step) => sum + step.unknown, 0)
  if (!begun && byHand.handed === 0) {
    return purgedOn ? (
      <PurgedNote code={code} on={purgedOn} />
    ) : (
      <NothingSent code={code} status={status} mayChange={mayChange} />
    )
  }
  return (
    <div className={page.stack}>
      {purgedOn && <PurgedNote code={code} on={purgedOn} left />}
      <ErrorNote error={funnel.error} onRetry={() => void funnel.refetch()} />
      <ReachedLine reached={reached} byHand={byHand} code={code} />
      <WaveFunnels waves={waves} />
      <UnknownList code={code} count={unknown} mayChange={mayChange} />
      <FailureList code={code} failures={failures} mayChange={mayChange} />
      <Downloads code={code} />
    </div>
  )
}

type NothingSentProps = { code: string; status: CampaignStatus; mayChange: boolean }

function NothingSent({ code, status, mayChange }: NothingSentProps) {
  const over = status === 'closed' || status === 'final'
  return (
    <Panel title={t`Chưa gửi lượt nào`}>
      <p className={page.lead}>{nextWords(status)}</p>
      {mayChange && !over && (
        <Button
          mt={12}
          variant="default"
          renderRoot={(props) => <Link to="/campaigns/$code/delivery/plan" params={{ code }} {...props} />}
        >
          {t`Tới Kế hoạch`}
        </Button>
      )}
    </Panel>
  )
}

function nextWords(status: CampaignStatus): string {
  if (status === 'closed' || status === 'final') return t`Đợt điều tra đã đóng nên không gửi thêm cho ai.`
  return status === 'draft'
    ? t`Hãy nhập danh sách và mở đợt điều tra trước. Trong lúc đó có thể soạn lời thư và lập kế hoạch.`
    : t`Hãy lập kế hoạch gồm lượt mời và các lượt nhắc, hoặc bấm “Gửi lượt mời” ở đầu trang để gửi ngay.`
}

function Downloads({ code }: { code: string }) {
  const link = (ending: string) => ({
    component: 'a' as const,
    href: campaignPath(code, `/deliveries.${ending}`),
    download: true,
    variant: 'default' as const,
    leftSection: <DownloadIcon />,
  })
  return (
    <Panel title={t`Tải về từng tin`}>
      <p className={page.lead}>{t`Mỗi dòng một tin: người nhận, đơn vị, lượt, kênh, trạng thái, lý do và giờ gửi.`}</p>
      <div className={page.row} style={{ marginTop: 12 }}>
        <Button {...link('xlsx')}>{t`Tải bảng Excel`}</Button>
        <Button {...link('csv')}>{t`Tải tệp CSV`}</Button>
      </div>
    </Panel>
  )
}
