import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freezeCampaignIndex } from '../../server/index/compute/freeze-campaign-index.ts'
import { appraisedPoints, citizensPoints } from '../../server/index/small-index.fixture.ts'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createClient } from '../../server/staff/create-client.ts'
import { createWebhook } from '../../server/staff/create-webhook.ts'
import { insertEvent } from '../../server/staff/notify-webhooks.ts'
import { sendWebhook } from '../../server/staff/send-webhook.job.ts'
import { listDueWebhookDeliveries } from '../../server/staff/webhook-queries.ts'
import { OFFICER, runJob, startTestSystem, type TestSystem } from '../../server/test/deps.ts'
import { listenForHooks } from '../../server/test/hook-listener.ts'
import { createIndexClient, type IndexClientOptions } from './client.ts'
import { composeTypes } from './compose-types.ts'
import { verifyWebhook } from './verify-webhook.ts'

let system: TestSystem
let program: Pick<IndexClientOptions, 'baseUrl' | 'clientId' | 'clientSecret'>
beforeAll(async () => {
  system = await startTestSystem()
  const baseUrl = await system.app.listen({ port: 0, host: '127.0.0.1' })
  program = {
    baseUrl,
    ...(await createClient(system.deps, { name: 'chương trình mẫu', scopes: ['points', 'microdata'] }, OFFICER)),
  }
  await storeIndexCampaign(system.deps.db, 'nam-nay', 'final')
})
afterAll(() => system.stop())

/** The client with a look at each request that it makes; `alter` may change one on its way. */
function watchedClient(options: Partial<IndexClientOptions> = {}, alter = (request: Request) => request) {
  const calls: { path: string; method: string; status: number; etag: string | null }[] = []
  const client = createIndexClient({
    ...program,
    fetch: async (request) => {
      const sent = alter(request as Request)
      const response = await fetch(sent)
      const { pathname: path } = new URL(sent.url)
      calls.push({ path, method: sent.method, status: response.status, etag: sent.headers.get('if-none-match') })
      return response
    },
    ...options,
  })
  return { client, calls, tokens: () => calls.filter(({ path }) => path === '/api/index/token').length }
}

test('the files in types/ are what the server’s OpenAPI says now, and no others (npm run index-api)', async () => {
  const { baseUrl } = program
  const composed = await composeTypes(await (await fetch(`${baseUrl}/api/openapi.json`)).json())
  const folder = new URL('types/', import.meta.url)
  expect(readdirSync(folder).sort()).toEqual([...composed.keys()].sort())
  for (const [file, source] of composed) expect(readFileSync(new URL(file, folder), 'utf8'), file).toBe(source)
})

test('a program brings points in, hears of it, reads the index, and keeps the final result by its digest', async () => {
  const hooks = await listenForHooks()
  onTestFinished(() => hooks.close())
  const { secret } = await createWebhook(system.deps, hooks.url, OFFICER)
  const { client } = watchedClient()
  const rehearsed = await client.sendPoints(
    'nam-nay',
    { kind: 'appraised', round: 1, dryRun: true },
    { reason: 'thẩm định lần một', points: appraisedPoints },
  )
  expect(rehearsed).toMatchObject({ version: null, problems: [] })
  expect((await client.readIndex('nam-nay')).status).toBe('provisional')
  await client.sendPoints('nam-nay', { kind: 'appraised', round: 1 }, { reason: 'thẩm định', points: appraisedPoints })
  await client.sendPoints(
    'nam-nay',
    { kind: 'imported', source: 'nguoi-dan' },
    { reason: 'bưu điện gửi', points: citizensPoints },
  )
  await freezeCampaignIndex(system.deps, 'nam-nay', OFFICER)

  for (const webhookDeliveryId of await listDueWebhookDeliveries(system.deps.db))
    await runJob(sendWebhook, system.deps, { webhookDeliveryId })
  const events = await Promise.all(hooks.calls.map(({ body, signature }) => verifyWebhook({ secret, body, signature })))
  expect(events.map((event) => event?.event).sort()).toEqual(['index.frozen', 'index.points', 'index.points'])

  const index = await client.readIndex('nam-nay')
  expect(index.status).toBe('final')
  const [listed] = await client.listCampaigns()
  expect(listed).toMatchObject({ code: 'nam-nay', indexDigest: index.digest })
  expect(events.find((event) => event?.event === 'index.frozen')?.digest).toBe(index.digest)
  expect(await client.readResult(index.digest)).toEqual({ ...index, digest: undefined })
  expect(await new Response(await client.downloadIndex('nam-nay', 'csv')).text()).toContain('Sở Nội vụ')
  expect((await client.readCodebook('nam-nay')).minimumCell).toBe(5)
})

test('a document without news is asked for by its tag and comes back as the same object', async () => {
  const { client, calls } = watchedClient()
  const first = await client.readScores('nam-nay')
  expect(await client.readScores('nam-nay')).toBe(first)
  const asked = calls.filter(({ path }) => path.endsWith('/scores'))
  expect(asked.map(({ status, etag }) => [status, etag])).toEqual([
    [200, null],
    [304, `"${first.digest}"`],
  ])
})

describe('the token', () => {
  test('is fetched once for calls at the same time, and renewed before it ends', async () => {
    let now = Date.now()
    const { client, tokens } = watchedClient({ now: () => now })
    await Promise.all([client.listCampaigns(), client.readScores('nam-nay'), client.readIndex('nam-nay')])
    expect(tokens()).toBe(1)
    now += 13.5 * 60_000
    await client.listCampaigns()
    expect(tokens()).toBe(1)
    now += 60_000
    await client.listCampaigns()
    expect(tokens()).toBe(2)
  })

  test('that the server refuses is replaced once, and then the refusal is told', async () => {
    let spoiled = 1
    const spoil = (request: Request) => {
      if (!request.headers.has('authorization') || spoiled-- <= 0) return request
      return new Request(request, { headers: { authorization: 'Bearer hong' } })
    }
    const { client, tokens } = watchedClient({}, spoil)
    expect(await client.listCampaigns()).toHaveLength(1)
    expect(tokens()).toBe(2)
    spoiled = 5
    await expect(client.listCampaigns()).rejects.toMatchObject({ status: 401, code: 'token-invalid' })
    const stranger = watchedClient({ clientSecret: 'sai' })
    await expect(stranger.client.listCampaigns()).rejects.toMatchObject({ code: 'wrong-client' })
    expect(stranger.tokens()).toBe(1)
  })
})

test('refusals carry the server’s code', async () => {
  const { client } = watchedClient()
  await expect(client.readIndex('khong-co')).rejects.toMatchObject({ name: 'IndexApiError', code: 'campaign-unknown' })
  await expect(client.readResult('A'.repeat(43))).rejects.toMatchObject({ status: 404, code: 'result-unknown' })
  const wrong = client.sendPoints('nam-nay', { kind: 'appraised' }, { reason: 'sau khi chốt', points: appraisedPoints })
  await expect(wrong).rejects.toMatchObject({ status: 409, code: 'index-frozen' })
})

/** A real server that answers as told. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that is busy as `answers` say, then well; `waits` are the client's pauses, which take no time here. */
async function busyServer(...answers: [status: number, retryAfter?: string][]) {
  const waits: number[] = []
  const bodies: string[] = []
  const baseUrl = await serve(async (req, res) => {
    if (req.url === '/api/index/token') return res.end('{"token":"t","expiresIn":900}')
    bodies.push(await text(req))
    const [status, retryAfter] = answers.shift() ?? [200]
    res.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter })
    return res.end(status === 200 ? '[]' : '{"code":"busy","message":"bận"}')
  })
  const wait = async (ms: number) => void waits.push(ms)
  const now = () => Date.parse('2026-01-01T00:00:00Z')
  return { client: createIndexClient({ ...program, baseUrl, wait, now }), waits, bodies }
}

describe('a busy server', () => {
  test('is asked again after the time that it names', async () => {
    const { client, waits } = await busyServer([429, '7'], [503, 'Thu, 01 Jan 2026 00:00:30 GMT'], [503], [503])
    expect(await client.listCampaigns()).toEqual([])
    expect(waits).toEqual([7000, 30_000, 4000, 8000])
  })

  test('that stays busy, or asks for too long a wait, is told to the caller', async () => {
    const always = await busyServer(...Array.from({ length: 9 }, (): [number, string] => [429, '1']))
    await expect(always.client.listCampaigns()).rejects.toMatchObject({ status: 429, code: 'busy' })
    expect(always.waits).toHaveLength(5)
    const long = await busyServer([503, '86400'])
    await expect(long.client.listCampaigns()).rejects.toMatchObject({ status: 503 })
    expect(long.waits).toEqual([])
  })

  test('gets points again after 429, when nothing was done, but not after 503', async () => {
    const body = { reason: 'thử', points: { SNV: { ND: '9.5' } } }
    const refused = await busyServer([429, '1'])
    await refused.client.sendPoints('x', { kind: 'imported', source: 'nguoi-dan' }, body)
    expect(refused.bodies).toEqual([JSON.stringify(body), JSON.stringify(body)])
    const unsure = await busyServer([503, '1'])
    await expect(unsure.client.sendPoints('x', { kind: 'self' }, body)).rejects.toMatchObject({ status: 503 })
  })
})

test('a server that is starting while the token is fetched is waited for too', async () => {
  let starting = 2
  const baseUrl = await serve((req, res) => {
    if (starting-- > 0) return res.writeHead(503, { 'retry-after': '1' }).end()
    return res.end(req.url === '/api/index/token' ? '{"token":"t","expiresIn":900}' : '[]')
  })
  const waits: number[] = []
  const client = createIndexClient({ ...program, baseUrl, wait: async (ms) => void waits.push(ms) })
  expect(await client.listCampaigns()).toEqual([])
  expect(waits).toEqual([1000, 1000])
})

test('a result that was altered on its way is refused', async () => {
  const { digest } = await watchedClient().client.readIndex('nam-nay')
  const baseUrl = await serve((req, res) =>
    res.end(req.url === '/api/index/token' ? '{"token":"t","expiresIn":900}' : '{"points":100}'),
  )
  await expect(createIndexClient({ ...program, baseUrl }).readResult(digest)).rejects.toMatchObject({
    code: 'digest-differs',
  })
})

test('a webhook with another secret, another body, an old time or no signature is no event', async () => {
  const hooks = await listenForHooks()
  onTestFinished(() => hooks.close())
  const { secret } = await createWebhook(system.deps, hooks.url, OFFICER)
  const id = await storeIndexCampaign(system.deps.db, 'khac', 'open')
  await system.deps.db.transaction((tx) => insertEvent(tx, { id, code: 'khac' }, 'index.published'))
  for (const webhookDeliveryId of await listDueWebhookDeliveries(system.deps.db))
    await runJob(sendWebhook, system.deps, { webhookDeliveryId })
  const { body, signature, receivedAt } = hooks.calls[0]!
  const good = { secret, body, signature }
  expect(await verifyWebhook(good)).toEqual({ event: 'index.published', campaign: 'khac', status: 'open', revision: 2 })
  for (const bad of [
    { ...good, secret: `${secret}x` },
    { ...good, body: body.replace('khac', 'nam-nay') },
    { ...good, now: receivedAt + 301_000 },
    { ...good, now: receivedAt - 301_000 },
    { ...good, signature: undefined },
    { ...good, signature: signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
  ])
    expect(await verifyWebhook(bad)).toBeNull()
})
