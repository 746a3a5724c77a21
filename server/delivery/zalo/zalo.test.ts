import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Channel, Message } from '../../channels/channel.ts'
import { createZaloChannel } from '../../channels/zalo.ts'
import type { ZaloConfig } from '../../config.ts'
import { createDb, type Db } from '../../db/client.ts'
import { createSecrets } from '../../secrets.ts'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { startZaloSimulator, type ZaloSimulator } from './simulator.ts'
import { zaloTokenStore } from './token-store.ts'

const secrets = createSecrets(randomBytes(32))
let now = new Date('2024-12-02T10:00:00+07:00')
const clock = { now: () => now }

let database: TestDatabase
let db: Db
let otherDb: Db
beforeAll(async () => {
  database = await createTestDatabase()
  db = createDb(database.url)
  otherDb = createDb(database.url)
})
afterAll(async () => {
  await Promise.all([db.$client.end(), otherDb.$client.end()])
  await database.drop()
})

let zalo: ZaloSimulator
let config: ZaloConfig
let channel: Channel
beforeEach(async () => {
  now = new Date('2024-12-02T10:00:00+07:00')
  zalo = await startZaloSimulator()
  await db.$client`DELETE FROM identity.zalo_tokens`
  config = {
    appId: zalo.appId,
    appSecret: zalo.appSecret,
    oaSecret: zalo.oaSecret,
    refreshToken: zalo.refreshToken(),
    templateId: '7895417a7d3f9461cd2e',
    apiUrl: zalo.url,
    oauthUrl: zalo.url,
  }
  channel = channelOver(db)
})
afterEach(async () => {
  await channel.close()
  await zalo.close()
})

const channelOver = (database: Db, timeoutMs = 20_000) =>
  createZaloChannel({ ...config, tokens: zaloTokenStore(database, secrets, config, clock), clock, timeoutMs })

const message = (changes: Partial<Message> = {}): Message => ({
  deliveryId: '0d8e4c1e-8f1c-4c62-9d5e-6a2f6b1f7a10',
  recipient: '84912345678',
  name: 'Nguyễn Hoàng Phương Thảo Nguyên Minh Ánh',
  subject: '',
  text: '',
  html: '',
  link: 'https://khaosat.test/p/abc',
  token: 'abc',
  unsubscribe: 'https://khaosat.test/unsubscribe/ai.mac',
  campaign: 'Khảo sát CCHC 2024',
  unit: 'Sở Tài chính',
  deadline: '20/12/2024',
  ...changes,
})

describe('a message', () => {
  test('carries the template data, the delivery as tracking id, and reports message id and quota', async () => {
    const outcome = await channel.send(message())
    expect(outcome).toMatchObject({ kind: 'sent', quota: { daily: 500, remaining: 499 } })
    expect(outcome.kind === 'sent' && outcome.providerId).toMatch(/^\w+$/)
    expect(zalo.taken).toEqual([
      {
        phone: '84912345678',
        template_id: '7895417a7d3f9461cd2e',
        template_data: {
          name: 'Nguyễn Hoàng Phương Thảo Ánh',
          campaign: 'Khảo sát CCHC 2024',
          unit: 'Sở Tài chính',
          deadline: '20/12/2024',
          token: 'abc',
        },
        tracking_id: '0d8e4c1e-8f1c-4c62-9d5e-6a2f6b1f7a10',
      },
    ])
  })

  test.each([
    ['an unreachable recipient', -118, { kind: 'rejected', failure: 'zalo-118' }],
    ['a template that is not approved', -131, { kind: 'rejected', failure: 'zalo-131', person: true }],
    ['too many at once', -32, { kind: 'retry', failure: 'zalo-32', everyone: true }],
    ['HTTP 503', { http: 503 }, { kind: 'retry', failure: 'zalo-http-503', everyone: true }],
    ['HTTP 504', { http: 504 }, { kind: 'unknown', failure: 'zalo-http-504' }],
    ['a reply that cannot be read', { http: 200, body: '<html>' }, { kind: 'unknown', failure: 'zalo-unreadable' }],
    ['a connection that breaks', 'drop', { kind: 'unknown', failure: 'zalo-lost' }],
  ] as const)('%s', async (_what, answer, outcome) => {
    zalo.answer('84912345678', answer)
    expect(await channel.send(message())).toMatchObject(outcome)
    expect(zalo.calls.send).toBe(1)
  })

  test('leaves nobody able to tell when no reply comes', async () => {
    await channel.send(message())
    zalo.answer('84912345678', 'hang')
    const impatient = channelOver(db, 500)
    expect(await impatient.send(message())).toEqual({ kind: 'unknown', failure: 'zalo-timeout' })
    await impatient.close()
  })

  test('is not sent when nobody listens there', async () => {
    await channel.send(message())
    await zalo.close()
    expect(await channel.send(message())).toMatchObject({ kind: 'retry', failure: 'zalo-unreachable', everyone: true })
  })
})

describe('the token', () => {
  test('that Zalo refuses is refreshed once and the message tried once more', async () => {
    await channel.send(message())
    zalo.expire()
    expect(await channel.send(message())).toMatchObject({ kind: 'sent' })
    expect(zalo.calls).toMatchObject({ send: 3, refresh: 2 })
  })

  test('that Zalo refuses again needs a person', async () => {
    zalo.answer('84912345678', -216, -216)
    expect(await channel.send(message())).toEqual({ kind: 'rejected', failure: 'zalo-216', person: true })
    expect(zalo.calls.send).toBe(2)
  })

  test('is refreshed once for all when many in two processes find it stale', async () => {
    const other = channelOver(otherDb)
    await Promise.all([channel.send(message()), other.send(message())])
    expect(zalo.calls.refresh).toBe(1)
    zalo.expire()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? channel : other).send(message())),
    )
    expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true)
    expect(zalo.calls.refresh).toBe(2)
    await other.close()
  })

  test('chain goes on in a process that starts later', async () => {
    await channel.send(message())
    zalo.expire()
    expect(await channelOver(otherDb).send(message())).toMatchObject({ kind: 'sent' })
    expect(zalo.calls.refresh).toBe(2)
  })

  test('is refreshed before it runs out', async () => {
    await channel.send(message())
    now = new Date(now.getTime() + 89_900_000)
    await channel.send(message())
    expect(zalo.calls.refresh).toBe(2)
  })

  test('is kept sealed', async () => {
    await channel.send(message())
    const rows = await db.$client<{ sealed: Buffer }[]>`SELECT sealed_pair AS sealed FROM identity.zalo_tokens`
    expect(rows).toHaveLength(1)
    expect(rows[0]!.sealed.toString('latin1')).not.toContain(zalo.refreshToken())
  })

  test('that is dead needs a person, and a new one in the environment begins anew', async () => {
    await channel.send(message())
    zalo.expire()
    await db.$client`DELETE FROM identity.zalo_tokens`
    const restarted = channelOver(db) // has only the first refresh token, which is spent
    expect(await restarted.send(message())).toMatchObject({
      kind: 'rejected',
      failure: 'zalo-token-refused',
      person: true,
    })
    config.refreshToken = zalo.refreshToken()
    expect(await channelOver(db).send(message())).toMatchObject({ kind: 'sent' })
    expect(await restarted.ready()).toBe(false)
  })

  test('that was replaced in the environment is not mixed up with the stored chain', async () => {
    await channel.send(message())
    await db.$client`UPDATE identity.zalo_tokens SET expires_at = now() - interval '1 day' WHERE true`
    config.refreshToken = zalo.refreshToken()
    expect(await channelOver(otherDb).send(message())).toMatchObject({ kind: 'sent' })
  })

  test('that is missing needs a person', async () => {
    config.refreshToken = undefined
    expect(await channelOver(db).send(message())).toEqual({
      kind: 'rejected',
      failure: 'zalo-token-missing',
      person: true,
    })
  })
})
