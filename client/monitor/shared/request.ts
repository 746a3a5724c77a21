/** A call of the API in the name of whoever is signed in; a session that ran out is renewed by the person and the call repeated. */
import type { SessionView } from '../../shared/api-types.ts'
import { ApiError, type ApiRequest, callApi } from '../../shared/call-api.ts'
import { inOurWords } from '../words/t.ts'
import { currentSession, signedIn, signedInAgain } from './session-store.ts'

/** Throws ApiError. A 401 or a stale token means that the server did nothing, so that repeating is safe. */
export const request = <T>(path: string, options: ApiRequest = {}): Promise<T> =>
  withSession((csrfToken) => callApi<T>(path, { ...options, csrfToken }))

/** The same for a call that is sent another way: `call` gets the session's token, and throws ApiError. */
export async function withSession<T>(call: (csrfToken: string | undefined) => Promise<T>): Promise<T> {
  const send = () => {
    const session = currentSession()
    return call('csrfToken' in session ? session.csrfToken : undefined).then(inOurWords, throwInOurWords)
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

/** The message is said by its code where it is shown (error-note.tsx). */
function throwInOurWords(error: unknown): never {
  if (!(error instanceof ApiError)) throw error
  throw new ApiError(error.status, error.code, error.message, inOurWords(error.details))
}
