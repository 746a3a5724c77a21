/** Reminders for some units only: whom they reach, what stands beside them, and what they never do. */
import { describe, expect, test } from 'vitest'
import { invitations } from '../db/schema.ts'
import { newId } from '../secrets.ts'
import { byMail, type Person, type TestCampaign } from './delivery.fixture.ts'
import { planWorld } from './plan/plan.fixture.ts'

const { world, call, wavesOf, planOf, given, invited, moveTo, inHours, send, audits } = planWorld()

/** `plan.fixture` gives everybody one invitation for the first unit of the definition; here each rates what is said. */
async function raters(ratings: string[][], people: Partial<Person>[] = byMail(ratings.length)): Promise<TestCampaign> {
  const campaign = await invited(people)
  const db = world.db()
  await db.$client`DELETE FROM identity.invitations WHERE campaign_id = ${campaign.id}`
  for (const [at, units] of ratings.entries())
    for (const unit of units)
      await db.insert(invitations).values({
        ...{ id: newId(), campaignId: campaign.id, respondentId: campaign.people[at]!.id },
        ...{ block: 'xa', unit, group: 'CC' },
      })
  return campaign
}
const answer = (campaign: TestCampaign, at: number, unit: string) =>
  world.db().$client`
    UPDATE identity.invitations SET answered_on = '2024-12-02' WHERE respondent_id = ${campaign.people[at]!.id} AND unit = ${unit}`
const remind = (code: string, units?: string[], rest: object = {}) =>
  call('POST', wavesOf(code), { kind: 'reminder', channels: ['email'], ...(units ? { units } : {}), ...rest })
const preview = (code: string, units: string[], rest: object = {}) =>
  call('POST', `${wavesOf(code)}/preview`, { kind: 'reminder', channels: ['email'], units, ...rest })
/** Places of the people to whom the wave's messages are, with their states. */
async function messagesOf(campaign: TestCampaign, wave: number) {
  const rows = await world.db().$client<{ respondent: string; state: string }[]>`
    SELECT d.respondent_id AS respondent, d.state FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id
    WHERE w.campaign_id = ${campaign.id} AND w.number = ${wave}`
  const place = (id: string) => campaign.people.findIndex((person) => person.id === id)
  return rows.map(({ respondent, state }) => [place(respondent), state] as const).sort(([a], [b]) => a - b)
}
const reached = async (campaign: TestCampaign, wave: number) => (await messagesOf(campaign, wave)).map(([at]) => at)

describe('a reminder for some units', () => {
  test('reaches only those who have not answered about one of them, once each', async () => {
    const campaign = await raters([['AB'], ['AB'], ['HT'], ['AB', 'HT'], ['AB', 'HT'], ['PDT']])
    await answer(campaign, 1, 'AB')
    await answer(campaign, 3, 'AB')
    await answer(campaign, 4, 'HT')
    expect((await preview(campaign.code, ['AB'])).body).toMatchObject({
      people: 2,
      skipped: { answered: 2, optedOut: 0, noAddress: 0, unreachable: 0, limit: 0, waiting: 0 },
    })
    expect((await remind(campaign.code, ['AB'])).body).toMatchObject({ deliveries: 2, skipped: { answered: 2 } })
    expect(await reached(campaign, 2)).toEqual([0, 4])
  })

  test('of several units is one message a person', async () => {
    const campaign = await raters([['AB', 'HT'], ['HT'], ['PDT']])
    expect((await remind(campaign.code, ['HT', 'AB', 'HT'])).body.deliveries).toBe(2)
    expect(await reached(campaign, 2)).toEqual([0, 1])
    expect((await audits(campaign.code, 'wave.create')).at(-1)!.details.units).toEqual(['AB', 'HT'])
    expect((await call('GET', planOf(campaign.code))).body.waves[1].units).toEqual(['AB', 'HT'])
  })

  test('is not sent to whom meanwhile answered about those units, though another unit is still open', async () => {
    const campaign = await raters([['AB', 'HT'], ['AB', 'HT'], ['AB']])
    await remind(campaign.code, ['AB'])
    await answer(campaign, 0, 'AB')
    await answer(campaign, 1, 'HT')
    await send()
    expect(await messagesOf(campaign, 2)).toEqual([
      [0, 'withdrawn'],
      [1, 'sent'],
      [2, 'sent'],
    ])
  })

  test('falls back to the next channel only for whom these units still wait', async () => {
    const people = [
      { email: 'a@sonla.test', phone: '84912000001' },
      { email: 'b@sonla.test', phone: '84912000002' },
    ]
    const campaign = await raters(
      [
        ['AB', 'HT'],
        ['AB', 'HT'],
      ],
      people,
    )
    await remind(campaign.code, ['AB'], { channels: ['email', 'zalo'], order: 'in-order' })
    await answer(campaign, 0, 'AB')
    const { failDelivery } = await import('./failure-queries.ts')
    const rows = await world.db().$client<{ id: string }[]>`
      UPDATE identity.deliveries d SET state = 'sending' FROM identity.waves w
      WHERE w.id = d.wave_id AND w.number = 2 AND d.campaign_id = ${campaign.id} RETURNING d.id`
    for (const { id } of rows)
      await world
        .db()
        .transaction((tx) => failDelivery(tx, id, { failure: 'smtp-550', address: true, now: world.clock.now() }))
    expect((await messagesOf(campaign, 2)).filter(([, state]) => state === 'queued')).toEqual([[1, 'queued']])
  })

  test('pressed twice, or by two officers at once, exists once', async () => {
    const campaign = await raters([['AB'], ['HT']])
    const both = await Promise.all([remind(campaign.code, ['AB']), remind(campaign.code, ['AB'])])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'wave-exists', details: { wave: 2 } })
    expect(await reached(campaign, 2)).toEqual([0])
  })

  test('another unit may be reminded right after; who rates both is told once', async () => {
    const campaign = await raters([['AB'], ['HT'], ['AB', 'HT']])
    await remind(campaign.code, ['AB'])
    const waiting = await remind(campaign.code, ['HT'])
    expect(waiting).toMatchObject({ status: 201, body: { deliveries: 1, skipped: { waiting: 1 } } })
    await send()
    moveTo(0.1)
    expect((await preview(campaign.code, ['HT', 'PDT'])).body).toMatchObject({ people: 0, skipped: { waiting: 2 } })
    moveTo(0.5)
    expect((await preview(campaign.code, ['HT'])).body).toMatchObject({ people: 2, skipped: { waiting: 0 } })
  })

  test('keeps a reminder to all, and one that shares a unit, ten minutes off', async () => {
    const campaign = await raters([['AB'], ['HT']])
    await remind(campaign.code, ['AB'])
    await send()
    expect((await remind(campaign.code)).body.code).toBe('wave-exists')
    expect((await remind(campaign.code, ['HT', 'AB'])).body.code).toBe('wave-exists')
    moveTo(0.2)
    expect((await remind(campaign.code)).status).toBe(201)
    expect((await remind(campaign.code, ['HT'])).body.code).toBe('wave-exists')
  })

  test('planned for later stands in the plan beside others and is left as it is', async () => {
    const campaign = await raters([['AB'], ['HT']])
    const at = inHours(24)
    expect((await remind(campaign.code, ['AB'], { at })).status).toBe(201)
    expect((await remind(campaign.code, ['HT'], { at })).status).toBe(201)
    const plan = (await call('GET', planOf(campaign.code))).body
    const kept = await call('PUT', planOf(campaign.code), { revision: plan.revision, waves: given(plan.waves) })
    expect(kept.status).toBe(200)
    expect(kept.body.waves.map(({ units }: { units: string[] | null }) => units)).toEqual([null, ['AB'], ['HT']])
  })

  test('is refused for a unit that the campaign does not have, and for an invitation', async () => {
    const campaign = await raters([['AB']])
    const unknown = await remind(campaign.code, ['AB', 'KHONG-CO'])
    expect(unknown).toMatchObject({
      status: 422,
      body: { code: 'wave-unit-unknown', details: { units: ['KHONG-CO'] } },
    })
    expect((await preview(campaign.code, ['KHONG-CO'])).status).toBe(422)
    const first = { kind: 'invitation', channels: ['email'], units: ['AB'] }
    expect((await call('POST', wavesOf(campaign.code), first)).body.code).toBe('wave-units-invitation')
    expect((await call('POST', `${wavesOf(campaign.code)}/preview`, first)).status).toBe(422)
    expect((await remind(campaign.code, [])).status).toBe(400)
    expect((await call('GET', planOf(campaign.code))).body.waves).toHaveLength(1)
  })
})
