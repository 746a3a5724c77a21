/** The first password of an account, or a new one. */
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { LookView } from '../../../shared/account-types.ts'
import { callApi } from '../../../shared/call-api.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { t } from '../../words/t.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import classes from './sign-in.module.css'

type JoinPasswordProps = { offer: LookView; token: string; onDone: (password: string) => void }

export function JoinPassword({ offer, token, onDone }: JoinPasswordProps) {
  const [name, setName] = useState(offer.name)
  const [password, setPassword] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === null) return
    setBusy(true)
    setError(null)
    const json = { token, password, ...(offer.kind === 'join' ? { name } : {}) }
    await callApi('/api/join', { method: 'POST', json }).then(() => onDone(password), setError)
    setBusy(false)
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {/* Password managers keep a password under the name in the form. */}
      <input type="email" name="username" autoComplete="username" value={offer.email} readOnly hidden />
      {offer.kind === 'join' && (
        <TextInput
          label={t`Họ và tên`}
          autoComplete="name"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          size="md"
        />
      )}
      <NewPasswordFields onChange={setPassword} size="md" />
      <ErrorNote error={error} />
      <Button type="submit" size="md" loading={busy} disabled={password === null} fullWidth>
        {t`Đặt mật khẩu`}
      </Button>
    </form>
  )
}
