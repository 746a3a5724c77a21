/** A corrected address of one person; the refusal stands beside the field, with what was probably meant. */

import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../../../../shared/call-api.ts'
import type { ContactProblem, ContactView, PersonView } from '../../../../shared/delivery-types.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { localPhone } from '../../../shared/phone-words.ts'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import classes from './person-drawer.module.css'

type ContactFormProps = { code: string; person: PersonView; onCancel: () => void; onDone: () => void }

export function ContactForm({ code, person, onCancel, onDone }: ContactFormProps) {
  const before = { email: person.email ?? '', phone: localPhone(person.phone ?? '') }
  const [email, setEmail] = useState(before.email)
  const [phone, setPhone] = useState(before.phone)
  const save = useChange<ContactView>(code)
  const problems = problemsOf(save.error)
  const changes = {
    ...(email.trim() === before.email ? {} : { email: email.trim() || null }),
    ...(phone.trim() === before.phone ? {} : { phone: phone.trim() || null }),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { path: campaignPath(code, `/people/${encodeURIComponent(person.id)}/contact`), json: changes },
      { onSuccess: onDone },
    )
  }
  const wordsOf = (path: ContactProblem['path']) => {
    const problem = problems.find((one) => one.path === path)
    return problem && `${problem.problem}${problem.suggestion ? t` Có phải ${problem.suggestion}?` : ''}`
  }
  return (
    <form className={classes.inset} onSubmit={submit} noValidate>
      <TextInput
        label={t`Thư điện tử`}
        type="email"
        autoComplete="off"
        value={email}
        error={wordsOf('email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t`Số điện thoại`}
        description={t`Dùng cho Zalo.`}
        type="tel"
        autoComplete="off"
        value={phone}
        error={wordsOf('phone')}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      {problems.length === 0 && <ErrorNote error={save.error} />}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onCancel} disabled={save.isPending}>
          {t`Hủy`}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={Object.keys(changes).length === 0}>
          {t`Lưu địa chỉ`}
        </Button>
      </Group>
    </form>
  )
}

function problemsOf(error: unknown): ContactProblem[] {
  if (!(error instanceof ApiError) || !Array.isArray(error.details)) return []
  return error.details.filter(
    (one: Partial<ContactProblem>) => (one?.path === 'email' || one?.path === 'phone') && one.problem,
  )
}
