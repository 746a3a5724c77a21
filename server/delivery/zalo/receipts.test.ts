import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { createWave } from '../create-wave.ts'
import { byZalo, deliveryWorld, noon, officer, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { startZaloSimulator, type ZaloSimulator } from './simulator.ts'
import { appOver, configFor, depsWithZalo } from './zalo.fixture.ts'

const HOUR = 3_600_000
const world = deliveryWorld()
let zalo: ZaloSimulator
let deps: Deps
let app: App
let withoutSecret: App

beforeAll(async () => {
  zalo = await startZaloSimulator()
  deps = depsWithZalo(world, configFor(zalo), { timeoutMs: 3_000 })
  app = await appOver(deps)
  withoutSecret = await appOver(deps, { zalo: { ...configFor(zalo), oaSecret: undefined } })
})
afterAll(async () => {
  await Promise.all([app?.close(), withoutSecret?.close(), deps?.channels.zalo.close(), zalo?.close()])
})
beforeEach(async () => {
  world.clock.current = noon
  await world.db().$client`UPDATE identity.deliveries SET state = 'withdrawn' WHERE state IN ('queued', 'sending')`
})

const post = (body: string, signature: string | undefined, to = app) =>
  to.inject({
    method: 'POST',
    url: '/api/zalo/webhook',
    payload: body,
    headers: { 'content-type': 'application/json', ...(signature ? { 'x-zevent-signature': signature } : {}) },
  })

async function receive(content: Parameters<ZaloSimulator['receipt']>[0]): Promise<void> {
  const { body, signature } = zalo.receipt(content)
  const answer = await post(body, signature)
  expect([answer.statusCode, answer.json()]).toEqual([200, { received: true }])
}

/** A receipt with a message that Zalo would never write, signed all the same. */
async function receiveOdd(message: unknown, name = 'user_received_message'): Promise<number> {
  const timestamp = String(noon.getTime())
  const body = JSON.stringify({ event_name: name, timestamp, message })
  return (await post(body, zalo.sign(body, timestamp))).statusCode
}

async function invited(people = byZalo(1)) {
  const campaign = await world.campaign({ people })
  await createWave(deps, campaign.code, { kind: 'invitation', channels: ['zalo'] }, officer)
  return campaign
}

async function sent(people = byZalo(1)) {
  const campaign = await invited(people)
  await dispatchDeliveries(deps, 'zalo', tools())
  const [row] = await world.rows(campaign.id)
  return { campaign, row: row!, again: async () => (await world.rows(campaign.id))[0]! }
}

describe('a receipt', () => {
  test('marks its message by tracking id; the same again, and one days later, change nothing', async () => {
    const { row, again } = await sent()
    const at = new Date(noon.getTime() + 1000)
    world.clock.current = new Date(noon.getTime() + 60_000)
    await receive({ trackingId: row.id, msgId: row.providerId!, at })
    const marked = await again()
    expect(marked).toMatchObject({ state: 'delivered', deliveredAt: at, failure: null })
    await receive({ trackingId: row.id, msgId: row.providerId!, at })
    world.clock.current = new Date(noon.getTime() + 72 * HOUR)
    await receive({ trackingId: row.id, msgId: row.providerId!, at })
    await receive({ trackingId: row.id, msgId: row.providerId!, at: world.clock.current })
    expect(await again()).toEqual(marked)
    const events = await world.db().$client`
      SELECT FROM identity.delivery_events WHERE delivery_id = ${row.id} AND state = 'delivered'`
    expect(events).toHaveLength(1)
  })

  test('without a tracking id finds its message by Zalo’s own id', async () => {
    const { row, again } = await sent()
    await receive({ msgId: row.providerId! })
    expect(await again()).toMatchObject({ state: 'delivered' })
  })

  test('settles a message whose sending timed out, and brings Zalo’s id with it', async () => {
    const campaign = await invited()
    zalo.answer('*', 'hang')
    await dispatchDeliveries(deps, 'zalo', tools())
    const [row] = await world.rows(campaign.id)
    expect(row).toMatchObject({ state: 'unknown', failure: 'zalo-timeout', providerId: null })
    await receive({ trackingId: row!.id, msgId: 'm-after-time-out' })
    expect(await world.rows(campaign.id)).toEqual([
      expect.objectContaining({ state: 'delivered', failure: null, providerId: 'm-after-time-out' }),
    ])
  })

  test('that is faster than the reply of the sending stays', async () => {
    const url = `${await listening(app)}/api/zalo/webhook`
    const quick = await startZaloSimulator({
      appId: zalo.appId,
      oaSecret: zalo.oaSecret,
      webhook: { url, beforeReply: 1 },
    })
    await world.db().$client`DELETE FROM identity.zalo_tokens`
    const own = depsWithZalo(world, configFor(quick))
    const campaign = await invited()
    await dispatchDeliveries(own, 'zalo', tools())
    expect(quick.webhooks).toMatchObject({ posted: 1, accepted: 1 })
    expect(await world.rows(campaign.id)).toEqual([
      expect.objectContaining({ state: 'delivered', sentAt: noon, providerId: quick.messages[0]!.msgId }),
    ])
    await world.db().$client`DELETE FROM identity.zalo_tokens`
    await Promise.all([own.channels.zalo.close(), quick.close()])
  })

  test('reaches a message that had been given up, or that a person has put back into the queue', async () => {
    for (const state of ['failed', 'queued']) {
      const { campaign, row, again } = await sent()
      await world.db().$client`
        UPDATE identity.deliveries SET state = ${state}, failure = 'given-up' WHERE campaign_id = ${campaign.id}`
      await receive({ trackingId: row.id })
      expect(await again()).toMatchObject({ state: 'delivered', failure: null })
    }
  })

  test('touches no mail and no message that was withdrawn', async () => {
    const { campaign, row, again } = await sent([{ email: 'a@sonla.test', phone: '84912000009' }])
    await world.db().$client`UPDATE identity.deliveries SET channel = 'email' WHERE campaign_id = ${campaign.id}`
    await receive({ trackingId: row.id, msgId: row.providerId! })
    expect(await again()).toMatchObject({ state: 'sent' })
    await world.db().$client`
      UPDATE identity.deliveries SET channel = 'zalo', state = 'withdrawn' WHERE campaign_id = ${campaign.id}`
    await receive({ trackingId: row.id })
    expect(await again()).toMatchObject({ state: 'withdrawn' })
  })

  test('of a message that is not ours is acknowledged', async () => {
    await receive({ trackingId: 'nobody-knows-it', msgId: 'nor-this' })
    await receive({})
  })

  test('from a clock that is wrong counts within reason: not before the sending, not after now', async () => {
    world.clock.current = noon
    const [past, future] = [await sent(byZalo(1)), await sent([{ phone: '84912111222' }])]
    world.clock.current = new Date(noon.getTime() + HOUR)
    await receive({ trackingId: past.row.id, at: new Date(noon.getTime() - 10 * 24 * HOUR) })
    await receive({ trackingId: future.row.id, at: new Date(noon.getTime() + 30 * 24 * HOUR) })
    expect((await past.again()).deliveredAt).toEqual(noon)
    expect((await future.again()).deliveredAt).toEqual(world.clock.current)
  })

  test('with parts of a wrong type still counts for what is right in it', async () => {
    const { row, again } = await sent()
    for (const message of [
      { tracking_id: { id: row.id }, msg_id: [], delivery_time: {} },
      { tracking_id: 'x'.repeat(5_000), msg_id: 'a\u0000b' },
      { tracking_id: `${row.id}' OR 1=1 --` },
      null,
      [],
      'text',
    ])
      expect(await receiveOdd(message)).toBe(200)
    expect(await again()).toMatchObject({ state: 'sent' })
    expect(await receiveOdd({ tracking_id: row.id, msg_id: 12345, delivery_time: 'hôm qua' })).toBe(200)
    expect(await again()).toMatchObject({ state: 'delivered', deliveredAt: noon })
  })

  test('is the only event that counts; the others are acknowledged', async () => {
    const { row, again } = await sent()
    expect(await receiveOdd({ tracking_id: row.id }, 'user_send_text')).toBe(200)
    expect(await again()).toMatchObject({ state: 'sent' })
  })
})

describe('what is refused', () => {
  test('is all that is not signed over these very bytes, and changes nothing', async () => {
    const { row, again } = await sent()
    const { body, signature } = zalo.receipt({ trackingId: row.id })
    const { timestamp } = JSON.parse(body)
    const withEmptySecret = `mac=${createHash('sha256').update(`${zalo.appId}${body}${timestamp}`).digest('hex')}`
    const attempts: [string, string | undefined, App?][] = [
      [body, undefined],
      [body, 'mac='],
      [body, `mac=${'0'.repeat(64)}`],
      [body, signature.slice(4)],
      [body.replace('user_received', 'user_Received'), signature],
      [body.replace(timestamp, String(Number(timestamp) + 1)), signature],
      [`${body} `, signature],
      ['{', signature],
      ['', signature],
      ['null', signature],
      [body, signature, withoutSecret],
      [body, withEmptySecret, withoutSecret],
    ]
    for (const [bytes, mac, to] of attempts) {
      const answer = await post(bytes, mac, to)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'webhook-signature-invalid'])
    }
    expect(await again()).toMatchObject({ state: 'sent' })
  })

  test('is JSON that is nothing but depth, whether signed or not', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    const timestamp = String(noon.getTime())
    const body = `{"event_name":"user_received_message","timestamp":"${timestamp}","message":${deep}}`
    expect((await post(body, undefined)).statusCode).toBe(403)
    expect((await post(body, zalo.sign(body, timestamp))).statusCode).toBe(200)
  })

  test('is a body of 10 MB that announces itself, before a byte of it has come', async () => {
    const socket = await connectTo(app)
    socket.write(`${head}content-length: ${10 * 1024 * 1024}\r\n\r\n`)
    expect(await answerOf(socket)).toContain('413')
    expect(socket.bytesWritten).toBeLessThan(1_000)
  })

  test('is a body of 10 MB that does not say how long it is, as soon as it is too long', async () => {
    const socket = await connectTo(app)
    socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    let chunks = 0
    const writing = (async () => {
      for (; chunks < 640 && !socket.destroyed; chunks++) {
        if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {})
      }
    })()
    expect(await answerOf(socket)).toContain('413')
    await writing
    expect(chunks).toBeLessThan(640)
  })
})

const head = 'POST /api/zalo/webhook HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'

async function listening(to: App): Promise<string> {
  if (!to.server.listening) await to.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(to.server.address() as AddressInfo).port}`
}

async function connectTo(to: App) {
  const { port } = new URL(await listening(to))
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** What came until the other side closed, or the status line was there. */
async function answerOf(socket: ReturnType<typeof connect>): Promise<string> {
  let text = ''
  socket.on('data', (data) => {
    text += data
  })
  await vi.waitFor(() => expect(text).toContain('\r\n'), 5_000)
  await vi.waitFor(() => expect(socket.destroyed || socket.readableEnded).toBe(true), 5_000)
  return text
}
