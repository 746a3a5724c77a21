/** Pausing, resuming, stopping or beginning a wave; what it does and to how many stands before the button. */

import { Modal } from '@mantine/core'
import type { PlanWave, WaveAct } from '../../../../shared/delivery-types.ts'
import { formatCount, formatMoment } from '../../../../shared/format-vi.ts'
import form from '../../../shared/act-form.module.css'
import { ActForm } from '../../../shared/act-form.tsx'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { t } from '../../../words/t.ts'
import { AudienceNote } from '../audience-note.tsx'
import { inSentence } from '../in-sentence.ts'
import { useChange } from '../use-change.ts'
import { useWavePreview } from '../use-wave-preview.ts'
import { waveName, wayOf } from '../wave-words.ts'
import type { ShownWave } from './wave-list.tsx'

type WaveActDialogProps = { code: string; wave: ShownWave; act: WaveAct; opened: boolean; onClose: () => void }

const TITLES: Record<WaveAct, string> = {
  start: t`Gửi lượt này`,
  pause: t`Tạm dừng lượt này`,
  resume: t`Gửi tiếp lượt này`,
  stop: t`Dừng hẳn lượt này`,
}

export function WaveActDialog({ opened, onClose, ...given }: WaveActDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={TITLES[given.act]} size="lg">
      <WaveActForm {...given} onClose={onClose} />
    </Modal>
  )
}

function WaveActForm({ code, wave, act, onClose }: Omit<WaveActDialogProps, 'opened'>) {
  const change = useChange<PlanWave>(code)
  const waiting = formatCount(wave.waiting)
  const submit = {
    start: t`Gửi ngay`,
    pause: t`Tạm dừng`,
    resume: t`Gửi tiếp`,
    stop: wave.waiting > 0 ? t`Không gửi nữa ${waiting} tin` : t`Dừng hẳn`,
  }[act]
  const confirmation = {
    start: { word: t`gửi`, irreversible: [t`Tin nhắn đã đi thì không lấy lại được.`] },
    pause: {},
    resume: {},
    stop: {
      word: t`dừng`,
      irreversible: [t`Lượt đã dừng hẳn thì không gửi tiếp được; muốn gửi, phải tạo lượt nhắc mới.`],
    },
  }[act]
  return (
    <ActForm
      submit={submit}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ path: campaignPath(code, `/waves/${wave.wave}/${act}`) }, { onSuccess: onClose })}
      onCancel={onClose}
      {...confirmation}
    >
      <p className={form.big}>
        <b>{waveName(wave)}</b>, {inSentence(wayOf(wave).words)}.
      </p>
      {act === 'start' && (
        <>
          <p className={form.soft}>
            {wave.state === 'overdue'
              ? t`Lượt này lẽ ra bắt đầu lúc ${formatMoment(wave.startsAt)} nhưng lúc đó hệ thống không gửi được, nên phải có người xác nhận. Nếu không còn cần, hãy bỏ nó trong “Sửa kế hoạch”.`
              : t`Theo kế hoạch, lượt này bắt đầu lúc ${formatMoment(wave.startsAt)}. Gửi ngay thì không chờ tới lúc đó.`}
          </p>
          <SendingNow code={code} wave={wave} />
        </>
      )}
      {act === 'pause' && (
        <p className={form.soft}>
          {t`${waiting} tin đang chờ được giữ lại cho tới khi bạn bấm “Gửi tiếp”. Tin đang đi dở vẫn đi nốt.`}
        </p>
      )}
      {act === 'resume' && (
        <p className={form.soft}>
          {t`${waiting} tin đang chờ được gửi tiếp, trừ người đã trả lời hoặc từ chối trong lúc tạm dừng.`}
        </p>
      )}
      {act === 'stop' && (
        <p className={form.soft}>{t`${waiting} tin đang chờ sẽ không gửi nữa. Tin đã gửi vẫn giữ nguyên.`}</p>
      )}
    </ActForm>
  )
}

/** The estimate for this moment: the one of the plan counts from the planned date. */
function SendingNow({ code, wave }: { code: string; wave: ShownWave }) {
  const { kind, channels, order, audience, frozenAt } = wave
  const preview = useWavePreview(code, { kind, channels, order, audience }, frozenAt === null)
  // Whom it is for was settled when it was made.
  if (frozenAt !== null) return <p>{t`${formatCount(wave.waiting)} tin đã xếp sẵn được gửi ngay.`}</p>
  return (
    <section aria-label={t`Dự kiến nếu gửi ngay`}>
      <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
      {preview.isLoading && <p className={form.soft}>{t`Đang tính gửi cho ai, tới bao giờ…`}</p>}
      {preview.data && <AudienceNote audience={preview.data} estimate={preview.data.estimate} channels={channels} />}
    </section>
  )
}
