/** What is asked for beside a password: the authenticator's codes, and the recovery codes that stand in for them. */
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type Credentials, cookieOf, createAccount, PASSWORD, postSession } from '../test/staff.ts'
import { verdict } from '../test/verdict.ts'
import { findAccount, setTotpSecret } from './queries.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const signIn = (email: string, credentials?: Credentials) => postSession(system.app, email, credentials)

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
