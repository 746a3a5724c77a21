/** An office with its mail server: administrators who act over HTTP, and people who read what was mailed to them. */
import PostalMime from 'postal-mime'
import { startSmtp, type TestSmtp } from '../channels/smtp.fixture.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { cookieOf, createAccount, postSession, type SignedIn } from '../test/staff.ts'
import type { Role } from './permissions.ts'

export type Office = {
  system: TestSystem
  smtp: TestSmtp
  call(
    by: SignedIn | undefined,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ): Promise<Reply>
  /** A new account with its id, signed in. */
  enter(role: Role, unit?: string | null): Promise<SignedIn & { id: string; email: string }>
  idOf(email: string): Promise<string>
  /** The token in the newest mail to an address. */
  mailedToken(to: string): Promise<string>
  mailTo(to: string): Promise<{ subject: string; text: string; html: string; links: string[] }>
  /** Actions and details of the audit log since it was last asked. */
  audited(): Promise<{ actor: string; action: string; details: Record<string, unknown> }[]>
  stop(): Promise<void>
}
type Reply = Awaited<ReturnType<TestSystem['app']['inject']>>

/** `env` as for startTestSystem. */
export async function startOffice(env: Record<string, string> = {}): Promise<Office> {
  const smtp = await startSmtp()
  const system = await startTestSystem({ SMTP_URL: smtp.url, MAIL_FROM: 'Phiếu <phieu@so.example>', ...env })
  const { db } = system.deps
  let seen = 0
  let caller = 0
  const office: Office = {
    system,
    smtp,
    call(by, method, url, payload) {
      caller += 1
      const headers: Record<string, string> = by ? { cookie: by.cookie, 'x-csrf-token': by['x-csrf-token'] } : {}
      const remoteAddress = `10.9.${(caller >> 8) & 255}.${caller & 255}`
      return system.app.inject({ method, url, headers, remoteAddress, ...(payload ? { payload } : {}) })
    },
    async enter(role, unit = null) {
      const email = await createAccount(system.deps, role, { unit })
      const reply = await postSession(system.app, email)
      const csrf = reply.json().csrfToken
      return { cookie: cookieOf(reply), 'x-csrf-token': csrf, email, id: await office.idOf(email) }
    },
    async idOf(email) {
      return (await db.$client<{ id: string }[]>`SELECT id FROM staff.accounts WHERE email = ${email}`)[0]!.id
    },
    async mailTo(to) {
      const mail = smtp.mails.findLast((one) => one.to === to)!
      const { subject = '', text = '', html = '' } = await PostalMime.parse(mail.source)
      return { subject, text, html, links: text.match(/^https?:\S+$/gm) ?? [] }
    },
    async mailedToken(to) {
      return (await office.mailTo(to)).links[0]!.split('#')[1]!
    },
    async audited() {
      const rows = await db.$client<{ id: string; actor: string; action: string; details: Record<string, unknown> }[]>`
        SELECT id, actor, action, details FROM staff.audit WHERE id > ${seen} ORDER BY id`
      seen = Number(rows.at(-1)?.id ?? seen)
      return rows.map(({ actor, action, details }) => ({ actor, action, details }))
    },
    async stop() {
      await system.stop()
      await smtp.close()
    },
  }
  return office
}
