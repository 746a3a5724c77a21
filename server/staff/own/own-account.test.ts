/** What everybody does with their own account, and nobody with another's. */
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOpenCampaign } from '../../test/campaign.ts'
import { openLiveConsole } from '../../test/live-console.ts'
import { cookieOf, PASSWORD, postSession, type SignedIn } from '../../test/staff.ts'
import { verdict } from '../../test/verdict.ts'
import { type Office, startOffice } from '../office.fixture.ts'

const NEXT = 'sương sớm trên đỉnh đèo'
let office: Office
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office?.stop())

const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(office.system.clock.now().getTime() / 1000) })
const changePassword = (by: SignedIn, current: string, next: string) =>
  office.call(by, 'POST', '/api/account/password', { current, next })
const signIn = (email: string, password: string) => postSession(office.system.app, email, { password })
const sessions = async (by: SignedIn) =>
  (await office.call(by, 'GET', '/api/account/sessions')).json() as { id: string; current: boolean }[]
async function enterAgain(email: string): Promise<SignedIn> {
  const reply = await postSession(office.system.app, email)
  return { cookie: cookieOf(reply), 'x-csrf-token': reply.json().csrfToken }
}

describe('a password', () => {
  test('is changed by whoever knows it; this session goes on, all others end', async () => {
    const person = await office.enter('unit', 'AB')
    const elsewhere = await enterAgain(person.email)
    expect((await changePassword(person, PASSWORD, NEXT)).json()).toEqual({ sessionsEnded: 1 })
    expect((await office.call(person, 'GET', '/api/account')).statusCode).toBe(200)
    expect(verdict(await office.call(elsewhere, 'GET', '/api/account'))).toEqual([401, 'sign-in-required'])
    expect((await signIn(person.email, NEXT)).statusCode).toBe(200)
    expect((await signIn(person.email, PASSWORD)).statusCode).toBe(401)
    expect((await signIn(person.email, NEXT.normalize('NFD'))).statusCode, 'typed on another keyboard').toBe(200)
  })

  test('is not changed without the present one, and guesses at it lock the account', async () => {
    const person = await office.enter('officer')
    for (let at = 0; at < 5; at += 1)
      expect(verdict(await changePassword(person, 'sai', NEXT))).toEqual([422, 'password-wrong'])
    expect(verdict(await changePassword(person, PASSWORD, NEXT)), 'now locked').toEqual([422, 'password-wrong'])
    expect((await signIn(person.email, PASSWORD)).statusCode).toBe(401)
  })

  test('must be long enough, not one’s address, not common and not the same', async () => {
    const person = await office.enter('officer')
    for (const [next, problem] of [
      ['ngắn quá', 'short'],
      [person.email, 'address'],
      ['matkhau123456', 'common'],
    ]) {
      const reply = await changePassword(person, PASSWORD, next!)
      expect([...verdict(reply), reply.json().details]).toEqual([422, 'password-weak', { problem }])
    }
    expect(verdict(await changePassword(person, PASSWORD, PASSWORD))).toEqual([422, 'password-same'])
    expect((await signIn(person.email, PASSWORD)).statusCode).toBe(200)
  })

  test('changed twice at the same moment is changed once', async () => {
    const person = await office.enter('officer')
    const replies = await Promise.all([1, 2, 3].map((n) => changePassword(person, PASSWORD, `${NEXT} ${n}`)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422, 422])
  })
})

describe('a name', () => {
  const change = (by: SignedIn, name: unknown) => office.call(by, 'PUT', '/api/account/name', { name })

  test('is given by oneself, trimmed, and stands in the list of accounts', async () => {
    const [person, admin] = [await office.enter('officer'), await office.enter('admin')]
    expect((await change(person, '  Lò Thị Ánh ')).statusCode).toBe(204)
    expect((await change(person, 'Lò Thị Ánh')).statusCode, 'the same again').toBe(204)
    expect((await office.call(person, 'GET', '/api/account')).json().name).toBe('Lò Thị Ánh')
    const listed = (await office.call(admin, 'GET', '/api/accounts')).json() as { email: string; name: string }[]
    expect(listed.find(({ email }) => email === person.email)!.name).toBe('Lò Thị Ánh')
    const { $client: sql } = office.system.deps.db
    expect(
      await sql`SELECT details FROM staff.audit WHERE actor = ${person.email} AND action = 'account.name'`,
    ).toEqual([{ details: {} }])
  })

  test.each(['', '  ', 'hai\ndòng', 'x'.repeat(101), null])('is not %j', async (name) => {
    expect((await change(await office.enter('auditor'), name)).statusCode).toBe(400)
  })
})

describe('sessions', () => {
  test('are listed with this one marked, without what their cookies hold', async () => {
    const person = await office.enter('officer')
    const other = await enterAgain(person.email)
    const [mine, theirs] = [await sessions(person), await sessions(other)]
    expect(mine.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => id).sort())
    expect(mine.filter(({ current }) => current)).toHaveLength(1)
    expect(mine.find(({ current }) => current)!.id).not.toBe(theirs.find(({ current }) => current)!.id)
    const { sid } = office.system.app.jwt.decode<{ sid: string }>(person.cookie.split('=')[1]!)!
    expect(JSON.stringify(mine)).not.toContain(sid)
  })

  test('can be ended from another device, and what it watched ends with it', async () => {
    const origin = await office.system.app.listen({ port: 0, host: '127.0.0.1' })
    const { code } = await createOpenCampaign(office.system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
    const person = await office.enter('officer')
    const lost = await enterAgain(person.email)
    const live = await openLiveConsole(origin, code, lost.cookie)
    const there = (await sessions(lost)).find(({ current }) => current)!
    const end = () => office.call(person, 'DELETE', `/api/account/sessions/${there.id}`)
    const replies = await Promise.all([end(), end()])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 404])
    await live.ended
    expect(verdict(await office.call(lost, 'GET', '/api/account'))).toEqual([401, 'sign-in-required'])
    expect((await sessions(person)).map(({ id }) => id)).not.toContain(there.id)
  })

  test('of another person cannot be ended, and are not found', async () => {
    const [person, other] = [await office.enter('admin'), await office.enter('officer')]
    const theirs = (await sessions(other))[0]!
    expect(verdict(await office.call(person, 'DELETE', `/api/account/sessions/${theirs.id}`))).toEqual([
      404,
      'session-unknown',
    ])
    expect((await office.call(other, 'GET', '/api/account')).statusCode).toBe(200)
  })
})

describe('a second factor', () => {
  const begin = (by: SignedIn, password = PASSWORD) =>
    office.call(by, 'POST', '/api/account/second-factor', { password })
  const confirm = (by: SignedIn, ticket: string, code: string) =>
    office.call(by, 'POST', '/api/account/second-factor/confirm', { ticket, code })

  test('counts only when a code has proved it, and then gives ten recovery codes once', async () => {
    const person = await office.enter('officer')
    expect(verdict(await begin(person, 'sai'))).toEqual([422, 'password-wrong'])
    const { secret, otpauthUri, ticket } = (await begin(person)).json()
    expect(otpauthUri).toMatch(/^otpauth:\/\/totp\//)
    expect((await signIn(person.email, PASSWORD)).statusCode, 'nothing has changed yet').toBe(200)
    const right = await codeOf(secret)
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
    expect(verdict(await confirm(person, ticket, wrong))).toEqual([422, 'code-wrong'])
    const { recoveryCodes } = (await confirm(person, ticket, right)).json()
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect((await office.call(person, 'GET', '/api/account')).json()).toMatchObject({
      secondFactor: true,
      recoveryCodes: 10,
    })
    expect(verdict(await signIn(person.email, PASSWORD))).toEqual([401, 'code-required'])
  })

  test('begun for one account, or a quarter of an hour ago, confirms nothing', async () => {
    const [person, other] = [await office.enter('officer'), await office.enter('officer')]
    const { secret, ticket } = (await begin(person)).json()
    expect(verdict(await confirm(other, ticket, await codeOf(secret)))).toEqual([422, 'ticket-ended'])
    office.system.clock.move(16 * 60_000)
    expect(verdict(await confirm(person, ticket, await codeOf(secret)))).toEqual([422, 'ticket-ended'])
    office.system.clock.move(-16 * 60_000)
    expect((await office.call(person, 'GET', '/api/account')).json()).toMatchObject({ secondFactor: false })
  })

  test('may be moved to another telephone, and the codes before open nothing', async () => {
    const person = await office.enter('officer')
    const first = (await begin(person)).json()
    const before = (await confirm(person, first.ticket, await codeOf(first.secret))).json().recoveryCodes
    const second = (await begin(person)).json()
    expect((await confirm(person, second.ticket, await codeOf(second.secret))).statusCode).toBe(200)
    const withOld = await postSession(office.system.app, person.email, { code: before[0] })
    expect(verdict(withOld)).toEqual([401, 'wrong-credentials'])
    office.system.clock.move(60_000)
    const withNew = await postSession(office.system.app, person.email, { code: await codeOf(second.secret) })
    expect(withNew.statusCode).toBe(200)
    office.system.clock.move(-60_000)
  })

  test('recovery codes are made anew with the password, where there is a factor', async () => {
    const person = await office.enter('officer')
    const renew = (password = PASSWORD) => office.call(person, 'POST', '/api/account/recovery-codes', { password })
    expect(verdict(await renew())).toEqual([409, 'second-factor-missing'])
    const { secret, ticket } = (await begin(person)).json()
    const before = (await confirm(person, ticket, await codeOf(secret))).json().recoveryCodes
    expect(verdict(await renew('sai'))).toEqual([422, 'password-wrong'])
    const { recoveryCodes } = (await renew()).json()
    expect(verdict(await postSession(office.system.app, person.email, { code: before[0] }))[0]).toBe(401)
    expect((await postSession(office.system.app, person.email, { code: recoveryCodes[0] })).statusCode).toBe(200)
  })
})
