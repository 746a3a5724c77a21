/** Says of which channels the messages stay in the trial mailbox; nothing where all of them go out. */

import { CHANNEL_NAMES, CHANNELS_IN_WORDS } from '../../shared/channel-names.ts'
import { t } from '../../words/t.ts'
import classes from './outbox-note.module.css'
import { useSending } from './sending-query.ts'

const EVERY_MS = 30_000

export function OutboxNote() {
  const channels = useSending(EVERY_MS).data?.channels ?? []
  const tried = channels.filter(({ outbox }) => outbox)
  if (tried.length === 0) return null
  const real = channels.filter(({ outbox }) => !outbox)
  return (
    <p className={classes.outbox}>
      {real.length === 0
        ? t`Hệ thống đang chạy thử: mọi tin nằm trong hộp thư thử, không gửi ra ngoài.`
        : tried
            .map(
              ({ channel }) =>
                t`${CHANNEL_NAMES[channel]} đang chạy thử: tin nằm trong hộp thư thử, không gửi ra ngoài.`,
            )
            .join(' ')}
      {real.map(({ channel }) => t` Tin qua ${CHANNELS_IN_WORDS[channel]} gửi thật.`)}{' '}
      <a href="/dev/outbox" target="_blank" rel="noreferrer">
        {t`Xem hộp thư thử`}
      </a>
    </p>
  )
}
