import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'

let system: TestSystem
let headers: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  headers = await signInAs(system, 'admin')
  const payload = { definition: 'example-commune', code: 'nam-khong' }
  await system.app.inject({ method: 'POST', url: '/api/campaigns', headers, payload })
})
afterAll(() => system.stop())

// PostgreSQL's text cannot hold U+0000, and says so with an error of its own.
const POISONED: [method: 'GET' | 'POST', url: string, payload?: object][] = [
  ['POST', '/api/index/token', { clientId: 'a\u0000b', clientSecret: 'x' }],
  ['POST', '/api/session', { email: 'a\u0000b@so.example', password: 'x' }],
  ['POST', '/api/campaigns', { definition: 'example-commune', code: 'moi', title: 'a\u0000b' }],
  ['POST', '/api/clients', { name: 'a\u0000b' }],
  ['GET', '/api/campaigns/%00'],
  ['GET', '/api/campaigns/%00/scores'],
  ['GET', '/api/campaigns/a%00b/progress'],
  ['GET', '/api/campaigns/%00/receipts'],
  ['GET', '/api/links/%00'],
  ['GET', '/dev/outbox?q=%00'],
]

test.each(POISONED)('%s %s with U+0000 is the caller’s mistake', async (method, url, payload) => {
  const reply = await system.app.inject({ method, url, headers, ...(payload && { payload }) })
  expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
})

// The year 0 is one for ISO 8601, and so for what reads our calls, and none for PostgreSQL.
const YEAR_0: [method: 'GET' | 'POST', url: string, payload?: object][] = [
  ['GET', '/api/audit?from=0000-01-01'],
  ['GET', '/api/audit?to=0000-12-31'],
  ['GET', '/api/audit/export.csv?from=0000-01-01'],
  [
    'POST',
    '/api/campaigns/nam-khong/privacy/requests',
    { kind: 'see', via: 'phone', receivedOn: '0000-01-05', person: null },
  ],
]

test.each(YEAR_0)('%s %s with a day of the year 0 is the caller’s mistake', async (method, url, payload) => {
  const reply = await system.app.inject({ method, url, headers, ...(payload && { payload }) })
  expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
})
