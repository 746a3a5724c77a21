/** Sending now: the way is chosen, the server says whom it reaches and until when, and only then there is a button to press. */
import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { WaveCreated } from '../../../shared/api-types.ts'
import type { PreviewBody } from '../../../shared/delivery-types.ts'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActDone, ActForm } from '../../shared/act-form.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import { AudienceNote, Skipped } from '../delivery/audience-note.tsx'
import { usePlan } from '../delivery/delivery-queries.ts'
import { useWavePreview } from '../delivery/use-wave-preview.ts'
import { usualWay, type WaveKind, wayById, waysFor } from '../delivery/wave-words.ts'
import type { ActFormProps } from './act-form-props.ts'

/** Between two messages to one person, where a reminder is for some units; the server holds it. */
const LEAST_PAUSE_MINUTES = 10
const MINUTE_MS = 60_000

type SendNowProps = ActFormProps & {
  kind: WaveKind
  /** Codes: a reminder for these units only. */
  units?: string[]
  submit: string
  /** What stands above the choice: who is meant. */
  children: ReactNode
}

export function SendNow(props: SendNowProps) {
  const send = useAct<WaveCreated>(props.campaign.code, '/waves')
  if (send.data) return <Sent sent={send.data} onDone={props.onDone} />
  return <Choice {...props} send={send} />
}

type ChoiceProps = SendNowProps & { send: ReturnType<typeof useAct<WaveCreated>> }

function Choice({ campaign, kind, units, submit, children, onDone, send }: ChoiceProps) {
  const [chosen, setWay] = useState<string | null>(null)
  const plan = usePlan(campaign.code)
  const wayId = chosen ?? usualWay(plan.data?.waves ?? [])
  const { channels, order, audience } = wayById(wayId)
  const body: PreviewBody = { kind, channels, order, audience, ...(units ? { units } : {}) }
  // Which way is offered first is only known with the plan; without it, any choice is made by hand.
  const known = !plan.isLoading
  const preview = useWavePreview(campaign.code, body, known)
  return (
    <ActForm
      submit={submit}
      busy={send.isPending}
      disabled={!known || !preview.data || preview.isPlaceholderData || preview.data.people === 0}
      error={send.error}
      onSubmit={() => send.mutate(body)}
      onCancel={onDone}
      word={t`gửi`}
      irreversible={[t`Tin nhắn đã đi thì không lấy lại được.`]}
    >
      {children}
      <NativeSelect
        label={t`Gửi qua`}
        data={waysFor(kind).map(({ id, words }) => ({ value: id, label: words }))}
        value={wayId}
        onChange={(event) => setWay(event.currentTarget.value)}
      />
      <section aria-label={t`Dự kiến`} aria-busy={preview.isPlaceholderData}>
        <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
        {(preview.isLoading || !known) && <p className={classes.soft}>{t`Đang tính gửi cho ai, tới bao giờ…`}</p>}
        {preview.data && <AudienceNote audience={preview.data} estimate={preview.data.estimate} channels={channels} />}
        {units && preview.data && (preview.data.skipped.waiting ?? 0) > 0 && (
          <p className={classes.soft}>
            {t`Hai tin tới cùng một người cách nhau ít nhất ${LEAST_PAUSE_MINUTES} phút. Ai có tin vừa đi thì từ ${formatMoment(new Date(preview.dataUpdatedAt + LEAST_PAUSE_MINUTES * MINUTE_MS).toISOString())} nhắc được; ai còn tin chờ gửi thì đợi tin đó đi xong.`}
          </p>
        )}
      </section>
      <p className={classes.soft}>
        {t`Gửi ngay trong giờ cho phép; ngoài giờ, tin chờ tới giờ gửi kế tiếp. Muốn hẹn ngày giờ, hãy lập kế hoạch ở mục Gửi phiếu.`}
      </p>
    </ActForm>
  )
}

function Sent({ sent, onDone }: { sent: WaveCreated; onDone: () => void }) {
  return (
    <ActDone onDone={onDone}>
      <p className={classes.big}>
        {t`Đã xếp `}
        <b>{t`${formatCount(sent.deliveries)} tin`}</b>
        {t` vào hàng gửi.`}
      </p>
      <Skipped skipped={sent.skipped} />
    </ActDone>
  )
}
