/**
 * The simulated Zalo's judgement of a message: hours, template data, quota, pace, and what becomes of it for whom. Which
 * code answers which fault in the template data is our reading of Zalo's table; the class it belongs to is the domain's.
 */
import { createHash, randomBytes } from 'node:crypto'

export type ZaloRequest = {
  phone: string
  template_id: string
  template_data: Record<string, string>
  tracking_id: string
}

/**
 * A number is Zalo's `error` (0: it is taken, whatever else is asked of this phone); "hang" takes the message and never
 * replies, "drop" takes it and breaks the connection.
 */
export type ZaloAnswer = number | 'hang' | 'drop' | { http: number; body?: string }

/** A share of all phones, always the same ones for a seed, that meets this answer: -118 for people who are not on Zalo. */
export type Fate = { share: number; answer: ZaloAnswer }

export type TakenMessage = ZaloRequest & { msgId: string; takenAt: Date; deliveredAt?: Date }

export type Judged = { answer: ZaloAnswer | object; taken?: TakenMessage }

export type MessageRules = {
  now: () => Date
  seed: number
  fates: Fate[]
  /** Refuse between 22:00 and 06:00 in Viet Nam. */
  quietHours: boolean
  /** -32 beyond it. */
  mostPerSecond: number
  /** The approved template; any id is taken when absent. */
  templateId: string | undefined
}

/** Most characters of each field, as a template's registration sets them. */
const TEMPLATE = { name: 30, campaign: 200, unit: 200, deadline: 20, token: 200 }
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const inVietnam = (instant: Date): number => instant.getTime() + 7 * HOUR_MS

export function simulateMessages(rules: MessageRules, quota: { daily: number; remaining: number }) {
  const scripted = new Map<string, ZaloAnswer[]>()
  const broken = new Set<string>()
  let second = { at: 0, count: 0 }
  let day = Math.floor(inVietnam(rules.now()) / DAY_MS)

  function renewQuota(): void {
    const today = Math.floor(inVietnam(rules.now()) / DAY_MS)
    if (today !== day) quota.remaining = quota.daily
    day = today
  }

  function tooFast(): boolean {
    const at = Math.floor(rules.now().getTime() / 1000)
    second = { at, count: second.at === at ? second.count + 1 : 1 }
    return second.count > rules.mostPerSecond
  }

  /** The same phone meets the same fate each time, but a connection breaks for it only once. */
  function fateOf(phone: string): ZaloAnswer | undefined {
    let place = shareOf(`${rules.seed}:${phone}`)
    for (const { share, answer } of rules.fates) {
      if (place < share) {
        if (answer !== 'hang' && answer !== 'drop') return answer
        if (broken.has(phone)) return undefined
        broken.add(phone)
        return answer
      }
      place -= share
    }
    return undefined
  }

  function take(message: ZaloRequest): { reply: object; taken: TakenMessage } {
    quota.remaining--
    const msgId = randomBytes(10).toString('hex')
    const takenAt = rules.now()
    const data = {
      msg_id: msgId,
      sent_time: String(takenAt.getTime()),
      sending_mode: '1',
      quota: { dailyQuota: String(quota.daily), remainingQuota: String(quota.remaining) },
    }
    return { reply: zaloReply(0, 'Success', data), taken: { ...message, msgId, takenAt } }
  }

  function judge(message: ZaloRequest): Judged {
    renewQuota()
    if (tooFast()) return { answer: zaloReply(-32, 'Rate limit exceeded') }
    const answer = scripted.get(message.phone)?.shift() ?? scripted.get('*')?.shift() ?? fateOf(message.phone)
    if (typeof answer === 'object') return { answer }
    if (typeof answer === 'number' && answer !== 0) return { answer: zaloReply(answer, 'refused') }
    const fault = answer === undefined ? faultOf(message, rules, quota.remaining) : undefined
    if (fault) return { answer: zaloReply(...fault) }
    const { reply, taken } = take(message)
    return { answer: answer === 'hang' || answer === 'drop' ? answer : reply, taken }
  }

  return {
    judge,
    answer: (phone: string, ...answers: ZaloAnswer[]) =>
      void scripted.set(phone, [...(scripted.get(phone) ?? []), ...answers]),
  }
}

function faultOf(
  { phone, template_id, template_data, tracking_id }: ZaloRequest,
  { now, quietHours, templateId }: MessageRules,
  remaining: number,
): [number, string] | undefined {
  const hour = (inVietnam(now()) % DAY_MS) / HOUR_MS
  if (quietHours && (hour >= 22 || hour < 6)) return [-133, 'Not allowed at night']
  if (templateId && template_id !== templateId) return [-109, 'Template ID invalid']
  if (!/^84\d{9}$/.test(String(phone))) return [-108, 'Phone number invalid']
  if (typeof tracking_id !== 'string' || tracking_id.length > 48) return [-121, 'tracking_id too long']
  for (const [field, most] of Object.entries(TEMPLATE)) {
    const value: unknown = template_data?.[field]
    if (value === undefined || value === '') return [-1122, `Template data: ${field} is missing`]
    if (typeof value !== 'string') return [-112, `Template data: ${field} is of a wrong type`]
    if ([...value].length > most) return [-1124, `Template data: ${field} is too long`]
  }
  return remaining > 0 ? undefined : [-144, 'Out of daily quota']
}

export const zaloReply = (error: number, message: string, data?: object) => ({
  error,
  message,
  ...(data ? { data } : {}),
})

/** From 0 up to, but not, 1; the same for the same text. */
export const shareOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
