/** What a purge takes and what it leaves: names go, and no figure of the campaign moves by one. */
import { describe, expect, test } from 'vitest'
import { openCampaign } from '../campaigns/open-campaign.ts'
import { readIndex } from '../index/compute/read-index.ts'
import { storeIndexCampaign } from '../index/stored-index.fixture.ts'
import type { TestCampaign } from '../test/campaign.ts'
import { createDraft } from '../test/campaign.ts'
import { OFFICER, runJob } from '../test/deps.ts'
import { holdLock, sessionsEnd } from '../test/held-lock.ts'
import { startableProcesses } from '../test/processes.ts'
import { privacyWorld } from './final-survey.fixture.ts'
import { purgeCampaign } from './purge-campaign.ts'
import { SYSTEM, sweepPurges } from './sweep-purges.job.ts'

const DAY = 24 * 60 * 60 * 1000
const { system, sql, call, openSurvey, finish } = privacyWorld()
const processes = startableProcesses()

/** Made final so many days ago. */
const age = ({ id }: { id: string }, days: number) =>
  sql()`UPDATE campaign.campaigns SET finalized_at = now() - make_interval(days => ${days}) WHERE id = ${id}`

/** Every figure that officers, programs and the public are shown of a campaign. */
async function figures({ code }: TestCampaign) {
  const get = async (path: string) => (await call('GET', `/api/campaigns/${code}${path}`)).json()
  const detail = await get('')
  return {
    detail,
    progress: await get('/progress'),
    scores: await get('/scores'),
    unit: await get('/scores/AB'),
    receipts: await get('/receipts'),
    consents: (await get('/privacy/notices')).notices.map(({ consents }: { consents: number }) => consents),
    listed: (await call('GET', '/api/campaigns')).json().find((one: { code: string }) => one.code === code),
  }
}

async function rowsOf({ id }: { id: string }) {
  const [row] = await sql()`
    SELECT (SELECT count(*)::int FROM identity.respondents WHERE campaign_id = ${id}) AS people,
      (SELECT count(*)::int FROM identity.respondents WHERE campaign_id = ${id} AND (email IS NOT NULL OR phone IS NOT NULL)) AS contacts,
      (SELECT count(*)::int FROM identity.invitations WHERE campaign_id = ${id}) AS invitations,
      (SELECT count(*)::int FROM identity.deliveries WHERE campaign_id = ${id}) AS messages,
      (SELECT count(*)::int FROM answer.responses WHERE campaign_id = ${id}) AS answers`
  return row!
}

const purge = ({ code }: TestCampaign) => purgeCampaign(system().deps, code, { actor: SYSTEM, batch: 5 })

describe('a purge', () => {
  test('takes each part on its day and leaves points, counts, receipts and their digest as they were', async () => {
    const campaign = await openSurvey(16, 12)
    await finish(campaign)
    const before = await figures(campaign)
    expect(before).toMatchObject({
      detail: { invited: 16, answered: 12, rosterCount: { respondents: 16, invitations: 16 } },
      consents: [12],
      receipts: { count: 12 },
    })
    expect(before.progress.deliveries.email).toMatchObject({ sent: 16 })
    expect(before.scores.digest).toMatch(/^[\w-]+$/)

    await age(campaign, 59)
    expect(await purge(campaign)).toEqual({})
    await age(campaign, 60)
    expect(await purge(campaign)).toEqual({ messages: { messages: 32 }, contacts: { contacts: 16 } })
    expect(await rowsOf(campaign)).toMatchObject({ people: 16, contacts: 0, messages: 0, answers: 12 })
    expect(await figures(campaign)).toEqual(before)

    await age(campaign, 90)
    expect(await purge(campaign)).toEqual({ people: { people: 16, invitations: 16 } })
    expect(await rowsOf(campaign)).toMatchObject({ people: 0, invitations: 0, answers: 12 })
    expect(await figures(campaign)).toEqual(before)

    await age(campaign, 1825)
    expect(await purge(campaign)).toEqual({ answers: { answers: 12 } })
    expect(await rowsOf(campaign)).toMatchObject({ answers: 0 })
    expect(await figures(campaign)).toEqual(before)
    expect(await purge(campaign)).toEqual({})
  })

  test('leaves nothing in the database that names or reaches anybody', async () => {
    const campaign = await openSurvey(7, 6)
    await finish(campaign)
    await age(campaign, 90)
    await purge(campaign)
    const [left] = await sql()`
      SELECT (SELECT count(*)::int FROM identity.outbox WHERE recipient = ANY(${campaign.people.flatMap(({ email, phone }) => [email, phone])})) AS written,
        (SELECT count(*)::int FROM identity.delivery_events e WHERE NOT EXISTS (SELECT FROM identity.deliveries d WHERE d.id = e.delivery_id)) AS loose,
        (SELECT count(*)::int FROM staff.audit WHERE details::text LIKE ANY(${campaign.people.flatMap(({ name, email }) => [`%${name}%`, `%${email}%`])})) AS told`
    expect(left).toEqual({ written: 0, loose: 0, told: 0 })
    const reply = await system().app.inject({ url: `/api/links/${campaign.people[0]!.token}` })
    expect(reply.statusCode).toBe(404)
  })

  test('records every batch, which nobody can change or delete', async () => {
    const campaign = await openSurvey(6, 0)
    await finish(campaign)
    await age(campaign, 90)
    await purge(campaign)
    const view = (await call('GET', `/api/campaigns/${campaign.code}/privacy/retention`, undefined, 'auditor')).json()
    expect(view.purges).toEqual([
      { on: expect.any(String), by: SYSTEM, rule: 'contacts', counts: { contacts: 6 } },
      { on: expect.any(String), by: SYSTEM, rule: 'messages', counts: { messages: 12 } },
      { on: expect.any(String), by: SYSTEM, rule: 'people', counts: { people: 6, invitations: 6 } },
    ])
    await expect(sql()`DELETE FROM identity.purges`).rejects.toThrow(/append-only/)
    await expect(sql()`UPDATE identity.purges SET counts = '{}'`).rejects.toThrow(/append-only/)
    const audited = await sql()`
      SELECT details ->> 'rule' AS rule FROM staff.audit WHERE action = 'privacy.purge' AND campaign = ${campaign.code}`
    expect(new Set(audited.map(({ rule }) => rule))).toEqual(new Set(['messages', 'contacts', 'people']))
  })

  test('lets alone whoever waits for an answer to a request', async () => {
    const campaign = await openSurvey(6, 0)
    await finish(campaign)
    const person = campaign.people[2]!.id
    const base = `/api/campaigns/${campaign.code}/privacy`
    const asked = await call('POST', `${base}/requests`, {
      kind: 'see',
      via: 'phone',
      receivedOn: '2026-01-05',
      person,
    })
    await age(campaign, 90)
    await purge(campaign)
    expect(await rowsOf(campaign)).toMatchObject({ people: 1, contacts: 1, messages: 2 })
    await call('POST', `${base}/requests/${asked.json().id}/close`, { state: 'done', outcome: 'Đã trao bản in' })
    await purge(campaign)
    expect(await rowsOf(campaign)).toMatchObject({ people: 0, messages: 0 })
  })

  test('touches no campaign that is not final, however old', async () => {
    const campaign = await openSurvey(6, 5)
    await age(campaign, 4000)
    expect(await purge(campaign)).toEqual({})
    expect(await rowsOf(campaign)).toMatchObject({ people: 6, contacts: 6, messages: 12 })
  })

  test('of an index that is not frozen yet changes none of it', async () => {
    const { db, answerDb } = system().deps
    const id = await storeIndexCampaign(db, 'chi-so-xoa', 'final')
    await age({ id }, 4000)
    const before = await readIndex({ answerDb }, 'chi-so-xoa')
    await purgeCampaign(system().deps, 'chi-so-xoa', { actor: SYSTEM })
    expect(await rowsOf({ id })).toMatchObject({ people: 0, invitations: 0 })
    expect(await readIndex({ answerDb }, 'chi-so-xoa')).toEqual(before)
  })

  test('killed in the middle has lost nothing and counted nothing twice, and the next one ends it', async () => {
    const campaign = await openSurvey(120, 8)
    await finish(campaign)
    await age(campaign, 90)
    const before = await figures(campaign)
    // Somebody in the middle is held fast, so that the purge stands still there with others gone already.
    const held = await holdLock(
      system().databaseUrl,
      `SELECT 1 FROM identity.invitations WHERE respondent_id = '${campaign.people[60]!.id}' FOR UPDATE`,
    )
    const child = processes.run(['server/privacy/purge-child.fixture.ts'], {
      ...{ DATABASE_URL: system().databaseUrl, CAMPAIGN: campaign.code },
    })
    const pids = await held.blocks()
    await child.kill()
    const { people } = await rowsOf(campaign)
    expect([people > 0, people < 120]).toEqual([true, true])
    expect(await rowsOf(campaign)).toMatchObject({ messages: 0, contacts: 0, invitations: people })
    expect(await figures(campaign)).toEqual(before)
    await held.release()
    await sessionsEnd(system().databaseUrl, pids)

    expect((await purge(campaign)).people).toMatchObject({ people })
    expect(await figures(campaign)).toEqual(before)
    const sums = await sql()`
      SELECT key, sum(value::int)::int AS n FROM identity.purges, jsonb_each_text(counts) WHERE campaign_id = ${campaign.id} GROUP BY 1`
    expect(Object.fromEntries(sums.map(({ key, n }) => [key, n]))).toEqual({
      ...{ messages: 240, contacts: 120, people: 120, invitations: 120 },
    })
  })

  test('two at once take every row once', async () => {
    const campaign = await openSurvey(40, 6)
    await finish(campaign)
    await age(campaign, 90)
    const before = await figures(campaign)
    await Promise.all([purge(campaign), purge(campaign)])
    await purge(campaign)
    expect(await rowsOf(campaign)).toMatchObject({ people: 0 })
    expect(await figures(campaign)).toEqual(before)
  })
})

describe('the daily job', () => {
  /** Said so many days ago, by the default periods. */
  const announce = ({ code }: TestCampaign, days: number) =>
    sql()`
      INSERT INTO staff.audit (at, actor, action, campaign, details)
      SELECT now() - make_interval(days => ${days}), ${SYSTEM}, 'privacy.announce', code,
        jsonb_build_object('rule', rule, 'dueOn', (finalized_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + period)
      FROM campaign.campaigns, unnest('{messages,contacts,people}'::text[], '{60,60,90}'::int[]) AS rules (rule, period)
      WHERE code = ${code}`
  const announcements = ({ code }: TestCampaign) =>
    sql()`SELECT details FROM staff.audit WHERE campaign = ${code} AND action = 'privacy.announce' ORDER BY id`

  test('purges what is due in every final campaign, and ended sessions', async () => {
    const [due, later] = [await openSurvey(6, 0), await openSurvey(6, 0)]
    for (const campaign of [due, later]) await finish(campaign)
    await age(due, 90)
    for (const campaign of [due, later]) await announce(campaign, 7)
    await sql()`
      INSERT INTO staff.sessions (id, account_id, expires_at) SELECT 'het-han', id, now() - interval '1 day' FROM staff.accounts LIMIT 1`
    await runJob(sweepPurges, system().deps, {})
    expect([(await rowsOf(due)).people, (await rowsOf(later)).people]).toEqual([0, 6])
    expect(await sql()`SELECT 1 FROM staff.sessions WHERE id = 'het-han'`).toHaveLength(0)
  })

  test('says a week before what will go, and takes nothing that was not said then, however long it has been due', async () => {
    /** Long due; said a day too late; said of another day; due in a week. */
    const all = [
      await openSurvey(6, 0),
      await openSurvey(6, 0),
      await openSurvey(6, 0),
      await openSurvey(6, 0),
    ] as const
    for (const campaign of all) await finish(campaign)
    await age(all[0], 400)
    await age(all[1], 400)
    await announce(all[1], 6)
    await announce(all[2], 90) // of other days than the periods say by now
    await age(all[2], 91)
    await age(all[3], 53)
    for (const _ of ['once', 'again']) await runJob(sweepPurges, system().deps, {})
    for (const campaign of all) expect(await rowsOf(campaign)).toMatchObject({ people: 6 })
    const rulesOf = async (campaign: TestCampaign) => (await announcements(campaign)).map(({ details }) => details.rule)
    expect(await rulesOf(all[0])).toEqual(['messages', 'contacts', 'people'])
    expect(await rulesOf(all[3])).toEqual(['messages', 'contacts'])
    expect((await announcements(all[3]))[0]!.details).toMatchObject({
      dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
  })
})

describe('an administrator', () => {
  test('purges what is due only by typing the campaign’s code', async () => {
    const campaign = await openSurvey(6, 0)
    await finish(campaign)
    const act = (confirm: string) => call('POST', `/api/campaigns/${campaign.code}/privacy/purge`, { confirm }, 'admin')
    const early = await act(campaign.code)
    expect([early.statusCode, early.json().code]).toEqual([409, 'purge-nothing-due'])
    await age(campaign, 90)
    const wrong = await act('xóa hết')
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'purge-unconfirmed'])
    expect(await rowsOf(campaign)).toMatchObject({ people: 6 })
    expect((await act(campaign.code)).json().purged).toMatchObject({ people: { people: 6 } })
  })

  test('sets the rules of a campaign; the preview tells days and numbers beforehand', async () => {
    const draft = await createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
    await openCampaign(system().deps, draft.code, OFFICER)
    const url = `/api/campaigns/${draft.code}/privacy/retention`
    const { retention } = (await call('GET', url)).json()
    const saved = await call('PUT', url, { ...retention, people: 45 }, 'admin')
    expect(saved.json().rules.find(({ rule }: { rule: string }) => rule === 'people')).toEqual({
      ...{ rule: 'people', days: 45, dueOn: null, due: false, waiting: 0 },
      counts: { people: 6, invitations: 6 },
    })
    const [entry] = await sql()`
      SELECT details FROM staff.audit WHERE action = 'privacy.retention' AND campaign = ${draft.code}`
    expect(entry!.details).toMatchObject({ before: { people: 90 }, after: { people: 45 } })
    expect((await call('PUT', url, { ...retention, people: 5 }, 'admin')).statusCode).toBe(400)
  })
})

test('the day of the rule is counted in Viet Nam', async () => {
  const campaign = await openSurvey(5, 0)
  await finish(campaign)
  await sql()`UPDATE campaign.campaigns SET finalized_at = '2026-03-01T18:30:00Z' WHERE id = ${campaign.id}`
  const view = (await call('GET', `/api/campaigns/${campaign.code}/privacy/retention`)).json()
  expect(view.finalOn).toBe('2026-03-02')
  const people = view.rules.find(({ rule }: { rule: string }) => rule === 'people')
  expect(people.dueOn).toBe(new Date(Date.parse('2026-03-02') + 90 * DAY).toISOString().slice(0, 10))
})
