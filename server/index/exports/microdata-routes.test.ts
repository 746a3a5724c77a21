import { createHash } from 'node:crypto'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../staff/create-client.ts'
import type { TestCampaign } from '../../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { signInAs } from '../../test/staff.ts'
import { closeSurvey, openSurvey, WRITTEN } from './closed-survey.fixture.ts'
import type { Codebook } from './codebook-schemas.ts'
import { listResponses } from './queries.ts'

let system: TestSystem
let campaign: TestCampaign
let open: TestCampaign
let bearer: { authorization: string }
beforeAll(async () => {
  system = await startTestSystem()
  open = await openSurvey(system, 1)
  campaign = await openSurvey(system, 2)
  await closeSurvey(system, campaign)
  bearer = await programHeaders()
})
afterAll(() => system.stop())

async function programHeaders() {
  const client = await createClient(system.deps, { name: 'phân tích', scopes: ['microdata'] }, OFFICER)
  const reply = await system.app.inject({ method: 'POST', url: '/api/index/token', payload: client })
  return { authorization: `Bearer ${reply.json().token}` }
}
const pull = (file: string, code = campaign.code, headers: Record<string, string> = bearer) =>
  system.app.inject({ url: `/api/index/v1/campaigns/${code}/${file}`, headers })
const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })

test('one row a response, in codes, with nothing that anybody wrote', async () => {
  const reply = await pull('microdata.csv')
  expect(reply.statusCode).toBe(200)
  expect(reply.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' })
  expect(reply.headers['content-disposition']).toBe(`attachment; filename="${campaign.code}-microdata.csv"`)
  expect(reply.body.startsWith('\ufeffkhoi,don_vi,nhom,xa_dh_1,')).toBe(true)
  const { data, meta, errors } = rowsOf(reply.body)
  expect(errors).toEqual([])
  expect(data).toHaveLength(22)
  const codes = new Set(data.flatMap((row) => meta.fields!.slice(3).map((name) => row[name])))
  for (const code of codes) expect(code).toMatch(/^([1-5]|9[789])?$/)
  expect(reply.body).not.toContain('Sìn')
  expect(meta.fields).not.toContain('xa_gop_y')
  for (const { name, email, phone } of campaign.people)
    for (const told of [name, email, phone]) expect(reply.body).not.toContain(told)
})

test('what people wrote lies in the database and is not even read from it', async () => {
  const stored = await system.deps.db.$client<{ answers: object }[]>`
    SELECT answers FROM answer.responses WHERE campaign_id = ${campaign.id} AND unit = 'AB'`
  expect(JSON.stringify(stored)).toContain(WRITTEN)
  const asked = { campaignId: campaign.id, unit: 'AB', questions: ['xa_dh_1', 'xa_dh_2'] }
  const read = await listResponses(system.deps.answerDb, asked)
  expect(read).toHaveLength(16)
  for (const { answers } of read) expect(Object.keys(answers).sort()).toEqual(asked.questions)
})

test('no cell of unit and groups has fewer than k rows, the smallest group having joined another', async () => {
  const { data } = rowsOf((await pull('microdata.csv')).body)
  const cells = Map.groupBy(data, ({ don_vi, nhom }) => `${don_vi} ${nhom}`)
  expect([...cells].map(([cell, rows]) => [cell, rows.length])).toEqual([
    ['AB CC+TT', 9],
    ['AB LD', 7],
    ['HT TT', 6],
  ])
})

test('rows and the accounts of the units say the same, and rows nothing that the accounts keep back', async () => {
  const officer = await signInAs(system, 'officer')
  const { data } = rowsOf((await pull('microdata.csv')).body)
  const codebook = (await pull('codebook.json')).json<Codebook>()
  let compared = 0
  for (const unit of ['AB', 'HT']) {
    const url = `/api/campaigns/${campaign.code}/scores/${unit}`
    const { criteria, levels } = (await system.app.inject({ url, headers: officer })).json()
    for (const variable of codebook.variables.filter(({ kind }) => kind === 'number')) {
      const { groups } = criteria.find(({ code }: { code: string }) => code === variable.criterion)
      const rows = data.filter((row) => row.don_vi === unit)
      for (const [cell, ofCell] of Map.groupBy(rows, ({ nhom }) => nhom!)) {
        const published = groups?.find((group: { groups: string[] }) => group.groups.join('+') === cell)?.counts
        const shown = ofCell.filter((row) => Number(row[variable.name] || 97) !== 97)
        expect(shown.length).toBe(published ? ofCell.length : 0)
        if (!published) continue
        for (const [at, { count }] of published.slice(0, levels.length).entries())
          expect(shown.filter((row) => row[variable.name] === String(at + 1))).toHaveLength(count)
        compared += 1
      }
    }
  }
  expect(compared).toBeGreaterThan(10)
})

test('the same final result gives the same bytes, whatever order the rows are stored in', async () => {
  const first = (await pull('microdata.csv')).body
  await system.deps.db.$client`
    WITH old AS (DELETE FROM answer.responses WHERE campaign_id = ${campaign.id} RETURNING *)
    INSERT INTO answer.responses SELECT gen_random_uuid(), campaign_id, unit, groups, answers FROM old ORDER BY random()`
  expect((await pull('microdata.csv')).body).toBe(first)
  const { dataDigest, rows, cells } = (await pull('codebook.json')).json<Codebook>()
  expect(dataDigest).toBe(createHash('sha256').update(first).digest('base64url'))
  expect(rows).toBe(22)
  expect(cells).toContainEqual({ block: 'xa', unit: 'AB', group: 'LD', rows: 7 })
})

test('rows that no longer fit the published counts keep that question back', async () => {
  const { $client: sql } = system.deps.db
  await sql`
    INSERT INTO answer.responses (campaign_id, unit, groups, answers)
    SELECT ${campaign.id}, unit, groups, answers - 'xa_dh_2' FROM answer.responses
    WHERE campaign_id = ${campaign.id} AND unit = 'HT' LIMIT 1`
  const ofUnit = rowsOf((await pull('microdata.csv')).body).data.filter(({ don_vi }) => don_vi === 'HT')
  expect(ofUnit).toHaveLength(7)
  expect(new Set(ofUnit.map((row) => row.xa_dh_1))).toEqual(new Set(['97']))
  expect(new Set(ofUnit.map((row) => row.xa_dh_2))).not.toContain('97')
  await sql`
    DELETE FROM answer.responses WHERE campaign_id = ${campaign.id} AND unit = 'HT' AND NOT answers ? 'xa_dh_2'`
})

describe('who gets them', () => {
  const asStaff = async (role: 'officer' | 'auditor' | 'unit', file = 'microdata.csv', code = campaign.code) =>
    system.app.inject({ url: `/api/campaigns/${code}/${file}`, headers: await signInAs(system, role, 'AB') })

  test('an officer and a program, the same files; an auditor and a unit’s contact do not', async () => {
    for (const file of ['microdata.csv', 'codebook.sps', 'codebook.json']) {
      const reply = await asStaff('officer', file)
      expect([file, reply.statusCode]).toEqual([file, 200])
      expect(reply.body).toBe((await pull(file)).body)
      expect((await asStaff('auditor', file)).statusCode).toBe(403)
      expect((await asStaff('unit', file)).statusCode).toBe(403)
      expect((await pull(file, campaign.code, {})).json().code).toBe('token-invalid')
    }
  })

  test('nobody before the result is final, nor of a campaign that does not exist', async () => {
    for (const file of ['microdata.csv', 'codebook.sps', 'codebook.json']) {
      expect((await pull(file, open.code)).json().code).toBe('campaign-not-final')
      expect((await asStaff('officer', file, open.code)).statusCode).toBe(409)
      expect((await pull(file, 'khong-co')).json().code).toBe('campaign-unknown')
    }
  })

  test('each export is in the audit log, with who and which file', async () => {
    await pull('microdata.csv')
    const [last] = await system.deps.db.$client`
      SELECT actor, action, campaign, details FROM staff.audit ORDER BY id DESC LIMIT 1`
    expect(last).toMatchObject({
      actor: expect.stringMatching(/^program .+/),
      action: 'microdata.export',
      campaign: campaign.code,
      details: { file: 'microdata.csv' },
    })
  })

  test('exports are limited per program', async () => {
    const headers = await programHeaders()
    const statuses: number[] = []
    for (let call = 1; call <= 21; call += 1)
      statuses.push((await pull('microdata.csv', 'khong-co', headers)).statusCode)
    expect(statuses.indexOf(429)).toBe(20)
    expect((await pull('microdata.csv', 'khong-co', await programHeaders())).statusCode).toBe(404)
  })
})

test('rows of another campaign over the same units are not among them', async () => {
  const headers = await programHeaders()
  const before = (await pull('microdata.csv', campaign.code, headers)).body
  await closeSurvey(system, open)
  expect((await pull('microdata.csv', campaign.code, headers)).body).toBe(before)
  const other = (await pull('microdata.csv', open.code, headers)).body
  expect(rowsOf(other).data).toHaveLength(22)
  expect(other).not.toBe(before)
})
