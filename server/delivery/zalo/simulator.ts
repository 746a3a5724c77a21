/**
 * A small local Zalo for tests and the demo, faithful where it matters (domain/README "Zalo"): HTTP 200 even on failure,
 * single-use refresh tokens, `expires_in` as a string, quota in the replies, signed receipts. What it answers to a phone
 * is scripted with `answer`.
 */
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type ZaloRequest = {
  phone: string
  template_id: string
  template_data: Record<string, string>
  tracking_id: string
}

/** A number is Zalo's `error`; "hang" takes the message and never replies, "drop" takes it and breaks the connection. */
export type ZaloAnswer = number | 'hang' | 'drop' | { http: number; body?: string }

export type ZaloSimulator = {
  url: string
  appId: string
  appSecret: string
  oaSecret: string
  /** The one refresh token that is good now. */
  refreshToken(): string
  /** Messages that Zalo has taken, whether or not the sender could hear of it. */
  taken: ZaloRequest[]
  calls: { send: number; refresh: number }
  /** The next answers to this phone ("*": to any), each used once. */
  answer(phone: string, ...answers: ZaloAnswer[]): void
  /** The access token given out last is no good any more. */
  expire(): void
  quota: { daily: number; remaining: number }
  /** A receipt as Zalo would post it: raw body and signature header. */
  receipt(message: { msgId?: string; trackingId?: string; at?: Date }): { body: string; signature: string }
  close(): Promise<void>
}

export async function startZaloSimulator(): Promise<ZaloSimulator> {
  const [appId, appSecret, oaSecret] = ['4411223344', randomToken(), randomToken()]
  let accessToken = randomToken()
  let refreshToken = randomToken()
  const scripted = new Map<string, ZaloAnswer[]>()
  const simulator = {
    taken: [] as ZaloRequest[],
    calls: { send: 0, refresh: 0 },
    quota: { daily: 500, remaining: 500 },
  }

  async function refresh(req: IncomingMessage): Promise<object> {
    simulator.calls.refresh++
    const form = new URLSearchParams(await text(req))
    const wellFormed =
      req.headers.secret_key === appSecret &&
      req.headers['content-type']?.startsWith('application/x-www-form-urlencoded') &&
      form.get('app_id') === appId &&
      form.get('grant_type') === 'refresh_token'
    if (!wellFormed) return { error: -14002, error_name: 'Invalid parameter' }
    if (form.get('refresh_token') !== refreshToken) return { error: -14014, error_name: 'Invalid refresh token' }
    accessToken = randomToken()
    refreshToken = randomToken()
    return { access_token: accessToken, refresh_token: refreshToken, expires_in: '90000' }
  }

  function accept(message: ZaloRequest): object {
    simulator.taken.push(message)
    simulator.quota.remaining--
    const { daily, remaining } = simulator.quota
    return reply(0, 'Success', {
      msg_id: randomBytes(10).toString('hex'),
      sent_time: String(Date.now()),
      sending_mode: '1',
      quota: { dailyQuota: String(daily), remainingQuota: String(remaining) },
    })
  }

  async function send(req: IncomingMessage): Promise<ZaloAnswer | object> {
    simulator.calls.send++
    const message = JSON.parse(await text(req)) as ZaloRequest
    if (req.headers.access_token !== accessToken) return reply(-124, 'Access token invalid')
    const answer = scripted.get(message.phone)?.shift() ?? scripted.get('*')?.shift()
    if (typeof answer === 'number') return reply(answer, 'refused')
    if (answer === 'hang' || answer === 'drop') accept(message)
    if (answer !== undefined) return answer
    if (!/^84\d{9}$/.test(message.phone)) return reply(-108, 'Phone number invalid')
    if (message.tracking_id.length > 48) return reply(-121, 'tracking_id too long')
    if ([...(message.template_data.name ?? '')].length > 30) return reply(-1321, 'name too long')
    if (simulator.quota.remaining <= 0) return reply(-144, 'Out of quota')
    return accept(message)
  }

  const server = createServer(async (req, res) => {
    const route = `${req.method} ${req.url}`
    const answer: ZaloAnswer | object =
      route === 'POST /message/template'
        ? await send(req)
        : route === 'POST /v4/oa/access_token'
          ? await refresh(req)
          : { http: 404 }
    if (answer === 'hang') return
    if (answer === 'drop') return void req.socket.destroy()
    const { http = 200, body } = answer as { http?: number; body?: string }
    res.writeHead(http, { 'content-type': 'application/json' }).end(body ?? JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    ...simulator,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId,
    appSecret,
    oaSecret,
    refreshToken: () => refreshToken,
    answer: (phone, ...answers) => void scripted.set(phone, [...(scripted.get(phone) ?? []), ...answers]),
    expire() {
      accessToken = randomToken()
    },
    receipt({ msgId, trackingId, at = new Date() }) {
      const timestamp = String(at.getTime())
      const body = JSON.stringify({
        event_name: 'user_received_message',
        app_id: appId,
        sender: { id: '1001' },
        recipient: { id: '2002' },
        message: { delivery_time: timestamp, msg_id: msgId, tracking_id: trackingId },
        timestamp,
      })
      const mac = createHash('sha256').update(`${appId}${body}${timestamp}${oaSecret}`).digest('hex')
      return { body, signature: `mac=${mac}` }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const randomToken = (): string => randomBytes(24).toString('base64url')
const reply = (error: number, message: string, data?: object) => ({ error, message, ...(data ? { data } : {}) })
