/** Pace, pause and hold of a channel, through the real dispatcher and real rows. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Channel, Outcome } from '../channels/channel.ts'
import type { Deps } from '../deps.ts'
import { findChannels, openGate, pauseChannel, payGate, resumeChannel, updateChannel } from './channel-queries.ts'
import { createWave } from './create-wave.ts'
import { byMail, deliveryWorld, noon, officer, tools } from './delivery.fixture.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'

const world = deliveryWorld()
const sent: Outcome = { kind: 'sent' }

beforeEach(async () => {
  await world.db().$client`DELETE FROM identity.deliveries`
})

/** A channel that answers as told, and remembers how many messages were under way at once. */
function answering(answer: (number: number) => Outcome | Promise<Outcome>) {
  let underWay = 0
  const seen = { count: 0, most: 0 }
  const email: Channel = {
    name: 'email',
    async send() {
      seen.count++
      underWay++
      seen.most = Math.max(seen.most, underWay)
      const outcome = await answer(seen.count)
      underWay--
      return outcome
    },
    ready: async () => true,
    close: async () => {},
  }
  return { email, seen }
}

async function invited(deps: Deps, people: number) {
  world.clock.current = noon
  const campaign = await world.campaign({ people: byMail(people) })
  await createWave(deps, campaign.code, { kind: 'invitation', channels: ['email'] }, officer)
  return campaign
}
const gate = async () => (await findChannels(world.db())).find(({ channel }) => channel === 'email')!
const minutesOn = (minutes: number) => {
  world.clock.current = new Date(world.clock.current.getTime() + minutes * 60_000)
}
const countOf = async (id: string, state: string) => (await world.states(id)).filter((one) => one === state).length

describe('pace', () => {
  test('no more go out in a minute than the pace allows, however many processes there are', async () => {
    const { email, seen } = answering(() => sent)
    const [one, two] = [world.deps({ channels: { email } }), world.deps({ channels: { email }, process: 2 })]
    const campaign = await invited(one, 100)
    // Slower than a job waits for, so that each run ends when its share is used up.
    await updateChannel(world.db(), 'email', { perMinute: 1 })
    await world.db()
      .$client`UPDATE identity.channels SET tokens = 0, refilled_at = ${noon.toISOString()} WHERE channel = 'email'`
    const counts: number[] = []
    for (let minute = 0; minute < 5; minute++) {
      minutesOn(1)
      const stop = new AbortController()
      const runs = [one, two].map((deps) => dispatchDeliveries(deps, 'email', tools(stop.signal)))
      await expect.poll(async () => countOf(campaign.id, 'sent')).toBe(minute + 1)
      stop.abort()
      await Promise.all(runs)
      counts.push(seen.count)
    }
    expect(counts).toEqual([1, 2, 3, 4, 5])
  })

  test('a pace changed while messages go out counts from the next one', async () => {
    let slow: Promise<unknown> | undefined
    const { email, seen } = answering(async (number) => {
      if (number === 20) slow = updateChannel(world.db(), 'email', { perMinute: 1 })
      await slow
      return sent
    })
    const deps = world.deps({ channels: { email } })
    await invited(deps, 80)
    await world.db()
      .$client`UPDATE identity.channels SET tokens = 0, refilled_at = ${noon.toISOString()} WHERE channel = 'email'`
    const stop = new AbortController()
    const run = dispatchDeliveries(deps, 'email', tools(stop.signal))
    await expect.poll(() => seen.count).toBeGreaterThanOrEqual(20)
    await slow
    // Whatever was claimed by then is still sent; the clock stands still, so nothing else is.
    stop.abort()
    await run
    expect(seen.count).toBeLessThanOrEqual(30)
    await updateChannel(world.db(), 'email', { perMinute: null })
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(80)
  })

  test('the messages of a day are limited, and the rest goes out the day after', async () => {
    const { email, seen } = answering(() => sent)
    const deps = world.deps({ channels: { email } })
    await updateChannel(world.db(), 'email', { perDay: 7 })
    const campaign = await invited(deps, 20)
    await dispatchDeliveries(deps, 'email', tools())
    minutesOn(60)
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(7)
    for (let day = 1; day <= 2; day++) {
      minutesOn(24 * 60)
      await dispatchDeliveries(deps, 'email', tools())
      expect(await countOf(campaign.id, 'sent')).toBe(Math.min(20, 7 * (day + 1)))
    }
  })

  test('no more are under way at once than the channel says', async () => {
    const { email, seen } = answering(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return sent
    })
    const deps = world.deps({ channels: { email } })
    await updateChannel(world.db(), 'email', { parallel: 3 })
    await invited(deps, 40)
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen).toEqual({ count: 40, most: 3 })
  })
})

describe('pause', () => {
  test('a paused channel sends nothing until it is resumed, and then everything', async () => {
    const { email, seen } = answering(() => sent)
    const deps = world.deps({ channels: { email } })
    await pauseChannel(world.db(), 'email', { by: officer.email, reason: null, now: noon })
    await invited(deps, 12)
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(0)
    expect(await resumeChannel(world.db(), 'email', world.clock.now())).toBe(true)
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(12)
  })

  test('too many failures pause the channel and say why; after a resume they are counted anew', async () => {
    const { email, seen } = answering((number) =>
      number % 2 ? sent : { kind: 'rejected', failure: number % 4 ? 'smtp-550' : 'smtp-554' },
    )
    const deps = world.deps({ channels: { email } })
    await updateChannel(world.db(), 'email', { failureLimit: 10, parallel: 1 })
    const campaign = await invited(deps, 100)
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(20)
    expect(await gate()).toMatchObject({ pausedBy: null, pauseReason: expect.stringMatching(/^smtp-55[04]$/) })
    expect((await gate()).pausedAt).toEqual(noon)
    expect(await countOf(campaign.id, 'failed')).toBe(10)

    minutesOn(1)
    await resumeChannel(world.db(), 'email', world.clock.now())
    minutesOn(1)
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(40)
    expect(await gate()).toMatchObject({ pausedBy: null })
  })
})

describe('trouble that everybody meets', () => {
  test('holds the channel, fails nobody, and says that a person must act until a message goes out again', async () => {
    let broken = true
    const { email, seen } = answering(() => (broken ? { kind: 'rejected', failure: 'smtp-auth', person: true } : sent))
    const deps = world.deps({ channels: { email } })
    const campaign = await invited(deps, 30)
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBeLessThanOrEqual(10)
    expect(await countOf(campaign.id, 'queued')).toBe(30)
    expect(await gate()).toMatchObject({ heldFor: 'smtp-auth', needsPerson: 'smtp-auth' })
    minutesOn(14)
    const before = seen.count
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(before)
    broken = false
    minutesOn(2)
    await dispatchDeliveries(deps, 'email', tools())
    expect(await countOf(campaign.id, 'sent')).toBe(30)
    expect(await gate()).toMatchObject({ heldFor: null, heldUntil: null, needsPerson: null })
  })

  test('a hold of the whole system stops every channel', async () => {
    const { email, seen } = answering(() => sent)
    const deps = world.deps({ channels: { email } })
    const campaign = await invited(deps, 3)
    const [kept] = await world.db().$client`SELECT hold_reason FROM staff.installation`
    if (!kept) {
      await world.db().$client`INSERT INTO staff.installation (id, secret_key_check) VALUES (1, '')`
    }
    await world.db().$client`UPDATE staff.installation SET hold_reason = 'restored'`
    await dispatchDeliveries(deps, 'email', tools())
    expect(seen.count).toBe(0)
    await world.db().$client`UPDATE staff.installation SET hold_reason = NULL`
    await dispatchDeliveries(deps, 'email', tools())
    expect(await countOf(campaign.id, 'sent')).toBe(3)
  })
})

test('the clocks of two machines that differ by some seconds give no more than the pace and the day allow', async () => {
  await world.db().$client`
    UPDATE identity.channels SET per_minute = 600, per_day = 50, tokens = 0, refilled_at = ${noon.toISOString()}, day_count = 0
    WHERE channel = 'email'`
  const take = (now: Date): Promise<number> =>
    world.db().transaction(async (tx) => {
      const { allowed } = await openGate(tx, { channel: 'email', now, paced: true })
      await payGate(tx, 'email', allowed)
      return allowed
    })
  const alternately = async (from: Date) => {
    let taken = 0
    for (let tenth = 1; tenth <= 10; tenth++) {
      for (const ahead of [0, 3_000]) taken += await take(new Date(from.getTime() + tenth * 100 + ahead))
    }
    return taken
  }
  // A second at ten a second, and once the three seconds by which the one clock is ahead.
  expect(await alternately(noon)).toBeLessThanOrEqual(40)
  await updateChannel(world.db(), 'email', { perMinute: null, perDay: 15 })
  expect(await alternately(new Date('2024-12-02T23:59:58.500+07:00'))).toBeLessThanOrEqual(15 + 15)
})

test('a clock that was wrong by days once does not stop a channel', async () => {
  const wrong = new Date(noon.getTime() + 40 * 86_400_000)
  await world.db().$client`
    UPDATE identity.channels SET per_minute = 60, tokens = 0, day = ${wrong.toISOString()}, day_count = 0,
      refilled_at = ${wrong.toISOString()} WHERE channel = 'email'`
  const open = (now: Date) => world.db().transaction((tx) => openGate(tx, { channel: 'email', now, paced: true }))
  await open(noon)
  expect(await open(new Date(noon.getTime() + 2_000))).toMatchObject({ allowed: 2 })
})
