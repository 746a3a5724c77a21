/** The simulated Zalo's OAuth: refresh tokens that work once, access tokens that end, `expires_in` as a string. */
import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export const randomToken = (): string => randomBytes(24).toString('base64url')

export type SimulatedTokens = {
  appSecret: string
  /** The one refresh token that is good now. */
  refreshToken(): string
  /** Answers a request for a new pair; the pair before it is worth nothing from then on. */
  refresh(headers: IncomingHttpHeaders, form: string): object
  accepts(accessToken: unknown): boolean
  /** The access token given out last is no good any more. */
  expire(): void
  /** As if somebody else had used the refresh token, or three months had passed. */
  revoke(): void
}

export function simulateTokens(appId: string, lifeMs: number, now: () => Date): SimulatedTokens {
  const appSecret = randomToken()
  let access = { token: randomToken(), until: now().getTime() + lifeMs }
  let refreshToken = randomToken()
  return {
    appSecret,
    refreshToken: () => refreshToken,
    refresh(headers, text) {
      const form = new URLSearchParams(text)
      const wellFormed =
        headers.secret_key === appSecret &&
        headers['content-type']?.startsWith('application/x-www-form-urlencoded') &&
        form.get('app_id') === appId &&
        form.get('grant_type') === 'refresh_token'
      if (!wellFormed) return { error: -14002, error_name: 'Invalid parameter' }
      if (form.get('refresh_token') !== refreshToken) return { error: -14014, error_name: 'Invalid refresh token' }
      access = { token: randomToken(), until: now().getTime() + lifeMs }
      refreshToken = randomToken()
      return {
        access_token: access.token,
        refresh_token: refreshToken,
        expires_in: String(Math.round(lifeMs / 1000)),
      }
    },
    accepts: (token) => token === access.token && now().getTime() < access.until,
    expire() {
      access = { token: randomToken(), until: 0 }
    },
    revoke() {
      refreshToken = randomToken()
    },
  }
}
