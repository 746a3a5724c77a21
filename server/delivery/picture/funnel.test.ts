import { expect, test } from 'vitest'
import { deliveries, handDeliveries, waves } from '../../db/delivery-schema.ts'
import { purges } from '../../db/privacy-schema.ts'
import { invitations, respondents } from '../../db/schema.ts'
import { type SeededRandom, seededRandom } from '../../demo/seeded-random.ts'
import { newId } from '../../secrets.ts'
import { seedOf } from '../../test/seed.ts'
import { type Campaign, pictureWorld, SENT_AT, type TestPerson } from './picture.fixture.ts'
import type { FunnelView, PeopleView } from './schemas.ts'

const world = pictureWorld()
const seed = seedOf('funnel.test.ts')

const STATES = ['queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'withdrawn'] as const
const CAUSES = { email: ['smtp-550', 'bounce-5.2.2', 'no-address'], zalo: ['zalo-118', 'zalo-timeout', 'no-address'] }
const UNITS = ['AB', 'HT', 'CD']
const LATER = new Date(SENT_AT.getTime() + 3_600_000)

/** A campaign in which anything may have become of anybody. */
async function anyCampaign(random: SeededRandom): Promise<Campaign> {
  const chance = (percent: number) => random.below(100) < percent
  const people = Array.from({ length: 40 }, (_, at): TestPerson => {
    const units = UNITS.slice(0, 1 + random.below(3))
    return {
      ...{
        units,
        started: chance(50),
        answered: chance(40) ? random.below(units.length + 1) : 0,
        optedOut: chance(10),
      },
      ...{
        email: chance(70) ? `a${at}@sonla.test` : null,
        phone: chance(70) ? `8491${String(at).padStart(7, '0')}` : null,
      },
      ...{ emailFailure: chance(20) ? 'smtp-550' : null, phoneFailure: chance(20) ? 'zalo-118' : null },
    }
  })
  const campaign = await world.campaign(people)
  const unlucky = new Set(campaign.people.filter(() => chance(50)))
  for (const number of [1, 2, 3]) {
    const waveId = await world.wave(campaign, number, number === 3 ? { state: 'planned', frozenAt: null } : {})
    for (const respondentId of campaign.people) {
      for (const channel of ['email', 'zalo'] as const) {
        if (number === 3 || chance(40)) continue
        const state = unlucky.has(respondentId) && chance(90) ? 'failed' : STATES[random.below(STATES.length)]!
        const failing = state === 'failed' || state === 'unknown' || (state === 'queued' && chance(50))
        const failure = failing ? CAUSES[channel][random.below(3)]! : state === 'withdrawn' ? 'answered' : null
        const finishedAt = state === 'failed' && chance(50) ? LATER : null
        await world.message(campaign, waveId, { respondentId, channel, state, failure, finishedAt })
      }
    }
  }
  for (const person of campaign.people) if (chance(25)) await world.hand(campaign, person, chance(50) ? LATER : SENT_AT)
  return campaign
}

/** Every number again, person by person, from the plain rows. */
async function recount(campaign: Campaign) {
  const own = <Row extends { campaignId: string }>(rows: Row[]) => rows.filter((row) => row.campaignId === campaign.id)
  const [allWaves, allMessages, allPeople, allAsked, allHanded] = await Promise.all([
    world.db().select().from(waves).then(own),
    world.db().select().from(deliveries).then(own),
    world.db().select().from(respondents).then(own),
    world.db().select().from(invitations).then(own),
    world.db().select().from(handDeliveries).then(own),
  ])
  const asked = (person: string) => allAsked.filter((row) => row.respondentId === person)
  const answered = (person: string) => asked(person).every((row) => row.answeredOn !== null)
  const started = (person: string) => asked(person).some((row) => row.startedOn !== null || row.answeredOn !== null)
  const handed = (person: string) => allHanded.some((row) => row.respondentId === person)
  const messages = (person: string) => allMessages.filter((row) => row.respondentId === person)
  const out = ({ state }: { state: string }) => state === 'sent' || state === 'delivered'
  const works = (person: (typeof allPeople)[number], channel: string) =>
    channel === 'email'
      ? person.email !== null && person.emailFailure === null
      : person.phone !== null && person.phoneFailure === null

  const steps = allWaves
    .toSorted((a, b) => a.number - b.number)
    .map((wave) => ({
      wave: wave.number,
      channels: (['email', 'zalo'] as const).map((channel) => {
        const rows = allMessages.filter((row) => row.waveId === wave.id && row.channel === channel)
        const count = (fits: (row: (typeof rows)[number]) => boolean) => rows.filter(fits).length
        const inState = Object.fromEntries(STATES.map((state) => [state, count((row) => row.state === state)]))
        return {
          ...{ channel, planned: rows.length, ...inState, sent: count(out) },
          started: count((row) => out(row) && started(row.respondentId)),
          answered: count((row) => out(row) && answered(row.respondentId)),
        }
      }),
    }))
  const ids = allPeople.map(({ id }) => id)
  const stuck = allPeople.filter((person) => {
    if (answered(person.id) || person.optedOutAt) return false
    const own = messages(person.id)
    if (own.some(({ state }) => state !== 'failed' && state !== 'withdrawn')) return false
    return own.some(({ state }) => state === 'failed') || !(works(person, 'email') || works(person, 'zalo'))
  })
  const needing = allPeople
    .filter(({ id, optedOutAt }) => {
      const own = messages(id)
      if (answered(id) || optedOutAt || own.some(({ state }) => state !== 'failed' && state !== 'withdrawn'))
        return false
      const failed = own.filter(({ state }) => state === 'failed').map((row) => row.finishedAt ?? row.dueAt)
      return !allHanded.some((mark) => mark.respondentId === id && failed.every((moment) => mark.at >= moment))
    })
    .map(({ id }) => id)
  const groups = new Map<string, Set<string>>()
  for (const { channel, state, failure, respondentId } of allMessages) {
    if (!failure || !['failed', 'unknown', 'queued'].includes(state)) continue
    const key = [channel, state, failure].join(' ')
    groups.set(key, (groups.get(key) ?? new Set()).add(respondentId))
  }
  return {
    steps,
    needing,
    reached: {
      invited: ids.length,
      messaged: ids.filter((id) => handed(id) || messages(id).some(out)).length,
      started: ids.filter(started).length,
      answered: ids.filter(answered).length,
    },
    byHand: {
      people: new Set([...stuck.map(({ id }) => id), ...ids.filter(handed)]).size,
      handed: ids.filter(handed).length,
      started: ids.filter((id) => handed(id) && started(id)).length,
      answered: ids.filter((id) => handed(id) && answered(id)).length,
    },
    failures: [...groups].map(([key, group]) => {
      const [channel, state, cause] = key.split(' ')
      const members = [...group]
      return {
        ...{ channel, state, cause, people: members.length },
        needing: members.filter((id) => needing.includes(id)).length,
        fallback: members.filter((id) => messages(id).some((row) => row.channel !== channel && out(row))).length,
        retryable: state === 'failed' && allPeople.some((person) => group.has(person.id) && works(person, channel!)),
      }
    }),
  }
}

test('every number of the funnel is what counting person by person gives', async () => {
  const random = seededRandom(seed)
  let inNeed = 0
  for (let run = 0; run < 4; run++) {
    const campaign = await anyCampaign(random)
    const funnel: FunnelView = (await world.get(`${campaign.code}/funnel`)).json()
    const expected = await recount(campaign)
    expect(funnel.waves.map(({ wave, channels }) => ({ wave, channels }))).toEqual(expected.steps)
    expect(funnel.reached).toEqual(expected.reached)
    expect(funnel.byHand).toEqual(expected.byHand)
    const told = funnel.failures.map(({ title, nextStep, ...group }) => group)
    const byKey = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
    expect(told.toSorted(byKey)).toEqual(expected.failures.toSorted(byKey))
    const order = funnel.failures.map(({ people, needing }) => ({ needing, people }))
    expect(order).toEqual(order.toSorted((a, b) => b.needing - a.needing || b.people - a.people))
    const found = async (query: string): Promise<PeopleView> =>
      (await world.get(`${campaign.code}/people?reached=none${query}`)).json()
    inNeed += expected.needing.length
    expect((await found('')).people.map(({ id }) => id).toSorted()).toEqual(expected.needing.toSorted())
    for (const { channel, state, cause, needing } of funnel.failures)
      expect((await found(`&channel=${channel}&state=${state}&cause=${cause}`)).total).toBe(needing)
    for (const { channels } of funnel.waves)
      for (const step of channels) {
        expect(step.planned).toBe(step.queued + step.sending + step.sent + step.failed + step.unknown + step.withdrawn)
        expect(step.sent).toBeGreaterThanOrEqual(step.delivered)
        expect(step.started).toBeGreaterThanOrEqual(step.answered)
      }
  }
  expect(inNeed).toBeGreaterThan(0)
})

test('each failure says what happened and what to do, and holds no day or moment of anybody', async () => {
  const campaign = await world.campaign([
    { email: 'a@sonla.test', started: true, answered: 1 },
    { email: 'b@sonla.test' },
  ])
  const first = await world.wave(campaign, 1)
  await world.message(campaign, first, { respondentId: campaign.people[0]!, channel: 'email', state: 'sent' })
  await world.message(campaign, first, {
    respondentId: campaign.people[1]!,
    channel: 'email',
    state: 'failed',
    failure: 'smtp-552',
  })
  const reply = await world.get(`${campaign.code}/funnel`)
  expect(reply.json().failures).toEqual([
    {
      ...{ channel: 'email', state: 'failed', cause: 'smtp-552', people: 1, needing: 1, fallback: 0, retryable: true },
      title: 'Hộp thư của người nhận đã đầy',
      nextStep: 'Báo người nhận dọn hộp thư rồi gửi lại, hoặc gửi tay đường dẫn.',
    },
  ])
  const moments = reply.body.match(/20\d\d-\d\d-\d\d[^"]*/g)
  expect(moments).toEqual([reply.json().waves[0].startsAt])
})

test('a campaign that nobody was written to yet has an empty picture', async () => {
  const campaign = await world.campaign([{ email: 'a@sonla.test' }], 'draft')
  expect((await world.get(`${campaign.code}/funnel`)).json()).toEqual({
    waves: [],
    byHand: { people: 0, handed: 0, started: 0, answered: 0 },
    reached: { invited: 1, messaged: 0, started: 0, answered: 0 },
    failures: [],
    purgedOn: null,
  })
})

test('after a purge the picture says on which day its numbers went; addresses alone are no reason', async () => {
  const campaign = await world.campaign([{ email: 'a@sonla.test' }], 'closed')
  const purge = (rule: string, at: string) =>
    world
      .db()
      .insert(purges)
      .values({
        ...{ id: newId(), campaignId: campaign.id, createdAt: new Date(at) },
        ...{ actor: 'hệ thống', rule, counts: { [rule]: 1 } },
      })
  const purgedOn = async () => (await world.get(`${campaign.code}/funnel`)).json().purgedOn
  await purge('contacts', '2026-05-02T09:00:00+07:00')
  expect(await purgedOn()).toBeNull()
  await purge('messages', '2026-05-03T00:30:00+07:00')
  expect(await purgedOn()).toBe('2026-05-03')
  await purge('people', '2026-06-04T09:00:00+07:00')
  expect(await purgedOn()).toBe('2026-06-04')
})
