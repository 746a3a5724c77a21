/** One call to Zalo's OAuth (domain/README "Zalo"): spends a single-use refresh token and returns the next pair. */
import { z } from 'zod'

const Pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds, as a string. */
  expires_in: z.coerce.number().positive(),
})

export type Refreshed =
  | { ok: true; accessToken: string; refreshToken: string; lifeMs: number }
  /** `person`: Zalo refused the token, so somebody must sign the application in again. Otherwise try later. */
  | { ok: false; failure: string; person: boolean }

export async function refreshZaloToken(
  zalo: { oauthUrl: string; appId: string; appSecret: string },
  refreshToken: string,
  timeoutMs = 10_000,
): Promise<Refreshed> {
  try {
    const response = await fetch(`${zalo.oauthUrl}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: zalo.appSecret },
      body: new URLSearchParams({ refresh_token: refreshToken, app_id: zalo.appId, grant_type: 'refresh_token' }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const reply: unknown = await response.json().catch(() => undefined)
    const pair = Pair.safeParse(reply)
    if (pair.success) {
      const { access_token: accessToken, refresh_token: next, expires_in: seconds } = pair.data
      return { ok: true, accessToken, refreshToken: next, lifeMs: seconds * 1000 }
    }
    if (response.status >= 500) return { ok: false, failure: 'zalo-oauth-unavailable', person: false }
    return { ok: false, failure: 'zalo-token-refused', person: true }
  } catch {
    return { ok: false, failure: 'zalo-oauth-unavailable', person: false }
  }
}
