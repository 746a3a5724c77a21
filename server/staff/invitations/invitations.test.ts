/** From an invitation to an account, over a real mail server. */
import { describe, expect, test } from 'vitest'
import { newId } from '../../secrets.ts'
import { holdLock } from '../../test/held-lock.ts'
import { createAccount } from '../../test/staff.ts'
import { verdict } from '../../test/verdict.ts'
import { startOffice } from '../office.fixture.ts'
import { invitingOffice, newAddress } from './invitations.fixture.ts'

const HOUR = 60 * 60_000
const world = invitingOffice()
const { invite, look, join, signIn, listed, waiting } = world

describe('an invitation', () => {
  test('is mailed with a link of its own, taken with a password, and then signs in', async () => {
    const email = newAddress()
    const reply = await invite(email.toUpperCase())
    expect(reply.statusCode).toBe(201)
    expect(reply.json()).toMatchObject({
      invitation: { email, role: 'officer', kind: 'join', state: 'open', invitedBy: world.admin.email },
      mail: { outcome: 'sent' },
    })
    const mail = await world.office.mailTo(email)
    expect(mail.subject).toBe('Mời tham gia hệ thống Phiếu')
    expect(mail.links).toEqual([expect.stringMatching(/^https:\/\/phieu\.example\/console\/join#[\w-]{22}$/)])
    expect(mail.text).toContain('cán bộ điều hành')
    expect(mail.html).toContain(mail.links[0]!)

    const token = await world.office.mailedToken(email)
    expect((await look(token)).json()).toMatchObject({
      email,
      name: 'Lò Thị Ánh',
      role: 'officer',
      secondFactor: 'advised',
    })
    expect((await look(token)).statusCode, 'looking spends nothing').toBe(200)
    const joined = await join(token, undefined, 'Lò Thị Ngọc Ánh')
    expect([joined.statusCode, joined.json()]).toEqual([201, { email, role: 'officer' }])
    expect(joined.cookies).toEqual([])
    expect((await signIn(email)).json().staff).toEqual({ email, role: 'officer' })
    expect(verdict(await look(token))).toEqual([404, 'invitation-ended'])
    expect(verdict(await join(token))).toEqual([404, 'invitation-ended'])
    expect((await listed()).map((one) => one.email)).not.toContain(email)

    const account = await world.office.idOf(email)
    const log = await world.office.audited()
    expect(log.map(({ actor, action }) => [actor, action])).toEqual([
      [world.admin.email, 'account.invite'],
      [email, 'account.join'],
      [email, 'session.open'],
    ])
    expect(log[1]!.details).toMatchObject({ account, role: 'officer', unit: null })
  })

  test('leaves no token in the database or in any answer', async () => {
    const email = newAddress()
    const reply = await invite(email)
    const token = await world.office.mailedToken(email)
    expect(reply.body).not.toContain(token)
    const tables = await world.office.system.deps.db.$client<{ row: string }[]>`
      SELECT i::text AS row FROM staff.account_invitations i UNION ALL SELECT a::text FROM staff.audit a
      UNION ALL SELECT o::text FROM identity.outbox o`
    for (const { row } of tables) expect(row).not.toContain(token)
    expect((await world.office.call(world.admin, 'GET', '/api/invitations')).body).not.toContain(token)
  })

  test('opened by two at once is taken by one', async () => {
    const email = newAddress()
    await invite(email)
    const token = await world.office.mailedToken(email)
    const replies = await Promise.all([1, 2, 3, 4].map((n) => join(token, `hoa ban nở trắng rừng ${n}`)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 404, 404, 404])
  })

  test('sent again has another link, and the one before opens nothing', async () => {
    const email = newAddress()
    const { id } = (await invite(email)).json().invitation
    const before = await world.office.mailedToken(email)
    world.office.system.clock.move(HOUR)
    const again = await world.office.call(world.admin, 'POST', `/api/invitations/${id}/resend`)
    expect(again.json()).toMatchObject({ invitation: { id, state: 'open' }, mail: { outcome: 'sent' } })
    const token = await world.office.mailedToken(email)
    expect(token).not.toBe(before)
    expect(verdict(await look(before))).toEqual([404, 'invitation-ended'])
    expect(verdict(await join(before))).toEqual([404, 'invitation-ended'])
    expect((await join(token)).statusCode).toBe(201)
    expect(verdict(await world.office.call(world.admin, 'POST', `/api/invitations/${id}/resend`))).toEqual([
      404,
      'invitation-ended',
    ])
    world.office.system.clock.move(-HOUR)
  })

  test('lasts 72 hours, and can be sent again after that', async () => {
    const email = newAddress()
    const { id } = (await invite(email)).json().invitation
    const token = await world.office.mailedToken(email)
    world.office.system.clock.move(72 * HOUR - 60_000)
    expect((await look(token)).statusCode).toBe(200)
    world.office.system.clock.move(2 * 60_000)
    expect(verdict(await join(token))).toEqual([404, 'invitation-ended'])
    const again = await world.office.enter('admin')
    const list = (await world.office.call(again, 'GET', '/api/invitations')).json()
    expect(list).toContainEqual(expect.objectContaining({ id, state: 'expired' }))
    expect((await world.office.call(again, 'POST', `/api/invitations/${id}/resend`)).statusCode).toBe(200)
    expect((await join(await world.office.mailedToken(email))).statusCode).toBe(201)
    world.office.system.clock.move(-72 * HOUR - 60_000)
    // Signing in three days later has cleared away the session that had run out by then.
    world.admin = await world.office.enter('admin')
  })

  test('withdrawn, or replaced by another to the same address, opens nothing', async () => {
    const email = newAddress()
    const { id } = (await invite(email)).json().invitation
    const first = await world.office.mailedToken(email)
    await invite(email, { role: 'auditor' })
    const second = await world.office.mailedToken(email)
    expect(verdict(await look(first))).toEqual([404, 'invitation-ended'])
    expect(verdict(await world.office.call(world.admin, 'DELETE', `/api/invitations/${id}`))).toEqual([
      404,
      'invitation-ended',
    ])
    const open = (await listed()).filter((one) => one.email === email)
    expect(open).toHaveLength(1)
    expect((await world.office.call(world.admin, 'DELETE', `/api/invitations/${open[0]!.id}`)).statusCode).toBe(204)
    expect(verdict(await look(second))).toEqual([404, 'invitation-ended'])
  })

  test('to one address by two administrators at once leaves one link that works', async () => {
    const email = newAddress()
    // Each would have seen no invitation of the others, and written its own, were they not let in one by one.
    const held = await holdLock(world.office.system.databaseUrl, 'LOCK TABLE staff.audit IN SHARE MODE')
    const inviting = Promise.all([invite(email), invite(email), invite(email)])
    await expect.poll(waiting, { timeout: 30_000 }).toBe(3)
    await held.release()
    await inviting
    const tokens = await Promise.all(
      world.office.smtp.mails.filter(({ to }) => to === email).map(async (_, at) => await tokenOf(email, at)),
    )
    expect(tokens).toHaveLength(3)
    const opened = await Promise.all(tokens.map(look))
    expect(opened.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404])
  })

  test('is refused for an address that has an account, a unit that is none, and a unit for another role', async () => {
    const email = await createAccount(world.office.system.deps, 'auditor')
    expect(verdict(await invite(email.toUpperCase()))).toEqual([409, 'account-exists'])
    expect(verdict(await invite(newAddress(), { role: 'unit', unit: 'KHONG-CO' }))).toEqual([422, 'unit-unknown'])
    expect(verdict(await invite(newAddress(), { role: 'unit' }))).toEqual([400, 'invalid-request'])
    expect(verdict(await invite(newAddress(), { role: 'officer', unit: 'SNV' }))).toEqual([400, 'invalid-request'])
    expect(verdict(await invite(newAddress(), { name: 'A\r\nBcc: ai@do.example' }))).toEqual([400, 'invalid-request'])
  })

  test('names the unit to its contact', async () => {
    const units = (await world.office.call(world.admin, 'GET', '/api/accounts/units')).json() as {
      code: string
      name: string
    }[]
    const { code, name } = units[0]!
    const email = newAddress()
    expect((await invite(email, { role: 'unit', unit: code })).statusCode).toBe(201)
    expect((await world.office.mailTo(email)).text).toContain(`đầu mối đơn vị (${name})`)
    const token = await world.office.mailedToken(email)
    expect((await look(token)).json()).toMatchObject({ role: 'unit', unit: name })
    await join(token)
    expect((await signIn(email)).json().staff).toEqual({ email, role: 'unit' })
  })

  test.each([
    ['short', 'ngắn'],
    ['common', 'matkhau123456'],
  ])('with a password that is too %s is not spent', async (problem, password) => {
    const email = newAddress()
    await invite(email)
    const token = await world.office.mailedToken(email)
    const reply = await join(token, password)
    expect([...verdict(reply), reply.json().details]).toEqual([422, 'password-weak', { problem }])
    expect((await join(token)).statusCode).toBe(201)
  })

  test('whose mail the server refuses says so and stays, to be sent again', async () => {
    const email = `reject550@${newId()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')}.example`
    const reply = await invite(email)
    expect(reply.statusCode).toBe(201)
    expect(reply.json().mail).toMatchObject({ outcome: 'not-sent', failure: expect.stringContaining('550') })
    expect((await listed()).map((one) => one.email)).toContain(email)
  })

  test('a made-up token opens nothing, and guessing is slowed down', async () => {
    const guess = (at: number) =>
      world.office.system.app.inject({
        ...{ method: 'POST', url: '/api/join/look', remoteAddress: '192.0.2.99' },
        payload: { token: `${at}`.padStart(22, 'A') },
      })
    for (let at = 0; at < 30; at += 1) expect(verdict(await guess(at))).toEqual([404, 'invitation-ended'])
    expect(verdict(await guess(31))).toEqual([429, 'too-many-requests'])
  })
})

async function tokenOf(email: string, at: number): Promise<string> {
  const { source } = world.office.smtp.mails.filter(({ to }) => to === email)[at]!
  const { default: PostalMime } = await import('postal-mime')
  return (await PostalMime.parse(source)).text!.match(/join#([\w-]{22})/)![1]!
}

describe('without a mail server', () => {
  test('a trial system shows the invitation in its outbox, a real one refuses', async () => {
    const email = newAddress()
    for (const [env, status] of [
      [{}, 201],
      [{ NODE_ENV: 'production', PUBLIC_URL: 'https://phieu.example' }, 409],
    ] as const) {
      const other = await startOffice({ SMTP_URL: '', MAIL_FROM: '', ...env })
      try {
        const person = await createAccount(other.system.deps, 'admin')
        const sessions = await other.system.deps.db.$client`
          INSERT INTO staff.sessions (id, account_id, expires_at)
          SELECT 'phien', id, now() + interval '1 hour' FROM staff.accounts WHERE email = ${person} RETURNING id`
        const cookie = `phieu_session=${other.system.app.jwt.sign({ sid: sessions[0]!.id, aud: 'staff' })}`
        const csrf = (await other.system.app.inject({ url: '/api/session', headers: { cookie } })).json().csrfToken
        const by = { cookie, 'x-csrf-token': csrf }
        const reply = await other.call(by, 'POST', '/api/accounts', { email, name: '', role: 'officer' })
        expect(reply.statusCode).toBe(status)
        if (status === 201) expect(reply.json().mail).toEqual({ outcome: 'outbox' })
        else expect(reply.json().code).toBe('mail-not-configured')
      } finally {
        await other.stop()
      }
    }
  })
})
