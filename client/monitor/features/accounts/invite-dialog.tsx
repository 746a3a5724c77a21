/** Who is invited, and to what. What was typed stays until the invitation has gone out. */
import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { InvitedView } from '../../../shared/account-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { t } from '../../words/t.ts'
import { roleBody } from './account-act-dialog.tsx'
import { useAdminChange } from './accounts-queries.ts'
import { type RoleChoice, RoleFields } from './role-fields.tsx'

type InviteDialogProps = { opened: boolean; onClose: () => void; onMailed: (mailed: InvitedView) => void }

const NOBODY = { email: '', name: '' }
const OFFICER: RoleChoice = { role: 'officer', unit: '' }

export function InviteDialog({ opened, onClose, onMailed }: InviteDialogProps) {
  const invite = useAdminChange<InvitedView>()
  const [person, setPerson] = useState(NOBODY)
  const [choice, setChoice] = useState(OFFICER)
  const close = () => {
    invite.reset()
    onClose()
  }
  const submit = () =>
    invite.mutate(
      { path: '/api/accounts', json: { email: person.email.trim(), name: person.name, ...roleBody(choice) } },
      {
        onSuccess: (mailed) => {
          setPerson(NOBODY)
          setChoice(OFFICER)
          onMailed(mailed)
        },
      },
    )
  return (
    <Modal opened={opened} onClose={close} title={t`Mời người`} size="lg">
      <ActForm
        submit={t`Gửi thư mời`}
        busy={invite.isPending}
        disabled={choice.role === 'unit' && choice.unit === ''}
        error={invite.error}
        onSubmit={submit}
        onCancel={close}
      >
        <TextInput
          label={t`Thư điện tử`}
          type="email"
          required
          withAsterisk={false}
          data-autofocus
          autoComplete="off"
          value={person.email}
          onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
        />
        <TextInput
          label={t`Họ và tên`}
          maxLength={100}
          autoComplete="off"
          value={person.name}
          onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
        />
        <RoleFields value={choice} onChange={setChoice} />
      </ActForm>
    </Modal>
  )
}
