import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { createWave } from '../create-wave.ts'
import { byZalo, deliveryWorld, noon, officer, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { checkStatuses } from './check-statuses.ts'
import { startZaloSimulator, type ZaloSimulator, type ZaloSimulatorOptions } from './simulator.ts'
import { configFor, depsWithZalo } from './zalo.fixture.ts'

const MINUTE = 60_000
const world = deliveryWorld()
let zalo: ZaloSimulator
let deps: Deps
let config: ReturnType<typeof configFor>

async function withZalo(options: ZaloSimulatorOptions = {}): Promise<void> {
  await world.db().$client`DELETE FROM identity.zalo_tokens`
  zalo = await startZaloSimulator(options)
  config = configFor(zalo)
  deps = depsWithZalo(world, config, { timeoutMs: 10_000 })
}
beforeEach(async () => {
  world.clock.current = noon
  await world.db().$client`UPDATE identity.deliveries SET state = 'withdrawn'`
  await world.db().$client`UPDATE identity.channels SET paused_at = NULL, held_until = NULL, per_minute = NULL`
})
afterEach(async () => {
  await deps.channels.zalo.close()
  await zalo.close()
})

/** As many as are given, sent to a Zalo that answers nobody. */
async function timedOut(
  count = 1,
  channels: ('email' | 'zalo')[] = ['zalo'],
  order: 'together' | 'in-order' = 'together',
) {
  const people = byZalo(count).map(({ phone }, at) => ({ phone: phone!, email: `nguoi${at}@sonla.test` }))
  const campaign = await world.campaign({ people })
  await createWave(deps, campaign.code, { kind: 'invitation', channels, order }, officer)
  for (const { phone } of people) zalo.answer(phone, 'drop')
  await dispatchDeliveries(deps, 'zalo', tools())
  expect(zalo.taken).toHaveLength(count)
  return campaign
}
const rowsOf = async (campaign: { id: string }) =>
  (await world.rows(campaign.id)).filter(({ channel }) => channel === 'zalo')
const later = (minutes: number) => {
  world.clock.current = new Date(world.clock.current.getTime() + minutes * MINUTE)
}
const check = (of = deps) => checkStatuses(of, tools(), 0)

test('what Zalo does not know by our own id stays unknown, and is never sent again', async () => {
  await withZalo()
  const campaign = await timedOut()
  for (let asked = 0; asked < 10; asked++) {
    later(24 * 60)
    await check()
    await dispatchDeliveries(deps, 'zalo', tools())
  }
  expect(zalo.calls.status).toBe(10)
  expect(await rowsOf(campaign)).toEqual([expect.objectContaining({ state: 'unknown', failure: 'zalo-lost' })])
  expect(zalo.taken).toHaveLength(1)
})

test('what Zalo says it has taken is sent, and what is on the telephone is delivered, when it says so', async () => {
  await withZalo({ statusByTrackingId: true })
  const campaign = await timedOut(2)
  const [first, second] = await rowsOf(campaign)
  const onDevice = new Date(noon.getTime() + 30_000)
  zalo.deliver(second!.id, onDevice)
  later(1)
  expect(await check()).toBe(2)
  const rows = await rowsOf(campaign)
  expect(rows.find(({ id }) => id === first!.id)).toMatchObject({ state: 'sent', failure: null, sentAt: noon })
  expect(rows.find(({ id }) => id === second!.id)).toMatchObject({
    state: 'delivered',
    failure: null,
    deliveredAt: onDevice,
  })
})

test('a “no” settles a message of which Zalo had told its own id: the next channel takes its place', async () => {
  await withZalo()
  const campaign = await timedOut(1, ['zalo', 'email'], 'in-order')
  await world.db()
    .$client`UPDATE identity.deliveries SET provider_id = 'zalo-knows-this' WHERE campaign_id = ${campaign.id}`
  later(1)
  await check()
  const rows = await world.rows(campaign.id)
  expect(rows.map(({ channel, state, failure }) => ({ channel, state, failure }))).toEqual([
    { channel: 'zalo', state: 'failed', failure: 'zalo-absent' },
    { channel: 'email', state: 'queued', failure: null },
  ])
  const [person] = await world.db()
    .$client`SELECT phone_failure FROM identity.respondents WHERE campaign_id = ${campaign.id}`
  expect(person!.phone_failure).toBeNull()
})

test('a message that was sent is asked about after six hours without a receipt, and no “no” takes it back', async () => {
  await withZalo()
  const campaign = await world.campaign({ people: byZalo(2) })
  await createWave(deps, campaign.code, { kind: 'invitation', channels: ['zalo'] }, officer)
  await dispatchDeliveries(deps, 'zalo', tools())
  const [first, second] = await rowsOf(campaign)
  zalo.deliver(first!.id)
  zalo.messages.splice(
    zalo.messages.findIndex((message) => message.tracking_id === second!.id),
    1,
  )
  later(5 * 60)
  expect(await check()).toBe(0)
  later(61)
  expect(await check()).toBe(2)
  const rows = await rowsOf(campaign)
  expect(rows.find(({ id }) => id === first!.id)).toMatchObject({ state: 'delivered' })
  expect(rows.find(({ id }) => id === second!.id)).toMatchObject({ state: 'sent' })
  later(8 * 24 * 60)
  expect(await check()).toBe(0)
})

test('questions come after 1, 5, 30 minutes and 2 hours, then once a day, and end after a month', async () => {
  await withZalo()
  await timedOut()
  const asked: number[] = []
  for (let minute = 1; minute <= 60 * 30; minute++) {
    later(1)
    if ((await check()) > 0) asked.push(minute)
  }
  expect(asked).toEqual([1, 6, 36, 156, 156 + 1440])
  later(29 * 24 * 60)
  expect(await check()).toBe(0)
})

test('two processes that ask at once ask about each message once', async () => {
  await withZalo()
  await timedOut(10)
  // The same environment: another refresh token in it would begin a chain of its own.
  const other = depsWithZalo(world, config, { process: 2 })
  later(1)
  const counts = await Promise.all([check(), check(other)])
  expect(counts[0]! + counts[1]!).toBe(10)
  expect(zalo.calls.status).toBe(10)
  await other.channels.zalo.close()
})

test('at most five questions a second leave', async () => {
  await withZalo()
  await timedOut(4)
  later(1)
  const began = performance.now()
  await checkStatuses(deps, tools())
  expect(performance.now() - began).toBeGreaterThan(600)
})

test('a stale token is renewed once for a question', async () => {
  await withZalo({ statusByTrackingId: true })
  const campaign = await timedOut()
  zalo.expire()
  later(1)
  await check()
  expect(zalo.calls).toMatchObject({ refresh: 2, status: 2 })
  expect(await rowsOf(campaign)).toEqual([expect.objectContaining({ state: 'sent' })])
})

test.each([
  ['is away', { http: 503 }],
  ['wants no more questions now', -32],
  ['refuses the account', -105],
] as const)('when Zalo %s, the rest waits for its next turn', async (_what, answer) => {
  await withZalo({ statusByTrackingId: true })
  const campaign = await timedOut(5)
  zalo.answerStatus(answer)
  later(1)
  expect(await check()).toBe(1)
  expect(await check()).toBe(4)
  expect((await rowsOf(campaign)).filter(({ state }) => state === 'sent')).toHaveLength(4)
})

test('an answer that means nothing settles nothing, and the next message is asked about', async () => {
  await withZalo({ statusByTrackingId: true })
  const campaign = await timedOut(3)
  zalo.answerStatus(-107, { http: 200, body: '<html>' })
  later(1)
  expect(await check()).toBe(3)
  expect((await rowsOf(campaign)).map(({ state }) => state).sort()).toEqual(['sent', 'unknown', 'unknown'])
})

test('a database that may be a copy asks nothing', async () => {
  await withZalo()
  await timedOut()
  await world.db().$client`
    INSERT INTO staff.installation (id, secret_key_check, hold_reason, held_at) VALUES (1, '\\x00', 'moved', now())`
  later(1)
  expect(await check()).toBe(0)
  await world.db().$client`DELETE FROM staff.installation`
})
