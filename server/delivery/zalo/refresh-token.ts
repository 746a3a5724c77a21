/** One call to Zalo's OAuth (domain/README "Zalo"): spends a single-use refresh token and returns the next pair. */
import { z } from 'zod'
import { silenceOf } from '../../channels/zalo-call.ts'

const Pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds, as a string. */
  expires_in: z.coerce.number().positive(),
})
const Refusal = z.object({ error: z.coerce.number().refine((code) => code !== 0) })

export type Refreshed =
  | { ok: true; accessToken: string; refreshToken: string; lifeMs: number }
  /**
   * `person`: Zalo refused the token, so somebody must sign the application in again. Otherwise try later; `spent`: Zalo
   * may have used the token up without our hearing of it.
   */
  | { ok: false; failure: string; person: boolean; spent?: boolean }

export async function refreshZaloToken(
  zalo: { oauthUrl: string; appId: string; appSecret: string },
  refreshToken: string,
  timeoutMs = 10_000,
): Promise<Refreshed> {
  let http: number
  let reply: unknown
  try {
    const response = await fetch(`${zalo.oauthUrl}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: zalo.appSecret },
      body: new URLSearchParams({ refresh_token: refreshToken, app_id: zalo.appId, grant_type: 'refresh_token' }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    http = response.status
    reply = parseJson(await response.text())
  } catch (error) {
    return unavailable(silenceOf(error) !== 'zalo-unreachable')
  }
  const pair = Pair.safeParse(reply)
  if (pair.success) {
    const { access_token: accessToken, refresh_token: next, expires_in: seconds } = pair.data
    return { ok: true, accessToken, refreshToken: next, lifeMs: seconds * 1000 }
  }
  if (http >= 500 || http === 429) return unavailable(http === 504)
  const refused = Refusal.safeParse(reply).success || http >= 400
  return refused ? { ok: false, failure: 'zalo-token-refused', person: true } : unavailable(true)
}

const unavailable = (spent: boolean): Refreshed => ({
  ok: false,
  failure: 'zalo-oauth-unavailable',
  person: false,
  spent,
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
