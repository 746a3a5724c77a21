/** A call of the API in the name of whoever is signed in; a session that ran out is renewed by the person and the call repeated. */
import type { SessionView } from '../../shared/api-types.ts'
import { ApiError, type ApiRequest, callApi } from '../../shared/call-api.ts'
import { currentSession, signedIn, signedInAgain } from './session-store.ts'

/** Throws ApiError. A 401 or a stale token means that the server did nothing, so that repeating is safe. */
export async function request<T>(path: string, options: ApiRequest = {}): Promise<T> {
  const send = () => {
    const session = currentSession()
    return callApi<T>(path, { ...options, csrfToken: 'csrfToken' in session ? session.csrfToken : undefined })
  }
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'csrf-invalid') signedIn(await callApi<SessionView>('/api/session'))
    else if (error.code === 'sign-in-required') await signedInAgain()
    else throw error
    return send()
  }
}
