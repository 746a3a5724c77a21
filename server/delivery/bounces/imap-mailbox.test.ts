/** Against a real Dovecot (server/test/mail-host.ts). */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFreePort } from '../../db/embedded-server.ts'
import { type MailHost, startMailHost } from '../../test/mail-host.ts'
import { NO_KEYWORDS } from '../../test/mail-host-config.ts'
import { appendMail, readMailbox } from '../../test/mail-host-reader.ts'
import { reportOn } from './bounces.fixture.ts'
import { createImapMailbox } from './imap-mailbox.ts'

let host: MailHost
const ACCOUNTS = ['mot', 'hai', 'ba', 'bon', NO_KEYWORDS]
beforeAll(async () => {
  const mailboxes = Object.fromEntries(ACCOUNTS.map((name) => [`${name}@phieu.example`, name]))
  host = await startMailHost({ domains: ['phieu.example'], mailboxes, onward: {} })
}, 400_000)
afterAll(() => host?.stop())

const options = { since: new Date(Date.now() - 86_400_000), limit: 100, signal: new AbortController().signal }
const append = (account: string, ...mails: (string | Buffer)[]) => appendMail(host.imapUrl(account), mails.map(String))
const letter = 'From: an@sonla.test\r\nSubject: Hỏi\r\n\r\nTôi muốn hỏi.\r\n'
const receipt = 'Subject: Đã đọc\r\nContent-Type: multipart/report; report-type=disposition-notification\r\n\r\nx\r\n'
const flagsIn = async (account: string) =>
  (await readMailbox(host.imapUrl(account))).map(({ flags }) => flags.filter((flag) => flag !== '\\Recent'))

test('reports are offered once, oldest first, a bounded number at a time; letters are left alone', async () => {
  const reports = Array.from({ length: 5 }, () => reportOn(randomUUID()).toString())
  await append('mot', letter, ...reports, letter)
  const mailbox = createImapMailbox(host.imapUrl('mot'))
  const offered: string[] = []
  const accept = async (raw: Uint8Array) => offered.push(Buffer.from(raw).toString()) > 0
  expect(await mailbox.read(accept, { ...options, limit: 3 })).toEqual({ read: 3, left: 2 })
  expect(await mailbox.read(accept, options)).toEqual({ read: 2, left: 0 })
  expect(await mailbox.read(accept, options)).toEqual({ read: 0, left: 0 })
  expect(offered).toEqual(reports)
  expect(await flagsIn('mot')).toEqual([[], ...Array(5).fill(['PhieuRead']), []])
})

test('a report that could not be counted is offered again', async () => {
  await append('hai', reportOn(randomUUID()))
  const mailbox = createImapMailbox(host.imapUrl('hai'))
  const failing = () => Promise.reject(new Error('the database is away'))
  await expect(mailbox.read(failing, options)).rejects.toThrow('the database is away')
  expect(await mailbox.read(async () => true, options)).toEqual({ read: 1, left: 0 })
})

test('a report of more than a megabyte is passed over', async () => {
  await append('ba', `${reportOn(randomUUID())}${`${'a'.repeat(78)}\r\n`.repeat(14_000)}`)
  const offered: Uint8Array[] = []
  const accept = async (raw: Uint8Array) => offered.push(raw) > 0
  expect(await createImapMailbox(host.imapUrl('ba')).read(accept, options)).toEqual({ read: 1, left: 0 })
  expect(offered).toEqual([])
})

test('where a server takes no keywords, ours are marked as read and those of others stay unread', async () => {
  await append(NO_KEYWORDS, reportOn(randomUUID()), receipt, letter)
  const mailbox = createImapMailbox(host.imapUrl(NO_KEYWORDS))
  const accept = async (raw: Uint8Array) => Buffer.from(raw).includes('delivery-status')
  expect(await mailbox.read(accept, options)).toEqual({ read: 2, left: 0 })
  expect(await mailbox.read(accept, options)).toEqual({ read: 0, left: 0 })
  expect(await flagsIn(NO_KEYWORDS)).toEqual([['\\Seen'], [], []])
})

describe('trouble has a name and loses nothing:', () => {
  const read = (url: string, wholeMs?: number) =>
    createImapMailbox(url, wholeMs ? { wholeMs } : {}).read(() => Promise.resolve(true), options)

  test('a wrong password', async () => {
    expect(await read(host.imapUrl('bon').replace(/:[^:@]+@/, ':sai@'))).toMatchObject({ failure: 'imap-auth' })
  })

  test('no such mailbox', async () => {
    expect(await read(host.imapUrl('bon').replace('INBOX', 'Kh%C3%B4ng-c%C3%B3'))).toMatchObject({
      failure: 'imap-mailbox',
    })
  })

  test('nobody there', async () => {
    expect(await read(`imap://a:b@127.0.0.1:${await findFreePort()}`)).toMatchObject({ failure: 'imap-unreachable' })
  })

  test('a server that never answers', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    expect(await read(`imap://a:b@127.0.0.1:${port}`, 500)).toMatchObject({ failure: 'imap-timeout' })
    silent.close()
  })
})
