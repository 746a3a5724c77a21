import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { ChannelName, WaveCreated } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActDone, ActForm } from '../../shared/act-form.tsx'
import { useProgress } from '../../shared/campaign-queries.ts'
import { CHANNEL_NAMES } from '../../shared/channel-names.ts'
import type { ActFormProps } from './act-form-props.ts'
import { useAct } from './use-act.ts'

const CHANNELS: ChannelName[] = ['email', 'zalo']

export function SendForm({ campaign, kind, onDone }: ActFormProps & { kind: 'invitation' | 'reminder' }) {
  const send = useAct<WaveCreated>(campaign.code, '/waves')
  const progress = useProgress(campaign.code).data
  const [channels, setChannels] = useState<ChannelName[]>(CHANNELS)
  const waiting = progress ? progress.invited - progress.answered : campaign.invited - campaign.answered
  if (send.data) return <Sent sent={send.data} onDone={onDone} />

  const choose = (channel: ChannelName, chosen: boolean) =>
    setChannels(CHANNELS.filter((other) => (other === channel ? chosen : channels.includes(other))))
  return (
    <ActForm
      submit={kind === 'invitation' ? 'Gửi lượt mời' : 'Gửi lượt nhắc'}
      busy={send.isPending}
      disabled={channels.length === 0 || waiting === 0}
      error={send.error}
      onSubmit={() => send.mutate({ kind, channels })}
      onCancel={onDone}
      irreversible={['Tin nhắn đã đi thì không lấy lại được.']}
    >
      <p className={classes.big}>
        {kind === 'invitation' ? 'Mời trả lời ' : 'Chỉ nhắc người chưa trả lời: còn '}
        <b>{formatCount(waiting)} phiếu</b>
        {kind === 'invitation'
          ? '. Mỗi người nhận một đường dẫn riêng, dùng chung cho mọi kênh và mọi lần nhắc.'
          : ` trên ${formatCount(progress?.invited ?? campaign.invited)} phiếu đã phát.`}
      </p>
      <fieldset className={classes.channels}>
        <legend>Gửi qua</legend>
        {CHANNELS.map((channel) => (
          <Checkbox
            key={channel}
            label={CHANNEL_NAMES[channel]}
            checked={channels.includes(channel)}
            onChange={(event) => choose(channel, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <p className={classes.soft}>
        Mỗi người nhận một tin trên mỗi kênh được chọn mà danh sách có địa chỉ. Ngoài giờ cho phép, tin chờ tới giờ gửi
        kế tiếp.
      </p>
    </ActForm>
  )
}

function Sent({ sent, onDone }: { sent: WaveCreated; onDone: () => void }) {
  return (
    <ActDone onDone={onDone}>
      <p className={classes.big}>
        Đã xếp <b>{formatCount(sent.deliveries)} tin</b> vào hàng gửi.
      </p>
      <dl className={classes.facts}>
        <dt>Bỏ qua vì đã trả lời</dt>
        <dd>{formatCount(sent.skipped.answered)}</dd>
        <dt>Bỏ qua vì đã từ chối nhận tin</dt>
        <dd>{formatCount(sent.skipped.optedOut)}</dd>
        <dt>Bỏ qua vì không có địa chỉ</dt>
        <dd>{formatCount(sent.skipped.noAddress)}</dd>
        <dt>Bỏ qua vì tin trước còn đang chờ gửi</dt>
        <dd>{formatCount(sent.skipped.waiting)}</dd>
      </dl>
    </ActDone>
  )
}
