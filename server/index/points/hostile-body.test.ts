/** A program's or an officer's JSON cannot hold the server up, whatever it holds. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { sendJson } from './points-calls.fixture.ts'

let system: TestSystem
let officer: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
  await storeIndexCampaign(system.deps.db, 'nhieu', 'open')
})
afterAll(() => system.stop())

const many = <Value>(count: number, value: (at: number) => Value): Record<string, Value> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`q${at}`, value(at)]))
const send = (points: object) =>
  sendJson(system, officer, '/api/campaigns/nhieu/points/api?kind=appraised', { reason: 'Thử', points })

test.each([
  ['units', many(120_000, () => ({}))],
  ['units by one', many(1_001, () => ({}))],
  ['leaves of a unit', { SNV: many(400_000, () => 1) }],
  ['leaves of a unit by one', { SNV: many(701, () => 1) }],
  ['points in all', many(500, () => many(500, () => 1))],
])('too many %s are refused at once', async (_, points) => {
  const reply = await send(points)
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large'])
  expect(reply.json().details).toEqual([{ path: 'points', problem: expect.stringContaining('nhiều nhất') }])
})

test('more than 8 MB are not read', async () => {
  const reply = await send({ SNV: { '2.1': 'x'.repeat(8 * 1024 * 1024) } })
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large'])
})

test.each([[null], [[]], ['x'], [{ SNV: null }], [{ SNV: [1] }]])('%j is no table of points', async (points) => {
  const reply = await send(points as object)
  expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
})

test('of what is within the limits 500 problems are named and all counted', async () => {
  const reply = await send({ ...many(999, () => ({})), SNV: many(700, () => 1) })
  expect([reply.statusCode, reply.json().code]).toEqual([422, 'points-invalid'])
  const { problems, problemCount } = reply.json().details
  expect(problems).toHaveLength(500)
  expect(problemCount).toBeGreaterThanOrEqual(1_699)
})

test('a typed exponent is no number, one of a JSON number is', async () => {
  const codesOf = async (value: string | number) =>
    (await send({ SNV: { '2.1': value } })).json().details.problems.map(({ code }: { code: string }) => code)
  expect(await codesOf('1e1')).toContain('not-a-number')
  expect(await codesOf('1,250')).toContain('not-a-number')
  expect(await codesOf(1e-20)).not.toContain('not-a-number')
})

test('bodies that are refused count towards a program’s calls a minute', async () => {
  const admin = await signInAs(system, 'admin')
  const client = (await sendJson(system, admin, '/api/clients', { name: 'Bưu điện', scopes: ['points'] })).json()
  const { token } = (await system.app.inject({ method: 'POST', url: '/api/index/token', payload: client })).json()
  const statuses: number[] = []
  for (let call = 0; call < 31; call++) {
    const reply = await system.app.inject({
      ...{ method: 'POST', url: '/api/index/v1/campaigns/nhieu/points?kind=appraised' },
      ...{ headers: { authorization: `Bearer ${token}` }, payload: { reason: 'Thử', points: many(1_001, () => ({})) } },
    })
    statuses.push(reply.statusCode)
  }
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 413), 429])
})
