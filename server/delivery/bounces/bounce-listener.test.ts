import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOUNCE_LIMIT } from '../../channels/read-bounce.ts'
import { deliveryWorld } from '../delivery.fixture.ts'
import { type BounceListener, startBounceListener } from './bounce-listener.ts'
import { reportOn, type SentMails, sendMails, verpOf } from './bounces.fixture.ts'

const world = deliveryWorld()
let sent: SentMails
let listener: BounceListener
beforeAll(async () => {
  sent = await sendMails(world, 4)
  listener = await startBounceListener(sent.deps, { host: '127.0.0.1', port: 0 })
})
afterAll(() => listener?.stop())

/** A mail server's half of the talk: each line is sent when the one before was answered. */
async function talk(...lines: (string | Buffer)[]): Promise<string[]> {
  const socket = connect(listener.port, '127.0.0.1')
  socket.on('error', () => {})
  try {
    const replies = [await reply(socket)]
    for (const line of lines) {
      socket.write(line)
      socket.write('\r\n')
      replies.push(await reply(socket))
    }
    return replies.slice(1)
  } finally {
    socket.destroy()
  }
}

async function reply(socket: Socket): Promise<string> {
  let text = ''
  while (!/^\d{3} .*\r\n$/m.test(text)) {
    const [chunk] = await once(socket, 'data', { signal: AbortSignal.timeout(20_000) })
    text += String(chunk)
  }
  return text
}

const offer = (to: string, mail: Buffer, from = '') =>
  talk('EHLO mx.test', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', Buffer.concat([mail, Buffer.from('\r\n.')]))
const stateOf = async (id: string) => (await world.rows(sent.campaign.id)).find((row) => row.id === id)?.state

test('a bounce of ours is taken and counted', async () => {
  const [id] = sent.ids
  expect((await offer(verpOf(id!), reportOn(id!))).at(-1)).toMatch(/^250 /)
  expect(await stateOf(id!)).toBe('failed')
})

test('an automatic answer is taken and counts as nothing', async () => {
  const id = sent.ids[1]!
  const note = Buffer.from(`To: ${verpOf(id)}\r\nAuto-Submitted: auto-replied\r\nSubject: Đi vắng\r\n\r\nHẹn gặp lại.`)
  expect((await offer(verpOf(id), note)).at(-1)).toMatch(/^250 /)
  expect(await stateOf(id)).toBe('sent')
})

describe('nothing else is taken:', () => {
  test.each(['bounce@khaosat.test', 'quan-tri@khaosat.test', 'ai@noi-khac.test', 'bounce+abc@khaosat.test'])(
    'mail for %s',
    async (to) => {
      const [, , rcpt, data] = await talk('EHLO mx.test', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA')
      expect(rcpt).toMatch(/^550 /)
      expect(data).toMatch(/^503 /)
    },
  )

  test('two recipients at once, signing in, encryption', async () => {
    const [hello, , first, second] = await talk(
      'EHLO mx.test',
      'MAIL FROM:<>',
      ...sent.ids.slice(1, 3).map((id) => `RCPT TO:<${verpOf(id)}>`),
    )
    expect(first).toMatch(/^250 /)
    expect(second).toMatch(/^452 /)
    expect(hello).not.toMatch(/AUTH|STARTTLS/)
    expect((await talk('EHLO mx.test', 'AUTH PLAIN AAAA'))[1]).toMatch(/^5\d\d /)
  })

  test('more than a megabyte, declared or not', async () => {
    const id = sent.ids[2]!
    const [, declared] = await talk('EHLO mx.test', `MAIL FROM:<> SIZE=${BOUNCE_LIMIT + 1}`)
    expect(declared).toMatch(/^552 /)
    const line = Buffer.from(`${'a'.repeat(70)}\r\n`)
    const huge = Buffer.concat([reportOn(id), ...Array(16_000).fill(line)])
    expect((await offer(verpOf(id), huge)).at(-1)).toMatch(/^552 /)
    expect(await stateOf(id)).toBe('sent')
  })
})

test('what could not be counted is asked for again', async () => {
  const id = sent.ids[3]!
  const sql = world.db().$client
  await sql`ALTER TABLE identity.bounces RENAME TO elsewhere`
  expect((await offer(verpOf(id), reportOn(id))).at(-1)).toMatch(/^451 /)
  expect(await stateOf(id)).toBe('sent')
  await sql`ALTER TABLE identity.elsewhere RENAME TO bounces`
  await sql`INSERT INTO staff.installation (id, secret_key_check, hold_reason) VALUES (1, '', 'moved')`
  expect((await offer(verpOf(id), reportOn(id))).at(-1)).toMatch(/^451 /)
  await sql`DELETE FROM staff.installation`
  expect((await offer(verpOf(id), reportOn(id))).at(-1)).toMatch(/^250 /)
  expect(await stateOf(id)).toBe('failed')
})

test('stops with somebody connected', async () => {
  const other = await startBounceListener(sent.deps, { host: '127.0.0.1', port: 0 })
  const socket = connect(other.port, '127.0.0.1')
  await once(socket, 'data')
  const closed = once(socket, 'close')
  socket.on('error', () => {})
  await other.stop()
  await closed
})
