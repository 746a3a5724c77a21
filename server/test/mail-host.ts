/**
 * A mail host of real software: Postfix takes mail, delivers it, sends it on or bounces it; Dovecot shows the mailboxes
 * over IMAP; smtp-sink plays a distant host that is out of order. All on loopback ports, with their files in a temporary
 * folder. `node server/test/mail-host.ts` runs one until it is stopped, to try Phiếu against.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort } from '../db/embedded-server.ts'
import { ACL, dovecotConf, type MailHostPlan, mainCf, masterCf } from './mail-host-config.ts'
import { PROGRAMS, requireMailSoftware } from './mail-host-install.ts'

export type MailHost = {
  smtpUrl: string
  imapUrl(mailbox: string): string
  /** What Postfix and Dovecot have logged; for a test that fails. */
  logs(): Promise<string>
  stop(): Promise<void>
}
export type MailHostOptions = Pick<MailHostPlan, 'mailboxes' | 'domains' | 'onward'>

const PASSWORD = 'mat-khau'
const START_MS = 15_000
const NOBODY = 65_534

export async function startMailHost(options: MailHostOptions): Promise<MailHost> {
  await requireMailSoftware()
  const dir = await mkdtemp(join(tmpdir(), 'phieu-mail-'))
  const [smtpPort, imapPort] = [await findFreePort(), await findFreePort()]
  const plan: MailHostPlan = { dir, smtpPort, imapPort, ...options }
  await writeFolders(plan)

  const postfix = spawn(PROGRAMS.postfix, ['-c', join(dir, 'postfix'), 'start-fg'], { stdio: 'ignore', detached: true })
  const dovecot = spawn(PROGRAMS.dovecot, ['-F', '-c', join(dir, 'dovecot.conf')], { stdio: 'ignore', detached: true })
  const logs = async () => {
    const files = await Promise.all(
      ['mail.log', 'dovecot.log'].map((file) => readFile(join(dir, file), 'utf8').catch(() => '')),
    )
    return files.join('\n')
  }
  async function stop(): Promise<void> {
    await Promise.all([endPostfix(dir, postfix), end(dovecot)])
    await rm(dir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await Promise.all([answers(smtpPort), answers(imapPort)])
  } catch (error) {
    const said = await logs()
    await stop()
    throw new Error(`the mail host did not start: ${(error as Error).message}\n${said}`)
  }
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    imapUrl: (mailbox) => `imap://${mailbox}:${PASSWORD}@127.0.0.1:${imapPort}/INBOX`,
    logs,
    stop,
  }
}

/** smtp-sink in front of a domain: says 4xx to every recipient, or takes everything. */
export async function startDistantHost(
  port: number,
  { later }: { later: boolean },
): Promise<{ stop(): Promise<void> }> {
  const args = [...(later ? ['-r', 'rcpt'] : []), '-u', 'nobody', `127.0.0.1:${port}`, '20']
  const sink = spawn(PROGRAMS.sink, args, { stdio: 'ignore', detached: true })
  await answers(port)
  return { stop: () => end(sink) }
}

async function writeFolders(plan: MailHostPlan): Promise<void> {
  const { dir } = plan
  await chmod(dir, 0o755)
  for (const folder of ['postfix', 'queue', 'data', 'dovecot', 'mail']) await mkdir(join(dir, folder), { mode: 0o755 })
  const postfix = Number(/^postfix:[^:]*:(\d+)/m.exec(await readFile('/etc/passwd', 'utf8'))?.[1])
  await chown(join(dir, 'data'), postfix, postfix)
  for (const name of new Set(Object.values(plan.mailboxes))) {
    for (const part of ['', 'cur', 'new', 'tmp']) {
      await mkdir(join(dir, 'mail', name, part), { mode: 0o700 })
      await chown(join(dir, 'mail', name, part), NOBODY, NOBODY)
    }
  }
  await writeFile(join(dir, 'postfix/main.cf'), mainCf(plan))
  await writeFile(join(dir, 'postfix/master.cf'), masterCf(plan))
  await writeFile(join(dir, 'acl'), ACL)
  await writeFile(join(dir, 'dovecot.conf'), dovecotConf(plan, PASSWORD))
}

/** Until something greets at the port. */
async function answers(port: number): Promise<void> {
  const until = Date.now() + START_MS
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'data', { signal: AbortSignal.timeout(1_000) })
      return
    } catch {
      if (Date.now() > until) throw new Error(`nothing answers at port ${port}`)
      await pause(50)
    } finally {
      socket.destroy()
    }
  }
}

/** Its master leads a session of its own, and the script that started it waits for that. */
async function endPostfix(dir: string, script: ChildProcess): Promise<void> {
  const pid = Number(await readFile(join(dir, 'queue/pid/master.pid'), 'utf8').catch(() => ''))
  if (!pid) return end(script)
  const gone = script.exitCode === null ? once(script, 'exit') : undefined
  process.kill(-pid, 'SIGTERM')
  await gone
}

/** The whole process group: servers keep children that a test must not leave behind. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || !server.pid) return
  const gone = once(server, 'exit')
  process.kill(-server.pid, 'SIGTERM')
  // A deadline, not a pause: servers that do not end on their own are ended.
  const deadline = AbortSignal.timeout(3_000)
  const late = () => process.kill(-server.pid!, 'SIGKILL')
  deadline.addEventListener('abort', late)
  await gone
  deadline.removeEventListener('abort', late)
}

if (import.meta.main) {
  const mailboxes = { '@co-quan.example': 'moi-nguoi', 'bounce@phieu.example': 'bounce' }
  const host = await startMailHost({ mailboxes, domains: ['co-quan.example', 'phieu.example'], onward: {} })
  console.log(`SMTP_URL=${host.smtpUrl} MAIL_FROM=khaosat@phieu.example MAIL_BOUNCE=bounce@phieu.example`)
  console.log(`IMAP_URL=${host.imapUrl('bounce')}   people's mail: ${host.imapUrl('moi-nguoi')}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop())
}
