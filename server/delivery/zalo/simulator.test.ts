import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../http/app-types.ts'
import { createWave } from '../create-wave.ts'
import { byZalo, deliveryWorld, noon, officer, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { checkStatuses } from './check-statuses.ts'
import { refreshZaloToken } from './refresh-token.ts'
import { startZaloSimulator, type ZaloSimulatorOptions } from './simulator.ts'
import { appOver, configFor, depsWithZalo } from './zalo.fixture.ts'

const HOUR = 3_600_000
const KEYS = { appId: '778899', oaSecret: 'secret-of-the-official-account' }
const world = deliveryWorld()
let app: App
let hook: string
beforeAll(async () => {
  const settings = {
    ...KEYS,
    appSecret: 's',
    refreshToken: 'r',
    templateId: 't',
    apiUrl: 'http://x',
    oauthUrl: 'http://x',
  }
  app = await appOver(world.deps(), { zalo: settings })
  await app.listen({ port: 0, host: '127.0.0.1' })
  hook = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/zalo/webhook`
})
afterAll(() => app.close())

test('a wave over a Zalo with all its troubles leaves every message where it is, and no forged receipt counts', async () => {
  world.clock.current = noon
  await world.db().$client`UPDATE identity.channels SET per_minute = NULL`
  const zalo = await startZaloSimulator({
    ...KEYS,
    seed: 7,
    now: world.clock.now,
    statusByTrackingId: true,
    fates: [
      { share: 0.1, answer: -118 },
      { share: 0.08, answer: 'drop' },
    ],
    webhook: {
      url: hook,
      delayMs: { from: 5, to: 80 },
      twice: 0.3,
      late: 0.1,
      lateMs: 200,
      lost: 0.1,
      untracked: 0.2,
      beforeReply: 0.15,
      forged: 0.2,
    },
  })
  const deps = depsWithZalo(world, configFor(zalo))
  const campaign = await world.campaign({ people: byZalo(200) })
  await createWave(deps, campaign.code, { kind: 'invitation', channels: ['zalo'] }, officer)
  await dispatchDeliveries(deps, 'zalo', tools())
  await zalo.settled()

  expect(new Set(zalo.taken.map(({ tracking_id }) => tracking_id)).size).toBe(zalo.taken.length)
  expect(zalo.webhooks.forged).toBeGreaterThan(10)
  expect(zalo.webhooks).toMatchObject({ forgedAccepted: 0, refused: 0 })
  expect(zalo.webhooks.accepted).toBeGreaterThan(zalo.messages.filter(({ deliveredAt }) => deliveredAt).length)

  // What neither a reply nor a receipt told, the question does.
  world.clock.current = new Date(noon.getTime() + 7 * HOUR)
  await checkStatuses(deps, tools(), 0)
  const rows = await world.rows(campaign.id)
  const expected = (id: string): string => {
    const message = zalo.messages.find(({ tracking_id }) => tracking_id === id)
    if (!message) return 'failed'
    return message.deliveredAt ? 'delivered' : 'sent'
  }
  expect(rows.map(({ id, state }) => [id, state])).toEqual(rows.map(({ id }) => [id, expected(id)]))
  expect(rows.every(({ attempts }) => attempts === 1)).toBe(true)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['delivered', 'sent', 'failed']))
  await Promise.all([deps.channels.zalo.close(), zalo.close()])
})

const message = (changes: object = {}, data: object = {}) => ({
  phone: '84912345678',
  template_id: 't',
  template_data: { name: 'Lò Thị Ánh', campaign: 'CCHC', unit: 'Sở', deadline: '20/12/2024', token: 'abc', ...data },
  tracking_id: 'd-1',
  ...changes,
})

async function started(options: ZaloSimulatorOptions) {
  const zalo = await startZaloSimulator(options)
  const pair = await refreshZaloToken(configFor(zalo), zalo.refreshToken())
  if (!pair.ok) throw new Error(pair.failure)
  const send = async (body: object, token = pair.accessToken) => {
    const headers = { access_token: token, 'content-type': 'application/json' }
    const answer = await fetch(`${zalo.url}/message/template`, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as { error: number; data?: { quota: { remainingQuota: string } } }
  }
  return { zalo, send, [Symbol.asyncDispose]: () => zalo.close() }
}

test.each([
  ['a field that is missing', {}, { unit: undefined }, -1122],
  ['a field that is empty', {}, { unit: '' }, -1122],
  ['a field that is too long', {}, { name: 'x'.repeat(31) }, -1124],
  ['a field of another type', {}, { deadline: 20_12_2024 }, -112],
  ['a telephone that is none', { phone: '0912345678' }, {}, -108],
  ['another template', { template_id: 'other' }, {}, -109],
  ['a good message', {}, {}, 0],
])('it answers %s as Zalo does', async (_what, changes, data, error) => {
  await using zalo = await started({ templateId: 't' })
  expect((await zalo.send(message(changes, data))).error).toBe(error)
})

test('it refuses at night when asked to, and begins the quota anew at midnight', async () => {
  let now = new Date('2024-12-02T21:59:00+07:00')
  await using zalo = await started({ now: () => now, quietHours: true, dailyQuota: 2, accessTokenLifeMs: 20 * HOUR })
  expect((await zalo.send(message())).data?.quota.remainingQuota).toBe('1')
  expect((await zalo.send(message())).error).toBe(0)
  expect((await zalo.send(message())).error).toBe(-144)
  now = new Date('2024-12-02T22:00:00+07:00')
  expect((await zalo.send(message())).error).toBe(-133)
  now = new Date('2024-12-03T06:00:00+07:00')
  expect((await zalo.send(message())).data?.quota.remainingQuota).toBe('1')
  now = new Date('2024-12-03T18:00:00+07:00')
  expect((await zalo.send(message())).error).toBe(-124)
})

test('it is too fast for it beyond its pace, and meets the same phones with the same fate', async () => {
  const fates = [{ share: 0.5, answer: -118 }] as const
  const unreached = async () => {
    await using zalo = await started({ seed: 3, fates: [...fates] })
    const answers = await Promise.all(byZalo(20).map(({ phone }) => zalo.send(message({ phone }))))
    return answers.map(({ error }) => error)
  }
  const once = await unreached()
  expect(await unreached()).toEqual(once)
  expect(new Set(once)).toEqual(new Set([0, -118]))
  const now = new Date()
  await using slow = await started({ now: () => now, mostPerSecond: 1 })
  expect((await slow.send(message())).error).toBe(0)
  expect((await slow.send(message())).error).toBe(-32)
})
