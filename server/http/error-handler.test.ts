import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'

let system: TestSystem
let headers: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  headers = await signInAs(system, 'admin')
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
