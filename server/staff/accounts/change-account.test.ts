/** What administrators do to accounts, and what nobody can. */
import { generate } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOpenCampaign } from '../../test/campaign.ts'
import { type LiveConsole, openLiveConsole } from '../../test/live-console.ts'
import { createAccount, postSession, type SignedIn } from '../../test/staff.ts'
import { verdict } from '../../test/verdict.ts'
import { type Office, startOffice } from '../office.fixture.ts'

type Person = SignedIn & { id: string; email: string }
let office: Office
let admin: Person
beforeAll(async () => {
  office = await startOffice()
  admin = await office.enter('admin')
})
afterAll(() => office?.stop())
beforeEach(() => office.audited())

const act = (by: SignedIn, id: string, name: string, payload?: object) =>
  office.call(by, 'POST', `/api/accounts/${id}/${name}`, payload)
const accounts = async (by: SignedIn = admin) =>
  (await office.call(by, 'GET', '/api/accounts')).json() as { id: string }[]
const accountOf = async (id: string) => (await accounts()).find((one) => one.id === id)
const signedIn = async (who: SignedIn) => (await office.call(who, 'GET', '/api/session')).statusCode === 200

describe('the list', () => {
  test('shows roles, units, locks, second factors and sessions, and who asks; no hash and no secret', async () => {
    const units = (await office.call(admin, 'GET', '/api/accounts/units')).json() as { code: string; name: string }[]
    const contact = await office.enter('unit', units[0]!.code)
    await postSession(office.system.app, contact.email)
    const locked = await createAccount(office.system.deps, 'auditor')
    for (let at = 0; at < 5; at += 1) await postSession(office.system.app, locked, { password: 'sai' })
    expect(await accountOf(contact.id)).toMatchObject({
      ...{ email: contact.email, role: 'unit', unit: units[0], state: 'active', sessions: 2, self: false },
      ...{ secondFactor: false, lockedUntil: null, lastSeenAt: expect.stringMatching(/:00\.000Z$/) },
    })
    expect(await accountOf(await office.idOf(locked))).toMatchObject({
      state: 'locked',
      lockedUntil: expect.any(String),
    })
    expect(await accountOf(admin.id)).toMatchObject({ self: true, sessions: 1 })
    const { body } = await office.call(admin, 'GET', '/api/accounts')
    for (const secret of ['argon2', 'password', 'totp', 'Secret']) expect(body).not.toContain(secret)
  })
})

describe('a change', () => {
  test('of role ends the sessions, and says before and after in the log', async () => {
    const person = await office.enter('auditor')
    expect((await act(admin, person.id, 'role', { role: 'officer' })).statusCode).toBe(204)
    expect(await signedIn(person)).toBe(false)
    expect(await accountOf(person.id)).toMatchObject({ role: 'officer', sessions: 0 })
    const log = await office.audited()
    expect(log.at(-1)).toEqual({
      actor: admin.email,
      action: 'account.role',
      details: {
        account: person.id,
        before: { role: 'auditor', unit: null },
        after: { role: 'officer', unit: null },
        sessionsEnded: 1,
      },
    })
    expect(JSON.stringify(log.at(-1)!.details)).not.toContain(person.email)
  })

  test('of role to the one it is changes nothing and ends nothing', async () => {
    const person = await office.enter('auditor')
    expect((await act(admin, person.id, 'role', { role: 'auditor' })).statusCode).toBe(204)
    expect(await signedIn(person)).toBe(true)
    expect(await office.audited()).toHaveLength(1)
  })

  test('to contact of a unit needs a unit that exists', async () => {
    const person = await office.enter('auditor')
    expect(verdict(await act(admin, person.id, 'role', { role: 'unit' }))).toEqual([400, 'invalid-request'])
    expect(verdict(await act(admin, person.id, 'role', { role: 'unit', unit: 'KHONG' }))).toEqual([422, 'unit-unknown'])
    expect(await signedIn(person)).toBe(true)
  })

  test('that closes an account ends its sessions and lets nobody in, in words that do not say so', async () => {
    const person = await office.enter('officer')
    expect((await act(admin, person.id, 'disable')).statusCode).toBe(204)
    expect(await signedIn(person)).toBe(false)
    expect(verdict(await postSession(office.system.app, person.email))).toEqual([401, 'wrong-credentials'])
    expect(await accountOf(person.id)).toMatchObject({ state: 'disabled', sessions: 0 })
    expect((await act(admin, person.id, 'enable')).statusCode).toBe(204)
    expect((await postSession(office.system.app, person.email)).statusCode).toBe(200)
  })

  test('of a lock lets the right password in again at once', async () => {
    const email = await createAccount(office.system.deps, 'officer')
    for (let at = 0; at < 5; at += 1) await postSession(office.system.app, email, { password: 'sai' })
    expect((await postSession(office.system.app, email)).statusCode).toBe(401)
    expect((await act(admin, await office.idOf(email), 'unlock')).statusCode).toBe(204)
    expect((await postSession(office.system.app, email)).statusCode).toBe(200)
  })

  test('signs a person out everywhere', async () => {
    const person = await office.enter('officer')
    expect((await act(admin, person.id, 'sign-out')).statusCode).toBe(204)
    expect(await signedIn(person)).toBe(false)
    expect(await signedIn(admin)).toBe(true)
  })

  test('to an account that is none is not found', async () => {
    for (const name of ['disable', 'enable', 'unlock', 'sign-out'])
      expect(verdict(await act(admin, 'khong-co', name))).toEqual([404, 'account-unknown'])
    expect(verdict(await act(admin, 'khong-co', 'role', { role: 'officer' }))).toEqual([404, 'account-unknown'])
  })

  test('that ends a session while somebody signs in with the old rights leaves no session behind', async () => {
    const { db } = office.system.deps
    for (let round = 0; round < 8; round += 1) {
      const email = await createAccount(office.system.deps, 'officer')
      const id = await office.idOf(email)
      await Promise.all([postSession(office.system.app, email), act(admin, id, 'disable')])
      const rows = await db.$client`SELECT 1 FROM staff.sessions WHERE account_id = ${id}`
      expect(rows).toHaveLength(0)
    }
  })

  test('of a password, while somebody signs in with the one before, lets no session in', async () => {
    const { $client: sql } = office.system.deps.db
    const email = await createAccount(office.system.deps, 'officer')
    const { signing } = await sql.begin(async (tx) => {
      await tx`UPDATE staff.accounts SET password_hash = 'another' WHERE email = ${email}`
      const signing = postSession(office.system.app, email)
      const waiting = () => sql`
        SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
      await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(1)
      return { signing }
    })
    expect(verdict(await signing)).toEqual([401, 'wrong-credentials'])
    expect(await sql`SELECT 1 FROM staff.sessions WHERE account_id = ${await office.idOf(email)}`).toEqual([])
  })
})

describe('administrators', () => {
  /** An office with no other administrator. */
  let lone: Office
  beforeAll(async () => {
    lone = await startOffice()
  })
  afterAll(() => lone?.stop())

  test('do not close, demote or sign out themselves', async () => {
    for (const name of ['disable', 'sign-out'])
      expect(verdict(await act(admin, admin.id, name))).toEqual([409, 'own-account'])
    expect(verdict(await act(admin, admin.id, 'role', { role: 'auditor' }))).toEqual([409, 'own-account'])
  })

  test('who take each other’s rights away at once: one stays, whatever they do', async () => {
    for (const [name, payload] of [
      ['role', { role: 'officer' }],
      ['disable', undefined],
    ] as const) {
      const people = await Promise.all([lone.enter('admin'), lone.enter('admin'), lone.enter('admin')])
      const replies = await Promise.all(
        people.map((by, at) => lone.call(by, 'POST', `/api/accounts/${people[(at + 1) % 3]!.id}/${name}`, payload)),
      )
      const left = await lone.system.deps.db.$client`
          SELECT id FROM staff.accounts WHERE role = 'admin' AND disabled_at IS NULL`
      expect(left.length).toBeGreaterThan(0)
      expect(replies.filter(({ statusCode }) => statusCode === 204)).toHaveLength(3 - left.length)
      // The next round begins with nobody of this one.
      await lone.system.deps.db.$client`DELETE FROM staff.accounts`
    }
  })

  test('cannot be lost by taking the rights of the only one left', async () => {
    const [one, other] = [await lone.enter('admin'), await lone.enter('admin')]
    expect((await lone.call(one, 'POST', `/api/accounts/${other.id}/disable`)).statusCode).toBe(204)
    await lone.system.deps.db
      .$client`UPDATE staff.accounts SET disabled_at = NULL, role = 'officer' WHERE id = ${one.id}`
    await lone.system.deps.db.$client`UPDATE staff.accounts SET disabled_at = NULL WHERE id = ${other.id}`
    const reply = await lone.call(one, 'POST', `/api/accounts/${other.id}/disable`)
    expect(verdict(reply), 'whoever is no administrator any more').toEqual([403, 'forbidden'])
  })
})

describe('the live events', () => {
  let origin: string
  let code: string
  beforeAll(async () => {
    origin = await office.system.app.listen({ port: 0, host: '127.0.0.1' })
    code = (await createOpenCampaign(office.system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })).code
  })
  const watch = (who: SignedIn): Promise<LiveConsole> => openLiveConsole(origin, code, who.cookie)

  test.each<[string, (person: Person) => Promise<{ statusCode: number }>]>([
    ['its account is closed', (person) => act(admin, person.id, 'disable')],
    ['its role changes', (person) => act(admin, person.id, 'role', { role: 'officer' })],
    ['an administrator signs it out', (person) => act(admin, person.id, 'sign-out')],
    [
      'its owner signs out',
      (person) => office.call(person, 'DELETE', '/api/session') as Promise<{ statusCode: number }>,
    ],
  ])('of a session end at once when %s, and nobody else’s do', async (_, end) => {
    const person = await office.enter('auditor')
    const [theirs, mine] = [await watch(person), await watch(admin)]
    let mineEnded = false
    void mine.ended.then(() => {
      mineEnded = true
    })
    const began = performance.now()
    expect((await end(person)).statusCode).toBe(204)
    await theirs.ended
    expect(performance.now() - began, 'well before the next heartbeat').toBeLessThan(5_000)
    expect(mineEnded).toBe(false)
    await mine.close()
  })
})

test('a person who loses the telephone uses up recovery codes, and an administrator’s reset begins anew', async () => {
  const person = await office.enter('officer')
  const password = { password: 'mật khẩu để thử nghiệm' }
  const { secret, ticket } = (await office.call(person, 'POST', '/api/account/second-factor', password)).json()
  const code = await generate({ secret, epoch: Math.floor(office.system.clock.now().getTime() / 1000) })
  const { recoveryCodes } = (
    await office.call(person, 'POST', '/api/account/second-factor/confirm', { ticket, code })
  ).json()
  await postSession(office.system.app, person.email, { code: recoveryCodes[0] })
  expect((await office.audited()).at(-1)).toMatchObject({
    action: 'session.open',
    details: { by: 'recovery-code', codesLeft: 9 },
  })
})
