/** Kênh gửi: whether each channel sends, why not if not, what a person must do, and its pace, changeable while it runs. */

import { useParams } from '@tanstack/react-router'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { useMayChange } from '../../../shared/may-change.ts'
import page from '../../../shared/page.module.css'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { t } from '../../../words/t.ts'
import { useSending } from '../sending-query.ts'
import { ChannelCard } from './channel-card.tsx'
import classes from './channels-page.module.css'

const EVERY_MS = 5_000

export function ChannelsPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const mayChange = useMayChange()
  const sending = useSending(EVERY_MS)
  if (!sending.data) {
    return sending.error ? <ErrorNote error={sending.error} onRetry={() => void sending.refetch()} /> : <PageLoading />
  }
  return (
    <div className={page.stack}>
      <p className={page.lead}>{t`Nhịp gửi và tạm dừng ở đây áp dụng cho mọi đợt điều tra.`}</p>
      <ErrorNote error={sending.error} onRetry={() => void sending.refetch()} />
      <div className={classes.channels}>
        {sending.data.channels.map((channel) => (
          <ChannelCard
            key={channel.channel}
            code={code}
            channel={channel}
            held={sending.data.hold !== null}
            mayChange={mayChange}
          />
        ))}
      </div>
    </div>
  )
}
