/** E-mail and password; then, where the account has one, the code of the second factor, or setting one up. */

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react'
import type { SessionView } from '../../../shared/api-types.ts'
import { ApiError } from '../../../shared/call-api.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { signedIn } from '../../shared/session-store.ts'
import { t } from '../../words/t.ts'
import { CodeField } from './code-field.tsx'
import classes from './sign-in.module.css'
import { enrollSecondFactor, newRecoveryCodes, signIn } from './sign-in.ts'

/** Drawing the code takes 5 kB that an administrator needs once. */
const SecondFactorSetup = lazy(async () => ({ default: (await import('./second-factor-setup.tsx')).SecondFactorSetup }))

const RecoveryCodes = lazy(async () => ({ default: (await import('./recovery-codes.tsx')).RecoveryCodes }))

type Step =
  | { name: 'password' | 'code' | 'recovery' }
  | { name: 'setup'; secret: string; otpauthUri: string }
  | { name: 'codes'; codes: string[]; view: SessionView }

/** The server says the same for every wrong part; by now the password has been right once. */
const WRONG_CODES = {
  app: t`Mã không đúng hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới rồi nhập lại. Sai năm lần liền thì tài khoản tạm khóa 15 phút.`,
  recovery: t`Mã khôi phục không đúng hoặc đã dùng rồi; mỗi mã dùng một lần. Sai năm lần liền thì tài khoản tạm khóa 15 phút.`,
}

/** `email` given: signing in again as the same person. */
type SignInFormProps = {
  email?: string
  /** Below, until there are codes that are shown once. */
  children?: ReactNode
}

export function SignInForm({ email: known, children }: SignInFormProps) {
  const [step, setStep] = useState<Step>({ name: 'password' })
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const enter = async () => {
    const person = { email: email.trim(), password }
    try {
      const view = await signIn(step.name === 'password' ? person : { ...person, code })
      if (step.name !== 'setup') return signedIn(view)
      // The factor counts already; without codes now, the account's page makes them later.
      const codes = await newRecoveryCodes(password, view.csrfToken).catch(() => null)
      if (codes) setStep({ name: 'codes', codes, view })
      else signedIn(view)
    } catch (refusal) {
      const wanted = refusal instanceof ApiError ? refusal.code : ''
      if (wanted === 'second-factor-required') setStep({ name: 'setup', ...(await enrollSecondFactor(person)) })
      else if (wanted === 'code-required' && step.name === 'password') setStep({ name: 'code' })
      else if (wanted === 'wrong-credentials' && step.name !== 'password')
        throw new ApiError(401, 'wrong-code', WRONG_CODES[step.name === 'recovery' ? 'recovery' : 'app'])
      else throw refusal
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    await enter().catch(setError)
    setBusy(false)
  }

  const go = (name: 'password' | 'code' | 'recovery') => {
    setCode('')
    setError(null)
    setStep({ name })
  }
  if (step.name === 'codes') {
    return (
      <Suspense>
        <RecoveryCodes codes={step.codes} email={email} onDone={() => signedIn(step.view)} />
      </Suspense>
    )
  }
  return (
    <>
      <form className={classes.form} onSubmit={submit}>
        {step.name === 'password' ? (
          <>
            <TextInput
              label={t`Thư điện tử`}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              readOnly={known !== undefined}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              size="md"
            />
            <PasswordInput
              label={t`Mật khẩu`}
              autoComplete="current-password"
              required
              withAsterisk={false}
              data-autofocus={known !== undefined || undefined}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu` }}
              size="md"
            />
          </>
        ) : (
          <>
            {step.name === 'setup' && (
              <Suspense>
                <p>{t`Tài khoản quản trị cần xác thực hai lớp.`}</p>
                <SecondFactorSetup secret={step.secret} uri={step.otpauthUri} />
              </Suspense>
            )}
            <CodeField key={step.name} value={code} onChange={setCode} recovery={step.name === 'recovery'} />
          </>
        )}
        <ErrorNote error={error} />
        <Button type="submit" size="md" loading={busy} fullWidth>
          {t`Đăng nhập`}
        </Button>
        {step.name === 'code' && (
          <Button variant="subtle" onClick={() => go('recovery')}>
            {t`Không có điện thoại? Dùng mã khôi phục`}
          </Button>
        )}
        {step.name !== 'password' && (
          <Button variant="subtle" onClick={() => go(step.name === 'recovery' ? 'code' : 'password')}>
            {t`Quay lại`}
          </Button>
        )}
      </form>
      {children}
    </>
  )
}
