/** Takes the public page back, after a typed word and with a reason that stays in the list of versions. */

import { useState } from 'react'
import type { PublicationsView } from '../../../shared/publication-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { CONFIRMED } from '../../shared/confirmations.ts'
import { ReasonText } from '../../shared/reason-text.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'

export const LEAST_REASON = 5

export function WithdrawForm({ code, onDone }: { code: string; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const withdraw = useAct<PublicationsView>(code, '/publications/withdraw')
  return (
    <ActForm
      submit={t`Gỡ xuống`}
      busy={withdraw.isPending}
      disabled={reason.trim().length < LEAST_REASON}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({ reason, confirm: CONFIRMED.withdraw }, { onSuccess: onDone })}
      onCancel={onDone}
      word={t`gỡ xuống`}
    >
      <p>
        {t`Ai mở địa chỉ này sẽ thấy “Chưa có kết quả được công bố ở đây”. Bản người khác đã tải về hay đã lưu thì không thu hồi được; máy trung gian có thể còn giữ trang vài phút.`}
      </p>
      <ReasonText
        label={t`Lý do`}
        description={t`Còn lại trong danh sách các bản công bố.`}
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  )
}
