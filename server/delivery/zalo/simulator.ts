/**
 * A local Zalo for tests and the demo, faithful where it matters (domain/README "Zalo"): HTTP 200 even on failure,
 * single-use refresh tokens, quota in the replies, every error on demand, message status, signed receipts by webhook. What
 * it answers to a phone is scripted with `answer`, or drawn by seed.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '../../demo/seeded-random.ts'
import {
  type Fate,
  type MessageRules,
  simulateMessages,
  type TakenMessage,
  type ZaloAnswer,
  type ZaloRequest,
  zaloReply,
} from './simulator-messages.ts'
import { randomToken, simulateTokens } from './simulator-tokens.ts'
import {
  macOf,
  type ReceiptContent,
  type SignedBody,
  signReceipt,
  simulateWebhooks,
  type WebhookCounts,
  type WebhookPlan,
} from './simulator-webhooks.ts'

export type { Fate, WebhookPlan, ZaloAnswer, ZaloRequest }

/**
 * "spend" uses the refresh token up and never replies, "drop" uses it up and breaks the connection, "ignore" leaves it
 * good and never replies; `after` replies as ever, but not before.
 */
export type RefreshAnswer = 'spend' | 'drop' | 'ignore' | { after: Promise<unknown> } | { http: number; body?: string }

export type ZaloSimulatorOptions = Partial<MessageRules> & {
  /** To stand in for a simulator that stopped. */
  appId?: string
  oaSecret?: string
  /** Fixed milliseconds before a reply, or a seeded choice between two. */
  latencyMs?: number | { from: number; to: number }
  /** Messages a day; begins anew at midnight in Viet Nam. */
  dailyQuota?: number
  accessTokenLifeMs?: number
  /** Whether message/status also knows messages by our tracking id. Zalo does not say that it does. */
  statusByTrackingId?: boolean
  /** Without it, receipts are only made by `receipt`. */
  webhook?: WebhookPlan
}

export type ZaloSimulator = {
  url: string
  appId: string
  appSecret: string
  oaSecret: string
  /** The one refresh token that is good now. */
  refreshToken(): string
  /** Messages that Zalo has taken, whether or not the sender could hear of it. */
  taken: ZaloRequest[]
  /** The same with Zalo's own id and times. */
  messages: TakenMessage[]
  calls: { send: number; refresh: number; status: number }
  /** The next answers to this phone ("*": to any), each used once. */
  answer(phone: string, ...answers: ZaloAnswer[]): void
  /** The next answers to who asks for tokens, each used once. */
  answerRefresh(...answers: RefreshAnswer[]): void
  /** The next answers to who asks for a message's status, each used once. */
  answerStatus(...answers: ZaloAnswer[]): void
  /** The access token given out last is no good any more. */
  expire(): void
  /** The refresh token is no good any more. */
  revoke(): void
  /** The message is on the device from now on, as message/status sees it. */
  deliver(trackingId: string, at?: Date): void
  quota: { daily: number; remaining: number }
  /** A receipt as Zalo would post it: raw body and signature header. */
  receipt(message: ReceiptContent): SignedBody
  /** The signature Zalo would put over any body. */
  sign(body: string, timestamp: string): string
  /** What became of the posted receipts. */
  webhooks: WebhookCounts
  /** Every receipt planned so far has been posted. */
  settled(): Promise<void>
  close(): Promise<void>
}

const NO_WEBHOOKS: WebhookCounts = { posted: 0, accepted: 0, refused: 0, forged: 0, forgedAccepted: 0 }

export async function startZaloSimulator(options: ZaloSimulatorOptions = {}): Promise<ZaloSimulator> {
  const { now = () => new Date(), seed = 1, latencyMs = 0, webhook: plan } = options
  const { appId = '4411223344', oaSecret = randomToken() } = options
  const tokens = simulateTokens(appId, options.accessTokenLifeMs ?? 90_000_000, now)
  const random = seededRandom(seed)
  const daily = options.dailyQuota ?? 500
  const quota = { daily, remaining: daily }
  const rules = {
    now,
    seed,
    fates: options.fates ?? [],
    quietHours: options.quietHours ?? false,
    mostPerSecond: options.mostPerSecond ?? Number.POSITIVE_INFINITY,
    templateId: options.templateId,
  }
  const judge = simulateMessages(rules, quota)
  const webhooks = plan && simulateWebhooks({ appId, oaSecret }, plan, random, now)
  const scripted = { refresh: [] as RefreshAnswer[], status: [] as ZaloAnswer[] }
  const taken: ZaloRequest[] = []
  const messages: TakenMessage[] = []
  const calls = { send: 0, refresh: 0, status: 0 }

  async function send(req: IncomingMessage): Promise<ZaloAnswer | object> {
    calls.send++
    const message = JSON.parse(await text(req)) as ZaloRequest
    if (!tokens.accepts(req.headers.access_token)) return zaloReply(-124, 'Access token invalid')
    const judged = judge.judge(message)
    if (judged.taken) {
      taken.push(message)
      messages.push(judged.taken)
      await webhooks?.notice(judged.taken)
    }
    return judged.answer
  }

  async function refresh(req: IncomingMessage): Promise<ZaloAnswer | object> {
    calls.refresh++
    const form = await text(req)
    const answer = scripted.refresh.shift()
    if (answer === 'ignore') return 'hang'
    if (typeof answer === 'object' && 'http' in answer) return answer
    const pair = tokens.refresh(req.headers, form)
    if (typeof answer === 'object') return answer.after.then(() => pair)
    if (answer === 'spend') return 'hang'
    return answer ?? pair
  }

  function status(req: IncomingMessage, asked: URLSearchParams): ZaloAnswer | object {
    calls.status++
    if (!tokens.accepts(req.headers.access_token)) return zaloReply(-124, 'Access token invalid')
    const answer = scripted.status.shift()
    if (answer !== undefined) return typeof answer === 'number' ? zaloReply(answer, 'refused') : answer
    const [id, phone] = [asked.get('message_id'), asked.get('phone')]
    const known = messages.find(
      (message) =>
        message.phone === phone && (message.msgId === id || (options.statusByTrackingId && message.tracking_id === id)),
    )
    if (!known) return zaloReply(0, 'Success', { status: -1, message: 'The message does not exist' })
    const at = known.deliveredAt
    return zaloReply(0, 'Success', { status: at ? 1 : 0, delivery_time: at ? String(at.getTime()) : '' })
  }

  async function respond(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://zalo')
    const wait =
      typeof latencyMs === 'number' ? latencyMs : latencyMs.from + random.next() * (latencyMs.to - latencyMs.from)
    if (wait > 0) await pause(wait)
    const answers: Record<string, () => ZaloAnswer | object | Promise<ZaloAnswer | object>> = {
      'POST /message/template': () => send(req),
      'GET /message/status': () => status(req, searchParams),
      'POST /v4/oa/access_token': () => refresh(req),
    }
    const answer = (await answers[`${req.method} ${pathname}`]?.()) ?? { http: 404 }
    if (answer === 'hang') return
    if (answer === 'drop') return void req.socket.destroy()
    const { http = 200, body } = answer as { http?: number; body?: string }
    res.writeHead(http, { 'content-type': 'application/json' }).end(body ?? JSON.stringify(answer))
  }

  const server = createServer((req, res) => void respond(req, res).catch(() => req.socket.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId,
    appSecret: tokens.appSecret,
    oaSecret,
    refreshToken: tokens.refreshToken,
    taken,
    messages,
    calls,
    quota,
    answer: judge.answer,
    answerRefresh: (...answers) => void scripted.refresh.push(...answers),
    answerStatus: (...answers) => void scripted.status.push(...answers),
    expire: tokens.expire,
    revoke: tokens.revoke,
    deliver(trackingId, at = now()) {
      for (const message of messages) if (message.tracking_id === trackingId) message.deliveredAt = at
    },
    receipt: (content) => signReceipt({ appId, oaSecret }, content),
    sign: (body, timestamp) => macOf(appId, body, timestamp, oaSecret),
    webhooks: webhooks?.counts ?? NO_WEBHOOKS,
    settled: async () => webhooks?.settled(),
    async close() {
      await webhooks?.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
