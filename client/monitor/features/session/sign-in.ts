/** The sign-in calls. A second factor is asked for by a refusal, not known beforehand. */
import type { SessionView } from '../../../shared/api-types.ts'
import { callApi } from '../../../shared/call-api.ts'

export type Credentials = { email: string; password: string; code?: string }

/** Throws ApiError: wrong-credentials, code-required, second-factor-required. A locked account answers like a wrong password. */
export const signIn = (credentials: Credentials): Promise<SessionView> =>
  callApi<SessionView>('/api/session', { method: 'POST', json: credentials })

/** The secret of a new second factor, shown once. */
export const enrollSecondFactor = (credentials: Credentials): Promise<{ secret: string; otpauthUri: string }> =>
  callApi('/api/session/second-factor', { method: 'POST', json: credentials })

/** Ten new recovery codes, shown once, for whoever has just signed in and still has the password in hand. */
export const newRecoveryCodes = async (password: string, csrfToken: string): Promise<string[]> => {
  const call = { method: 'POST', json: { password }, csrfToken } as const
  return (await callApi<{ recoveryCodes: string[] }>('/api/account/recovery-codes', call)).recoveryCodes
}
