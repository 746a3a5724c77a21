/**
 * Mail through real software: Postfix carries it and makes the bounces, Dovecot keeps the mailboxes, OpenDKIM checks the
 * signatures (server/test/mail-host.ts).
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findFreePort } from '../db/embedded-server.ts'
import { readMailboxJob } from '../delivery/bounces/read-mailbox.job.ts'
import { createWave } from '../delivery/create-wave.ts'
import { dispatchDeliveriesJob, hintDispatch } from '../delivery/dispatch-deliveries.job.ts'
import { isKnownSecretKey } from '../staff/check-secret-key.ts'
import { createOpenCampaign, type TestCampaign } from './campaign.ts'
import { OFFICER, runJob, startTestSystem, type TestSystem } from './deps.ts'
import { type MailHost, startDistantHost, startMailHost } from './mail-host.ts'
import { type ArrivedMail, appendMail, readMailbox, verifySignature } from './mail-host-reader.ts'
import { startableProcesses } from './processes.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 400_000 })
const SOON = { timeout: 30_000, interval: 250 }

const HOST = 'khaosat.phieu.example'
const UNKNOWN = 'khong-co-ai@co-quan.example'
const LATER = 'ban@muon.example'
const dir = mkdtempSync(join(tmpdir(), 'phieu-journey-mail-'))
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const published = {
  domain: 'phieu.example',
  selector: 'k1',
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
}
const processes = startableProcesses()
let host: MailHost
let distantPort: number
let listenPort: number

beforeAll(async () => {
  distantPort = await findFreePort()
  listenPort = await findFreePort()
  host = await startMailHost({
    domains: ['co-quan.example', 'phieu.example'],
    mailboxes: { 'an@co-quan.example': 'an', 'binh@co-quan.example': 'binh', 'thu@phieu.example': 'thu' },
    onward: { 'muon.example': distantPort, 'nghe.phieu.example': listenPort },
  })
  writeFileSync(join(dir, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
})
afterAll(async () => {
  await host?.stop()
  rmSync(dir, { recursive: true })
})

const mailEnv = () => ({
  PUBLIC_URL: `https://${HOST}`,
  SMTP_URL: host.smtpUrl,
  MAIL_FROM: 'Sở Nội vụ <khaosat@phieu.example>',
  DKIM_DOMAIN: published.domain,
  DKIM_SELECTOR: published.selector,
  DKIM_KEY_FILE: join(dir, 'dkim.pem'),
})

/** Five people with exactly these addresses; the others have none. */
async function campaignFor(system: TestSystem, addresses: string[]): Promise<TestCampaign> {
  const campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'BM', group: 'LD', people: 5 }] })
  for (const [at, { id }] of campaign.people.entries()) {
    await system.deps.db.$client`
      UPDATE identity.respondents SET email = ${addresses[at] ?? null} WHERE id = ${id}`
  }
  return campaign
}

type Row = { email: string; channel: string; state: string; failure: string | null; softBounces: number; dueAt: number }
const rowsOf = (sql: postgres.Sql, campaign: TestCampaign) => sql<
  (Row & { emailFailure: string | null; id: string })[]
>`
  SELECT d.id, r.email, d.channel, d.state, d.failure, d.soft_bounces AS "softBounces", extract(epoch FROM d.due_at)::float8 * 1000 AS "dueAt",
    r.email_failure AS "emailFailure"
  FROM identity.deliveries d JOIN identity.respondents r ON r.id = d.respondent_id
  WHERE d.campaign_id = ${campaign.id} ORDER BY r.email, d.channel`

const textOf = ({ mail }: ArrivedMail) => mail.text!.split(/\r?\n/)

describe('bounces that come back into a mailbox', () => {
  let system: TestSystem
  beforeAll(async () => {
    system = await startTestSystem({
      ...mailEnv(),
      MAIL_BOUNCE: 'thu@phieu.example',
      IMAP_URL: host.imapUrl('thu'),
    })
  })
  afterAll(() => system?.stop())

  const dispatch = (channel: 'email' | 'zalo') => runJob(dispatchDeliveriesJob, system.deps, { channel })
  const bounces = async () =>
    (await readMailbox(host.imapUrl('thu'))).filter(({ mail }) => mail.from?.address?.startsWith('MAILER-DAEMON@'))

  test('known people get the mail, signed; an unknown one fails and gets the next channel; nothing counts twice', async () => {
    const letter = ['From: an@co-quan.example', 'To: thu@phieu.example', 'Subject: Hỏi', '', 'Tôi muốn hỏi.']
    await appendMail(host.imapUrl('thu'), [letter.join('\r\n')])
    const campaign = await campaignFor(system, ['an@co-quan.example', 'binh@co-quan.example', UNKNOWN])
    const { db } = system.deps
    await createWave(
      system.deps,
      campaign.code,
      { kind: 'invitation', channels: ['email', 'zalo'], order: 'in-order' },
      OFFICER,
    )
    await dispatch('email')

    const mailOfAn = () => readMailbox(host.imapUrl('an'))
    await expect.poll(mailOfAn, SOON).toHaveLength(1)
    const [mail] = await mailOfAn()
    const before = await rowsOf(db.$client, campaign)
    const [an] = before
    expect(mail!.header('Return-Path')).toBe(`<thu+${an!.id.replaceAll('-', '')}@phieu.example>`)
    expect(mail!.header('Message-ID')).toBe(`<delivery.${an!.id}@${HOST}>`)
    expect(mail!.header('Auto-Submitted')).toBe('auto-generated')
    const person = campaign.people[0]!
    expect(mail!.header('List-Unsubscribe')).toBe(
      `<https://${HOST}/unsubscribe/${system.deps.secrets.optOutToken(person.id)}>`,
    )
    expect(mail!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(mail!.mail.to?.[0]).toMatchObject({ address: 'an@co-quan.example', name: person.name })
    expect(textOf(mail!)).toContain(`https://${HOST}/p/${person.token}`)
    expect(mail!.mail.html).toContain(`https://${HOST}/p/${person.token}`)
    expect(mail!.mail.html).not.toMatch(/<img|src=/)
    expect(await verifySignature(mail!.raw, published)).toMatch(/verification \(s=k1,? d=phieu\.example.*succeeded/)
    const altered = Buffer.from(mail!.raw.toString('latin1').replace('/unsubscribe/', '/unsubscribe/x'), 'latin1')
    expect(await verifySignature(altered, published)).not.toMatch(/succeeded/)

    await expect.poll(bounces, SOON).toHaveLength(1)
    await runJob(readMailboxJob, system.deps, {})
    const after = (await rowsOf(db.$client, campaign)).filter(({ email }) => email === UNKNOWN)
    expect(after).toEqual([
      expect.objectContaining({
        channel: 'email',
        state: 'failed',
        failure: 'bounce-5.1.1',
        emailFailure: 'bounce-5.1.1',
      }),
      expect.objectContaining({ channel: 'zalo', state: 'queued', failure: null }),
    ])
    await dispatch('zalo')
    await runJob(readMailboxJob, system.deps, {})
    const end = await rowsOf(db.$client, campaign)
    expect(end.map(({ email, channel, state }) => [email, channel, state])).toEqual([
      ['an@co-quan.example', 'email', 'sent'],
      ['binh@co-quan.example', 'email', 'sent'],
      [UNKNOWN, 'email', 'failed'],
      [UNKNOWN, 'zalo', 'sent'],
      [null, 'zalo', 'sent'],
      [null, 'zalo', 'sent'],
    ])
    expect((await db.$client`SELECT status, kind FROM identity.bounces`).map((row) => ({ ...row }))).toEqual([
      { status: '5.1.1', kind: 'hard' },
    ])

    const mailbox = await readMailbox(host.imapUrl('thu'))
    expect(mailbox.map(({ mail, flags }) => [mail.subject, flags.filter((flag) => flag !== '\\Recent')])).toEqual([
      ['Hỏi', []],
      ['Undelivered Mail Returned to Sender', ['PhieuRead']],
    ])
  })

  test('a host that is out of order until the mail system gives up gives the message back, and it is sent again', async () => {
    const down = await startDistantHost(distantPort, { later: true })
    const campaign = await campaignFor(system, [LATER])
    const { db, clock } = { db: system.deps.db.$client, clock: system.clock }
    await createWave(system.deps, campaign.code, { kind: 'invitation', channels: ['email'] }, OFFICER)
    const known = (await bounces()).length
    await dispatch('email')
    const sentAt = clock.now().getTime()
    await expect.poll(bounces, SOON).toHaveLength(known + 1)
    await down.stop()
    await runJob(readMailboxJob, system.deps, {})
    const [waiting] = await rowsOf(db, campaign)
    expect(waiting).toMatchObject({ state: 'queued', softBounces: 1, failure: expect.stringMatching(/^bounce-4\./) })
    expect(waiting!.emailFailure).toBeNull()
    const pause = waiting!.dueAt - sentAt
    expect(pause).toBeGreaterThan(29 * 60_000)
    expect(pause).toBeLessThan(32 * 60_000)

    const up = await startDistantHost(distantPort, { later: false })
    await dispatch('email')
    expect(await rowsOf(db, campaign)).toMatchObject([{ state: 'queued' }])
    clock.move(31 * 60_000)
    await dispatch('email')
    expect(await rowsOf(db, campaign)).toMatchObject([{ state: 'sent', softBounces: 1 }])
    const status = new RegExp(`to=<${LATER}>.*status=sent`)
    await expect.poll(host.logs, SOON).toMatch(status)
    await up.stop()
  })

  test('nothing is read while sending is held: the installation that sent the messages may be another', async () => {
    const campaign = await campaignFor(system, [UNKNOWN])
    const { $client: sql } = system.deps.db
    await createWave(system.deps, campaign.code, { kind: 'invitation', channels: ['email'] }, OFFICER)
    const known = (await bounces()).length
    await dispatch('email')
    await expect.poll(bounces, SOON).toHaveLength(known + 1)
    await isKnownSecretKey(system.deps) // writes the row that every started process finds
    await sql`UPDATE staff.installation SET hold_reason = 'moved'`
    await runJob(readMailboxJob, system.deps, {})
    expect(await rowsOf(sql, campaign)).toMatchObject([{ state: 'sent' }])
    await sql`UPDATE staff.installation SET hold_reason = NULL`
    await runJob(readMailboxJob, system.deps, {})
    expect(await rowsOf(sql, campaign)).toMatchObject([{ state: 'failed', failure: 'bounce-5.1.1' }])
  })
})

describe('bounces that a worker takes by SMTP', () => {
  test('a hard one fails the message, a soft one sends it again; the worker stops on SIGTERM', async () => {
    const env = {
      ...mailEnv(),
      SECRET_KEY: randomBytes(32).toString('base64url'),
      MAIL_BOUNCE: 'tra-lai@nghe.phieu.example',
      BOUNCE_LISTEN: `127.0.0.1:${listenPort}`,
    }
    const system = await startTestSystem(env)
    const down = await startDistantHost(distantPort, { later: true })
    const worker = await processes.worker({ ...env, DATABASE_URL: system.databaseUrl, LOG_LEVEL: 'info' })
    try {
      const campaign = await campaignFor(system, [UNKNOWN, LATER, 'an@co-quan.example'])
      const sql = system.deps.db.$client
      await createWave(
        system.deps,
        campaign.code,
        { kind: 'invitation', channels: ['email', 'zalo'], order: 'in-order' },
        OFFICER,
      )
      await hintDispatch(system.deps.queue, ['email'])
      const look = async () =>
        (await rowsOf(sql, campaign))
          .filter(({ email }) => email)
          .map(({ email, channel, state, failure }) => [email, channel, state, failure?.replace(/4\.\d\.\d/, '4')])
      await expect.poll(look, { timeout: 60_000, interval: 250 }).toEqual([
        ['an@co-quan.example', 'email', 'sent', undefined],
        [LATER, 'email', 'queued', 'bounce-4'],
        [UNKNOWN, 'email', 'failed', 'bounce-5.1.1'],
        [UNKNOWN, 'zalo', 'sent', undefined],
      ])
      expect(await worker.stop()).toEqual({ code: 0, signal: null })
      expect(worker.stdout() + worker.stderr()).not.toMatch(/@co-quan\.example|@muon\.example/)
    } finally {
      await down.stop()
      await worker.kill()
      await system.stop()
    }
  })
})
