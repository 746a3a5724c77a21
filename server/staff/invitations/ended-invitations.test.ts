/** What ends an invitation before it is taken, and a reset, which is one to an account that exists. */
import { describe, expect, test } from 'vitest'
import { holdLock } from '../../test/held-lock.ts'
import { PASSWORD, postSession } from '../../test/staff.ts'
import { verdict } from '../../test/verdict.ts'
import { invitingOffice, newAddress } from './invitations.fixture.ts'

const world = invitingOffice()
const { invite, look, join, signIn, listed, waiting } = world

describe('an invitation', () => {
  test.each([
    ['demoted', 'role', { role: 'auditor' }],
    ['closed', 'disable', undefined],
  ] as const)('ends when whoever made it is %s, and is told of in the log', async (_, act, payload) => {
    const [other, joining, resetting] = [
      await world.office.enter('admin'),
      newAddress(),
      await world.office.enter('officer'),
    ]
    await world.office.call(other, 'POST', '/api/accounts', { email: joining, name: '', role: 'admin' })
    await world.office.call(other, 'POST', `/api/accounts/${resetting.id}/reset`)
    const tokens = [await world.office.mailedToken(joining), await world.office.mailedToken(resetting.email)]
    const kept = newAddress()
    await invite(kept)
    expect((await world.office.call(world.admin, 'POST', `/api/accounts/${other.id}/${act}`, payload)).statusCode).toBe(
      204,
    )
    for (const token of tokens) expect(verdict(await join(token))).toEqual([404, 'invitation-ended'])
    expect((await world.office.audited()).findLast(({ action }) => action.startsWith('account.'))).toMatchObject({
      ...{ actor: world.admin.email, action: `account.${act}`, details: { account: other.id, invitationsEnded: 2 } },
    })
    expect((await look(await world.office.mailedToken(kept))).statusCode, 'another’s stays').toBe(200)
  })

  test('by an administrator who is being demoted at that moment is not made', async () => {
    const [other, email] = [await world.office.enter('admin'), newAddress()]
    const { $client: sql } = world.office.system.deps.db
    const { inviting } = await sql.begin(async (tx) => {
      await tx`UPDATE staff.accounts SET role = 'auditor' WHERE id = ${other.id}`
      const inviting = world.office.call(other, 'POST', '/api/accounts', { email, name: '', role: 'admin' })
      await expect.poll(waiting, { timeout: 30_000 }).toBe(1)
      return { inviting }
    })
    expect(verdict(await inviting)).toEqual([403, 'forbidden'])
    expect((await listed()).map((one) => one.email)).not.toContain(email)
  })
})

describe('a reset', () => {
  test('changes nothing until its link is used; then password, second factor, lock and sessions are new', async () => {
    const person = await world.office.enter('officer')
    const sql = world.office.system.deps.db.$client
    await sql`UPDATE staff.accounts SET totp_confirmed = true, sealed_totp_secret = '\\x00' WHERE id = ${person.id}`
    await sql`INSERT INTO staff.recovery_codes (account_id, code_hash) VALUES (${person.id}, '\\x01')`
    const reply = await world.office.call(world.admin, 'POST', `/api/accounts/${person.id}/reset`)
    expect(reply.json()).toMatchObject({
      invitation: { kind: 'reset', email: person.email },
      mail: { outcome: 'sent' },
    })
    expect((await world.office.call(person, 'GET', '/api/account')).json()).toMatchObject({
      secondFactor: true,
      recoveryCodes: 1,
    })
    const token = await world.office.mailedToken(person.email)
    expect((await look(token)).json()).toMatchObject({ kind: 'reset', email: person.email })
    expect((await join(token)).statusCode).toBe(201)
    expect(verdict(await world.office.call(person, 'GET', '/api/account'))).toEqual([401, 'sign-in-required'])
    expect((await postSession(world.office.system.app, person.email, { password: PASSWORD })).statusCode).toBe(401)
    expect((await signIn(person.email)).statusCode).toBe(200)
    const left = await sql`SELECT 1 FROM staff.recovery_codes WHERE account_id = ${person.id}`
    expect(left).toHaveLength(0)
    expect((await world.office.audited()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.reset', 'account.reset-done']),
    )
  })

  test('is nothing for a closed account, and its link dies when the account is closed', async () => {
    const person = await world.office.enter('officer')
    await world.office.call(world.admin, 'POST', `/api/accounts/${person.id}/reset`)
    const token = await world.office.mailedToken(person.email)
    await world.office.call(world.admin, 'POST', `/api/accounts/${person.id}/disable`)
    expect(verdict(await join(token))).toEqual([404, 'invitation-ended'])
    expect(verdict(await world.office.call(world.admin, 'POST', `/api/accounts/${person.id}/reset`))).toEqual([
      409,
      'account-disabled',
    ])
    expect(verdict(await world.office.call(world.admin, 'POST', '/api/accounts/khong-co/reset'))).toEqual([
      404,
      'account-unknown',
    ])
  })

  test('taken while the account is being closed is refused, and the closing goes through', async () => {
    const person = await world.office.enter('officer')
    await world.office.call(world.admin, 'POST', `/api/accounts/${person.id}/reset`)
    const token = await world.office.mailedToken(person.email)
    const held = await holdLock(
      world.office.system.databaseUrl,
      `SELECT FROM staff.accounts WHERE id = '${person.id}' FOR UPDATE`,
    )
    const closing = world.office.call(world.admin, 'POST', `/api/accounts/${person.id}/disable`)
    await expect.poll(waiting, { timeout: 30_000 }).toBe(1)
    const joining = join(token)
    await expect.poll(waiting, { timeout: 30_000 }).toBe(2)
    await held.release()
    expect((await closing).statusCode).toBe(204)
    expect(verdict(await joining)).toEqual([404, 'invitation-ended'])
  })
})
