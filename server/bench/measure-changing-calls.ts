/** What an officer changes in a large campaign under way and in a draft of as many units, each call some times. */
import type { Officer } from '../demo/officer.ts'
import { percentile } from './load.ts'
import { LARGE, type Large } from './store-people.ts'

export type ChangingCall = { call: string; p50: number; p95: number }

const CALLS = 20
const DRAFT = 'ban-nhap'
const DAY = 86_400_000

/** One call as it is sent; `at` below counts the rounds. */
type Call = [method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown]
type Planned = { wave: number; kind: string; channels: string[]; startsAt: string }
type Round = (at: number) => Call[] | Promise<Call[]>

/** Each round's calls one after the other. Times are in milliseconds, to the last byte. Throws when a call is refused. */
export async function measureChangingCalls(
  base: string,
  officer: Officer,
  large: Large,
  say: (line: string) => void,
): Promise<ChangingCall[]> {
  const { csrfToken } = await officer.get<{ csrfToken: string }>('/api/session')
  await officer.post('/api/campaigns', { definition: 'bench', code: DRAFT, sendingHours: 'any' })
  const times = new Map<string, number[]>()
  for (let at = 0; at < CALLS; at++)
    for (const round of roundsOf(officer, large))
      for (const [method, path, body] of await round(at)) {
        const name = `${method} ${path.replace(LARGE, '{code}').replace(DRAFT, '{code}').replace(large.person, '{person}')}`
        times.set(name, [...(times.get(name) ?? []), await send(base, officer.cookie, csrfToken, method, path, body)])
      }
  const found = [...times].map(([call, took]) => {
    took.sort((a, b) => a - b)
    return { call, p50: percentile(took, 0.5), p95: percentile(took, 0.95) }
  })
  for (const { call, p95 } of found) say(`${Math.round(p95)} ms ${call}`)
  return found.sort((a, b) => b.p95 - a.p95)
}

function roundsOf(officer: Officer, large: Large): Round[] {
  const open = `/api/campaigns/${LARGE}`
  const draft = `/api/campaigns/${DRAFT}`
  const words = { subject: 'Mời trả lời', body: 'Kính mời ông/bà.\n\n{đường_dẫn}' }
  const reminder = { kind: 'reminder', channels: ['email', 'zalo'], at: new Date(Date.now() + 5 * DAY).toISOString() }
  return [
    () => [
      ['POST', `${open}/pause`],
      ['POST', `${open}/resume`],
    ],
    (at) => {
      const closesAt = new Date(Date.now() + (30 + at) * DAY).toISOString()
      return [['POST', `${open}/extend`, { closesAt, reason: 'Còn nhiều người chưa trả lời' }]]
    },
    async () => {
      const { waves } = await officer.get<{ waves: Planned[] }>(`${open}/plan`)
      const begun = waves.filter(({ wave }) => wave <= 2)
      const kept = begun.map(({ wave, kind, channels, startsAt }) => ({ wave, kind, channels, at: startsAt }))
      return [
        ['POST', `${open}/waves/preview`, reminder],
        ['PUT', `${open}/plan`, { waves: [...kept, reminder] }],
      ]
    },
    () => [
      ['POST', `${open}/templates/invitation/preview`, words],
      ['PUT', `${open}/templates/invitation`, words],
      ['DELETE', `${open}/templates/invitation`],
    ],
    (at) => [
      ['POST', `${open}/people/${large.person}/contact`, { email: `nguoi17-${at}@bench.example` }],
      ['POST', `${open}/by-hand/${large.person}/handed`, { how: 'zalo-chat' }],
      ['DELETE', `${open}/by-hand/${large.person}/handed`],
    ],
    () => [
      [
        'POST',
        `${open}/privacy/requests`,
        { kind: 'see', via: 'phone', receivedOn: '2026-01-05', person: large.person, note: '' },
      ],
    ],
    () => [['POST', '/api/audit/verify', {}]],
    () => [
      ['POST', '/api/sending/channels/email/pause', { reason: 'Máy chủ thư bận' }],
      ['POST', '/api/sending/channels/email/resume'],
    ],
    async (at) => {
      const { version, definition } = await officer.get<{ version: number; definition: object }>(`${draft}/definition`)
      return [
        ['POST', `${draft}/definition/check`, { definition }],
        ['PUT', `${draft}/definition`, { version, definition: { ...definition, title: `Khảo sát lần ${at}` } }],
      ]
    },
  ]
}

async function send(
  base: string,
  cookie: string,
  csrfToken: string,
  method: string,
  path: string,
  body: unknown,
): Promise<number> {
  const began = performance.now()
  const answer = await fetch(base + path, {
    method,
    headers: {
      ...{ cookie, 'x-csrf-token': csrfToken },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return performance.now() - began
}
