/**
 * One call to Zalo's API with a token that should be good, and once more with another when Zalo refuses that. A reply is
 * certain; no reply is not: only a connection that was never made counts as never asked.
 */
import { z } from 'zod'
import { isTokenError } from './zalo-errors.ts'

/** `generation` names the pair the token came from, so that two who find it stale refresh it once. */
export type ZaloAccess =
  | { ok: true; accessToken: string; generation: number }
  | { ok: false; failure: string; person: boolean }

export type ZaloTokens = {
  /** A token that should still be good. */
  current(): Promise<ZaloAccess>
  /** Another token than that of `generation`, which Zalo refused. */
  renew(generation: number): Promise<ZaloAccess>
}

export type ZaloAnswer =
  | { kind: 'reply'; http: number; error: number; data: unknown }
  /** An answer that is not Zalo's JSON. */
  | { kind: 'unreadable'; http: number }
  | { kind: 'silent'; failure: 'zalo-unreachable' | 'zalo-timeout' | 'zalo-lost' }
  | { kind: 'no-access'; failure: string; person: boolean }

export type ZaloCall = (path: string, request: { method: 'GET' | 'POST'; body?: object }) => Promise<ZaloAnswer>

const Reply = z.object({ error: z.coerce.number().int(), data: z.unknown().optional() })

/** Failures of fetch that happen before a byte of the request has left. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|CERT_\w+|\w*_CERT\w*|\w*SELF_SIGNED\w*)$/

/** `stopping` breaks calls off that are under way. */
export function zaloCaller(
  apiUrl: string,
  tokens: ZaloTokens,
  { timeoutMs, stopping }: { timeoutMs: number; stopping: AbortSignal },
): ZaloCall {
  async function callOnce(
    path: string,
    { method, body }: Parameters<ZaloCall>[1],
    accessToken: string,
  ): Promise<ZaloAnswer> {
    try {
      const response = await fetch(`${apiUrl}${path}`, {
        method,
        headers: { access_token: accessToken, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
        redirect: 'error',
        signal: AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]),
      })
      const reply = Reply.safeParse(parseJson(await response.text()))
      if (!reply.success) return { kind: 'unreadable', http: response.status }
      return { kind: 'reply', http: response.status, error: reply.data.error, data: reply.data.data }
    } catch (error) {
      return { kind: 'silent', failure: silenceOf(error) }
    }
  }

  return async (path, request) => {
    const access = await tokens.current()
    if (!access.ok) return { kind: 'no-access', ...access }
    const answer = await callOnce(path, request, access.accessToken)
    if (answer.kind !== 'reply' || !isTokenError(answer.error)) return answer
    const renewed = await tokens.renew(access.generation)
    if (!renewed.ok) return { kind: 'no-access', ...renewed }
    return callOnce(path, request, renewed.accessToken)
  }
}

/** What an error of fetch means. */
export function silenceOf(error: unknown): 'zalo-unreachable' | 'zalo-timeout' | 'zalo-lost' {
  const { name, cause } = error as { name?: string; cause?: { code?: string; errors?: { code?: string }[] } }
  if (name === 'TimeoutError' || name === 'AbortError') return 'zalo-timeout'
  const code = cause?.code ?? cause?.errors?.[0]?.code ?? ''
  return NEVER_LEFT.test(code) ? 'zalo-unreachable' : 'zalo-lost'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
