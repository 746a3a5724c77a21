/** What a test sees of mail that has arrived: mailboxes over IMAP, and a verifier of signatures that is not ours. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ImapFlow } from 'imapflow'
import PostalMime, { type Email } from 'postal-mime'
import { PROGRAMS } from './mail-host-install.ts'

export type ArrivedMail = { raw: Buffer; flags: string[]; mail: Email; header(name: string): string | undefined }

/** Everything in the mailbox, oldest first; marks nothing. */
export async function readMailbox(url: string): Promise<ArrivedMail[]> {
  return withMailbox(url, async (client) => {
    const mails: ArrivedMail[] = []
    for (const { source, flags } of await client.fetchAll('1:*', { source: true, flags: true })) {
      const mail = await PostalMime.parse(source!)
      const header = (name: string) => mail.headers.find(({ key }) => key === name.toLowerCase())?.value
      mails.push({ raw: source!, flags: [...(flags ?? [])], mail, header })
    }
    return mails
  })
}

/** Puts mails into the mailbox, as another program would. */
export async function appendMail(url: string, mails: string[]): Promise<void> {
  await withMailbox(url, async (client) => {
    for (const mail of mails) await client.append('INBOX', mail)
  })
}

async function withMailbox<T>(url: string, act: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { hostname, port, username, password } = new URL(url)
  const auth = { user: username, pass: password }
  const client = new ImapFlow({ host: hostname, port: Number(port), secure: false, auth, logger: false })
  await client.connect()
  try {
    await client.mailboxOpen('INBOX')
    return await act(client)
  } finally {
    await client.logout()
  }
}

export type PublishedKey = { domain: string; selector: string; publicKey: string }

/** What OpenDKIM, given the key as DNS would, says of a mail's signature. `publicKey` is SPKI DER in base64. */
export async function verifySignature(raw: Buffer, { domain, selector, publicKey }: PublishedKey): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'phieu-dkim-'))
  try {
    const [keys, conf, mail] = ['keys', 'conf', 'mail'].map((name) => join(dir, name)) as [string, string, string]
    await writeFile(keys, `${selector}._domainkey.${domain} v=DKIM1; k=rsa; p=${publicKey}\n`)
    await writeFile(conf, `Mode v\nTestPublicKeys ${keys}\nUserID root\nRequireSafeKeys no\n`)
    await writeFile(mail, raw)
    const { stdout, stderr } = await promisify(execFile)(PROGRAMS.opendkim, ['-x', conf, '-v', '-t', mail])
    return stdout + stderr
  } finally {
    await rm(dir, { recursive: true })
  }
}
