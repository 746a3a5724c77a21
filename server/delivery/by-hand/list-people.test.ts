import { describe, expect, test } from 'vitest'
import { createOpenCampaign, type TestPerson } from '../../test/campaign.ts'
import { answerAs } from '../../test/respondent.ts'
import { byHandWorld } from './by-hand.fixture.ts'
import type { ByHandView } from './schemas.ts'

const { system, campaign, sql, call, post, list, audits } = byHandWorld()
const reasonsOf = ({ people }: ByHandView) => new Map(people.map(({ id, reason }) => [id, reason]))

/** A message over a channel, as sending would have left it. */
async function deliver({ id }: TestPerson, channel: 'email' | 'zalo', state: string, failure: string | null = null) {
  await sql()`
    INSERT INTO identity.waves (id, campaign_id, number, kind, channels, starts_at)
    VALUES (${`w-${campaign().id}`}, ${campaign().id}, 1, 'invitation', '{email,zalo}', now()) ON CONFLICT DO NOTHING`
  await sql()`
    INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, state, due_at, sent_at, failure)
    VALUES (gen_random_uuid()::text, ${campaign().id}, ${`w-${campaign().id}`}, ${id}, ${channel}, ${state}, now(), now(), ${failure})`
}

describe('the list of whom to reach by hand', () => {
  test('says of everybody who is unreached why, and leaves out who was reached, answered or opted out', async () => {
    const [none, refused, failed, unsent, sent, unsure, answered, out] = campaign().people as TestPerson[]
    await sql()`UPDATE identity.respondents SET email = NULL, phone = NULL WHERE id = ${none!.id}`
    await sql()`UPDATE identity.respondents SET email_failure = 'bounce-5.1.1', phone = NULL WHERE id = ${refused!.id}`
    await deliver(refused!, 'email', 'sent')
    await deliver(failed!, 'email', 'failed', 'smtp-550')
    await deliver(failed!, 'zalo', 'failed', 'zalo-118')
    await deliver(sent!, 'email', 'failed', 'smtp-550')
    await deliver(sent!, 'zalo', 'sent')
    await deliver(unsure!, 'zalo', 'unknown', 'interrupted')
    await answerAs(system().app, answered!)
    await sql()`UPDATE identity.respondents SET opted_out_at = now() WHERE id = ${out!.id}`

    const unreached = await list()
    expect(reasonsOf(unreached)).toEqual(
      new Map([
        [none!.id, 'no-address'],
        [refused!.id, 'address-failed'],
        [failed!.id, 'failed'],
        [unsent!.id, 'not-sent'],
      ]),
    )
    expect(unreached).toMatchObject({ total: 4, handed: 0 })
    const unanswered = await list('?scope=unanswered')
    expect(unanswered.total).toBe(6)
    expect(reasonsOf(unanswered).get(sent!.id)).toBe('reached')
    expect(reasonsOf(unanswered).get(unsure!.id)).toBe('unknown')
  })

  test('stands in the order of Vietnamese given names, page after page, each person once', async () => {
    const big = await createOpenCampaign(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 60 }] })
    const names = ['Lò Văn Ước', 'Đặng Thị Ánh', 'Trần Văn An', 'Cầm Thị Ân', 'Bùi Văn Đức', 'Vì Thị Dung', 'Hoàng Ăn']
    for (const [at, name] of names.entries())
      await sql()`UPDATE identity.respondents SET full_name = ${name} WHERE id = ${big.people[at]!.id}`
    const pages = await Promise.all(
      [1, 2, 3].map(async (page): Promise<ByHandView> => (await call(`/by-hand?page=${page}`, {}, big.code)).json()),
    )
    expect(pages.map(({ people }) => people.length)).toEqual([50, 10, 0])
    expect(pages.map(({ total }) => total)).toEqual([60, 60, 60])
    const all = pages.flatMap(({ people }) => people)
    expect(new Set(all.map(({ id }) => id)).size).toBe(60)
    const order = all.map(({ name }) => name).filter((name) => names.includes(name))
    expect(order).toEqual([
      'Trần Văn An',
      'Đặng Thị Ánh',
      'Hoàng Ăn',
      'Cầm Thị Ân',
      'Vì Thị Dung',
      'Bùi Văn Đức',
      'Lò Văn Ước',
    ])
  })

  test('shows as unreached again whose link was replaced, until the new one is handed over or sent', async () => {
    const [person] = campaign().people
    await deliver(person!, 'email', 'sent')
    await post(`/by-hand/${person!.id}/handed`, { how: 'paper' })
    expect((await post(`/people/${person!.id}/reissue`)).json()).toEqual({ issue: 2 })
    const found = async () => (await list('?scope=unanswered')).people.find(({ id }) => id === person!.id)!
    expect(await found()).toMatchObject({ reason: 'link-replaced', handed: null })
    expect(reasonsOf(await list()).get(person!.id)).toBe('link-replaced')
    expect((await call(`/by-hand/${person!.id}/handed`, { method: 'DELETE' })).json()).toEqual({ handed: null })
    await post(`/by-hand/${person!.id}/handed`, { how: 'other' })
    expect(await found()).toMatchObject({ reason: 'link-replaced', handed: { how: 'other' } })
    await deliver(person!, 'zalo', 'sent')
    expect(await found()).toMatchObject({ reason: 'reached' })
  })

  test('takes nobody for reached by a message that was on its way, with the old link, when the link was replaced', async () => {
    const [person] = campaign().people
    await deliver(person!, 'email', 'sending')
    await sql()`UPDATE identity.deliveries SET claimed_at = now(), sent_at = NULL WHERE respondent_id = ${person!.id}`
    await post(`/people/${person!.id}/reissue`)
    await sql()`UPDATE identity.deliveries SET state = 'sent', sent_at = now() WHERE respondent_id = ${person!.id}`
    expect(reasonsOf(await list()).get(person!.id)).toBe('link-replaced')
  })

  test('holds no link and no token, and every look at it is in the audit log without a name', async () => {
    const reply = await call('/by-hand?scope=unanswered')
    for (const { token } of campaign().people) expect(reply.body).not.toContain(token)
    expect(reply.body).not.toContain('/p/')
    const [details] = await audits('people.look')
    // Not how many: the log would keep for ever how many had not answered at which second.
    expect(JSON.parse(details!)).toEqual({ list: 'by-hand', scope: 'unanswered', unit: null, page: 1 })
  })

  test('can be of one unit', async () => {
    const two = await createOpenCampaign(system().deps, {
      roster: [
        { unit: 'AB', group: 'CC', people: 6 },
        { unit: 'HT', group: 'CC', people: 5 },
      ],
    })
    const ofUnit: ByHandView = (await call('/by-hand?unit=HT', {}, two.code)).json()
    expect(ofUnit.total).toBe(5)
    expect(new Set(ofUnit.people.flatMap(({ units }) => units.map(({ code }) => code)))).toEqual(new Set(['HT']))
    expect(((await call('/by-hand?unit=XX', {}, two.code)).json() as ByHandView).total).toBe(0)
  })
})
