import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { PrivacyRequests } from '../../../shared/privacy-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { isReason } from '../../shared/reason-field.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'

type CloseRequestFormProps = { code: string; id: string; state: 'done' | 'refused'; onCancel: () => void }

/** Ends a request in an officer's own words. */
export function CloseRequestForm({ code, id, state, onCancel }: CloseRequestFormProps) {
  const [outcome, setOutcome] = useState('')
  const close = useAct<PrivacyRequests>(code, `/privacy/requests/${encodeURIComponent(id)}/close`)
  return (
    <ActForm
      submit={t`Kết thúc yêu cầu`}
      busy={close.isPending}
      disabled={!isReason(outcome)}
      error={close.error}
      onSubmit={() => close.mutate({ state, outcome })}
      onCancel={onCancel}
    >
      <Textarea
        label={state === 'done' ? t`Đã làm gì` : t`Vì sao không thực hiện được`}
        description={
          state === 'done'
            ? t`Ví dụ: đã gửi bản kê qua thư ngày hôm nay.`
            : t`Ví dụ: không có ai tên ấy trong danh sách; đã gọi lại báo. Người yêu cầu phải được biết lý do.`
        }
        autosize
        minRows={2}
        maxLength={2000}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        data-autofocus
      />
    </ActForm>
  )
}
