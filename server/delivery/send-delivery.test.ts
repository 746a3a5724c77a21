import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channel } from '../channels/channel.ts'
import { createEmailChannel } from '../channels/email.ts'
import { startSmtp, type TestSmtp } from '../channels/smtp.fixture.ts'
import { createZaloChannel } from '../channels/zalo.ts'
import { findChannels } from './channel-queries.ts'
import { byMail, byZalo, deliveryWorld, invite, officer, sweepNow, tools } from './delivery.fixture.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'
import { requeueDelivery } from './failure-queries.ts'
import { MAX_ATTEMPTS } from './judge-outcome.ts'
import { startZaloSimulator } from './zalo/simulator.ts'
import { zaloTokenStore } from './zalo/token-store.ts'

const world = deliveryWorld()
let smtp: TestSmtp
let email: Channel
beforeAll(async () => {
  smtp = await startSmtp()
  email = createEmailChannel({ url: smtp.url, from: 'khaosat@sonoivu.test' }, 'https://khaosat.test')
})
afterAll(async () => {
  await email.close()
  await smtp.close()
})
beforeEach(world.startAnew)

describe('what a server answers', () => {
  test('for good fails the message, for now is tried again with growing pauses and then fails', async () => {
    const campaign = await world.campaign({ people: [{ email: 'reject550@x.test' }, { email: 'later451@x.test' }] })
    const deps = world.deps({ channels: { email } })
    await invite(deps, campaign.code)
    await dispatchDeliveries(deps, 'email', tools())
    const row = async (at: number) =>
      (await world.rows(campaign.id)).find(({ respondentId }) => respondentId === campaign.people[at]!.id)!
    expect(await row(0)).toMatchObject({ state: 'failed', failure: 'smtp-550', attempts: 1 })

    const pauses: number[] = []
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      const { state, dueAt, attempts } = await row(1)
      expect({ state, attempts }).toEqual({ state: 'queued', attempts: attempt })
      pauses.push(dueAt.getTime() - world.clock.current.getTime())
      world.clock.current = dueAt
      await dispatchDeliveries(deps, 'email', tools())
    }
    expect(pauses).toEqual([1, 4, 16, 64].map((minutes) => minutes * 60_000))
    expect(await row(1)).toMatchObject({ state: 'failed', failure: 'smtp-451', attempts: MAX_ATTEMPTS })
  })

  test('nothing, after the message was begun, leaves it unknown and never sends it again', async () => {
    const campaign = await world.campaign({ people: [{ email: 'drop@x.test' }] })
    const deps = world.deps({ channels: { email } })
    await invite(deps, campaign.code)
    for (let run = 0; run < 3; run++) {
      await dispatchDeliveries(deps, 'email', tools())
      await sweepNow(deps)
      world.minutesLater(60)
    }
    expect(await world.rows(campaign.id)).toMatchObject([{ state: 'unknown', failure: 'smtp-lost', attempts: 1 }])
    expect(smtp.mails.filter(({ to }) => to === 'drop@x.test')).toHaveLength(1)
  })

  test('when it is away, fails nobody: everything waits, and no try is counted', async () => {
    const away = await startSmtp()
    await away.close()
    const unreachable = createEmailChannel({ url: away.url, from: 'khaosat@sonoivu.test' }, 'https://khaosat.test')
    const campaign = await world.campaign({ people: byMail(30) })
    const deps = world.deps({ channels: { email: unreachable } })
    await invite(deps, campaign.code)
    for (let run = 0; run < MAX_ATTEMPTS + 1; run++) {
      await dispatchDeliveries(deps, 'email', tools())
      world.minutesLater(2)
    }
    const rows = await world.rows(campaign.id)
    expect(rows).toEqual(
      Array(30).fill(expect.objectContaining({ state: 'queued', attempts: 0, failure: 'smtp-unreachable' })),
    )
    await dispatchDeliveries(world.deps({ channels: { email } }), 'email', tools())
    expect(await world.states(campaign.id)).toEqual(Array(30).fill('sent'))
    await unreachable.close()
  })
})

test('the day’s quota ends: the rest goes out tomorrow, and nobody is given up', async () => {
  const zalo = await startZaloSimulator()
  zalo.quota.remaining = 12
  const config = { ...zalo, refreshToken: zalo.refreshToken(), templateId: 't', apiUrl: zalo.url, oauthUrl: zalo.url }
  const first = world.deps()
  const tokens = zaloTokenStore(first.db, first.secrets, config, world.clock)
  const channel = createZaloChannel({ ...config, tokens, clock: world.clock })
  const campaign = await world.campaign({ people: byZalo(30) })
  const deps = world.deps({ channels: { zalo: channel } })
  await invite(deps, campaign.code, ['zalo'])
  await dispatchDeliveries(deps, 'zalo', tools())
  const waiting = (await world.rows(campaign.id)).filter(({ state }) => state === 'queued')
  expect(waiting).toHaveLength(18)
  const [gate] = (await findChannels(first.db)).filter(({ channel: name }) => name === 'zalo')
  expect(gate).toMatchObject({ quotaRemaining: 0, heldUntil: new Date('2024-12-03T06:00:00+07:00') })
  world.clock.current = new Date('2024-12-02T21:00:00+07:00')
  await dispatchDeliveries(deps, 'zalo', tools())
  expect(zalo.calls.send).toBeLessThan(30)

  zalo.quota.remaining = 500
  world.clock.current = new Date('2024-12-03T07:00:01+07:00')
  await dispatchDeliveries(deps, 'zalo', tools())
  expect(await world.states(campaign.id)).toEqual(Array(30).fill('sent'))
  expect(new Set(zalo.taken.map(({ phone }) => phone)).size).toBe(30)
  expect(zalo.taken).toHaveLength(30)
  await channel.close()
  await zalo.close()
})

test('a process that slept while its message was settled and sent again changes nothing of the new sending', async () => {
  const campaign = await world.campaign({ people: byMail(1) })
  let wake = () => {}
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  const answering = (send: Channel['send']): Channel => ({
    ...{ name: 'email', send, ready: async () => true, close: async () => {} },
  })
  const sleeper = answering(async () => {
    await asleep
    return { kind: 'retry', failure: 'smtp-unreachable', afterMs: 0 }
  })
  let sent = 0
  const other = answering(async () => {
    sent++
    wake()
    await slept
    return { kind: 'sent' }
  })
  const first = world.deps({ channels: { email: sleeper } })
  const second = world.deps({ channels: { email: other }, process: 2 })
  await invite(first, campaign.code)
  const stopping = new AbortController()
  const slept = dispatchDeliveries(first, 'email', tools(stopping.signal))
  await vi.waitFor(async () => expect(await world.states(campaign.id)).toEqual(['sending']), 10_000)
  stopping.abort()
  world.minutesLater(11)
  await sweepNow(second)
  const [row] = await world.rows(campaign.id)
  await world.db().transaction((tx) =>
    requeueDelivery(tx, row!.id, {
      failure: null,
      dueAt: world.clock.now(),
      from: ['unknown'],
      actor: officer.email,
    }),
  )
  await dispatchDeliveries(second, 'email', tools())
  expect(await world.states(campaign.id)).toEqual(['sent'])
  world.minutesLater(60)
  await dispatchDeliveries(second, 'email', tools())
  expect(sent).toBe(1)
})
