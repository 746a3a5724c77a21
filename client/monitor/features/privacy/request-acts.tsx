/** The act that settles a request of each kind, and ending it in words where no act fits. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PrivacyRequest } from '../../../shared/privacy-types.ts'
import { DownloadButton } from '../../shared/download-button.tsx'
import { t } from '../../words/t.ts'
import { CloseRequestForm } from './close-request-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { EraseForm } from './erase-form.tsx'
import classes from './privacy.module.css'
import { privacyPath } from './privacy-queries.ts'
import { WithdrawForm } from './withdraw-form.tsx'

type Form = 'act' | 'done' | 'refused' | null

const ACT_NAMES: Record<PrivacyRequest['kind'], string> = {
  see: t`Đã trao bản kê`,
  correct: t`Sửa thông tin`,
  withdraw: t`Ngừng gửi và xóa địa chỉ`,
  erase: t`Xóa người này`,
}

export function RequestActs({ code, request }: { code: string; request: PrivacyRequest }) {
  const [form, setForm] = useState<Form>(null)
  const { kind, person } = request
  const leave = () => setForm(null)
  if (form === 'act' && person) return <Act code={code} request={request} onCancel={leave} />
  if (form === 'done' || form === 'refused')
    return <CloseRequestForm code={code} id={request.id} state={form} onCancel={leave} />
  const document = privacyPath(code, `/requests/${encodeURIComponent(request.id)}/document`)
  return (
    <div className={classes.acts}>
      {kind === 'see' && person && (
        <>
          <DownloadButton href={`${document}.docx`}>{t`Bản kê dữ liệu (.docx)`}</DownloadButton>
          <Button component="a" href={`${document}.html`} target="_blank" rel="noreferrer" variant="default">
            {t`Xem và in`}
          </Button>
        </>
      )}
      {person && <Button onClick={() => setForm(kind === 'see' ? 'done' : 'act')}>{ACT_NAMES[kind]}</Button>}
      <Button variant="default" onClick={() => setForm('refused')}>
        {t`Không thực hiện được`}
      </Button>
    </div>
  )
}

type ActProps = { code: string; request: PrivacyRequest; onCancel: () => void }

function Act({ code, request, onCancel }: ActProps) {
  const { id, kind, person } = request
  if (kind === 'correct' && person) return <CorrectForm code={code} id={id} person={person} onCancel={onCancel} />
  if (kind === 'withdraw') return <WithdrawForm code={code} id={id} onCancel={onCancel} />
  return <EraseForm code={code} id={id} onCancel={onCancel} />
}
