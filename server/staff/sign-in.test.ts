import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type Credentials, cookieOf, createAccount, PASSWORD, postSession, signInAs } from '../test/staff.ts'
import { ensureAdmin } from './ensure-admin.ts'
import { findAccount, setTotpSecret } from './queries.ts'

const HOUR = 60 * 60_000
let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const verdict = (reply: { statusCode: number; json(): { code?: string } }) => [reply.statusCode, reply.json().code]
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

describe('second factor', () => {
  const enroll = (email: string, password = PASSWORD) =>
    system.app.inject({
      method: 'POST',
      url: '/api/session/second-factor',
      remoteAddress: '198.51.100.1',
      payload: { email, password },
    })
  const codeAt = (secret: string, secondsAgo = 0) =>
    generate({ secret, epoch: Math.floor(system.clock.now().getTime() / 1000) - secondsAgo })

  /** An account whose factor is confirmed, and a fresh step of the clock to go on with. */
  async function confirmed() {
    const email = await createAccount(system.deps, 'officer')
    const { secret } = (await enroll(email)).json()
    expect((await signIn(email, { code: await codeAt(secret) })).statusCode).toBe(200)
    // Well inside a step, so that none ends between making a code and sending it.
    system.clock.move(60_000 + 5_000 - (system.clock.now().getTime() % 30_000))
    return { email, secret }
  }

  test('enrolling shows the secret once, and the first code confirms it', async () => {
    const email = await createAccount(system.deps, 'officer')
    expect(verdict(await enroll(email, 'sai'))).toEqual([401, 'wrong-credentials'])
    const reply = await enroll(email)
    expect(reply.json().otpauthUri).toMatch(/^otpauth:\/\/totp\//)
    expect((await signIn(email)).statusCode, 'until confirmed it is not asked for').toBe(200)
    expect((await signIn(email, { code: await codeAt(reply.json().secret) })).statusCode).toBe(200)
    expect(verdict(await signIn(email))).toEqual([401, 'code-required'])
    expect(verdict(await enroll(email))).toEqual([409, 'second-factor-exists'])
    const rows = await system.deps.db
      .$client`SELECT sealed_totp_secret AS sealed FROM staff.accounts WHERE email = ${email}`
    expect(rows[0]!.sealed.includes(Buffer.from(reply.json().secret))).toBe(false)
  })

  test('enrolling cannot overwrite a confirmed factor, also when it was confirmed only just now', async () => {
    const { email, secret } = await confirmed()
    expect(verdict(await enroll(email))).toEqual([409, 'second-factor-exists'])
    const account = await findAccount(system.deps.db, email)
    expect(await setTotpSecret(system.deps.db, account!.id, Buffer.alloc(60))).toBe(false)
    expect((await signIn(email, { code: await codeAt(secret) })).statusCode).toBe(200)
  })

  test('without a code, with a wrong one, or with an old one nobody gets in', async () => {
    const { email, secret } = await confirmed()
    expect(verdict(await signIn(email))).toEqual([401, 'code-required'])
    const right = await codeAt(secret)
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
    expect(verdict(await signIn(email, { code: wrong }))).toEqual([401, 'wrong-credentials'])
    expect(verdict(await signIn(email, { code: await codeAt(secret, 120) }))).toEqual([401, 'wrong-credentials'])
    expect(verdict(await signIn(email, { code: right, password: 'sai' }))).toEqual([401, 'wrong-credentials'])
    expect((await signIn(email, { code: right })).statusCode).toBe(200)
  })

  test('a code works once, also at two doors at the same moment, and none older than the last one', async () => {
    const { email, secret } = await confirmed()
    const [before, code] = [await codeAt(secret, 30), await codeAt(secret)]
    const replies = await Promise.all([1, 2, 3].map(() => signIn(email, { code })))
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(verdict(await signIn(email, { code }))).toEqual([401, 'wrong-credentials'])
    expect(verdict(await signIn(email, { code: before }))).toEqual([401, 'wrong-credentials'])
  })

  test('a clock that is half a minute late is forgiven', async () => {
    const { email, secret } = await confirmed()
    expect((await signIn(email, { code: await codeAt(secret, 30) })).statusCode).toBe(200)
  })

  test('guessing codes locks the account like guessing passwords', async () => {
    const { email, secret } = await confirmed()
    const right = Number(await codeAt(secret))
    for (let at = 1; at <= 5; at += 1) await signIn(email, { code: String((right + at) % 1_000_000).padStart(6, '0') })
    expect(verdict(await signIn(email, { code: await codeAt(secret) }))).toEqual([401, 'wrong-credentials'])
  })
})

describe('recovery codes', () => {
  /** An officer with a second factor and ten codes, as the account's page gives them. */
  async function recoverable() {
    const email = await createAccount(system.deps, 'officer')
    const headers = cookieAndCsrf(await signIn(email))
    const begun = await system.app.inject({
      ...{ method: 'POST', url: '/api/account/second-factor', headers },
      payload: { password: PASSWORD },
    })
    const { secret, ticket } = begun.json()
    const code = await generate({ secret, epoch: Math.floor(system.clock.now().getTime() / 1000) })
    const confirmed = await system.app.inject({
      ...{ method: 'POST', url: '/api/account/second-factor/confirm', headers },
      payload: { ticket, code },
    })
    return { email, code, codes: confirmed.json().recoveryCodes as string[] }
  }
  const cookieAndCsrf = (reply: Awaited<ReturnType<typeof signIn>>) => ({
    cookie: cookieOf(reply),
    'x-csrf-token': reply.json().csrfToken,
  })

  test('one stands in for the telephone, once, however it is typed', async () => {
    const { email, codes } = await recoverable()
    expect(codes).toHaveLength(10)
    expect(verdict(await signIn(email))).toEqual([401, 'code-required'])
    expect((await signIn(email, { code: codes[0]! })).statusCode).toBe(200)
    expect(verdict(await signIn(email, { code: codes[0]! }))).toEqual([401, 'wrong-credentials'])
    const careless = codes[1]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect((await signIn(email, { code: careless })).statusCode).toBe(200)
    expect(verdict(await signIn(email, { code: codes[2]!, password: 'sai' }))).toEqual([401, 'wrong-credentials'])
    expect((await signIn(email, { code: codes[2]! })).statusCode).toBe(200)
  })

  test('of several uses of one at the same moment one wins', async () => {
    const { email, codes } = await recoverable()
    const replies = await Promise.all([1, 2, 3, 4].map(() => signIn(email, { code: codes[0]! })))
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  test('are of one account, count as guesses when wrong, and lie in the database as hashes', async () => {
    const [one, other] = [await recoverable(), await recoverable()]
    for (let at = 0; at < 5; at += 1)
      expect(verdict(await signIn(one.email, { code: other.codes[at]! }))).toEqual([401, 'wrong-credentials'])
    expect(verdict(await signIn(one.email, { code: one.codes[0]! })), 'it is locked').toEqual([
      401,
      'wrong-credentials',
    ])
    expect((await signIn(other.email, { code: other.codes[0]! })).statusCode).toBe(200)
    const rows = await system.deps.db.$client`SELECT * FROM staff.recovery_codes`
    const kept = JSON.stringify(rows.map((row) => row.code_hash.toString('latin1')))
    for (const code of [...one.codes, ...other.codes]) {
      expect(kept).not.toContain(code)
      expect(kept).not.toContain(code.replaceAll('-', ''))
    }
  })

  test('the code that confirmed a factor does not sign in as well', async () => {
    const { email, code } = await recoverable()
    expect(verdict(await signIn(email, { code }))).toEqual([401, 'wrong-credentials'])
  })
})

describe('production', () => {
  let production: TestSystem
  beforeAll(async () => {
    production = await startTestSystem({ NODE_ENV: 'production', PUBLIC_URL: 'https://phieu.example' })
  })
  afterAll(() => production.stop())

  test('administrators need a second factor, others may have one, and the cookie goes over HTTPS only', async () => {
    const [admin, officer] = [
      await createAccount(production.deps, 'admin'),
      await createAccount(production.deps, 'officer'),
    ]
    expect(verdict(await postSession(production.app, admin))).toEqual([401, 'second-factor-required'])
    const payload = { email: admin, password: PASSWORD }
    const enrolled = await production.app.inject({ method: 'POST', url: '/api/session/second-factor', payload })
    expect(verdict(await postSession(production.app, admin))).toEqual([401, 'second-factor-required'])
    const code = await generate({ secret: enrolled.json().secret })
    const replies = [await postSession(production.app, admin, { code }), await postSession(production.app, officer)]
    for (const reply of replies) {
      expect(reply.statusCode).toBe(200)
      expect(reply.cookies[0]).toMatchObject({ secure: true })
    }
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
