import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChannelName } from '../../../../shared/api-types.ts'
import type { ChannelView } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import form from '../../../shared/act-form.module.css'
import { ActForm } from '../../../shared/act-form.tsx'
import { CHANNELS_IN_WORDS } from '../../../shared/channel-names.ts'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'

type PauseDialogProps = { code: string; channel: ChannelName; due: number; opened: boolean; onClose: () => void }

export function PauseDialog({ opened, onClose, ...given }: PauseDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Tạm dừng ${CHANNELS_IN_WORDS[given.channel]}`} size="lg">
      <PauseForm {...given} onClose={onClose} />
    </Modal>
  )
}

function PauseForm({ code, channel, due, onClose }: Omit<PauseDialogProps, 'opened'>) {
  const pause = useChange<ChannelView>(code)
  const [reason, setReason] = useState('')
  return (
    <ActForm
      submit={t`Tạm dừng kênh này`}
      busy={pause.isPending}
      error={pause.error}
      onSubmit={() =>
        pause.mutate(
          {
            path: `/api/sending/channels/${channel}/pause`,
            json: reason.trim() === '' ? {} : { reason: reason.trim() },
          },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    >
      <p className={form.big}>
        {t`Không tin ${CHANNELS_IN_WORDS[channel]} nào được gửi, ở mọi đợt điều tra, cho tới khi có người bấm “Gửi tiếp”.`}
      </p>
      <p className={form.soft}>{t`${formatCount(due)} tin tới giờ được giữ lại. Tin đang đi dở vẫn đi nốt.`}</p>
      <TextInput
        label={t`Lý do`}
        description={t`Để người khác biết vì sao; có thể bỏ trống.`}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ActForm>
  )
}
