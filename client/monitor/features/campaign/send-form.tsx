/** Sends the invitation, or reminds everybody who has not answered. */
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { useProgress } from '../../shared/campaign-queries.ts'
import { t } from '../../words/t.ts'
import type { WaveKind } from '../delivery/wave-words.ts'
import type { ActFormProps } from './act-form-props.ts'
import { SendNow } from './send-now.tsx'

type SendFormProps = ActFormProps & { kind: WaveKind }

export function SendForm({ campaign, kind, onDone }: SendFormProps) {
  const { invited, answered } = useProgress(campaign.code).data ?? campaign
  return (
    <SendNow
      campaign={campaign}
      kind={kind}
      submit={kind === 'invitation' ? t`Gửi lượt mời` : t`Gửi lượt nhắc`}
      onDone={onDone}
    >
      <p className={classes.big}>
        {kind === 'invitation' ? t`Mời trả lời ` : t`Chỉ nhắc người chưa trả lời: còn `}
        <b>{t`${formatCount(invited - answered)} phiếu`}</b>
        {kind === 'invitation'
          ? t`. Mỗi người nhận một đường dẫn riêng, dùng chung cho mọi kênh và mọi lần nhắc.`
          : t` trên ${formatCount(invited)} phiếu đã phát.`}
      </p>
    </SendNow>
  )
}
