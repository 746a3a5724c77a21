/** Channels that follow one another: who gets the next one, when, and who does not. */

import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Channel, ChannelName, Outcome } from '../channels/channel.ts'
import { correctContact } from './by-hand/correct-contact.ts'
import { createWave, type WaveInput } from './create-wave.ts'
import { deliveryWorld, officer, type Person, tools } from './delivery.fixture.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'
import { failDelivery, requeueDelivery } from './failure-queries.ts'
import { markDelivered } from './queries.ts'
import { lockWave, withdrawWave } from './wave-queries.ts'

const world = deliveryWorld()
const refused: Outcome = { kind: 'rejected', failure: 'smtp-550', address: true }

beforeEach(async () => {
  await world.db().$client`DELETE FROM identity.deliveries`
})

/** Channels whose answers the test decides by address; everything else is sent. */
function channels(answers: Record<string, Outcome> = {}) {
  const went: Record<ChannelName, string[]> = { email: [], zalo: [] }
  const make = (name: ChannelName): Channel => ({
    name,
    async send({ recipient }) {
      went[name].push(recipient)
      return answers[recipient] ?? { kind: 'sent' }
    },
    ready: async () => true,
    close: async () => {},
  })
  return { went, channels: { email: make('email'), zalo: make('zalo') } }
}

const both = (at: number): Partial<Person> => ({ email: `nguoi${at}@sonla.test`, phone: `8491200000${at}` })

async function begin(people: Partial<Person>[], answers: Record<string, Outcome> = {}, order = ['email', 'zalo']) {
  const { went, channels: both } = channels(answers)
  const deps = world.deps({ channels: both })
  const campaign = await world.campaign({ people, sendingHours: 'any' })
  const input = { kind: 'invitation', channels: order as ChannelName[], order: 'in-order' } as const
  const wave = await createWave(deps, campaign.code, input, officer)
  const run = async () => {
    await dispatchDeliveries(deps, 'email', tools())
    await dispatchDeliveries(deps, 'zalo', tools())
  }
  return { deps, campaign, wave, run, went, rows: () => world.rows(campaign.id) }
}
const now = () => world.clock.now()

describe('one channel after the other', () => {
  test('each person is written to over the first channel that they have an address for', async () => {
    const { wave, run, went } = await begin([both(1), { phone: '84912000002' }, { email: 'nguoi3@sonla.test' }, {}])
    expect(wave).toMatchObject({ deliveries: 3, skipped: { noAddress: 1 } })
    await run()
    expect(went.email.sort()).toEqual(['nguoi1@sonla.test', 'nguoi3@sonla.test'])
    expect(went.zalo).toEqual(['84912000002'])
  })

  test('Zalo first when it is named first', async () => {
    const { run, went } = await begin([both(1)], {}, ['zalo', 'email'])
    await run()
    expect(went).toEqual({ email: [], zalo: ['84912000001'] })
  })

  test('whom the first channel refuses gets the second, and is not written to at that address again', async () => {
    const { deps, campaign, run, went, rows } = await begin([both(1), both(2)], { 'nguoi2@sonla.test': refused })
    await run()
    expect(went.zalo).toEqual(['84912000002'])
    expect((await rows()).map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
      'email failed',
      'email sent',
      'zalo sent',
    ])
    const reminder = await createWave(deps, campaign.code, { kind: 'reminder', channels: ['email'] }, officer)
    expect(reminder).toMatchObject({ deliveries: 1, skipped: { unreachable: 1 } })
  })

  test('a message that fails once more, or fails on the last channel, is replaced by nothing', async () => {
    const none: Outcome = { kind: 'rejected', failure: 'zalo-118', address: true }
    const { run, went, rows } = await begin([both(1)], { 'nguoi1@sonla.test': refused, '84912000001': none })
    await run()
    await run()
    expect(went).toEqual({ email: ['nguoi1@sonla.test'], zalo: ['84912000001'] })
    expect((await rows()).map(({ state }) => state)).toEqual(['failed', 'failed'])
  })

  test('a bounce hours later brings the second channel too', async () => {
    const { campaign, run, went, rows } = await begin([both(1)])
    await run()
    const [mail] = await rows()
    const bounce = { failure: 'bounce-5.1.1', address: true, now: now() }
    const done = await world.db().transaction((tx) => failDelivery(tx, mail!.id, bounce))
    expect(done).toBe(campaign.id)
    expect(await world.db().transaction((tx) => failDelivery(tx, mail!.id, bounce))).toBeUndefined()
    await run()
    expect(went.zalo).toEqual(['84912000001'])
  })

  test('nobody who has answered or opted out meanwhile', async () => {
    const { campaign, run, went, rows } = await begin([both(1), both(2)])
    await run()
    await world.answer(campaign.people[0]!)
    await world.optOut(campaign.people[1]!)
    for (const { id } of await rows())
      await world.db().transaction((tx) => failDelivery(tx, id, { failure: 'bounce-5.1.1', address: true, now: now() }))
    await run()
    expect(went.zalo).toEqual([])
  })

  test('nobody beyond the campaign’s most messages a person', async () => {
    const { campaign, run, went } = await begin([both(1)])
    await run()
    await world.db().$client`UPDATE campaign.campaigns SET max_messages = 1 WHERE id = ${campaign.id}`
    const deps = world.deps({ channels: channels({ 'nguoi1@sonla.test': refused }).channels })
    const reminder = await createWave(deps, campaign.code, { kind: 'reminder', channels: ['email', 'zalo'] }, officer)
    expect(reminder).toMatchObject({ deliveries: 0, skipped: { limit: 1 } })
    await world.db().$client`UPDATE campaign.campaigns SET max_messages = 2 WHERE id = ${campaign.id}`
    await world.db()
      .$client`UPDATE identity.waves SET frozen_at = frozen_at - interval '1 hour', starts_at = starts_at - interval '1 hour'`
    const next = await createWave(deps, campaign.code, { kind: 'reminder', channels: ['email', 'zalo'] }, officer)
    expect(next).toMatchObject({ deliveries: 1 })
    expect(went.zalo).toEqual([])
  })

  test('nobody is reminded over the second channel while the invitation waits on the first', async () => {
    const { deps, campaign, run, rows } = await begin([both(1)], {}, ['zalo', 'email'])
    const later = (order: 'in-order' | 'together', minutes: number) => {
      world.clock.current = new Date(world.clock.current.getTime() + minutes * 60_000)
      return createWave(deps, campaign.code, { kind: 'reminder', channels: ['zalo', 'email'], order }, officer)
    }
    expect(await later('in-order', 60)).toMatchObject({ deliveries: 0, skipped: { waiting: 1 } })
    await run()
    expect(await later('in-order', 60)).toMatchObject({ deliveries: 1 })
    expect((await rows()).map(({ channel }) => channel)).toEqual(['zalo', 'zalo'])
  })

  test('a receipt that comes after all withdraws what was to replace the message', async () => {
    const lost: Outcome = { kind: 'rejected', failure: 'zalo-lost' }
    const { campaign, deps, rows, went } = await begin([both(1)], { '84912000001': lost }, ['zalo', 'email'])
    await dispatchDeliveries(deps, 'zalo', tools())
    const zalo = (await rows()).find(({ channel }) => channel === 'zalo')!
    expect(zalo.state).toBe('failed')
    const receipt = { channel: 'zalo', deliveryId: zalo.id, providerId: null, deliveredAt: now() } as const
    expect(await markDelivered(world.db(), receipt)).toBe(campaign.id)
    await dispatchDeliveries(deps, 'email', tools())
    expect((await rows()).map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
      'email withdrawn',
      'zalo delivered',
    ])
    expect(went.email).toEqual([])
  })
})

test('whom nothing has reached yet is invited, not reminded, also in a reminder', async () => {
  const subjects: Record<string, string> = {}
  const email: Channel = {
    name: 'email',
    async send({ recipient, subject }) {
      subjects[recipient] = subject
      return recipient.startsWith('nguoi2') ? refused : { kind: 'sent' }
    },
    ready: async () => true,
    close: async () => {},
  }
  const deps = world.deps({ channels: { email } })
  const people = [both(1), both(2)]
  const campaign = await world.campaign({ people, sendingHours: 'any' })
  await createWave(deps, campaign.code, { kind: 'invitation', channels: ['email'] }, officer)
  await dispatchDeliveries(deps, 'email', tools())
  await world.db().$client`
    UPDATE identity.respondents SET email = 'dung@sonla.test', email_failure = NULL WHERE id = ${campaign.people[1]!.id}`
  await createWave(deps, campaign.code, { kind: 'reminder', channels: ['email'] }, officer)
  await dispatchDeliveries(deps, 'email', tools())
  expect(subjects['nguoi1@sonla.test']).toMatch(/^Nhắc/)
  expect(subjects['dung@sonla.test']).toMatch(/^Mời/)
})

test('only those whom the other channel failed', async () => {
  const { channels: some } = channels({ 'nguoi1@sonla.test': refused })
  const deps = world.deps({ channels: some })
  const campaign = await world.campaign({
    people: [both(1), both(2), { email: 'nguoi3@sonla.test' }],
    sendingHours: 'any',
  })
  await createWave(deps, campaign.code, { kind: 'invitation', channels: ['email'] }, officer)
  await dispatchDeliveries(deps, 'email', tools())
  const input: WaveInput = { kind: 'reminder', channels: ['zalo'], audience: 'failed-elsewhere' }
  const wave = await createWave(deps, campaign.code, input, officer)
  expect(wave).toMatchObject({ deliveries: 1, skipped: { unreachable: 1, noAddress: 1 } })
  const zalo = (await world.rows(campaign.id)).filter(({ channel }) => channel === 'zalo')
  expect(zalo.map(({ respondentId }) => respondentId)).toEqual([campaign.people[0]!.id])
})

test('a message that is put back into the queue goes out once more, and its history says who did it', async () => {
  const { campaign, run, went, rows } = await begin([both(1)], {
    'nguoi1@sonla.test': { kind: 'unknown', failure: 'smtp-lost' },
  })
  await run()
  const [mail] = await rows()
  expect(mail!.state).toBe('unknown')
  const again = { failure: null, dueAt: now(), from: ['unknown'], actor: officer.email } as const
  const done = await world.db().transaction((tx) => requeueDelivery(tx, mail!.id, { ...again, from: ['unknown'] }))
  expect(done).toBe(campaign.id)
  await run()
  expect(went.email).toHaveLength(2)
  const events = await world.db().$client`
    SELECT state, failure, actor FROM identity.delivery_events WHERE delivery_id = ${mail!.id} ORDER BY id`
  expect(events.map(({ state, actor }) => [state, actor])).toEqual([
    ['sending', null],
    ['unknown', null],
    ['queued', officer.email],
    ['sending', null],
    ['unknown', null],
  ])
})

test('a bounce that brings the next channel and a stop of the wave at the same moment do not block each other', async () => {
  const { campaign, wave, rows } = await begin([both(1)])
  const [mail] = await rows()
  const two = world.deps({ process: 2 }).db
  let bothHold = () => {}
  const waveIsLocked = new Promise<void>((resolve) => {
    bothHold = resolve
  })
  let messageIsLocked = () => {}
  const first = new Promise<void>((resolve) => {
    messageIsLocked = resolve
  })
  const bounce = world.db().transaction(async (tx) => {
    await tx.execute(sql`SELECT FROM identity.deliveries WHERE id = ${mail!.id} FOR UPDATE`)
    messageIsLocked()
    await waveIsLocked
    await failDelivery(tx, mail!.id, { failure: 'bounce-5.1.1', address: true, now: now(), from: ['queued'] })
  })
  const stop = two.transaction(async (tx) => {
    await first
    const { id } = (await lockWave(tx, campaign.id, wave.wave))!
    const withdrawn = withdrawWave(tx, id)
    bothHold()
    await withdrawn
  })
  expect((await Promise.allSettled([bounce, stop])).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
})

test('what comes back from an address that was corrected since leaves the new one good', async () => {
  const { deps, campaign, run, rows } = await begin([{ email: 'cu@sonla.test' }])
  await run()
  const [mail] = await rows()
  const [person] = campaign.people
  await correctContact(deps, { code: campaign.code, person: person!.id }, { email: 'moi@sonla.test' }, officer)
  await world
    .db()
    .transaction((tx) => failDelivery(tx, mail!.id, { failure: 'bounce-5.1.1', address: true, now: now() }))
  expect(await rows()).toMatchObject([{ state: 'failed', failure: 'bounce-5.1.1' }])
  const [kept] = await world.db().$client`SELECT email_failure FROM identity.respondents WHERE id = ${person!.id}`
  expect(kept!.email_failure).toBeNull()
})
