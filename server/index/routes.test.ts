import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../scoring/digest.ts'
import type { Scores } from '../scoring/schemas.ts'
import { storeCampaign } from '../scoring/stored-campaign.fixture.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { signInAs } from '../test/staff.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
  await storeCampaign(system.deps.db, 'dang-mo', 'open')
  await storeCampaign(system.deps.db, 'nhap', 'draft')
})
afterAll(() => system.stop())

async function registerClient(): Promise<{ clientId: string; clientSecret: string }> {
  const headers = await signInAs(system, 'admin')
  const reply = await system.app.inject({ method: 'POST', url: '/api/clients', headers, payload: { name: 'Chỉ số' } })
  expect(reply.statusCode).toBe(201)
  return reply.json()
}

const askToken = (payload: object, remoteAddress = '127.0.0.1') =>
  system.app.inject({ method: 'POST', url: '/api/index/token', payload, remoteAddress })

async function tokenOf(client: { clientId: string; clientSecret: string }): Promise<string> {
  return (await askToken(client)).json().token
}

function pull(code: string, token: string | null, headers: Record<string, string> = {}) {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
  return system.app.inject({ url: `/api/index/v1/campaigns/${code}/scores`, headers: { ...authorization, ...headers } })
}

describe('signing in as a program', () => {
  test('the right secret gives a token for fifteen minutes', async () => {
    const reply = await askToken(await registerClient())
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ token: expect.any(String), expiresIn: 900 })
    const { iat, exp } = system.app.jwt.decode<{ iat: number; exp: number }>(reply.json().token)!
    expect(exp - iat).toBe(900)
  })

  test('a wrong secret and an unknown client are refused alike', async () => {
    const { clientId, clientSecret } = await registerClient()
    const wrong = await askToken({ clientId, clientSecret: `${clientSecret.slice(0, -1)}!` })
    const unknown = await askToken({ clientId: 'ai-do', clientSecret })
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(wrong.json()).toEqual(unknown.json())
    expect(wrong.json()).toMatchObject({ code: 'wrong-client' })
  })

  test('guessing is limited per client, and another client is not held up by it', async () => {
    const guessed = await registerClient()
    const guesses = await Promise.all(
      Array.from({ length: 35 }, () => askToken({ clientId: guessed.clientId, clientSecret: 'đoán' })),
    )
    expect(guesses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(5)
    expect(guesses.at(-1)!.json()).toMatchObject({ code: 'too-many-requests' })
    expect((await askToken(await registerClient())).statusCode).toBe(200)
  })

  test('somebody who guesses from elsewhere cannot lock the program out', async () => {
    const program = await registerClient()
    const guess = () => askToken({ clientId: program.clientId, clientSecret: 'đoán' }, '203.0.113.7')
    const guesses = await Promise.all(Array.from({ length: 31 }, guess))
    expect(guesses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1)
    expect((await askToken(program, '198.51.100.4')).statusCode).toBe(200)
  })
})

describe('pulling scores', () => {
  test('gives the document with its digest as tag, not to be shared by caches', async () => {
    const reply = await pull('dang-mo', await tokenOf(await registerClient()))
    expect(reply.statusCode).toBe(200)
    const scores = reply.json<Scores>()
    expect(scores).toMatchObject({ campaign: 'dang-mo', status: 'provisional' })
    expect(digestOf(scores)).toBe(scores.digest)
    expect(reply.headers).toMatchObject({ etag: `"${scores.digest}"`, 'cache-control': 'private, no-cache' })
  })

  test('what the caller has already is not sent again', async () => {
    const token = await tokenOf(await registerClient())
    const { etag } = (await pull('dang-mo', token)).headers
    const again = await pull('dang-mo', token, { 'if-none-match': String(etag) })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    expect((await pull('dang-mo', token, { 'if-none-match': '"cũ"' })).statusCode).toBe(200)
  })

  test('a draft is a conflict, an unknown campaign is not found', async () => {
    const token = await tokenOf(await registerClient())
    expect((await pull('nhap', token)).statusCode).toBe(409)
    expect((await pull('nhap', token)).json()).toMatchObject({ code: 'campaign-not-open' })
    expect((await pull('khong-co', token)).statusCode).toBe(404)
  })

  test('without a token, or with one that is altered, expired, unsigned or a staff session’s, nobody comes in', async () => {
    const token = await tokenOf(await registerClient())
    const { jwt } = system.app
    const expired = jwt.sign(
      { sub: 'x', aud: 'index', iat: Math.floor(Date.now() / 1000) - 3600 },
      { expiresIn: '15m' },
    )
    const staff = jwt.sign({ sid: 'x', sub: 'x', aud: 'staff' }, { expiresIn: '15m' })
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`
    const body = token.split('.').slice(0, 2).join('.')
    const forged = `${body}.${createHmac('sha256', 'một khóa khác').update(body).digest('base64url')}`
    for (const bad of [null, 'x', forged, expired, staff, unsigned]) {
      const reply = await pull('dang-mo', bad)
      expect([reply.statusCode, reply.json().code]).toEqual([401, 'token-invalid'])
      expect(reply.headers['www-authenticate']).toBe('Bearer')
    }
    const basic = await pull('dang-mo', null, { authorization: `Basic ${token}` })
    expect(basic.statusCode).toBe(401)
  })

  test('calls are limited per program', async () => {
    const token = await tokenOf(await registerClient())
    const other = await tokenOf(await registerClient())
    const statuses: number[] = []
    for (let call = 1; call <= 121; call++) statuses.push((await pull('dang-mo', token)).statusCode)
    expect(statuses.indexOf(429)).toBe(120)
    expect((await pull('dang-mo', other)).statusCode).toBe(200)
  })
})

test('a program that nobody allowed more may read, and neither bring in points nor download microdata', async () => {
  const authorization = `Bearer ${await tokenOf(await registerClient())}`
  const base = '/api/index/v1/campaigns/dang-mo'
  const calls = [
    { method: 'POST', url: `${base}/points?kind=appraised`, payload: { reason: 'thử nghiệm', points: {} } },
    ...['microdata.csv', 'codebook.sps', 'codebook.json'].map((file) => ({ method: 'GET', url: `${base}/${file}` })),
  ] as const
  for (const call of calls) {
    const reply = await system.app.inject({ ...call, headers: { authorization } })
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'scope-missing'])
  }
  expect((await system.app.inject({ url: `${base}/scores`, headers: { authorization } })).statusCode).toBe(200)
})

describe('the same scores for staff', () => {
  const scoresFor = async (role: 'officer' | 'auditor' | 'unit', path = 'scores') =>
    system.app.inject({ url: `/api/campaigns/dang-mo/${path}`, headers: await signInAs(system, role, 'p1') })

  test('officers and auditors read the very document that the program pulls', async () => {
    const pulled = (await pull('dang-mo', await tokenOf(await registerClient()))).json()
    expect((await scoresFor('officer')).json()).toEqual(pulled)
    expect((await scoresFor('auditor')).json()).toEqual(pulled)
  })

  test('a unit’s contact reads neither scores nor their account, and a bearer token opens neither', async () => {
    expect((await scoresFor('unit')).statusCode).toBe(403)
    expect((await scoresFor('unit', 'scores/p1')).statusCode).toBe(403)
    const headers = { authorization: `Bearer ${await tokenOf(await registerClient())}` }
    expect((await system.app.inject({ url: '/api/campaigns/dang-mo/scores', headers })).statusCode).toBe(401)
  })

  test('each figure of a unit is accounted for', async () => {
    const reply = await scoresFor('officer', 'scores/p1')
    expect(reply.statusCode).toBe(200)
    expect(reply.json().criteria[0]).toMatchObject({
      points: 1.5,
      exact: '3/2',
      formula: '2 × (0×1 + 8×0,75 + 0×0,5 + 0×0,25 + 0×0) ÷ 8 = 1,5',
    })
    expect((await scoresFor('officer', 'scores/p9')).statusCode).toBe(404)
  })
})

test('OpenAPI lists both calls with their shapes', async () => {
  const { paths } = (await system.app.inject('/api/openapi.json')).json()
  const scores = paths['/api/index/v1/campaigns/{code}/scores'].get
  expect(scores.security).toEqual([{ bearer: [] }])
  expect(JSON.stringify(scores.responses['200'])).toContain('"digest"')
  expect(paths['/api/index/token'].post.requestBody).toBeDefined()
})
