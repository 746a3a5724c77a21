import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ChannelView } from '../../../../shared/delivery-types.ts'
import { formatCount, formatTime } from '../../../../shared/format-vi.ts'
import { CHANNEL_NAMES, CHANNELS_IN_WORDS } from '../../../shared/channel-names.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { WarnIcon } from '../../../shared/icons.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { useSession } from '../../../shared/session-store.ts'
import { StatePill } from '../../../shared/state-pill.tsx'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import { stateOf, whyOf } from './channel-state.ts'
import classes from './channels-page.module.css'
import { PaceForm } from './pace-form.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { ZaloTokenForm } from './zalo-token-form.tsx'

type ChannelCardProps = { code: string; channel: ChannelView; held: boolean; mayChange: boolean }

export function ChannelCard({ code, channel, held, mayChange }: ChannelCardProps) {
  const name = CHANNEL_NAMES[channel.channel]
  const inWords = CHANNELS_IN_WORDS[channel.channel]
  const [pausing, setPausing] = useState(false)
  const resume = useChange<ChannelView>(code)
  const state = stateOf(channel, held)
  // The alert says it already.
  const why = whyOf(channel.needsPerson ? { ...channel, trouble: null } : channel, held)
  return (
    <Panel title={name} label={name}>
      <div className={classes.card}>
        <div className={classes.state}>
          <StatePill tone={state.tone} words={state.words} />
          {mayChange &&
            (channel.state === 'paused' ? (
              <Button
                size="xs"
                loading={resume.isPending}
                aria-label={t`Gửi tiếp qua ${inWords}`}
                onClick={() => resume.mutate({ path: `/api/sending/channels/${channel.channel}/resume` })}
              >
                {t`Gửi tiếp`}
              </Button>
            ) : (
              <Button size="xs" variant="default" aria-label={t`Tạm dừng ${inWords}`} onClick={() => setPausing(true)}>
                {t`Tạm dừng`}
              </Button>
            ))}
        </div>
        {why && <p className={classes.why}>{why}</p>}
        <ErrorNote error={resume.error} />
        {channel.needsPerson && <NeedsPerson channel={channel} code={code} />}
        <Today channel={channel} />
        {channel.outbox ? (
          <p className={classes.why}>
            {t`Kênh này chưa được cấu hình nên tin nằm trong hộp thư thử; nhịp gửi dưới đây có hiệu lực khi gửi thật.`}
          </p>
        ) : null}
        <PaceForm code={code} channel={channel} mayChange={mayChange} />
      </div>
      <PauseDialog
        code={code}
        channel={channel.channel}
        due={channel.due}
        opened={pausing}
        onClose={() => setPausing(false)}
      />
    </Panel>
  )
}

function Today({ channel: { sentToday, perDay, quota, due } }: { channel: ChannelView }) {
  return (
    <dl className={classes.facts}>
      <dt>{t`Đã gửi hôm nay`}</dt>
      <dd>
        {formatCount(sentToday)}
        {perDay !== null && ` / ${formatCount(perDay)}`}
        {t` tin`}
      </dd>
      <dt>{t`Tới giờ, đang chờ lượt`}</dt>
      <dd>{t`${formatCount(due)} tin`}</dd>
      {quota && (
        <>
          <dt>{t`Zalo còn cho gửi hôm nay`}</dt>
          <dd>
            {t`${formatCount(quota.remaining)} / ${formatCount(quota.daily)} tin`}
            <small>{t`theo Zalo, lúc ${formatTime(quota.at)}`}</small>
          </dd>
        </>
      )}
    </dl>
  )
}

/** Something that no waiting mends: what happened, what to do, and for Zalo's right to send the place to do it. */
function NeedsPerson({ channel, code }: { channel: ChannelView; code: string }) {
  const session = useSession()
  const admin = 'role' in session && session.role === 'admin'
  const token = channel.channel === 'zalo' && /token|oauth|-(124|216|220)$/.test(channel.needsPerson ?? '')
  return (
    <section className={classes.alert} aria-label={t`Cần người xử lý`}>
      <h3>
        <WarnIcon />
        {t` Cần người xử lý: `}
        {channel.trouble?.title ?? t`kênh này không gửi được`}
      </h3>
      <p>{channel.trouble?.nextStep ?? t`Gọi người quản trị hệ thống.`}</p>
      {token && !admin && <p>{t`Người quản trị dán mã mới của Zalo vào trang này thì tin tự gửi tiếp.`}</p>}
      {token && admin && <ZaloTokenForm code={code} />}
    </section>
  )
}
