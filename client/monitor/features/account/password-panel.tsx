/** Another password; whoever else is signed in with the old one is out. */
import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ErrorNote } from '../../shared/error-note.tsx'
import { Panel } from '../../shared/panel.tsx'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { t } from '../../words/t.ts'
import { Note } from '../delivery/note.tsx'
import { NewPasswordFields } from '../session/new-password-fields.tsx'
import classes from './account-page.module.css'

export function PasswordPanel({ email }: { email: string }) {
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string | null>(null)
  /** Another number is another form: its fields begin empty. */
  const [round, setRound] = useState(0)
  const change = useSingleMutation({
    mutationFn: () =>
      request<{ sessionsEnded: number }>('/api/account/password', { method: 'POST', json: { current, next } }),
    onSuccess: () => {
      setCurrent('')
      setNext(null)
      setRound((count) => count + 1)
      return client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next !== null) change.mutate()
  }
  return (
    <Panel title={t`Đổi mật khẩu`}>
      <form className={classes.form} onSubmit={submit}>
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t`Mật khẩu hiện tại`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          maxLength={200}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu` }}
        />
        <NewPasswordFields key={round} onChange={setNext} />
        <ErrorNote error={change.error} />
        {change.data && (
          <Note>
            {change.data.sessionsEnded > 0
              ? t`Đã đổi mật khẩu. ${change.data.sessionsEnded} phiên ở nơi khác đã kết thúc.`
              : t`Đã đổi mật khẩu.`}
          </Note>
        )}
        <Button type="submit" loading={change.isPending} disabled={next === null}>
          {t`Đổi mật khẩu`}
        </Button>
      </form>
    </Panel>
  )
}
