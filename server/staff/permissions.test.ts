/** CONTRACT "Staff": who may make which call. */
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import type { Role } from './permissions.ts'
import { ALL, CALLS, type Call, NOT_FOR_STAFF, pathOf } from './staff-calls.fixture.ts'

let system: TestSystem
const headers = new Map<Role, SignedIn>()
/** Of another session. */
let otherToken: string
beforeAll(async () => {
  system = await startTestSystem()
  for (const role of ALL) headers.set(role, await signInAs(system, role, role === 'unit' ? 'HT' : null))
  otherToken = (await signInAs(system, 'admin'))['x-csrf-token']
})
afterAll(() => system.stop())

const call = ({ url, method, payload }: Call, sent: Record<string, string | undefined>) =>
  system.app.inject({ url, method: method ?? 'GET', headers: sent, ...(payload ? { payload } : {}) } as InjectOptions)

describe.each(CALLS.map((one) => [`${one.method ?? 'GET'} ${one.url}`, one] as const))('%s', (_, one) => {
  test('is closed to whoever is not signed in', async () => {
    const reply = await call(one, {})
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'sign-in-required'])
  })

  test.each(ALL)(`answers %s as the table says`, async (role) => {
    const reply = await call(one, headers.get(role)!)
    // Names, addresses and links are kept by no browser and no proxy; points may be asked about again.
    expect(reply.headers['cache-control']).toMatch(
      one.url.includes('/scores') ? /no-store|^private, no-cache$/ : /no-store/,
    )
    if (one.roles.includes(role)) expect([401, 403, 500]).not.toContain(reply.statusCode)
    else expect([reply.statusCode, reply.json().code]).toEqual([403, 'forbidden'])
  })
})

describe.each(CALLS.filter(({ method }) => method).map((one) => [`${one.method} ${one.url}`, one] as const))(
  '%s',
  (_, one) => {
    test('needs the session’s own CSRF token', async () => {
      const { cookie } = headers.get('admin')!
      for (const sent of [{ cookie }, { cookie, 'x-csrf-token': '' }, { cookie, 'x-csrf-token': otherToken }]) {
        const reply = await call(one, sent)
        expect([reply.statusCode, reply.json().code]).toEqual([403, 'csrf-invalid'])
      }
    })
  },
)

test('every published call is in the table or known to be for others', async () => {
  const { paths } = (await system.app.inject({ url: '/api/openapi.json' })).json()
  const published = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const known = new Set([...CALLS.map(({ method, url }) => `${method ?? 'GET'} ${pathOf(url)}`), ...NOT_FOR_STAFF])
  expect(published.filter((one) => !known.has(one))).toEqual([])
})
