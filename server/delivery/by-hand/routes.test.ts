import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeCampaign } from '../../campaigns/close-campaign.ts'
import { createDraft, createOpenCampaign, type TestCampaign, type TestPerson } from '../../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { answerAs } from '../../test/respondent.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import type { ByHandPerson, ByHandView } from './schemas.ts'

let system: TestSystem
let officer: SignedIn
let campaign: TestCampaign

beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())
beforeEach(async () => {
  campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 8 }] })
})

type Call = { method?: 'GET' | 'POST' | 'DELETE'; payload?: object; headers?: object }
const call = (path: string, { method = 'GET', payload, headers = officer }: Call = {}, code = campaign.code) =>
  system.app.inject({
    method,
    url: `/api/campaigns/${code}${path}`,
    headers: { ...headers },
    ...(payload && { payload }),
  })
const post = (path: string, payload?: object) => call(path, { method: 'POST', ...(payload && { payload }) })
const list = async (query = ''): Promise<ByHandView> => (await call(`/by-hand${query}`)).json()
const reasonsOf = ({ people }: ByHandView) => new Map(people.map(({ id, reason }) => [id, reason]))
const audits = async (action: string) => {
  const rows = await system.deps.db.$client<{ details: string }[]>`
    SELECT details::text AS details FROM staff.audit WHERE action = ${action} AND campaign = ${campaign.code} ORDER BY id`
  return rows.map(({ details }) => details)
}
const sql = () => system.deps.db.$client

/** A message over a channel, as sending would have left it. */
async function deliver({ id }: TestPerson, channel: 'email' | 'zalo', state: string, failure: string | null = null) {
  await sql()`
    INSERT INTO identity.waves (id, campaign_id, number, kind, channels, starts_at)
    VALUES (${`w-${campaign.id}`}, ${campaign.id}, 1, 'invitation', '{email,zalo}', now()) ON CONFLICT DO NOTHING`
  await sql()`
    INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, state, due_at, sent_at, failure)
    VALUES (gen_random_uuid()::text, ${campaign.id}, ${`w-${campaign.id}`}, ${id}, ${channel}, ${state}, now(), now(), ${failure})`
}

describe('the list of whom to reach by hand', () => {
  test('says of everybody who is unreached why, and leaves out who was reached, answered or opted out', async () => {
    const [none, refused, failed, unsent, sent, unsure, answered, out] = campaign.people as TestPerson[]
    await sql()`UPDATE identity.respondents SET email = NULL, phone = NULL WHERE id = ${none!.id}`
    await sql()`UPDATE identity.respondents SET email_failure = 'bounce-5.1.1', phone = NULL WHERE id = ${refused!.id}`
    await deliver(refused!, 'email', 'sent')
    await deliver(failed!, 'email', 'failed', 'smtp-550')
    await deliver(failed!, 'zalo', 'failed', 'zalo-118')
    await deliver(sent!, 'email', 'failed', 'smtp-550')
    await deliver(sent!, 'zalo', 'sent')
    await deliver(unsure!, 'zalo', 'unknown', 'interrupted')
    await answerAs(system.app, answered!)
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
    const big = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 60 }] })
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
    const [person] = campaign.people
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
    const [person] = campaign.people
    await deliver(person!, 'email', 'sending')
    await sql()`UPDATE identity.deliveries SET claimed_at = now(), sent_at = NULL WHERE respondent_id = ${person!.id}`
    await post(`/people/${person!.id}/reissue`)
    await sql()`UPDATE identity.deliveries SET state = 'sent', sent_at = now() WHERE respondent_id = ${person!.id}`
    expect(reasonsOf(await list()).get(person!.id)).toBe('link-replaced')
  })

  test('holds no link and no token, and every look at it is in the audit log without a name', async () => {
    const reply = await call('/by-hand?scope=unanswered')
    for (const { token } of campaign.people) expect(reply.body).not.toContain(token)
    expect(reply.body).not.toContain('/p/')
    const [details] = await audits('people.look')
    // Not how many: the log would keep for ever how many had not answered at which second.
    expect(JSON.parse(details!)).toEqual({ list: 'by-hand', scope: 'unanswered', unit: null, page: 1 })
  })

  test('can be of one unit', async () => {
    const two = await createOpenCampaign(system.deps, {
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

describe('a message to copy', () => {
  test('holds the person’s own link on its last line, which opens their page, and the chat in Zalo', async () => {
    const [person] = campaign.people
    const view = (await post(`/by-hand/${person!.id}/message`)).json()
    expect(view.link.endsWith(`/p/${person!.token}`)).toBe(true)
    expect(view.text.split('\n').at(-1)).toBe(view.link)
    expect(view.text).toContain(person!.name)
    expect(view.text.length).toBeLessThan(600)
    expect(view).toMatchObject({ chatUrl: `https://zalo.me/${person!.phone}`, optedOut: false })
    expect((await system.app.inject({ url: `/p/${person!.token}` })).statusCode).toBe(200)
  })

  test('is written down as a look at that person’s link, by id alone', async () => {
    const [person] = campaign.people
    await post(`/by-hand/${person!.id}/message`)
    expect(await audits('hand.look')).toEqual([JSON.stringify({ person: person!.id }).replace(':', ': ')])
  })

  test('is refused where nothing is left to answer, and for a person of another campaign', async () => {
    const [person] = campaign.people
    await answerAs(system.app, person!)
    const done = await post(`/by-hand/${person!.id}/message`)
    expect([done.statusCode, done.json().code]).toEqual([409, 'credential-issued'])
    const other = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
    const foreign = await post(`/by-hand/${other.people[0]!.id}/message`)
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'person-unknown'])
    expect(await audits('hand.look')).toEqual([])
  })

  test('has no chat without a phone, and says when the person wants no more messages', async () => {
    const [person] = campaign.people
    await sql()`UPDATE identity.respondents SET phone = NULL, opted_out_at = now() WHERE id = ${person!.id}`
    expect((await post(`/by-hand/${person!.id}/message`)).json()).toMatchObject({ chatUrl: null, optedOut: true })
  })
})

describe('marks', () => {
  const handedOf = async (id: string): Promise<ByHandPerson['handed']> =>
    (await list('?scope=unanswered')).people.find((person) => person.id === id)!.handed

  test('say who handed the link over and how, and can be taken back one by one', async () => {
    const [person] = campaign.people
    await post(`/by-hand/${person!.id}/handed`, { how: 'paper' })
    const marked = await post(`/by-hand/${person!.id}/handed`, { how: 'zalo-chat' })
    expect(marked.json().handed).toMatchObject({ how: 'zalo-chat', by: expect.stringMatching(/^officer-/) })
    expect(await handedOf(person!.id)).toEqual(marked.json().handed)
    expect((await list('?scope=unanswered')).handed).toBe(1)
    const undone = await call(`/by-hand/${person!.id}/handed`, { method: 'DELETE' })
    expect(undone.json().handed).toMatchObject({ how: 'paper' })
    await call(`/by-hand/${person!.id}/handed`, { method: 'DELETE' })
    expect((await call(`/by-hand/${person!.id}/handed`, { method: 'DELETE' })).json()).toEqual({ handed: null })
    expect(await handedOf(person!.id)).toBeNull()
    expect([(await audits('hand.mark')).length, (await audits('hand.unmark')).length]).toEqual([2, 2])
  })

  test('can be made for a pile of cards at once, of this campaign only', async () => {
    const other = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
    const people = [...campaign.people.slice(0, 3), campaign.people[0]!, other.people[0]!].map(({ id }) => id)
    expect((await post('/by-hand/handed', { people, how: 'paper' })).json()).toEqual({ handed: 3 })
    expect((await list('?scope=unanswered')).handed).toBe(3)
  })
})

describe('a corrected address', () => {
  const correct = (person: TestPerson, body: object) => post(`/people/${person.id}/contact`, body)

  test('is written the roster’s way, and what failed at the old one is forgotten', async () => {
    const [person] = campaign.people
    await sql()`
      UPDATE identity.respondents SET email_failure = 'bounce-5.1.1', phone_failure = 'zalo-118' WHERE id = ${person!.id}`
    const mail = await correct(person!, { email: ' Lo.Anh@SonLa.gov.vn ' })
    expect(mail.json()).toEqual({
      email: 'lo.anh@sonla.gov.vn',
      phone: person!.phone,
      emailFailure: null,
      phoneFailure: 'zalo-118',
    })
    expect((await correct(person!, { phone: '0162 345 6789' })).json()).toMatchObject({
      phone: '84323456789',
      phoneFailure: null,
    })
    expect((await correct(person!, { email: null })).json()).toMatchObject({ email: null, phone: '84323456789' })
  })

  test('is audited without the address', async () => {
    const [person] = campaign.people
    await correct(person!, { email: 'lo.anh@sonla.gov.vn', phone: null })
    const [details] = await audits('people.contact')
    expect(JSON.parse(details!)).toEqual({ person: person!.id, email: 'set', phone: 'removed' })
  })

  test.each([
    [{ email: 'không có @ gì cả' }, 'email', /không đúng dạng/],
    [{ email: 'a@b.vn; c@d.vn' }, 'email', /nhiều địa chỉ/],
    [{ phone: '02123852000' }, 'phone', /số cố định/],
    [{ phone: '12' }, 'phone', /Không phải số di động/],
    [{ phone: '+1 202 555 0100' }, 'phone', /số nước ngoài/],
    [{}, 'email', /Hãy ghi/],
  ])('that makes no sense (%j) is refused with a reason, and nothing changes', async (body, path, reason) => {
    const [person] = campaign.people
    const reply = await correct(person!, { ...body })
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'contact-invalid'])
    expect(reply.json().details).toEqual([expect.objectContaining({ path, problem: expect.stringMatching(reason) })])
    const [row] = await sql()`SELECT email, phone FROM identity.respondents WHERE id = ${person!.id}`
    expect(row).toEqual({ email: person!.email, phone: person!.phone })
  })

  test('typed with accents, spaces or a comma comes back with what was probably meant', async () => {
    const [person] = campaign.people
    const reply = await correct(person!, { email: 'Đức.lò @sonla,gov.vn' })
    expect(reply.json().details).toEqual([expect.objectContaining({ suggestion: 'duc.lo@sonla.gov.vn' })])
  })

  test('of a good field changes nothing when the other one is wrong', async () => {
    const [person] = campaign.people
    expect((await correct(person!, { email: 'moi@sonla.gov.vn', phone: '1' })).statusCode).toBe(422)
    const [row] = await sql()`SELECT email FROM identity.respondents WHERE id = ${person!.id}`
    expect(row!.email).toBe(person!.email)
  })
})

describe('who and when', () => {
  test('a draft has no links to hand over, and a closed campaign none any more', async () => {
    const draft = await createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
    const [someone] = campaign.people
    await closeCampaign(system.deps, campaign.code, OFFICER)
    const calls: [string, Call][] = [
      ['/by-hand', {}],
      ['/by-hand/sheet', {}],
      ['/by-hand/PERSON/message', { method: 'POST' }],
      ['/by-hand/PERSON/handed', { method: 'POST', payload: { how: 'paper' } }],
      ['/people/PERSON/reissue', { method: 'POST' }],
      ['/people/PERSON/contact', { method: 'POST', payload: { email: 'a@sonla.gov.vn' } }],
    ]
    for (const [path, options] of calls) {
      const early = await call(path.replace('PERSON', draft.people[0]!.id), options, draft.code)
      expect([path, early.statusCode, early.json().code]).toEqual([path, 409, 'campaign-not-open'])
      const late = await call(path.replace('PERSON', someone!.id), options)
      expect([path, late.statusCode, late.json().code]).toEqual([path, 409, 'campaign-closed'])
    }
  })

  test.each(['auditor', 'unit'] as const)('is nothing for role %s', async (role) => {
    const headers = await signInAs(system, role, role === 'unit' ? 'AB' : null)
    const [someone] = campaign.people
    for (const [path, method] of [
      ['/by-hand', 'GET'],
      ['/by-hand/sheet', 'GET'],
      [`/by-hand/${someone!.id}/message`, 'POST'],
      [`/people/${someone!.id}/reissue`, 'POST'],
    ] as const)
      expect((await call(path, { method, headers })).statusCode).toBe(403)
  })
})
