import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channel } from '../channels/channel.ts'
import { createEmailChannel } from '../channels/email.ts'
import { startSmtp, type TestSmtp } from '../channels/smtp.fixture.ts'
import { createZaloChannel } from '../channels/zalo.ts'
import type { Deps } from '../deps.ts'
import { findChannels } from './channel-queries.ts'
import { createWave } from './create-wave.ts'
import { byMail, byZalo, deliveryWorld, noon, officer, tools } from './delivery.fixture.ts'
import { dispatchDeliveriesJob } from './dispatch-deliveries.job.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'
import { requeueDelivery } from './failure-queries.ts'
import { MAX_ATTEMPTS } from './judge-outcome.ts'
import { actOnWave } from './plan/act-on-wave.ts'
import { sweepDeliveriesJob } from './sweep-deliveries.job.ts'
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
beforeEach(async () => {
  world.clock.current = noon
  await world.db().$client`UPDATE identity.deliveries SET state = 'withdrawn' WHERE state IN ('queued', 'sending')`
})

const invite = (deps: Deps, code: string, channels: ('email' | 'zalo')[] = ['email']) =>
  createWave(deps, code, { kind: 'invitation', channels }, officer)
const sweep = (deps: Deps) => sweepDeliveriesJob.run(deps, {}, tools())
const minutesLater = (minutes: number) => {
  world.clock.current = new Date(world.clock.current.getTime() + minutes * 60_000)
}

describe('a due message', () => {
  test('goes out with the personal link of its person and is written down as sent', async () => {
    const campaign = await world.campaign({ people: [{ email: 'mot@sonla.test' }, { phone: '84912000001' }] })
    const deps = world.deps()
    await invite(deps, campaign.code, ['email', 'zalo'])
    await dispatchDeliveries(deps, 'email', tools())
    await dispatchDeliveries(deps, 'zalo', tools())
    expect(await world.rows(campaign.id)).toEqual([
      expect.objectContaining({ state: 'sent', attempts: 1, sentAt: noon, failure: null }),
      expect.objectContaining({ state: 'sent', attempts: 1, sentAt: noon, failure: null }),
    ])
    const [mail, zalo] = (await world.messages()).slice(-2)
    expect(mail).toMatchObject({ channel: 'email', recipient: 'mot@sonla.test' })
    expect(mail!.text).toContain(`\nhttps://khaosat.test/p/${campaign.people[0]!.token}\n`)
    expect(zalo).toMatchObject({
      recipient: '84912000001',
      link: `https://khaosat.test/p/${campaign.people[1]!.token}`,
    })
  })

  test('is sent once by many workers that start together', async () => {
    const campaign = await world.campaign({ people: byMail(120) })
    const workers = [1, 2].map((process) => world.deps({ process, channels: { email } }))
    await invite(workers[0]!, campaign.code)
    await Promise.all([...workers, ...workers].map((deps) => dispatchDeliveries(deps, 'email', tools())))
    const received = smtp.mails.map(({ to }) => to).filter((to) => to.startsWith('nguoi'))
    expect(received).toHaveLength(120)
    expect(new Set(received).size).toBe(120)
    expect(await world.states(campaign.id)).toEqual(Array(120).fill('sent'))
  })

  test('is withdrawn when its person has answered or opted out meanwhile', async () => {
    const campaign = await world.campaign({ people: byMail(3) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await world.answer(campaign.people[0]!)
    await world.optOut(campaign.people[1]!)
    await dispatchDeliveries(deps, 'email', tools())
    const rows = await world.rows(campaign.id)
    const of = (at: number) => rows.find(({ respondentId }) => respondentId === campaign.people[at]!.id)
    expect(of(0)).toMatchObject({ state: 'withdrawn', failure: 'answered', attempts: 0 })
    expect(of(1)).toMatchObject({ state: 'withdrawn', failure: 'opted-out', attempts: 0 })
    expect(of(2)).toMatchObject({ state: 'sent' })
  })

  test('waits while the campaign is paused and is withdrawn when it has closed', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await world.setStatus(campaign.id, 'paused')
    await dispatchDeliveries(deps, 'email', tools())
    await sweep(deps)
    expect(await world.states(campaign.id)).toEqual(['queued', 'queued'])
    await world.setStatus(campaign.id, 'closed')
    await dispatchDeliveries(deps, 'email', tools())
    await sweep(deps)
    expect(await world.states(campaign.id)).toEqual(['withdrawn', 'withdrawn'])
  })

  test('is not sent after the last day', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    world.clock.current = new Date('2024-12-20T17:00:00+07:00')
    await dispatchDeliveries(deps, 'email', tools())
    expect(await world.states(campaign.id)).toEqual(['queued'])
  })

  test('is left to the next process when this one is stopping', async () => {
    const campaign = await world.campaign({ people: byMail(3) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await dispatchDeliveries(deps, 'email', tools(AbortSignal.abort()))
    expect(await world.states(campaign.id)).toEqual(['queued', 'queued', 'queued'])
  })
})

describe('sending hours', () => {
  test('outside of them messages wait for the next window', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const deps = world.deps()
    world.clock.current = new Date('2024-12-02T21:30:00+07:00')
    await invite(deps, campaign.code)
    await dispatchDeliveries(deps, 'email', tools())
    const rows = await world.rows(campaign.id)
    expect(rows.map(({ state, dueAt }) => [state, dueAt])).toEqual(
      Array(2).fill(['queued', new Date('2024-12-03T07:00:00+07:00')]),
    )
    world.clock.current = new Date('2024-12-03T07:00:00+07:00')
    await dispatchDeliveries(deps, 'email', tools())
    expect(await world.states(campaign.id)).toEqual(['sent', 'sent'])
  })

  test('"any" sends at night as well', async () => {
    const campaign = await world.campaign({ people: byZalo(1), sendingHours: 'any' })
    const deps = world.deps()
    world.clock.current = new Date('2024-12-02T02:00:00+07:00')
    await invite(deps, campaign.code, ['zalo'])
    await dispatchDeliveries(deps, 'zalo', tools())
    expect(await world.states(campaign.id)).toEqual(['sent'])
  })
})

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
      await sweep(deps)
      minutesLater(60)
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
      minutesLater(2)
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

describe('the sweep', () => {
  test('turns a message whose process died into unknown after ten minutes, and it is not sent again', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await world.db().$client`
      UPDATE identity.deliveries SET state = 'sending', attempts = 1, claimed_at = ${noon.toISOString()}
      WHERE respondent_id = ${campaign.people[0]!.id}`
    minutesLater(9)
    await sweep(deps)
    expect(await world.states(campaign.id)).toEqual(['queued', 'sending'])
    minutesLater(2)
    await sweep(deps)
    await dispatchDeliveries(deps, 'email', tools())
    await dispatchDeliveries(deps, 'email', tools())
    const rows = await world.rows(campaign.id)
    expect(rows.find(({ respondentId }) => respondentId === campaign.people[0]!.id)).toMatchObject({
      state: 'unknown',
      failure: 'interrupted',
      attempts: 1,
    })
    expect((await world.messages()).filter(({ link }) => link.endsWith(campaign.people[0]!.token))).toHaveLength(0)
  })

  test('withdraws what comes back into the queue of a wave that was stopped while it was being sent', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const email: Channel = {
      name: 'email',
      async send() {
        await actOnWave(world.deps({ process: 2 }), campaign.code, 1, 'stop', officer)
        return { kind: 'retry', failure: 'smtp-451', afterMs: 60_000 }
      },
      ready: async () => true,
      close: async () => {},
    }
    const deps = world.deps({ channels: { email } })
    await invite(deps, campaign.code)
    await dispatchDeliveries(deps, 'email', tools())
    await sweep(deps)
    expect(await world.rows(campaign.id)).toMatchObject([{ state: 'withdrawn', failure: 'stopped' }])
    // Else whoever it is for would count as waiting, and be reminded of nothing any more.
    minutesLater(60)
    const reminder = await createWave(deps, campaign.code, { kind: 'reminder', channels: ['email'] }, officer)
    expect(reminder).toMatchObject({ deliveries: 1 })
  })

  test('sends what a lost hint left, by the real queue', async () => {
    const campaign = await world.campaign({ people: [...byMail(3), ...byZalo(3)] })
    const deps = world.deps()
    await invite(deps, campaign.code, ['email', 'zalo'])
    const workers = await deps.queue.work([dispatchDeliveriesJob, sweepDeliveriesJob], deps)
    await deps.queue.add(sweepDeliveriesJob, {})
    await vi.waitFor(async () => expect(await world.states(campaign.id)).toEqual(Array(6).fill('sent')), 20_000)
    await workers.stop()
  })
})

test('a process that slept while its message was settled and sent again changes nothing of the new sending', async () => {
  world.clock.current = noon
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
  minutesLater(11)
  await sweep(second)
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
  minutesLater(60)
  await dispatchDeliveries(second, 'email', tools())
  expect(sent).toBe(1)
})
