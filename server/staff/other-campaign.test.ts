/** An id opens nothing under another campaign's code: not a person, not a link, not a message, not a wave. */
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCurrentSets, insertPointSet } from '../index/points/queries.ts'
import { appraisedPoints } from '../index/small-index.fixture.ts'
import { storeIndexCampaign } from '../index/stored-index.fixture.ts'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'

let system: TestSystem
let admin: SignedIn
let own: TestCampaign
let other: TestCampaign

beforeAll(async () => {
  system = await startTestSystem()
  admin = await signInAs(system, 'admin')
  own = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  other = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const { $client: sql } = system.deps.db
  await sql`
    INSERT INTO identity.waves (id, campaign_id, number, kind, channels, starts_at, frozen_at)
    VALUES ('luot', ${other.id}, 7, 'invitation', '{email}', now(), now())`
  await sql`
    INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, state, due_at, failure) VALUES
      ('tin-chua-ro', ${other.id}, 'luot', ${other.people[0]!.id}, 'email', 'unknown', now(), 'interrupted'),
      ('tin-hong', ${other.id}, 'luot', ${other.people[1]!.id}, 'email', 'failed', now(), 'smtp-554')`
  await sql`
    INSERT INTO identity.requests (id, campaign_id, respondent_id, kind, via, received_on, due_on, created_by) VALUES
      ('yeu-cau-xem', ${other.id}, ${other.people[0]!.id}, 'see', 'phone', '2026-01-05', '2026-01-15', 'ai-do@so.example'),
      ('yeu-cau-xoa', ${other.id}, ${other.people[1]!.id}, 'erase', 'phone', '2026-01-05', '2026-01-15', 'ai-do@so.example')`
  await sql`
    INSERT INTO identity.samples (id, campaign_id, actor, file_hash, method, seed, draw_digest, strata)
    VALUES ('mau', ${other.id}, 'ai-do@so.example', '', '{"kind":"everybody"}', 'gieo', '', '[]')`
  await sql`
    UPDATE campaign.campaigns SET definition_version = 3, definition = jsonb_set(definition, '{blocks,0,code}', '"khac"')
    WHERE id = ${other.id}`
  await sql`
    INSERT INTO campaign.definition_versions (campaign_id, version, definition, hash, actor)
    SELECT id, 3, definition, definition_hash, 'ai-do@so.example' FROM campaign.campaigns WHERE id = ${other.id}`
})
afterAll(() => system.stop())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const call = (method: Method, path: string, payload?: object) =>
  system.app.inject({
    method,
    url: `/api/campaigns/${own.code}${path}`,
    headers: admin,
    ...(payload ? { payload } : {}),
  } as InjectOptions)

/** All that the calls below could change of the other campaign. */
async function stateOfOther(): Promise<string> {
  const rows = await system.deps.db.$client`
    SELECT (SELECT jsonb_agg(r ORDER BY r.id) FROM identity.respondents r WHERE campaign_id = ${other.id}) AS people,
      (SELECT jsonb_agg(w ORDER BY w.id) FROM identity.waves w WHERE campaign_id = ${other.id}) AS waves,
      (SELECT jsonb_agg(d ORDER BY d.id) FROM identity.deliveries d WHERE campaign_id = ${other.id}) AS messages,
      (SELECT jsonb_agg(h ORDER BY h.id) FROM identity.hand_deliveries h WHERE campaign_id = ${other.id}) AS marks,
      (SELECT jsonb_agg(q ORDER BY q.id) FROM identity.requests q WHERE campaign_id = ${other.id}) AS requests,
      (SELECT definition FROM campaign.campaigns WHERE id = ${other.id}) AS definition`
  return JSON.stringify(rows)
}

test.each<[Method, (person: string) => string, object?]>([
  ['GET', (person) => `/people/${person}`],
  ['POST', (person) => `/people/${person}/reissue`],
  ['POST', (person) => `/people/${person}/contact`, { email: 'nguoi-khac@so.example' }],
  ['POST', (person) => `/people/${person}/resend`, { channel: 'email' }],
  ['POST', (person) => `/by-hand/${person}/message`],
  ['POST', (person) => `/by-hand/${person}/handed`, { how: 'paper' }],
  ['DELETE', (person) => `/by-hand/${person}/handed`],
  ['POST', () => '/deliveries/tin-chua-ro/settle', { as: 'not-sent-retry' }],
  ['GET', (person) => `/roster/people/${person}`],
  ['GET', () => '/privacy/requests/yeu-cau-xoa/erase'],
  ['GET', () => '/privacy/requests/yeu-cau-xem/document.html'],
  ['POST', () => '/privacy/requests/yeu-cau-xem/close', { state: 'done', outcome: 'Đã xong' }],
  ['POST', () => '/privacy/requests/yeu-cau-xoa/erase', { confirm: 'xóa' }],
  ['GET', () => '/samples/mau/method'],
  ['GET', () => '/definition/versions/3'],
  ['GET', () => '/definition/questions.csv?block=khac'],
  ['GET', () => '/preview/khac/CC'],
  ['GET', () => '/preview/khac/CC.json'],
  ['POST', () => '/waves/7/stop'],
  ['POST', () => '/waves/7/start'],
])('%s %s is not found under another campaign, and changes nothing', async (method, path, payload) => {
  const [before, person] = [await stateOfOther(), other.people[0]!]
  const reply = await call(method, path(person.id), payload)
  expect(reply.statusCode).toBe(404)
  for (const told of [person.token, 'co-quan.example']) expect(reply.body).not.toContain(told)
  expect(await stateOfOther()).toBe(before)
})

test('what is not found under another campaign is found under its own', async () => {
  const under = (path: string) => system.app.inject({ url: `/api/campaigns/${other.code}${path}`, headers: admin })
  for (const path of [
    `/roster/people/${other.people[0]!.id}`,
    '/privacy/requests/yeu-cau-xem/document.html',
    '/privacy/requests/yeu-cau-xoa/erase',
    '/samples/mau/method',
    '/definition/versions/3',
    '/definition/questions.csv?block=khac',
    '/preview/khac/CC',
  ]) {
    expect((await under(path)).statusCode, path).toBe(200)
  }
})

test('a version of points is not found under another campaign', async () => {
  const { db } = system.deps
  const [mine, theirs] = [
    await storeIndexCampaign(db, 'chi-so', 'open'),
    await storeIndexCampaign(db, 'chi-so-khac', 'open'),
  ]
  const set = { kind: 'appraised', source: '', round: 1, points: appraisedPoints, digest: 'd', origin: 'api' } as const
  const { id } = await db.transaction((tx) =>
    insertPointSet(tx, { ...set, campaignId: theirs, reason: 'Của đợt khác', actor: 'ai-do@so.example' }),
  )
  const read = (code: string, path: string) =>
    system.app.inject({ url: `/api/campaigns/${code}/points${path}`, headers: admin })
  expect((await read('chi-so-khac', `/${id}`)).statusCode).toBe(200)
  expect((await read('chi-so', `/${id}`)).statusCode).toBe(404)
  expect((await read('chi-so', '')).json()).toMatchObject({ sets: [] })
  expect((await read('chi-so', '/template.csv?kind=appraised&filled=true')).body).not.toContain('22,25')
  expect(await findCurrentSets(db, mine)).toMatchObject({ appraised: null })
})

test('lists, groups and files are of the one campaign, and many at once passes over the others', async () => {
  const before = await stateOfOther()
  const ids = other.people.map(({ id }) => id)
  const marked = await call('POST', '/by-hand/handed', { people: ids, how: 'paper' })
  expect(marked.json()).toEqual({ handed: 0 })
  const retried = await call('POST', '/deliveries/retry', { channel: 'email', cause: 'smtp-554' })
  expect(retried.json()).toMatchObject({ retried: 0 })
  expect((await call('GET', '/unknown')).json()).toMatchObject({ total: 0 })
  expect((await call('GET', '/funnel')).json()).toMatchObject({ waves: [], failures: [], reached: { invited: 6 } })
  const mails = await system.deps.db.$client<{ email: string }[]>`
    SELECT email FROM identity.respondents WHERE campaign_id = ${other.id}`
  const found = await call('GET', `/people?search=${encodeURIComponent(mails[0]!.email)}`)
  expect(found.json()).toMatchObject({ total: 0, people: [] })
  for (const path of ['/people', '/by-hand?scope=unanswered', '/by-hand/sheet', '/deliveries.csv']) {
    const { statusCode, body } = await call('GET', path)
    expect(statusCode).toBe(200)
    for (const { email } of mails) expect(body, path).not.toContain(email)
    for (const { id, token } of other.people) expect(body.includes(id) || body.includes(token), path).toBe(false)
  }
  expect(await stateOfOther()).toBe(before)
})
