/** The program's access: fetched when first needed, renewed a minute before it ends, by one request however many wait for it. */
import { errorOf } from './index-api-error.ts'
import { type Patience, sendPatiently } from './send-patiently.ts'
import type { IssueTokenAnswer, IssueTokenBody } from './types/issue-token.ts'

const EARLY_MS = 60_000

export type TokenKeeper = {
  read(): Promise<string>
  /** The server refused this one: the next read() fetches another. */
  forget(token: string): void
}

export function keepToken(patience: Patience, baseUrl: string, client: IssueTokenBody): TokenKeeper {
  let current: { token: string; endsAt: number } | null = null
  let fetching: Promise<string> | null = null

  async function fetchToken(): Promise<string> {
    const response = await sendPatiently(
      patience,
      () =>
        new Request(`${baseUrl}/api/index/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(client),
        }),
      false,
    )
    if (!response.ok) throw await errorOf(response)
    const { token, expiresIn } = (await response.json()) as IssueTokenAnswer
    current = { token, endsAt: patience.now() + expiresIn * 1000 }
    return token
  }

  return {
    async read() {
      if (current && patience.now() < current.endsAt - EARLY_MS) return current.token
      fetching ??= fetchToken().finally(() => {
        fetching = null
      })
      return fetching
    },
    forget(token) {
      if (current?.token === token) current = null
    },
  }
}
