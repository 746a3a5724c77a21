/** The sign-in calls. A second factor is asked for by a refusal, not known beforehand. */
import type { SessionView } from '../../../shared/api-types.ts'
import { callApi } from '../../../shared/call-api.ts'

export type Credentials = { email: string; password: string; code?: string }

/** Throws ApiError: wrong-credentials, code-required, second-factor-required, account-locked. */
export const signIn = (credentials: Credentials): Promise<SessionView> =>
  callApi<SessionView>('/api/session', { method: 'POST', json: credentials })

/** The secret of a new second factor, shown once. */
export const enrollSecondFactor = (credentials: Credentials): Promise<{ secret: string; otpauthUri: string }> =>
  callApi('/api/session/second-factor', { method: 'POST', json: credentials })
