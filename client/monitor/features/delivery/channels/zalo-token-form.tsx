/** An administrator pastes a new refresh token of Zalo; it is never shown again. */

import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import classes from './channels-page.module.css'

export function ZaloTokenForm({ code }: { code: string }) {
  const [token, setToken] = useState('')
  const give = useChange<unknown>(code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate(
      { path: '/api/sending/zalo-token', json: { refreshToken: token.trim() } },
      { onSuccess: () => setToken('') },
    )
  }
  return (
    <form className={classes.token} onSubmit={submit}>
      <PasswordInput
        label={t`Mã làm mới của Zalo`}
        description={t`Lấy ở trang quản trị Zalo Official Account; dán vào đây, hệ thống thử ngay và giữ kín.`}
        autoComplete="off"
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mã` }}
      />
      <ErrorNote error={give.error} />
      <div className={classes.buttons}>
        <Button type="submit" loading={give.isPending} disabled={token.trim() === ''}>
          {t`Dùng mã này`}
        </Button>
      </div>
    </form>
  )
}
