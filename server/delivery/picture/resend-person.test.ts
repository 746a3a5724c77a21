import { expect, test } from 'vitest'
import { createWave } from '../create-wave.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { type Campaign, pictureWorld, SENT_AT, type TestPerson } from './picture.fixture.ts'
import type { FunnelView, PersonHistoryView } from './schemas.ts'

const world = pictureWorld()
const BOTH = { email: 'a@sonla.test', phone: '84912345678' }
const FAILED = { channel: 'email', state: 'failed', failure: 'smtp-554', finishedAt: SENT_AT, attempts: 5 } as const

const resend = async (campaign: Campaign, channel = 'email', person = campaign.people[0]!) => {
  const reply = await world.post(`${campaign.code}/people/${person}/resend`, { channel })
  return [
    reply.statusCode,
    reply.statusCode === 200 ? reply.json() : (reply.json().details?.reason ?? reply.json().code),
  ]
}
const QUEUED = [200, { state: 'queued' }]

async function onePerson(person: TestPerson = {}, status: 'draft' | 'open' | 'paused' | 'closed' = 'open') {
  const campaign = await world.campaign([{ ...BOTH, ...person }], status)
  return { campaign, person: campaign.people[0]!, first: await world.wave(campaign, 1) }
}

const messagesOf = (campaign: Campaign) =>
  world.db().$client<{ id: string; channel: string; state: string; waveId: string }[]>`
    SELECT id, channel, state, wave_id AS "waveId" FROM identity.deliveries WHERE campaign_id = ${campaign.id} ORDER BY id`

async function dispatch(channel: 'email' | 'zalo') {
  const { deps } = world.system()
  await dispatchDeliveries(deps, channel, { log: deps.log, signal: new AbortController().signal })
}

async function history({ code }: Campaign, person: string) {
  const view: PersonHistoryView = (await world.get(`${code}/people/${person}`)).json()
  return view.history.map(({ channel, title, by }) => [channel, title, by])
}

test('a message that failed goes out once more, and its history says who did it', async () => {
  const { campaign, person, first } = await onePerson()
  const id = await world.message(campaign, first, { respondentId: person, ...FAILED, softBounces: 3 })
  expect(await resend(campaign)).toEqual(QUEUED)
  expect(await world.row(id)).toMatchObject({ state: 'queued', failure: null, attempts: 0, softBounces: 0 })
  await dispatch('email')
  expect((await messagesOf(campaign)).map(({ state }) => state)).toEqual(['sent'])
  expect(await history(campaign, person)).toEqual([
    ['email', 'Xếp hàng chờ gửi', null],
    ['email', 'Cán bộ cho gửi lại', world.email('officer')],
    ['email', 'Đang gửi', null],
    ['email', 'Đã gửi', null],
  ])
})

test('of several that failed the latest goes out; of a wave that was stopped none', async () => {
  const { campaign, person, first } = await onePerson()
  const [second, third] = [await world.wave(campaign, 2), await world.wave(campaign, 3, { state: 'stopped' })]
  const ids: string[] = []
  for (const wave of [first, second, third])
    ids.push(await world.message(campaign, wave, { respondentId: person, ...FAILED }))
  expect(await resend(campaign)).toEqual(QUEUED)
  expect(await Promise.all(ids.map(async (id) => (await world.row(id)).state))).toEqual(['failed', 'queued', 'failed'])
})

test('somebody never written to over a channel gets one more message of the latest wave that sends', async () => {
  const { campaign, person, first } = await onePerson()
  const second = await world.wave(campaign, 2, { channels: ['email'] })
  await world.wave(campaign, 3, { state: 'paused' })
  await world.wave(campaign, 4, { state: 'planned', frozenAt: null })
  await world.wave(campaign, 5, { state: 'stopped' })
  await world.message(campaign, first, { respondentId: person, ...FAILED })
  expect(await resend(campaign, 'zalo')).toEqual(QUEUED)
  const added = (await messagesOf(campaign)).filter(({ channel }) => channel === 'zalo')
  expect(added.map(({ state, waveId }) => [state, waveId])).toEqual([['queued', second]])
  await dispatch('zalo')
  expect((await world.row(added[0]!.id)).state).toBe('sent')
  expect((await history(campaign, person)).slice(-3)).toEqual([
    ['zalo', 'Cán bộ cho gửi riêng cho người này', world.email('officer')],
    ['zalo', 'Đang gửi', null],
    ['zalo', 'Đã gửi', null],
  ])
  // Also where the wave itself does not go over that channel.
  const funnel: FunnelView = (await world.get(`${campaign.code}/funnel`)).json()
  expect(funnel.waves[1]!.channels.map(({ channel, sent }) => [channel, sent])).toEqual([
    ['email', 0],
    ['zalo', 1],
  ])
})

test('an address that was corrected since is written to again', async () => {
  const { campaign, person, first } = await onePerson({ emailFailure: 'smtp-550' })
  await world.message(campaign, first, { respondentId: person, ...FAILED, failure: 'smtp-550' })
  expect(await resend(campaign)).toEqual([409, 'address-failed'])
  await world.post(`${campaign.code}/people/${person}/contact`, { email: 'moi@sonla.test' })
  expect(await resend(campaign)).toEqual(QUEUED)
})

test.each<[string, TestPerson]>([
  ['answered', { answered: 1 }],
  ['opted-out', { optedOut: true }],
  ['no-address', { email: null }],
  ['address-failed', { emailFailure: 'smtp-554' }],
])('nothing goes to somebody who is %s', async (reason, columns) => {
  for (const failed of [true, false]) {
    const { campaign, person, first } = await onePerson(columns)
    if (failed) await world.message(campaign, first, { respondentId: person, ...FAILED })
    const before = await messagesOf(campaign)
    expect(await resend(campaign)).toEqual([409, reason])
    expect(await messagesOf(campaign)).toEqual(before)
    expect(await world.audits(campaign)).toEqual([])
  }
})

test.each([
  ['queued', 'waiting'],
  ['sending', 'waiting'],
  ['unknown', 'unknown'],
  ['sent', 'sent'],
  ['delivered', 'sent'],
] as const)('nothing more goes over a channel whose message is %s, be it an earlier wave’s', async (state, reason) => {
  const { campaign, person, first } = await onePerson()
  await world.message(campaign, first, { respondentId: person, channel: 'email', state })
  await world.message(campaign, await world.wave(campaign, 2), { respondentId: person, ...FAILED })
  const before = await messagesOf(campaign)
  expect(await resend(campaign)).toEqual([409, reason])
  expect(await messagesOf(campaign)).toEqual(before)
  expect(await resend(campaign, 'zalo')).toEqual(QUEUED)
})

test('after the link was replaced the message goes out again, with the new one', async () => {
  const { campaign, person, first } = await onePerson()
  const id = await world.message(campaign, first, { respondentId: person, channel: 'email', state: 'sent' })
  expect(await resend(campaign)).toEqual([409, 'sent'])
  expect((await world.post(`${campaign.code}/people/${person}/reissue`, {})).statusCode).toBe(200)
  expect(await resend(campaign)).toEqual(QUEUED)
  expect(await resend(campaign)).toEqual([409, 'waiting'])
  expect((await messagesOf(campaign)).map(({ id: one, state }) => [one, state])).toEqual([[id, 'queued']])
})

test('the most messages a person are kept, failed ones not counted', async () => {
  const { campaign, person, first } = await onePerson()
  await world.message(campaign, first, { respondentId: person, ...FAILED })
  const limit = (most: number) =>
    world.db().$client`UPDATE campaign.campaigns SET max_messages = ${most} WHERE id = ${campaign.id}`
  await world.message(campaign, first, { respondentId: person, channel: 'zalo', state: 'sent' })
  await limit(1)
  expect(await resend(campaign)).toEqual([409, 'limit'])
  await limit(2)
  expect(await resend(campaign)).toEqual(QUEUED)
})

test('without a wave that was begun there is nothing to send', async () => {
  const campaign = await world.campaign([BOTH])
  expect(await resend(campaign)).toEqual([409, 'no-wave'])
  await world.wave(campaign, 1, { state: 'stopped' })
  await world.wave(campaign, 2, { state: 'planned', frozenAt: null })
  await world.wave(campaign, 3, { state: 'overdue', frozenAt: null })
  expect(await resend(campaign)).toEqual([409, 'no-wave'])
})

test('a campaign that is not open sends nothing; strange people and channels are refused in plain words', async () => {
  for (const [status, code] of [
    ['draft', 'campaign-not-open'],
    ['paused', 'campaign-paused'],
    ['closed', 'campaign-closed'],
  ] as const)
    expect(await resend((await onePerson({}, status)).campaign)).toEqual([409, code])
  const { campaign } = await onePerson()
  await world.db().$client`UPDATE campaign.campaigns SET closes_at = now() WHERE id = ${campaign.id}`
  expect(await resend(campaign)).toEqual([409, 'campaign-closed'])
  expect(await resend(campaign, 'email', 'ai-do')).toEqual([404, 'person-unknown'])
  expect(await resend(campaign, 'sms')).toEqual([400, 'invalid-request'])
  const refused = await world.post(`${(await onePerson({ optedOut: true })).campaign.code}/people/x/resend`, {
    channel: 'email',
  })
  expect(refused.json().code).toBe('person-unknown')
})

test('a refusal has a code of its own and says what to do', async () => {
  const { campaign, person } = await onePerson({ phone: null })
  const reply = (await world.post(`${campaign.code}/people/${person}/resend`, { channel: 'zalo' })).json()
  expect(reply).toMatchObject({ code: 'person-not-sendable', details: { reason: 'no-address' } })
  expect(reply.message).toMatch(/^Người này chưa có địa chỉ.*Hãy bổ sung/)
})

test.each([true, false])('two who press at once send it once (failed before: %s)', async (failed) => {
  for (let round = 0; round < 5; round++) {
    const { campaign, person, first } = await onePerson()
    await world.wave(campaign, 2)
    if (failed) await world.message(campaign, first, { respondentId: person, ...FAILED })
    const replies = await Promise.all([1, 2, 3, 4].map(() => resend(campaign)))
    expect(replies.map(([status]) => status).toSorted()).toEqual([200, 409, 409, 409])
    await Promise.all([dispatch('email'), dispatch('email')])
    expect((await messagesOf(campaign)).map(({ state }) => state)).toEqual(['sent'])
    const [{ mails }] = (await world.db().$client`
      SELECT count(*)::integer AS mails FROM identity.outbox o JOIN identity.deliveries d ON d.id = o.delivery_id
      WHERE d.campaign_id = ${campaign.id}`) as unknown as [{ mails: number }]
    expect(mails).toBe(1)
    expect((await world.audits(campaign)).map(({ action }) => action)).toEqual(['people.resend'])
  }
})

test('a reminder that begins at the same moment writes nobody a second message', async () => {
  for (let round = 0; round < 5; round++) {
    const { campaign } = await onePerson()
    const [again] = await Promise.all([
      resend(campaign),
      createWave(
        world.system().deps,
        campaign.code,
        { kind: 'reminder', channels: ['email'] },
        {
          ...{ id: 'x', email: 'canbo@so.example', role: 'officer', unit: null },
        },
      ),
    ])
    expect([200, 409]).toContain(again[0])
    expect(await messagesOf(campaign)).toHaveLength(1)
  }
})

test('sending to one person and retrying their group at once sends it once', async () => {
  for (let round = 0; round < 5; round++) {
    const { campaign, person, first } = await onePerson()
    await world.message(campaign, first, { respondentId: person, ...FAILED })
    const [again, group] = await Promise.all([
      resend(campaign),
      world.post(`${campaign.code}/deliveries/retry`, { channel: 'email', cause: 'smtp-554' }),
    ])
    expect((again[0] === 200 ? 1 : 0) + group.json().retried).toBe(1)
    expect((await messagesOf(campaign)).map(({ state }) => state)).toEqual(['queued'])
  }
})

test('is written down with ids only', async () => {
  const { campaign, person, first } = await onePerson()
  const id = await world.message(campaign, first, { respondentId: person, ...FAILED })
  await resend(campaign)
  expect(await world.audits(campaign)).toEqual([
    {
      ...{ actor: world.email('officer'), action: 'people.resend' },
      details: { person, channel: 'email', delivery: id, wave: 1, added: false },
    },
  ])
})
