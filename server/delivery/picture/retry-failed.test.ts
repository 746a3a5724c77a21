import { expect, test } from 'vitest'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { type Campaign, pictureWorld, SENT_AT, type TestPerson } from './picture.fixture.ts'
import type { PersonHistoryView, RetriedView } from './schemas.ts'

const world = pictureWorld()
const NOBODY = { answered: 0, optedOut: 0, address: 0, elsewhere: 0, limit: 0, stopped: 0 }
const FAILED = { channel: 'email', state: 'failed', failure: 'smtp-554', finishedAt: SENT_AT, attempts: 5 } as const
const GROUP = { channel: 'email', cause: 'smtp-554' }

const retry = async (campaign: Campaign, group: object = GROUP): Promise<RetriedView> =>
  (await world.post(`${campaign.code}/deliveries/retry`, group)).json()

/** One person whose mail failed, besides what `person` says. */
async function oneFailed(person: TestPerson = {}) {
  const campaign = await world.campaign([{ email: 'a@sonla.test', phone: '84912345678', ...person }])
  const waveId = await world.wave(campaign, 1)
  const id = await world.message(campaign, waveId, { respondentId: campaign.people[0]!, ...FAILED })
  return { campaign, waveId, id, person: campaign.people[0]! }
}

test('a group goes back into the queue as if never tried, and out at the next turn; its history says who did it', async () => {
  const { campaign, id, person } = await oneFailed()
  expect(await retry(campaign)).toEqual({ retried: 1, skipped: NOBODY })
  expect(await world.row(id)).toMatchObject({ state: 'queued', failure: null, attempts: 0, finishedAt: null })
  const { deps } = world.system()
  await dispatchDeliveries(deps, 'email', { log: deps.log, signal: new AbortController().signal })
  expect((await world.row(id)).state).toBe('sent')
  const { history }: PersonHistoryView = (await world.get(`${campaign.code}/people/${person}`)).json()
  expect(history.map(({ state, title, by }) => [state, title, by])).toEqual([
    ['queued', 'Xếp hàng chờ gửi', null],
    ['queued', 'Cán bộ cho gửi lại', world.email('officer')],
    ['sending', 'Đang gửi', null],
    ['sent', 'Đã gửi', null],
  ])
})

test('the same officer may send the same message again, and each time stands in the history', async () => {
  const { campaign, id, person } = await oneFailed()
  for (const _ of [1, 2]) {
    expect((await retry(campaign)).retried).toBe(1)
    await world.db().$client`UPDATE identity.deliveries SET state = 'failed', failure = 'smtp-554' WHERE id = ${id}`
  }
  const { history }: PersonHistoryView = (await world.get(`${campaign.code}/people/${person}`)).json()
  expect(history.filter(({ by }) => by === world.email('officer')).map(({ state }) => state)).toEqual([
    'queued',
    'queued',
  ])
})

test('only failed messages of that cause, channel, wave and campaign are touched', async () => {
  const people = Array.from({ length: 6 }, (_, at) => ({ email: `a${at}@sonla.test`, phone: `8491234567${at}` }))
  const [campaign, other] = [await world.campaign(people), await world.campaign(people)]
  const [first, second, foreign] = [
    await world.wave(campaign, 1),
    await world.wave(campaign, 2),
    await world.wave(other, 1),
  ]
  const [a, b, c, d, e] = campaign.people as [string, string, string, string, string]
  const wanted = await world.message(campaign, second, { respondentId: a, ...FAILED })
  await world.message(campaign, first, { respondentId: b, ...FAILED })
  await world.message(campaign, second, { respondentId: c, ...FAILED, failure: 'smtp-552' })
  await world.message(campaign, second, { respondentId: d, ...FAILED, channel: 'zalo' })
  await world.message(campaign, second, { respondentId: e, ...FAILED, state: 'unknown' })
  await world.message(other, foreign, { respondentId: other.people[0]!, ...FAILED })
  expect(await retry(campaign, { ...GROUP, wave: 2 })).toEqual({ retried: 1, skipped: NOBODY })
  const queued = await world.db().$client`SELECT id FROM identity.deliveries WHERE state = 'queued'
    AND campaign_id IN (${campaign.id}, ${other.id})`
  expect(queued.map(({ id }) => id)).toEqual([wanted])
})

test.each([
  ['answered', { answered: 1 }],
  ['optedOut', { optedOut: true }],
  ['address', { email: null }],
  ['address', { emailFailure: 'smtp-554' }],
] as const)('nothing is sent again to somebody left out for: %s %j', async (reason, person) => {
  const { campaign, id } = await oneFailed(person)
  expect(await retry(campaign)).toEqual({ retried: 0, skipped: { ...NOBODY, [reason]: 1 } })
  expect((await world.row(id)).state).toBe('failed')
})

test('who has answered one of two units may be reminded of the other', async () => {
  const { campaign } = await oneFailed({ units: ['AB', 'HT'], answered: 1 })
  expect((await retry(campaign)).retried).toBe(1)
})

test('an address that was corrected since may be tried again', async () => {
  const { campaign, person } = await oneFailed({ emailFailure: 'smtp-554' })
  await world.db()
    .$client`UPDATE identity.respondents SET email = 'moi@sonla.test', email_failure = NULL WHERE id = ${person}`
  expect((await retry(campaign)).retried).toBe(1)
})

test('no message goes to somebody whom the other channel of the wave reaches, unless the channels go together', async () => {
  const { campaign, waveId, person } = await oneFailed()
  await world.message(campaign, waveId, { respondentId: person, channel: 'zalo', state: 'queued' })
  await world.db().$client`UPDATE identity.waves SET channel_order = 'in-order' WHERE id = ${waveId}`
  expect(await retry(campaign)).toEqual({ retried: 0, skipped: { ...NOBODY, elsewhere: 1 } })
  await world.db().$client`UPDATE identity.waves SET channel_order = 'together' WHERE id = ${waveId}`
  expect((await retry(campaign)).retried).toBe(1)
})

test('of one person’s several messages only the latest is sent again, and none when a later one got through', async () => {
  const { campaign, id, person } = await oneFailed()
  const second = await world.message(campaign, await world.wave(campaign, 2), { respondentId: person, ...FAILED })
  expect(await retry(campaign)).toEqual({ retried: 1, skipped: { ...NOBODY, elsewhere: 1 } })
  expect([(await world.row(id)).state, (await world.row(second)).state]).toEqual(['failed', 'queued'])
  expect(await retry(campaign)).toEqual({ retried: 0, skipped: { ...NOBODY, elsewhere: 1 } })
})

test('the most messages a person are kept', async () => {
  const { campaign, waveId, person } = await oneFailed()
  await world.message(campaign, waveId, { respondentId: person, channel: 'zalo', state: 'sent' })
  await world.db().$client`UPDATE campaign.campaigns SET max_messages = 1 WHERE id = ${campaign.id}`
  expect(await retry(campaign)).toEqual({ retried: 0, skipped: { ...NOBODY, limit: 1 } })
})

test('a wave that was stopped stays stopped', async () => {
  const { campaign, waveId } = await oneFailed()
  await world.db().$client`UPDATE identity.waves SET state = 'stopped' WHERE id = ${waveId}`
  expect(await retry(campaign)).toEqual({ retried: 0, skipped: { ...NOBODY, stopped: 1 } })
})

test('two officers who press at once send it once', async () => {
  const { campaign, id } = await oneFailed()
  const both = await Promise.all([retry(campaign), retry(campaign)])
  expect(both.map(({ retried }) => retried).toSorted()).toEqual([0, 1])
  expect((await world.row(id)).state).toBe('queued')
})

test('a draft or closed campaign sends nothing; a strange group is refused', async () => {
  for (const [status, code] of [
    ['draft', 'campaign-not-open'],
    ['closed', 'campaign-closed'],
  ] as const) {
    const campaign = await world.campaign([], status)
    const reply = await world.post(`${campaign.code}/deliveries/retry`, GROUP)
    expect([reply.statusCode, reply.json().code]).toEqual([409, code])
  }
  expect((await world.post('khong-co/deliveries/retry', GROUP)).statusCode).toBe(404)
  for (const body of [{}, { channel: 'sms', cause: 'x' }, { channel: 'email', cause: '' }, { ...GROUP, all: true }])
    expect((await world.post('x/deliveries/retry', body)).statusCode).toBe(400)
})

test('is written down with numbers only', async () => {
  const { campaign } = await oneFailed()
  await retry(campaign)
  // Nothing of who had answered by then: the log keeps the second.
  const { answered: _, ...skipped } = NOBODY
  expect(await world.audits(campaign)).toEqual([
    { actor: world.email('officer'), action: 'delivery.retry', details: { ...GROUP, retried: 1, skipped } },
  ])
})
