import { useSession } from './session-store.ts'

/** Whether to offer acts at all; the server judges each of them itself. */
export function useMayChange(): boolean {
  const session = useSession()
  return 'role' in session && (session.role === 'admin' || session.role === 'officer')
}

/** A unit's contact sees rates and no points. */
export function useMaySeeScores(): boolean {
  const session = useSession()
  return 'role' in session && session.role !== 'unit'
}

/** Accounts, programs and what belongs to the whole installation. */
export function useIsAdmin(): boolean {
  const session = useSession()
  return 'role' in session && session.role === 'admin'
}
