import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOUNCE, bytes, DELIVERY, failedFor, HOST, MESSAGE_ID, report, VERP } from './read-bounce.fixture.ts'
import { BOUNCE_LIMIT, readBounce } from './read-bounce.ts'

const read = (raw: Uint8Array, recipients?: string[]) =>
  readBounce(raw, { bounce: BOUNCE, messageHost: HOST }, recipients)
const OTHER = '11111111-2222-4333-8444-555555555555'
const otherVerp = VERP.replace(/\+.*@/, `+${OTHER.replaceAll('-', '')}@`)

describe('which message a report is about', () => {
  test('its recipient says, without the message itself', async () => {
    expect(await read(report({ returned: [] }))).toMatchObject({ deliveryId: DELIVERY, kind: 'hard' })
  })

  test('the header of the last mail system says, when To names the mailbox', async () => {
    const headers = [`X-Original-To: ${VERP}`]
    expect(await read(report({ to: 'thu@sonoivu.test', headers, returned: [] }))).toMatchObject({
      deliveryId: DELIVERY,
    })
  })

  test('the Message-ID of the returned message says, where bounces go to the sender', async () => {
    expect(await read(report({ to: 'khaosat@sonoivu.test' }))).toMatchObject({ deliveryId: DELIVERY, kind: 'hard' })
  })

  test('the envelope says more than headers, and headers more than what was returned', async () => {
    expect(await read(report(), [otherVerp])).toMatchObject({ deliveryId: OTHER })
    expect(await read(report({ to: otherVerp }))).toMatchObject({ deliveryId: OTHER })
    expect(await read(report({ returned: [] }), ['thu@sonoivu.test'])).toMatchObject({ kind: 'unmatched' })
  })

  test('a report about mail of others is told apart', async () => {
    const foreign = report({ to: 'khaosat@sonoivu.test', returned: ['Message-ID: <1@sonoivu.test>'] })
    expect(await read(foreign)).toMatchObject({ deliveryId: undefined, kind: 'unmatched' })
    const clone = report({ to: 'a@b.test', returned: [`Message-ID: ${MESSAGE_ID.replace(HOST, 'thu.test')}`] })
    expect(await read(clone)).toMatchObject({ deliveryId: undefined, kind: 'unmatched' })
  })
})

describe('what became of it', () => {
  test.each([
    ['5.1.1', 'hard', true],
    ['5.1.2', 'hard', true],
    ['5.1.10', 'hard', true],
    ['5.2.1', 'hard', true],
    ['5.1.8', 'hard', false],
    ['5.2.3', 'hard', false],
    ['5.4.4', 'hard', false],
    ['5.5.0', 'hard', false],
    ['5.6.1', 'hard', false],
    ['5.7.1', 'hard', false],
    ['5.0.0', 'hard', false],
    ['5.2.2', 'soft', false],
    ['5.3.0', 'soft', false],
    ['5.4.7', 'soft', false],
    ['4.2.2', 'soft', false],
    ['4.4.7', 'soft', false],
  ])('failed %s is %s, the address is given up: %s', async (status, kind, address) => {
    expect(await read(report({ reports: [failedFor(status)] }))).toEqual({
      ...{ deliveryId: DELIVERY, action: 'failed', status, kind, address },
    })
  })

  test.each([
    ['smtp; 550 5.1.1 <an@co-quan.test>: user unknown', '5.1.1', 'hard', true],
    ['smtp; 451 greylisted,\r\n try again', '4.0.0', 'soft', false],
    ['smtp;\r\n 452-4.2.2 The email account is over quota', '4.2.2', 'soft', false],
    ['smtp; 550 no such user', '5.0.0', 'hard', false],
    ['x-local; 451 this is no reply of a host', '5.0.0', 'hard', false],
  ])('where the report says only 5.0.0 the far host is asked: %s', async (diagnostic, status, kind, address) => {
    const reports = [failedFor('5.0.0', diagnostic)]
    expect(await read(report({ reports }))).toMatchObject({ status, kind, address })
  })

  test.each([
    ['delayed', '4.4.1', 'delayed'],
    ['relayed', '2.0.0', 'delayed'],
    ['expanded', '2.0.0', 'delayed'],
    ['delivered', '2.0.0', 'delivered'],
  ])('%s changes what it should: %s %s', async (action, status, kind) => {
    const fields = ['Final-Recipient: rfc822; an@co-quan.test', `Action: ${action}`, `Status: ${status}`]
    expect(await read(report({ reports: [fields] }))).toMatchObject({ kind, action, status, address: false })
  })

  test('an alias failed only when it failed for all of its people', async () => {
    const delivered = ['Final-Recipient: rfc822; b@x.test', 'Action: delivered', 'Status: 2.0.0', '']
    expect(await read(report({ reports: [[...failedFor('5.1.1'), ...delivered]] }))).toMatchObject({
      kind: 'delivered',
    })
    const both = [...failedFor('5.1.1'), ...failedFor('4.4.7')]
    expect(await read(report({ reports: [both] }))).toMatchObject({ kind: 'soft', status: '4.4.7' })
  })

  test('comments after a status, another case and bare line feeds are read', async () => {
    const fields = ['final-recipient: rfc822;an@x.test', 'ACTION:Failed (given up)', 'status: 5.1.1 (bad mailbox)']
    const raw = Buffer.from(
      Buffer.from(report({ reports: [fields] }))
        .toString()
        .replaceAll('\r\n', '\n'),
    )
    expect(await read(raw)).toMatchObject({ kind: 'hard', status: '5.1.1' })
  })

  test('Exchange names no type of report and encodes its part', async () => {
    const fields = Buffer.from(['Reporting-MTA: dns;x', '', ...failedFor('5.1.10')].join('\r\n')).toString('base64')
    const raw = bytes([
      `To: ${VERP}`,
      'Content-Type: multipart/report;boundary="e1"',
      '',
      '--e1',
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
      '',
      fields,
      '--e1--',
    ])
    expect(await read(raw)).toMatchObject({ deliveryId: DELIVERY, kind: 'hard', status: '5.1.10', address: true })
  })
})

describe('is no bounce:', () => {
  const letter = (headers: string[], body = 'Tôi đi vắng đến hết tuần.') => bytes([`To: ${VERP}`, ...headers, '', body])

  test.each([
    ['an absence note', letter(['Auto-Submitted: auto-replied', 'Subject: Vắng mặt', 'X-Autoreply: yes'])],
    ['an absence note from a mail system', letter(['From: MAILER-DAEMON@x.test', 'Subject: Undeliverable: failure'])],
    ['a letter that quotes a report', letter(['Subject: Fwd'], 'Action: failed\r\nStatus: 5.1.1\r\n')],
    [
      'a receipt of reading',
      report({ type: 'multipart/report; report-type=disposition-notification; boundary="B1.mail.test"' }),
    ],
    ['a complaint', report({ type: 'multipart/report; report-type=feedback-report; boundary="B1.mail.test"' })],
    ['a forwarded report', report({ type: 'multipart/mixed; boundary="B1.mail.test"' })],
    ['nothing', new Uint8Array()],
  ])('%s', async (_name, raw) => {
    expect(await read(raw)).toBeUndefined()
  })
})

describe('hostile mail changes nothing and costs little', () => {
  const kindOf = async (raw: Uint8Array) => (await read(raw))?.kind ?? 'none'

  test('several reports in one message, or one that contradicts itself', async () => {
    expect(await kindOf(report({ reports: [failedFor('5.1.1'), failedFor('4.4.7')] }))).toBe('unmatched')
    expect(await kindOf(report({ reports: [failedFor('2.0.0')] }))).toBe('unmatched')
    expect(await kindOf(report({ reports: [['Action: exploded', 'Status: 5.1.1']] }))).toBe('unmatched')
    expect(await kindOf(report({ reports: [] }))).toBe('unmatched')
  })

  test('a report hidden in the returned message', async () => {
    const inner = Buffer.from(report()).toString()
    const raw = bytes([
      `To: ${VERP}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=outer',
      '',
      '--outer',
      'Content-Type: message/rfc822',
      '',
      inner,
      '--outer--',
    ])
    expect(await kindOf(raw)).toBe('unmatched')
  })

  test('more than a megabyte', async () => {
    const huge = Buffer.concat([report(), Buffer.alloc(BOUNCE_LIMIT, 'a')])
    expect(await kindOf(huge)).toBe('none')
  })

  test.each<[string, () => Uint8Array]>([
    ['a megabyte of line ends', () => Buffer.concat([report(), Buffer.alloc(BOUNCE_LIMIT - 4_000, '\n')])],
    ['parts without end', () => Buffer.concat([report(), Buffer.from('\n--B1.mail.test'.repeat(60_000))])],
    ['a megabyte of one header', () => Buffer.from(`To: ${'a,'.repeat(500_000)}\r\n\r\n`)],
    ['a hundred thousand headers', () => Buffer.from(`${'To: a\r\n'.repeat(100_000)}\r\n`)],
    ['a hundred thousand recipients', () => report({ reports: [Array(100_000).fill('Action: x\n')] })],
    ['parts in parts in parts', nested],
    ['a status without end', () => report({ reports: [['Action: failed', `Status: 5.1.${'1'.repeat(500_000)}`]] })],
    ['a subject of open comments', () => Buffer.from(`Content-Type: ${'('.repeat(900_000)}\r\n\r\n`)],
  ])('%s', async (_name, make) => {
    const before = performance.now()
    expect(['none', 'unmatched', 'hard']).toContain(await kindOf(make()))
    expect(performance.now() - before).toBeLessThan(3_000)
  })

  function nested(): Uint8Array {
    const lines = ['Content-Type: multipart/report; boundary=b0', '']
    for (let depth = 0; depth < 500; depth++)
      lines.push(`--b${depth}`, `Content-Type: multipart/mixed; boundary=b${depth + 1}`, '')
    return bytes(lines)
  }

  test('nothing that is cut, doubled or altered anywhere makes it throw', async () => {
    const whole = Buffer.from(report())
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(whole.length),
        fc.uint8Array({ maxLength: 40 }),
        async (a, b, junk) => {
          const raw = Buffer.concat([whole.subarray(0, a), junk, whole.subarray(b)])
          const bounce = await read(raw)
          expect([undefined, DELIVERY]).toContain(bounce?.deliveryId)
        },
      ),
      { numRuns: 300 },
    )
  })
})
