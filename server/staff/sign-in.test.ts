/** Sessions: opening one with a password, what it is worth, and the lock after failures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type Credentials, cookieOf, createAccount, PASSWORD, postSession, signInAs } from '../test/staff.ts'
import { verdict } from '../test/verdict.ts'
import { ensureAdmin } from './ensure-admin.ts'

const HOUR = 60 * 60_000
let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const signIn = (email: string, credentials?: Credentials) => postSession(system.app, email, credentials)
const whoAmI = (cookie: string) => system.app.inject({ url: '/api/session', headers: { cookie } })

describe('sessions', () => {
  test('the right password opens a session in a cookie that scripts and other sites cannot use', async () => {
    const email = await createAccount(system.deps, 'officer')
    const reply = await signIn(email)
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ staff: { email, role: 'officer' }, csrfToken: expect.stringMatching(/^[\w-]{43}$/) })
    expect(reply.cookies).toEqual([
      expect.objectContaining({
        name: 'phieu_session',
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: 12 * 3600,
      }),
    ])
    const again = await whoAmI(cookieOf(reply))
    expect(again.json()).toEqual(reply.json())
  })

  test('a refusal takes as long for an address that has an account as for one that has none', async () => {
    const email = await createAccount(system.deps, 'officer')
    const timeOf = async (address: string) => {
      const began = performance.now()
      await signIn(address, { password: 'sai' })
      return performance.now() - began
    }
    for (const address of [email, 'khong-co@so.example']) expect(await timeOf(address)).toBeGreaterThan(95)
  })

  test('a session keeps words for its browser and a shortened address, and when it was seen, once a minute', async () => {
    const email = await createAccount(system.deps, 'officer')
    const reply = await system.app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: '203.0.113.77',
      headers: {
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
      },
      payload: { email, password: PASSWORD },
    })
    const read = async () =>
      (
        await system.deps.db.$client`
          SELECT s.device, s.address, s.last_seen_at AS seen, s.xmin::text AS version FROM staff.sessions s
          JOIN staff.accounts a ON a.id = s.account_id WHERE a.email = ${email}`
      )[0]!
    const first = await read()
    expect(first).toMatchObject({ device: 'Chrome trên Windows', address: '203.0.113…' })
    expect(Date.parse(first.seen) % 60_000).toBe(0)
    await whoAmI(cookieOf(reply))
    system.clock.move(60_000)
    await Promise.all([1, 2, 3].map(() => whoAmI(cookieOf(reply))))
    const second = await read()
    expect(Date.parse(second.seen) - Date.parse(first.seen)).toBe(60_000)
    await whoAmI(cookieOf(reply))
    expect((await read()).version).toBe(second.version)
    system.clock.move(-60_000)
  })

  test('the cookie’s token names the session only, and ends with it', async () => {
    const { cookie } = await signInAs(system, 'officer')
    const claims = JSON.parse(Buffer.from(cookie.split('=')[1]!.split('.')[1]!, 'base64url').toString())
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'sid'])
    expect(claims.exp - claims.iat).toBe(12 * 3600)
  })

  test('an address is the same in any case', async () => {
    const email = await createAccount(system.deps, 'officer', { email: 'Can.Bo@So.example' })
    expect((await signIn('CAN.BO@so.EXAMPLE')).statusCode).toBe(200)
    expect((await signIn(email)).statusCode).toBe(200)
  })

  test('a wrong password and an unknown address get the same answer', async () => {
    const email = await createAccount(system.deps, 'officer')
    const [wrong, unknown] = [await signIn(email, { password: 'sai' }), await signIn('khong-co@so.example')]
    expect(verdict(wrong)).toEqual([401, 'wrong-credentials'])
    expect(unknown.json()).toEqual(wrong.json())
    expect([wrong.cookies, unknown.cookies]).toEqual([[], []])
  })

  test('signing out ends the session itself, not only the cookie', async () => {
    const { cookie, ...csrf } = await signInAs(system, 'officer')
    const signOut = (headers: object) =>
      system.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, ...headers } })
    expect(verdict(await signOut({})), 'another site cannot sign anybody out').toEqual([403, 'csrf-invalid'])
    expect((await whoAmI(cookie)).statusCode).toBe(200)
    expect((await signOut(csrf)).statusCode).toBe(204)
    expect(verdict(await whoAmI(cookie))).toEqual([401, 'sign-in-required'])
  })

  test('a session ends after twelve hours, and an altered or foreign cookie opens nothing', async () => {
    const { cookie } = await signInAs(system, 'officer')
    const altered = cookie.slice(0, -3) + (cookie.endsWith('AAA') ? 'BBB' : 'AAA')
    const index = system.app.jwt.sign({ sub: 'program', aud: 'index' })
    const sid = JSON.parse(Buffer.from(cookie.split('.')[1]!, 'base64url').toString()).sid
    const elsewhere = system.app.jwt.sign({ sid, aud: 'index' })
    for (const bad of [altered, `phieu_session=${index}`, `phieu_session=${elsewhere}`, 'phieu_session=', '']) {
      expect(verdict(await whoAmI(bad))).toEqual([401, 'sign-in-required'])
    }
    system.clock.move(12 * HOUR - 60_000)
    expect((await whoAmI(cookie)).statusCode).toBe(200)
    system.clock.move(2 * 60_000)
    expect(verdict(await whoAmI(cookie))).toEqual([401, 'sign-in-required'])
    system.clock.move(-12 * HOUR - 60_000)
  })

  test('guessing from one address is slowed down', async () => {
    const from = '192.0.2.7'
    const guess = async (at: number) => verdict(await signIn(`ai-do-${at}@so.example`, { password: 'sai', from }))
    for (let at = 0; at < 30; at += 1) expect(await guess(at)).toEqual([401, 'wrong-credentials'])
    expect(await guess(30)).toEqual([429, 'too-many-requests'])
    expect(verdict(await signIn('ai-do@so.example', { password: 'sai' }))).toEqual([401, 'wrong-credentials'])
  })
})

describe('lock-out', () => {
  const guess = (email: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => signIn(email, { password: 'sai' })))

  test('five wrong passwords lock the account for a quarter of an hour, also for the right one', async () => {
    const email = await createAccount(system.deps, 'officer')
    await guess(email, 4)
    expect((await signIn(email, { password: 'sai' })).json().code).toBe('wrong-credentials')
    expect(verdict(await signIn(email))).toEqual([401, 'wrong-credentials'])
    system.clock.move(14 * 60_000)
    expect(verdict(await signIn(email))).toEqual([401, 'wrong-credentials'])
    system.clock.move(2 * 60_000)
    expect((await signIn(email)).statusCode).toBe(200)
    system.clock.move(-16 * 60_000)
  })

  test('nobody learns of the lock, and so not whether a guess was right, at every door that takes a password', async () => {
    const email = await createAccount(system.deps, 'officer')
    await guess(email, 5)
    const enroll = (password: string) => {
      const payload = { email, password }
      return system.app.inject({
        method: 'POST',
        url: '/api/session/second-factor',
        remoteAddress: '198.51.100.2',
        payload,
      })
    }
    const unknown = (await signIn('khong-co@so.example')).json()
    for (const reply of [await signIn(email, { password: 'sai' }), await enroll('sai'), await enroll(PASSWORD)])
      expect(reply.json()).toEqual(unknown)
    expect((await signIn(email)).json()).toEqual(unknown)
    // Guesses while it is locked do not make the lock longer.
    system.clock.move(10 * 60_000)
    await guess(email, 5)
    system.clock.move(6 * 60_000)
    expect((await signIn(email)).statusCode).toBe(200)
    system.clock.move(-16 * 60_000)
  })

  test('many guesses at once lock as well', async () => {
    const email = await createAccount(system.deps, 'officer')
    await guess(email, 8)
    expect(verdict(await signIn(email))).toEqual([401, 'wrong-credentials'])
  })

  test('a right password in between begins the count anew, and others’ accounts are not touched', async () => {
    const [email, other] = [await createAccount(system.deps, 'officer'), await createAccount(system.deps, 'officer')]
    for (let round = 0; round < 3; round += 1) {
      await guess(email, 4)
      expect((await signIn(email)).statusCode).toBe(200)
    }
    await guess(email, 5)
    expect((await signIn(other)).statusCode).toBe(200)
  })
})

test('the first administrator is made once, and an account that exists is left as it is', async () => {
  const email = 'quan.tri@so.example'
  await ensureAdmin(system.deps, { email, password: PASSWORD })
  await ensureAdmin(system.deps, { email, password: 'một mật khẩu khác' })
  expect((await signIn(email)).json().staff).toEqual({ email, role: 'admin' })
  expect((await signIn(email, { password: 'một mật khẩu khác' })).statusCode).toBe(401)
})

test('the audit log can only grow', async () => {
  await signInAs(system, 'officer')
  const { $client } = system.deps.db
  for (const change of [
    `UPDATE staff.audit SET actor = 'x'`,
    'DELETE FROM staff.audit',
    'TRUNCATE staff.audit CASCADE',
  ]) {
    await expect($client.unsafe(change)).rejects.toThrow('append-only')
  }
  expect((await $client`SELECT count(*)::int AS entries FROM staff.audit`)[0]!.entries).toBeGreaterThan(0)
})
