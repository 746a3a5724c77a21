/** Requests of respondents: written down, due, done; and what each of them can and cannot do about an answer given. */
import { describe, expect, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { finalizeCampaign } from '../campaigns/finalize-campaign.ts'
import { importRoster } from '../roster/import-roster.ts'
import { readScores } from '../scoring/read-scores.ts'
import type { TestCampaign, TestPerson } from '../test/campaign.ts'
import { createDraft } from '../test/campaign.ts'
import { OFFICER } from '../test/deps.ts'
import { answerAs } from '../test/respondent.ts'
import { privacyWorld } from './final-survey.fixture.ts'

const { system, sql, call, openSurvey, finish } = privacyWorld()

type Kind = 'see' | 'correct' | 'withdraw' | 'erase'
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
const base = ({ code }: TestCampaign) => `/api/campaigns/${code}/privacy`

async function ask(campaign: TestCampaign, kind: Kind, person: TestPerson | null, receivedOn = today()) {
  const body = { kind, via: 'phone', receivedOn, person: person?.id ?? null, note: 'Gọi điện hỏi' }
  const reply = await call('POST', `${base(campaign)}/requests`, body)
  expect(reply.statusCode).toBe(201)
  return reply.json()
}
const act = (campaign: TestCampaign, id: string, what: string, body?: object) =>
  call('POST', `${base(campaign)}/requests/${id}/${what}`, body)
const listed = async (campaign: TestCampaign) => (await call('GET', `${base(campaign)}/requests`)).json()
const progress = async ({ code }: TestCampaign) => {
  const { invited, answered } = (await call('GET', `/api/campaigns/${code}/progress`)).json()
  return { invited, answered }
}
const audits = async (action: string) => {
  const rows = await sql()<{ details: object }[]>`
    SELECT details FROM staff.audit WHERE action = ${action} ORDER BY id DESC`
  return rows.map(({ details }) => details)
}
const rowOf = async ({ id }: TestPerson) => (await sql()`SELECT * FROM identity.respondents WHERE id = ${id}`)[0]

describe('a request', () => {
  test('is due after the days of its kind, overdue from the day after, and counted for the rail', async () => {
    const campaign = await createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
    for (const [kind, dueOn] of [
      ['see', '2026-03-10'],
      ['correct', '2026-03-10'],
      ['withdraw', '2026-03-15'],
      ['erase', '2026-03-20'],
    ] as const) {
      expect(await ask(campaign, kind, campaign.people[0]!, '2026-02-28')).toMatchObject({ dueOn, overdue: true })
    }
    await ask(campaign, 'see', null)
    const counts = (await call('GET', `${base(campaign)}/requests/counts`, undefined, 'auditor')).json()
    expect(counts).toEqual({ open: 5, overdue: 4 })
    expect(await listed(campaign)).toMatchObject({ open: 5, overdue: 4, requests: expect.any(Array) })
  })

  test('goes by the campaign’s own days', async () => {
    const campaign = await createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
    const { retention } = (await call('GET', `${base(campaign)}/retention`)).json()
    const own = { ...retention, requests: { ...retention.requests, see: 3 } }
    await call('PUT', `${base(campaign)}/retention`, own, 'admin')
    expect(await ask(campaign, 'see', null, '2026-02-27')).toMatchObject({ dueOn: '2026-03-02' })
  })

  test('cannot have come tomorrow, nor be of somebody of another campaign', async () => {
    const [mine, other] = await Promise.all(
      [1, 2].map(() => createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })),
    )
    const body = { kind: 'see', via: 'letter', receivedOn: '2999-01-01', person: null }
    const later = await call('POST', `${base(mine!)}/requests`, body)
    expect([later.statusCode, later.json().code]).toEqual([422, 'received-later'])
    const theirs = { ...body, receivedOn: today(), person: other!.people[0]!.id }
    const strange = await call('POST', `${base(mine!)}/requests`, theirs)
    expect([strange.statusCode, strange.json().code]).toEqual([404, 'person-unknown'])
  })

  test('is closed once, with what was done', async () => {
    const campaign = await createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
    const { id } = await ask(campaign, 'see', null)
    const outcome = 'Không có ai tên ấy trong danh sách; đã gọi lại báo.'
    const replies = await Promise.all([1, 2].map(() => act(campaign, id, 'close', { state: 'refused', outcome })))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect((await listed(campaign)).requests[0]).toMatchObject({ state: 'refused', outcome, closedOn: today() })
  })

  test('does what its kind says and nothing else', async () => {
    const campaign = await createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
    const { id } = await ask(campaign, 'see', campaign.people[0]!)
    for (const [what, body] of [
      ['withdraw', undefined],
      ['erase', { confirm: 'xóa' }],
      ['correct', { email: null }],
    ] as const)
      expect((await act(campaign, id, what, body)).json().code).toBe('request-kind')
    const nobody = await ask(campaign, 'erase', null)
    expect((await act(campaign, nobody.id, 'erase', { confirm: 'xóa' })).json().code).toBe('request-without-person')
  })

  test('of another campaign is not found, whatever is asked of it', async () => {
    const [mine, other] = await Promise.all(
      [1, 2].map(() => createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })),
    )
    const { id } = await ask(other!, 'erase', other!.people[0]!)
    for (const [method, path, body] of [
      ['POST', 'close', { state: 'done', outcome: 'đã xong' }],
      ['POST', 'withdraw', undefined],
      ['POST', 'correct', { email: null }],
      ['POST', 'erase', { confirm: 'xóa' }],
      ['GET', 'erase', undefined],
      ['GET', 'document.html', undefined],
      ['GET', 'document.docx', undefined],
    ] as const) {
      const reply = await call(method, `${base(mine!)}/requests/${id}/${path}`, body)
      expect([path, reply.statusCode]).toEqual([path, 404])
    }
    expect((await listed(other!)).requests[0].state).toBe('open')
    expect(await listed(mine!)).toMatchObject({ requests: [] })
  })
})

describe('finding the person', () => {
  test('works without accents and tells nothing about answering', async () => {
    const campaign = await openSurvey(8, 6)
    const url = `${base(campaign)}/people?search=${encodeURIComponent('nguyen van an')}`
    const reply = await call('GET', url)
    const found = reply.json().people.find(({ id }: TestPerson) => id === campaign.people[0]!.id)
    expect(Object.keys(found).sort()).toEqual(['code', 'email', 'id', 'name', 'optedOut', 'phone', 'position', 'units'])
    expect(found).toMatchObject({ name: campaign.people[0]!.name, email: campaign.people[0]!.email })
    await ask(campaign, 'see', campaign.people[0]!)
    expect(JSON.stringify(await listed(campaign))).not.toMatch(/answered|started/)
    expect(await audits('privacy.look')).toContainEqual({ searched: true, shown: reply.json().people.length })
  })
})

describe('correcting', () => {
  test('is possible at any time, by the list’s rules, and is audited by the fields’ names', async () => {
    const campaign = await openSurvey(6, 6)
    await finish(campaign)
    const person = campaign.people[1]!
    const { id } = await ask(campaign, 'correct', person)
    const wrong = await act(campaign, id, 'correct', { email: 'không phải thư' })
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'contact-invalid'])
    expect((await act(campaign, id, 'correct', {})).statusCode).toBe(422)
    const body = { name: '  Lò   Thị Ánh ', phone: '0162 345 6789', position: '' }
    expect((await act(campaign, id, 'correct', body)).statusCode).toBe(200)
    expect(await rowOf(person)).toMatchObject({ full_name: 'Lò Thị Ánh', phone: '84323456789', position: null })
    const [entry] = await audits('privacy.correct')
    expect(entry).toEqual({ request: id, person: person.id, fields: ['name', 'position', 'phone'] })
  })
})

describe('withdrawing', () => {
  test('stops every message and takes the addresses, and the person stays invited', async () => {
    const campaign = await openSurvey(6, 2)
    const person = campaign.people[4]!
    await sql()`UPDATE identity.deliveries SET state = 'queued' WHERE respondent_id = ${person.id} AND channel = 'email'`
    const { id } = await ask(campaign, 'withdraw', person)
    expect((await act(campaign, id, 'withdraw')).statusCode).toBe(200)
    expect(await rowOf(person)).toMatchObject({ email: null, phone: null, full_name: person.name })
    expect((await rowOf(person))!.opted_out_at).not.toBeNull()
    const states =
      await sql()`SELECT state FROM identity.deliveries WHERE respondent_id = ${person.id} AND channel = 'email'`
    expect(states).toEqual([{ state: 'withdrawn' }])
    expect(await progress(campaign)).toEqual({ invited: 6, answered: 2 })
    expect((await listed(campaign)).requests[0]).toMatchObject({
      state: 'done',
      person: { optedOut: true, email: null },
    })
  })
})

test('whoever withdrew before the opening is not invited by the same list once more', async () => {
  const { deps } = system()
  const campaign = await createDraft(deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const person = campaign.people[2]!
  const { id } = await ask(campaign, 'withdraw', person)
  expect((await act(campaign, id, 'withdraw')).statusCode).toBe(200)
  const line = `${person.name},${person.email},0${person.phone.slice(2)},AB,CC`
  const data = Buffer.from(`Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm\n${line}`)
  const report = await importRoster(deps, campaign.code, { name: 'a.csv', data }, {}, OFFICER)
  expect(report).toMatchObject({ added: { respondents: 0 }, warnings: [{ code: 'withdrawn' }] })
  expect(await rowOf(person)).toMatchObject({ email: null, phone: null })
  const [{ count } = { count: 0 }] = await sql()`
    SELECT count(*)::int FROM identity.respondents WHERE campaign_id = ${campaign.id}`
  expect(count).toBe(6)
})

describe('erasing', () => {
  test('needs the word, and says beforehand what it will do', async () => {
    const campaign = await openSurvey(6, 3)
    const { id } = await ask(campaign, 'erase', campaign.people[5]!)
    expect((await call('GET', `${base(campaign)}/requests/${id}/erase`)).json()).toEqual({
      ...{ messages: 2, leaves: 1, stays: 0 },
    })
    const reply = await act(campaign, id, 'erase', { confirm: 'xoá hết đi' })
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'erase-unconfirmed'])
    expect(await rowOf(campaign.people[5]!)).toBeDefined()
  })

  test('of who has not answered makes one invitation less, and their link unknown', async () => {
    const campaign = await openSurvey(7, 3)
    const person = campaign.people[6]!
    const { id } = await ask(campaign, 'erase', person)
    expect((await act(campaign, id, 'erase', { confirm: 'Xóa' })).statusCode).toBe(200)
    expect(await rowOf(person)).toBeUndefined()
    expect(await progress(campaign)).toEqual({ invited: 6, answered: 3 })
    expect((await system().app.inject({ url: `/api/links/${person.token}` })).statusCode).toBe(404)
    const [left] = await sql()`
      SELECT (SELECT count(*)::int FROM identity.outbox WHERE recipient IN (${person.email}, ${person.phone})) AS written`
    expect(left).toEqual({ written: 0 })
  })

  test('of who has answered leaves the answer counted: it is nobody’s, and nobody can find it', async () => {
    const campaign = await openSurvey(8, 8)
    const { id } = await ask(campaign, 'erase', campaign.people[0]!)
    expect((await act(campaign, id, 'erase', { confirm: 'xóa' })).statusCode).toBe(200)
    expect(await progress(campaign)).toEqual({ invited: 8, answered: 8 })
    await finish(campaign)
    const { scores } = await readScores(system().deps, campaign.code)
    expect(scores.blocks[0]!.units.find(({ code }) => code === 'AB')).toMatchObject({
      ...{ invited: 8, answered: 8, counted: 8 },
    })
    const [closing] = await sql()`
      SELECT details -> 'surplus' AS surplus FROM staff.audit WHERE action = 'campaign.close' AND campaign = ${campaign.code}`
    expect(closing).toEqual({ surplus: 0 })
  })

  test('after close changes no count, answered or not', async () => {
    const campaign = await openSurvey(8, 6)
    const erase = async (person: TestPerson) => {
      const { id } = await ask(campaign, 'erase', person)
      expect((await act(campaign, id, 'erase', { confirm: 'xóa' })).statusCode).toBe(200)
    }
    await closeCampaign(system().deps, campaign.code, OFFICER)
    await erase(campaign.people[6]!)
    expect(await progress(campaign), 'closed, not final yet').toEqual({ invited: 8, answered: 6 })
    await finalizeCampaign(system().deps, campaign.code, OFFICER)
    const before = (await readScores(system().deps, campaign.code)).etag
    for (const person of [campaign.people[0]!, campaign.people[7]!]) await erase(person)
    expect(await progress(campaign)).toEqual({ invited: 8, answered: 6 })
    expect((await readScores(system().deps, campaign.code)).etag).toBe(before)
  })

  test('takes the officer’s notes about the person with it, and keeps that there was a request', async () => {
    const campaign = await openSurvey(6, 0)
    const person = campaign.people[2]!
    await ask(campaign, 'see', person)
    const { id } = await ask(campaign, 'erase', person)
    await act(campaign, id, 'erase', { confirm: 'xóa' })
    const { requests } = await listed(campaign)
    expect(requests).toHaveLength(2)
    for (const request of requests) expect(request).toMatchObject({ person: null, note: '', outcome: '' })
    expect(await audits('privacy.erase')).toContainEqual(expect.objectContaining({ request: id, person: person.id }))
  })

  test('waits for an answer that is being counted at this moment, and keeps it counted', async () => {
    const campaign = await openSurvey(6, 3)
    const person = campaign.people[5]!
    const { id } = await ask(campaign, 'erase', person)
    const { erased } = await sql().begin(async (tx) => {
      await tx`UPDATE identity.invitations SET answered_on = current_date WHERE respondent_id = ${person.id}`
      const erased = act(campaign, id, 'erase', { confirm: 'xóa' })
      const waiting = () => sql()`
        SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
      await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(1)
      return { erased }
    })
    expect((await erased).statusCode).toBe(200)
    expect(await progress(campaign)).toEqual({ invited: 6, answered: 4 })
  })

  test('while the person presses Gửi either counts their answer or refuses it, never half of it', async () => {
    const campaign = await openSurvey(9, 0)
    let got = 0
    for (const [round, person] of campaign.people.slice(0, 5).entries()) {
      const { id } = await ask(campaign, 'erase', person)
      const [answered, erased] = await Promise.allSettled([
        answerAs(system().app, person),
        act(campaign, id, 'erase', { confirm: 'xóa' }),
      ])
      expect(erased).toMatchObject({ value: { statusCode: 200 } })
      if (answered.status === 'fulfilled') got += 1
      const [spent] = await sql()`SELECT count(*)::int AS n FROM answer.receipts WHERE campaign_id = ${campaign.id}`
      expect(spent!.n).toBe(got)
      expect(await progress(campaign)).toEqual({ invited: 9 - (round + 1) + got, answered: got })
    }
  })
})
