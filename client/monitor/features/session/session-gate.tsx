/** Nothing is shown before someone has signed in; a session that runs out later is renewed over the page. */
import { type ReactNode, useEffect, useState } from 'react'
import type { SessionView } from '../../../shared/api-types.ts'
import { ApiError, callApi } from '../../../shared/call-api.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { late } from '../../shared/late.tsx'
import classes from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { signedIn, signedOut, useSession } from '../../shared/session-store.ts'
import { SignInPage } from './sign-in-page.tsx'

const ExpiredDialog = late(
  'expired-dialog',
  async () => (await import('./expired-dialog.tsx')).ExpiredDialog,
  () => true,
)

/** For whoever was mailed a link, and has no account to sign in with yet. */
const JoinPage = late(
  'join-page',
  async () => (await import('./join-page.tsx')).JoinPage,
  () => true,
)

type SessionGateProps = { children: ReactNode; onSignedOut: () => void }

export const SessionGate = (props: SessionGateProps) =>
  window.location.pathname === '/console/join' ? <JoinPage /> : <SignedInGate {...props} />

function SignedInGate({ children, onSignedOut }: SessionGateProps) {
  const session = useSession()
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    callApi<SessionView>('/api/session').then(signedIn, (refusal: unknown) => {
      if (refusal instanceof ApiError && refusal.status === 401) signedOut()
      else setError(refusal)
    })
  }, [attempt])

  useEffect(() => {
    if (session.state === 'signed-out') onSignedOut()
  }, [session.state, onSignedOut])

  if (session.state === 'unknown') {
    if (!error) {
      return (
        <main>
          <PageLoading />
        </main>
      )
    }
    const retry = () => {
      setError(null)
      setAttempt((count) => count + 1)
    }
    return (
      <main className={classes.narrow}>
        <ErrorNote error={error} onRetry={retry} />
      </main>
    )
  }
  if (session.state === 'signed-out') return <SignInPage />
  return (
    <>
      {children}
      {session.state === 'expired' && <ExpiredDialog email={session.email} />}
    </>
  )
}
