import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { builtAssets } from './respond.fixture.ts'

let system: TestSystem
let campaign: TestCampaign

beforeAll(async () => {
  await builtAssets()
  system = await startTestSystem()
  campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'TT', people: 6 }] })
})
afterAll(() => system?.stop())

const open = (token: string, headers: Record<string, string> = {}) => system.app.inject({ url: `/p/${token}`, headers })

test('the page is personal: never stored, never indexed, no cookie, no referrer', async () => {
  const reply = await open(campaign.people[0]!.token)
  expect(reply.statusCode).toBe(200)
  expect(reply.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  })
  expect(reply.headers['set-cookie']).toBeUndefined()
  expect(reply.body).not.toContain(campaign.people[0]!.token)
  expect(reply.body).not.toContain(campaign.people[0]!.name)
})

test('the policy allows exactly the script and the style that stand in the page', async () => {
  const { body, headers } = await open(campaign.people[0]!.token)
  const policy = String(headers['content-security-policy'])
  const inlined = [...body.matchAll(/<(?:script|style)>(.*?)<\/(?:script|style)>/gs)].map(([, text]) => text!)
  expect(inlined).toHaveLength(2)
  for (const text of inlined) {
    expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  }
  expect(policy.startsWith(/content-security-policy" content="([^"]*)"/.exec(body)![1]!.replaceAll('&#39;', "'"))).toBe(
    true,
  )
  expect(body).not.toMatch(/ style="| on[a-z]+="/)
  expect(policy).not.toContain('unsafe')
})

test('opening a link as often as one likes spends nothing', async () => {
  const before = await system.app.inject({ url: `/api/links/${campaign.people[1]!.token}` })
  for (let i = 0; i < 3; i++) await open(campaign.people[1]!.token, { 'user-agent': 'ZaloPreview' })
  const after = await system.app.inject({ url: `/api/links/${campaign.people[1]!.token}` })
  expect(after.json()).toEqual(before.json())
  expect(after.json().invitations[0].answered).toBe(false)
})

test.each([
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
])('a browser that accepts "%s" gets %s', async (accepted, encoding, unpack) => {
  const plain = await open(campaign.people[0]!.token)
  const reply = await open(campaign.people[0]!.token, { 'accept-encoding': accepted })
  expect(reply.headers['content-encoding']).toBe(encoding)
  expect(unpack(reply.rawPayload).toString()).toBe(plain.body)
  expect(plain.headers['content-encoding']).toBeUndefined()
})

test.each(['khong-co-duong-dan-nay', 'x', 'a'.repeat(150), '%00', '..%2f..%2fetc'])(
  'the unknown link "%s" is a friendly page that says what to do',
  async (token) => {
    const reply = await open(token)
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['content-type']).toMatch(/^text\/html/)
    expect(reply.body).toContain('Không tìm thấy phiếu này')
    expect(reply.body).not.toContain(`/p/${token}`)
  },
)

test('too many openings of one link are refused in words, and other links are not', async () => {
  const replies = await Promise.all(Array.from({ length: 260 }, () => open(campaign.people[2]!.token)))
  const refused = replies.filter((reply) => reply.statusCode === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]!.body).toContain('Hệ thống đang bận')
  expect((await open(campaign.people[3]!.token)).statusCode).toBe(200)
})

test('files never change under their name and come compressed; the worker is asked for anew each time', async () => {
  const { body } = await open(campaign.people[0]!.token)
  const main = /src="(\/p\/assets\/[^"]+)"/.exec(body)![1]!
  const file = await system.app.inject({ url: main, headers: { 'accept-encoding': 'br' } })
  expect(file.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(file.headers['content-type']).toMatch(/^(text|application)\/javascript/)
  const worker = await system.app.inject({ url: '/p/sw.js' })
  expect(worker.statusCode).toBe(200)
  expect(worker.headers['cache-control']).toBe('no-cache')
  expect(worker.headers['content-type']).toMatch(/^(text|application)\/javascript/)
  expect((await system.app.inject({ url: '/p/assets/none.js' })).statusCode).toBe(404)
})
