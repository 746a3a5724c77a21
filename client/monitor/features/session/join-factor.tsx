/** After the password: the second factor, which an administrator of a real system needs and others may leave for later. */
import { Button } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { LookView } from '../../../shared/account-types.ts'
import { ApiError } from '../../../shared/call-api.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { t } from '../../words/t.ts'
import { CodeField } from './code-field.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'
import classes from './sign-in.module.css'
import { enrollSecondFactor, newRecoveryCodes, signIn } from './sign-in.ts'

type JoinFactorProps = { offer: LookView; password: string; onDone: () => void }

export function JoinFactor({ offer: { email, secondFactor }, password, onDone }: JoinFactorProps) {
  const [factor, setFactor] = useState<{ secret: string; otpauthUri: string } | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const [code, setCode] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    setError(null)
    enrollSecondFactor({ email, password }).then(setFactor, setError)
  }, [email, password, attempt])

  const act = async (does: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    await does().catch((refusal: unknown) =>
      setError(
        refusal instanceof ApiError && refusal.code === 'wrong-credentials'
          ? new ApiError(
              401,
              'wrong-code',
              t`Mã không đúng hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.`,
            )
          : refusal,
      ),
    )
    setBusy(false)
  }
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    void act(async () => {
      const { csrfToken } = await signIn({ email, password, code })
      // The factor counts already; without codes now, the account's page makes them later.
      const made = await newRecoveryCodes(password, csrfToken).catch(() => null)
      if (made) setCodes(made)
      else onDone()
    })
  }
  const later = () => act(() => signIn({ email, password }).then(onDone))

  if (codes) return <RecoveryCodes codes={codes} email={email} onDone={onDone} />
  if (!factor)
    return error ? <ErrorNote error={error} onRetry={() => setAttempt((count) => count + 1)} /> : <PageLoading />
  return (
    <form className={classes.form} onSubmit={confirm}>
      <div>
        <h2 className={classes.step}>{t`Xác thực hai lớp`}</h2>
        <p
          className={classes.soft}
        >{t`Mật khẩu đã đặt xong. Xác thực hai lớp giữ tài khoản an toàn cả khi mật khẩu bị lộ.`}</p>
      </div>
      <SecondFactorSetup secret={factor.secret} uri={factor.otpauthUri} />
      <CodeField value={code} onChange={setCode} />
      <ErrorNote error={error} />
      <Button type="submit" size="md" loading={busy} fullWidth>
        {t`Bật xác thực hai lớp`}
      </Button>
      {secondFactor === 'advised' && (
        <Button variant="subtle" onClick={() => void later()} disabled={busy}>
          {t`Để sau`}
        </Button>
      )}
    </form>
  )
}
