/** Only after typing the words: what waits may have gone out already, from the place that this one is a copy of. */
import { t } from '../../../words/t.ts'
import '@mantine/core/styles/Radio.css'
import { Modal, Radio } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SendingView } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import form from '../../../shared/act-form.module.css'
import { ActForm } from '../../../shared/act-form.tsx'
import { CONFIRMED } from '../../../shared/confirmations.ts'
import { request } from '../../../shared/request.ts'
import { useSingleMutation } from '../../../shared/use-single-mutation.ts'
import { SENDING_KEY } from '../sending-query.ts'

type ReleaseDialogProps = { hold: NonNullable<SendingView['hold']>; opened: boolean; onClose: () => void }

export function ReleaseDialog({ hold, opened, onClose }: ReleaseDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Cho gửi tiếp`} size="lg">
      <ReleaseForm hold={hold} onClose={onClose} />
    </Modal>
  )
}

function ReleaseForm({ hold, onClose }: Omit<ReleaseDialogProps, 'opened'>) {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState<string>('')
  const release = useSingleMutation({
    mutationFn: () =>
      request<SendingView>('/api/sending/release', { method: 'POST', json: { confirm: CONFIRMED.release, waiting } }),
    onSuccess: (view) => {
      onClose()
      client.setQueryData(SENDING_KEY, view)
      void client.invalidateQueries({ queryKey: ['campaign'] })
    },
  })
  return (
    <ActForm
      submit={t`Gửi tiếp`}
      busy={release.isPending}
      disabled={waiting === ''}
      error={release.error}
      onSubmit={() => release.mutate()}
      onCancel={onClose}
      word={t`gửi tiếp`}
      irreversible={[t`Tin nhắn đã đi thì không lấy lại được.`]}
    >
      <p className={form.big}>{hold.words}</p>
      <p className={form.soft}>
        {t`Chỉ cho gửi tiếp khi đây là hệ thống chính thức và không còn bản nào khác đang gửi cùng danh sách này.`}
      </p>
      <Radio.Group
        label={t`Tin đã tới giờ: ${formatCount(hold.due.email)} thư, ${formatCount(hold.due.zalo)} tin Zalo. Với các tin đang chờ:`}
        value={waiting}
        onChange={setWaiting}
      >
        <div className={form.channels} style={{ marginTop: 8 }}>
          <Radio value="send" label={t`Gửi đi`} description={t`Khi chắc rằng chúng chưa được gửi ở nơi khác.`} />
          <Radio
            value="unknown"
            label={t`Đưa vào danh sách “Chưa rõ đã tới”`}
            description={t`Khi bản này được nạp từ bản sao lưu: có thể chúng đã được gửi sau lúc sao lưu. Không tự gửi; từng tin chờ người quyết định.`}
          />
        </div>
      </Radio.Group>
    </ActForm>
  )
}
