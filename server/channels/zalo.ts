/**
 * Zalo's ZBS Template Message (domain/README "Zalo"). A reply is certain; no reply is not: only a connection that was
 * never made counts as not sent, everything later leaves `unknown`.
 */
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Channel, Message, Outcome } from './channel.ts'
import { shortenName } from './shorten-name.ts'
import { isTokenError, zaloErrorOutcome } from './zalo-errors.ts'

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

export type ZaloOptions = {
  apiUrl: string
  templateId: string
  tokens: ZaloTokens
  clock: Clock
  timeoutMs?: number
}

const Count = z.coerce.number().int().nonnegative()
const Reply = z.object({
  error: z.coerce.number().int(),
  data: z
    .object({
      msg_id: z.coerce.string().optional().catch(undefined),
      quota: z.object({ dailyQuota: Count, remainingQuota: Count }).optional().catch(undefined),
    })
    .nullish()
    .catch(undefined),
})
type Reply = z.infer<typeof Reply>

/** Failures of fetch that happen before a byte of the request has left. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|CERT_\w+|\w*_CERT\w*|\w*SELF_SIGNED\w*)$/
const SOON_MS = 60_000

export function createZaloChannel({ apiUrl, templateId, tokens, clock, timeoutMs = 20_000 }: ZaloOptions): Channel {
  const stopping = new AbortController()

  async function post(message: Message, accessToken: string): Promise<Reply | Outcome> {
    let status: number
    let body: string
    try {
      const response = await fetch(`${apiUrl}/message/template`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', access_token: accessToken },
        body: JSON.stringify(requestOf(message, templateId)),
        redirect: 'error',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutMs)]),
      })
      status = response.status
      body = await response.text()
    } catch (error) {
      return networkOutcome(error)
    }
    const reply = Reply.safeParse(parseJson(body))
    if (status >= 200 && status < 300)
      return reply.success ? reply.data : { kind: 'unknown', failure: 'zalo-unreadable' }
    // 504: a gateway gave up waiting, so whoever stands behind it may have sent the message.
    if (status === 504) return { kind: 'unknown', failure: 'zalo-http-504' }
    if (status >= 500 || status === 429) {
      return { kind: 'retry', failure: `zalo-http-${status}`, afterMs: SOON_MS, everyone: true }
    }
    if (reply.success && reply.data.error !== 0) return reply.data
    return { kind: 'rejected', failure: `zalo-http-${status}`, person: true }
  }

  async function send(message: Message): Promise<Outcome> {
    let access = await tokens.current()
    if (!access.ok) return noAccess(access)
    let answer = await post(message, access.accessToken)
    if ('error' in answer && isTokenError(answer.error)) {
      access = await tokens.renew(access.generation)
      if (!access.ok) return noAccess(access)
      answer = await post(message, access.accessToken)
    }
    return 'error' in answer ? outcomeOf(answer, clock.now()) : answer
  }

  return {
    name: 'zalo',
    send,
    ready: async () => (await tokens.current()).ok,
    async close() {
      stopping.abort()
    },
  }
}

/** `tracking_id` comes back in the receipt; Zalo takes at most 48 characters, a delivery's id has 36. */
function requestOf(message: Message, templateId: string) {
  return {
    phone: message.recipient,
    template_id: templateId,
    template_data: {
      name: shortenName(message.name),
      campaign: message.campaign,
      unit: message.unit,
      deadline: message.deadline,
      token: message.token,
    },
    tracking_id: message.deliveryId,
  }
}

function outcomeOf({ error, data }: Reply, now: Date): Outcome {
  if (error !== 0) return zaloErrorOutcome(error, now)
  const quota = data?.quota && { daily: data.quota.dailyQuota, remaining: data.quota.remainingQuota }
  return { kind: 'sent', providerId: data?.msg_id, quota }
}

function noAccess({ failure, person }: { failure: string; person: boolean }): Outcome {
  return person ? { kind: 'rejected', failure, person } : { kind: 'retry', failure, afterMs: SOON_MS, everyone: true }
}

function networkOutcome(error: unknown): Outcome {
  const { name, cause } = error as { name?: string; cause?: { code?: string; errors?: { code?: string }[] } }
  if (name === 'TimeoutError' || name === 'AbortError') return { kind: 'unknown', failure: 'zalo-timeout' }
  const code = cause?.code ?? cause?.errors?.[0]?.code ?? ''
  if (NEVER_LEFT.test(code)) return { kind: 'retry', failure: 'zalo-unreachable', afterMs: SOON_MS, everyone: true }
  return { kind: 'unknown', failure: 'zalo-lost' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
