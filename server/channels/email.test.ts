import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Channel, Message } from './channel.ts'
import { createEmailChannel } from './email.ts'
import { startSmtp, type TestSmtp } from './smtp.fixture.ts'
import { readVerp } from './verp.ts'

const FROM = '"Sở Nội vụ" <khaosat@sonoivu.test>'
const PUBLIC_URL = 'https://khaosat.sonla.test'

const message = (changes: Partial<Message> = {}): Message => ({
  deliveryId: '0d8e4c1e-8f1c-4c62-9d5e-6a2f6b1f7a10',
  recipient: 'an@sonla.test',
  name: 'Lò Thị Ánh',
  subject: 'Mời trả lời phiếu khảo sát',
  text: 'Kính gửi ông/bà\n\nhttps://khaosat.sonla.test/p/abc\n',
  html: '<p>Kính gửi</p>',
  link: 'https://khaosat.sonla.test/p/abc',
  token: 'abc',
  unsubscribe: 'https://khaosat.sonla.test/unsubscribe/ai.mac',
  campaign: 'Khảo sát',
  unit: 'Sở Tài chính',
  deadline: '20/12/2024',
  ...changes,
})

let smtp: TestSmtp
let channel: Channel
beforeAll(async () => {
  smtp = await startSmtp()
  channel = createEmailChannel({ url: smtp.url, from: FROM }, PUBLIC_URL)
})
afterAll(async () => {
  await channel.close()
  await smtp.close()
})

describe('a mail that is accepted', () => {
  test('is sent, with the headers that identify it, keep robots quiet and let people opt out', async () => {
    const outcome = await channel.send(message({ recipient: 'binh@sonla.test' }))
    const id = '<delivery.0d8e4c1e-8f1c-4c62-9d5e-6a2f6b1f7a10@khaosat.sonla.test>'
    expect(outcome).toEqual({ kind: 'sent', providerId: id })
    const mail = smtp.mails.find(({ to }) => to === 'binh@sonla.test')!
    expect(mail.header('Message-ID')).toBe(id)
    expect(mail.header('Auto-Submitted')).toBe('auto-generated')
    expect(mail.header('List-Unsubscribe')).toBe('<https://khaosat.sonla.test/unsubscribe/ai.mac>')
    expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(mail.header('Content-Type')).toMatch(/^multipart\/alternative/)
  })

  test('has the same Message-ID when it is sent again', async () => {
    await channel.send(message({ recipient: 'hai@sonla.test' }))
    await channel.send(message({ recipient: 'hai@sonla.test' }))
    const ids = smtp.mails.filter(({ to }) => to === 'hai@sonla.test').map((mail) => mail.header('Message-ID'))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('cannot be given headers, recipients or a second line by a name or a subject', async () => {
    const recipient = 'chi@sonla.test'
    const name = 'Chi" <other@evil.test>, "\r\nBcc: thief@evil.test\r\n\r\nbody\u2028X-Evil: 1'
    const subject = 'Mời\r\nX-Evil: yes\nBcc: thief@evil.test'
    expect(await channel.send(message({ recipient, name, subject }))).toMatchObject({ kind: 'sent' })
    const mail = smtp.mails.find(({ to }) => to === recipient)!
    expect(mail.header('Bcc')).toBeUndefined()
    expect(mail.header('X-Evil')).toBeUndefined()
    expect(mail.header('To')).toMatch(/<chi@sonla\.test>$/)
    expect(smtp.mails.some(({ to }) => to.endsWith('evil.test'))).toBe(false)
  })
})

describe('bounces', () => {
  test('go to an address of their own for each message; what a person sees stays', async () => {
    const bounce = 'bounce@khaosat.sonla.test'
    const verp = createEmailChannel({ url: smtp.url, from: FROM, bounce }, PUBLIC_URL)
    await verp.send(message({ recipient: 'verp@sonla.test' }))
    await verp.close()
    const mail = smtp.mails.find(({ to }) => to === 'verp@sonla.test')!
    expect(mail.from).toBe('bounce+0d8e4c1e8f1c4c629d5e6a2f6b1f7a10@khaosat.sonla.test')
    expect(readVerp(bounce, mail.from)).toBe(message().deliveryId)
    expect(mail.header('From')).toContain('<khaosat@sonoivu.test>')
  })

  test('go to the sender when no address for them is configured', async () => {
    await channel.send(message({ recipient: 'plain@sonla.test' }))
    expect(smtp.mails.find(({ to }) => to === 'plain@sonla.test')?.from).toBe('khaosat@sonoivu.test')
  })
})

describe('a signature', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const dkim = {
    domain: 'sonoivu.test',
    selector: 'khaosat',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }

  test('covers the sender, the subject and both headers of the one-click opt-out', async () => {
    const signing = createEmailChannel({ url: smtp.url, from: FROM, dkim }, PUBLIC_URL)
    await signing.send(message({ recipient: 'signed@sonla.test' }))
    await signing.close()
    const signature = smtp.mails.find(({ to }) => to === 'signed@sonla.test')!.header('DKIM-Signature')!
    expect(signature).toMatch(/d=sonoivu\.test;.* s=khaosat;/)
    const signed = /;\s*h=([^;]+);/.exec(signature)![1]!.replaceAll(/\s/g, '').split(':')
    expect(signed).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']),
    )
  })

  test('does not hide whether the message was begun when the connection breaks', async () => {
    const signing = createEmailChannel({ url: smtp.url, from: FROM, dkim }, PUBLIC_URL)
    expect(await signing.send(message({ recipient: 'drop@signed.test' }))).toEqual({
      kind: 'unknown',
      failure: 'smtp-lost',
    })
    expect(await signing.send(message({ recipient: 'later451@sonla.test' }))).toMatchObject({ kind: 'retry' })
    await signing.close()
  })
})

describe('what the server says decides', () => {
  test.each([
    ['reject550@sonla.test', { kind: 'rejected', failure: 'smtp-550', address: true }],
    ['data554@sonla.test', { kind: 'rejected', failure: 'smtp-554' }],
    ['later451@sonla.test', { kind: 'retry', failure: 'smtp-451', everyone: false }],
    ['data452@sonla.test', { kind: 'retry', failure: 'smtp-452', everyone: false }],
  ])('%s', async (recipient, outcome) => {
    expect(await channel.send(message({ recipient }))).toMatchObject(outcome)
  })

  test('refused content says nothing about the address', async () => {
    expect(await channel.send(message({ recipient: 'data554@sonla.test' }))).not.toHaveProperty('address')
  })

  test('a refused sender concerns everyone and needs a person', async () => {
    const strict = await startSmtp({ refuseSender: 553 })
    const refused = createEmailChannel({ url: strict.url, from: FROM }, PUBLIC_URL)
    expect(await refused.send(message())).toEqual({ kind: 'rejected', failure: 'smtp-553', person: true })
    await refused.close()
    await strict.close()
  })
})

describe('when the server says nothing', () => {
  test('after the message was begun nobody can tell: time-out', async () => {
    const impatient = createEmailChannel({ url: smtp.url, from: FROM }, PUBLIC_URL, { silenceMs: 2000 })
    const outcome = await impatient.send(message({ recipient: 'hang@sonla.test' }))
    expect(outcome).toEqual({ kind: 'unknown', failure: 'smtp-timeout' })
    await impatient.close()
  })

  test('after the message was begun nobody can tell: broken connection, and nothing is sent again', async () => {
    expect(await channel.send(message({ recipient: 'drop@sonla.test' }))).toEqual({
      kind: 'unknown',
      failure: 'smtp-lost',
    })
    expect(await channel.send(message({ recipient: 'sau@sonla.test' }))).toMatchObject({ kind: 'sent' })
    expect(smtp.mails.filter(({ to }) => to === 'drop@sonla.test')).toHaveLength(1)
  })

  test('before the message was begun it was not sent: refused connection', async () => {
    const gone = await startSmtp()
    await gone.close()
    const nowhere = createEmailChannel({ url: gone.url, from: FROM }, PUBLIC_URL)
    expect(await nowhere.send(message())).toMatchObject({ kind: 'retry', failure: 'smtp-unreachable', everyone: true })
    expect(await nowhere.ready()).toBe(false)
    await nowhere.close()
  })

  test('before the message was begun it was not sent: a server that never greets', async () => {
    const silent = createServer(() => {})
    const port = await new Promise<number>((listening) =>
      silent.listen(0, '127.0.0.1', () => listening((silent.address() as { port: number }).port)),
    )
    const options = { wholeMs: 300 }
    const channel = createEmailChannel({ url: `smtp://127.0.0.1:${port}`, from: FROM }, PUBLIC_URL, options)
    expect(await channel.send(message())).toMatchObject({ kind: 'retry', failure: 'smtp-unreachable', everyone: true })
    await channel.close()
    silent.close()
  })
})

describe('an address that mail cannot carry', () => {
  test.each([
    'ánh@sonla.test',
    'an@sơnla.test',
    'an@sonla.test\r\nRCPT TO:<thief@evil.test>',
    'an@sonla.test, thief@evil.test',
    '"a b"@sonla.test',
    'sonla.test',
    `${'a'.repeat(65)}@sonla.test`,
  ])('%j is rejected before anything is sent', async (recipient) => {
    expect(await channel.send(message({ recipient }))).toEqual({
      kind: 'rejected',
      failure: 'address-invalid',
      address: true,
    })
  })
})

test('many messages share the pooled connections', async () => {
  const recipients = Array.from({ length: 200 }, (_, at) => `many${at}@sonla.test`)
  const outcomes = await Promise.all(recipients.map((recipient) => channel.send(message({ recipient }))))
  expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true)
  const received = smtp.mails.map(({ to }) => to).filter((to) => to.startsWith('many'))
  expect(received.sort()).toEqual(recipients.sort())
})

test('ready says whether the server can be reached', async () => {
  expect(await channel.ready()).toBe(true)
})
