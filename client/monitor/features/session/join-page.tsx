/**
 * What a mailed link opens, before anybody is signed in: setting a password, then a second factor with its recovery codes.
 * The link's token stands after the # and so reaches no server's log; it is spent when the password is set.
 */
import { useEffect, useState } from 'react'
import type { LookView } from '../../../shared/account-types.ts'
import { callApi } from '../../../shared/call-api.ts'
import { formatMoment } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { LanguageChoice } from '../../shared/language-choice.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { ROLE_NAMES } from '../../shared/role-names.ts'
import { t } from '../../words/t.ts'
import { EntrySheet } from './entry-sheet.tsx'
import { JoinFactor } from './join-factor.tsx'
import { JoinPassword } from './join-password.tsx'
import classes from './sign-in.module.css'

const token = () => window.location.hash.slice(1)
const enterConsole = () => window.location.replace('/console/')

export function JoinPage() {
  const [offer, setOffer] = useState<LookView | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)
  /** Set once the account is there: it signs in, and is kept nowhere else. */
  const [password, setPassword] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    setError(null)
    callApi<LookView>('/api/join/look', { method: 'POST', json: { token: token() } }).then(setOffer, setError)
  }, [attempt])

  return (
    <EntrySheet>
      {!offer && !error && <PageLoading />}
      {!offer && (
        <>
          <ErrorNote error={error} onRetry={() => setAttempt((count) => count + 1)} />
          {Boolean(error) && <a href="/console/">{t`Tới trang đăng nhập`}</a>}
        </>
      )}
      {offer && password === null && (
        <>
          <Offer offer={offer} />
          <JoinPassword offer={offer} token={token()} onDone={setPassword} />
        </>
      )}
      {offer && password !== null && <JoinFactor offer={offer} password={password} onDone={enterConsole} />}
      {/* It loads the page anew, and the link is spent once the password is set. */}
      {password === null && <LanguageChoice />}
    </EntrySheet>
  )
}

function Offer({ offer: { kind, email, role, unit, expiresAt } }: { offer: LookView }) {
  return (
    <div>
      <h2 className={classes.step}>{kind === 'join' ? t`Đặt mật khẩu` : t`Đặt lại mật khẩu`}</h2>
      <p className={classes.soft}>
        {t`Tài khoản ${email}, vai trò ${unit ? `${ROLE_NAMES[role]} (${unit})` : ROLE_NAMES[role]}. Đường dẫn dùng được đến ${formatMoment(expiresAt)}.`}
      </p>
    </div>
  )
}
