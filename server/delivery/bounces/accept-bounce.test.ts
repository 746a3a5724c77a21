import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { resumeChannel } from '../channel-queries.ts'
import { deliveryWorld, log, noon, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { acceptBounce } from './accept-bounce.ts'
import { reportOn, type SentMails, sendMails } from './bounces.fixture.ts'

const world = deliveryWorld()
beforeEach(async () => {
  world.clock.current = noon
  await world.db().$client`DELETE FROM identity.deliveries`
  await resumeChannel(world.db(), 'email', noon)
})

const rowOf = async ({ campaign }: SentMails, id: string) =>
  (await world.rows(campaign.id)).find((row) => row.id === id)!
const emailFailures = async ({ campaign }: SentMails) =>
  (
    await world.db().$client`
    SELECT email_failure FROM identity.respondents WHERE campaign_id = ${campaign.id} ORDER BY email`
  ).map((row) => row.email_failure)
const later = (minutes: number) => {
  world.clock.current = new Date(world.clock.current.getTime() + minutes * 60_000)
}

describe('a hard bounce', () => {
  test('fails the message and gives the address up', async () => {
    const sent = await sendMails(world, 1)
    const [id] = sent.ids
    expect(await acceptBounce(sent.deps, log, reportOn(id!))).toBe('ours')
    expect(await rowOf(sent, id!)).toMatchObject({ state: 'failed', failure: 'bounce-5.1.1' })
    expect(await emailFailures(sent)).toEqual(['bounce-5.1.1'])
  })

  test('that does not blame the address leaves it good', async () => {
    const sent = await sendMails(world, 1)
    await acceptBounce(sent.deps, log, reportOn(sent.ids[0]!, { status: '5.7.1' }))
    expect(await rowOf(sent, sent.ids[0]!)).toMatchObject({ state: 'failed', failure: 'bounce-5.7.1' })
    expect(await emailFailures(sent)).toEqual([null])
  })

  test('in a wave whose channels follow one another brings the next channel', async () => {
    const sent = await sendMails(world, 1, { phones: true })
    await acceptBounce(sent.deps, log, reportOn(sent.ids[0]!))
    const rows = (await world.rows(sent.campaign.id)).map(({ channel, state }) => `${channel} ${state}`)
    expect(rows.sort()).toEqual(['email failed', 'zalo queued'])
  })

  test('also ends the waiting that a soft one began, and not what a person has withdrawn from', async () => {
    const sent = await sendMails(world, 2)
    const [waiting, withdrawn] = sent.ids
    await acceptBounce(sent.deps, log, reportOn(waiting!, { status: '4.4.1' }))
    await acceptBounce(sent.deps, log, reportOn(waiting!))
    expect(await rowOf(sent, waiting!)).toMatchObject({ state: 'failed', failure: 'bounce-5.1.1' })
    await world.db().$client`UPDATE identity.deliveries SET state = 'withdrawn' WHERE id = ${withdrawn!}`
    await acceptBounce(sent.deps, log, reportOn(withdrawn!))
    expect(await rowOf(sent, withdrawn!)).toMatchObject({ state: 'withdrawn' })
  })

  test('of very many pauses the channel, because then it is not the addresses', async () => {
    const sent = await sendMails(world, 50)
    for (const id of sent.ids) await acceptBounce(sent.deps, log, reportOn(id, { status: '5.7.1' }))
    const [channel] = await world.db().$client`SELECT * FROM identity.channels WHERE channel = 'email'`
    expect(channel).toMatchObject({ pause_reason: 'bounce-5.7.1', paused_by: null })
    expect(channel!.paused_at).not.toBeNull()
  })
})

describe('a soft bounce', () => {
  test('sends the message again after 30 minutes, 2 and 8 hours; the fourth ends it and the address stays good', async () => {
    const sent = await sendMails(world, 1)
    const id = sent.ids[0]!
    for (const minutes of [30, 120, 480]) {
      await acceptBounce(sent.deps, log, reportOn(id, { status: '4.2.2' }))
      const row = await rowOf(sent, id)
      expect(row).toMatchObject({ state: 'queued', failure: 'bounce-4.2.2' })
      expect(row.dueAt.getTime() - world.clock.current.getTime()).toBe(minutes * 60_000)
      later(minutes)
      await dispatchDeliveries(sent.deps, 'email', tools())
      expect(await rowOf(sent, id)).toMatchObject({ state: 'sent' })
    }
    await acceptBounce(sent.deps, log, reportOn(id, { status: '4.2.2' }))
    expect(await rowOf(sent, id)).toMatchObject({ state: 'failed', failure: 'bounce-4.2.2', softBounces: 3 })
    expect(await emailFailures(sent)).toEqual([null])
  })

  test('reported twice about one sending is counted once', async () => {
    const sent = await sendMails(world, 1)
    const id = sent.ids[0]!
    await acceptBounce(sent.deps, log, reportOn(id, { status: '4.4.7' }))
    await acceptBounce(sent.deps, log, reportOn(id, { status: '4.4.7' }))
    expect(await rowOf(sent, id)).toMatchObject({ state: 'queued', softBounces: 1 })
  })
})

describe('whatever else a report says', () => {
  test('delayed changes nothing', async () => {
    const sent = await sendMails(world, 1)
    expect(await acceptBounce(sent.deps, log, reportOn(sent.ids[0]!, { action: 'delayed', status: '4.4.1' }))).toBe(
      'ours',
    )
    expect(await rowOf(sent, sent.ids[0]!)).toMatchObject({ state: 'sent', failure: null })
  })

  test('delivered is written down, also after the message was given up', async () => {
    const sent = await sendMails(world, 1)
    await acceptBounce(sent.deps, log, reportOn(sent.ids[0]!, { status: '5.7.1' }))
    await acceptBounce(sent.deps, log, reportOn(sent.ids[0]!, { action: 'delivered', status: '2.0.0' }))
    expect(await rowOf(sent, sent.ids[0]!)).toMatchObject({ state: 'delivered', failure: null })
  })
})

test('the same report counts once, however often and from how many sides it comes', async () => {
  const sent = await sendMails(world, 1)
  const id = sent.ids[0]!
  const report = reportOn(id, { status: '4.2.2' })
  const all = await Promise.all(Array.from({ length: 8 }, () => acceptBounce(sent.deps, log, report)))
  expect(all).toEqual(Array(8).fill('ours'))
  later(30)
  await dispatchDeliveries(sent.deps, 'email', tools())
  await acceptBounce(sent.deps, log, report)
  expect(await rowOf(sent, id)).toMatchObject({ state: 'sent', softBounces: 1 })
})

test('a report about a message that was never sent, or about one of Zalo, is not ours', async () => {
  const sent = await sendMails(world, 1, { phones: true })
  expect(await acceptBounce(sent.deps, log, reportOn(randomUUID()))).toBe('not-ours')
  await acceptBounce(sent.deps, log, reportOn(sent.ids[0]!))
  await dispatchDeliveries(sent.deps, 'zalo', tools())
  const zalo = (await world.rows(sent.campaign.id)).find(({ channel }) => channel === 'zalo')!
  expect(await acceptBounce(sent.deps, log, reportOn(zalo.id))).toBe('not-ours')
  expect(await rowOf(sent, zalo.id)).toMatchObject({ state: 'sent' })
})
