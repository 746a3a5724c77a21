import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { openCampaign } from '../campaigns/open-campaign.ts'
import { findCampaign, updateCampaign } from '../campaigns/queries.ts'
import { setIntake } from '../campaigns/set-intake.ts'
import { readScores } from '../scoring/read-scores.ts'
import { raiseRevision } from '../tally/queries.ts'
import { createDraft } from '../test/campaign.ts'
import { OFFICER, runJob, startTestSystem, type TestSystem } from '../test/deps.ts'
import { type HookCall, hasGoodSignature } from '../test/hook-listener.ts'
import { createClient } from './create-client.ts'
import { createWebhook } from './create-webhook.ts'
import { insertEvent } from './notify-webhooks.ts'
import { sendWebhook, sweepWebhooks } from './send-webhook.job.ts'
import { verifyClient } from './verify-client.ts'
import { listDueWebhookDeliveries } from './webhook-queries.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

/** A listener that answers with `statuses` in turn, the last one for good; registered until the test ends. */
async function listen(...statuses: number[]) {
  const calls: HookCall[] = []
  const server = createServer(async (req, res) => {
    calls.push({ body: await text(req), signature: String(req.headers['x-phieu-signature']), receivedAt: Date.now() })
    res.writeHead(statuses.length > 1 ? statuses.shift()! : statuses[0]!, { location: '/elsewhere' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { id, secret } = await createWebhook(
    system.deps,
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    OFFICER,
  )
  async function hangUp() {
    server.closeAllConnections()
    if (server.listening) await new Promise((closed) => server.close(closed))
  }
  onTestFinished(async () => {
    await hangUp()
    await system.deps.db.$client`DELETE FROM staff.webhooks`
  })
  return { id, secret, calls, hangUp }
}

const draft = () => createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
const open = async (code: string) => openCampaign(system.deps, code, OFFICER)

/** What a worker does with the hints of one sweep. */
async function sendDue(deps = system.deps): Promise<void> {
  for (const webhookDeliveryId of await listDueWebhookDeliveries(deps.db))
    await runJob(sendWebhook, deps, { webhookDeliveryId })
}
const rows = () => system.deps.db.$client<{ state: string; attempts: number; wait: number }[]>`
  SELECT state, attempts, extract(epoch FROM due_at - now())::float AS wait FROM staff.webhook_deliveries`
const makeDue = () => system.deps.db.$client`UPDATE staff.webhook_deliveries SET due_at = now()`

test('every change of status is posted to every listener, signed, in the contract’s shape', async () => {
  const listeners = [await listen(200), await listen(204)]
  const { code } = await draft()
  await open(code)
  await setIntake(system.deps, code, 'paused', OFFICER)
  await setIntake(system.deps, code, 'open', OFFICER)
  await closeCampaign(system.deps, code, OFFICER)
  await sendDue()
  const { scores } = await readScores(system.deps, code)
  for (const { calls, secret } of listeners) {
    const events = calls.map(({ body }) => JSON.parse(body)).sort((a, b) => a.revision - b.revision)
    expect(events).toEqual(
      ['open', 'paused', 'open', 'closed'].map((status, at) => ({
        event: 'campaign.status',
        campaign: code,
        status,
        revision: at + 1,
      })),
    )
    expect(events.at(-1).revision).toBe(scores.revision)
    for (const call of calls) expect(hasGoodSignature(call, secret)).toBe(true)
    for (const call of calls) expect(hasGoodSignature({ ...call, body: `${call.body} ` }, secret)).toBe(false)
  }
  const [one, other] = listeners
  expect(hasGoodSignature(one!.calls[0]!, other!.secret)).toBe(false)
  expect((await rows()).map(({ state }) => state)).toEqual(Array(8).fill('sent'))
  await makeDue()
  await sendDue()
  expect(one!.calls).toHaveLength(4)
})

test('an event of the index tells status and revision as its transaction left them, and the digest where there is one', async () => {
  const { calls, secret } = await listen(200)
  const { code } = await draft()
  const campaign = (await findCampaign(system.deps.db, code))!
  await system.deps.db.transaction(async (tx) => {
    await raiseRevision(tx, campaign.id)
    await insertEvent(tx, campaign, 'index.points', { digest: 'a'.repeat(43) })
    await raiseRevision(tx, campaign.id)
    await updateCampaign(tx, campaign.id, { status: 'final' })
    await insertEvent(tx, campaign, 'index.published')
  })
  await sendDue()
  const events = calls.map(({ body }) => JSON.parse(body)).sort((a, b) => a.revision - b.revision)
  expect(events).toEqual([
    { event: 'index.points', campaign: code, status: 'draft', revision: 1, digest: 'a'.repeat(43) },
    { event: 'index.published', campaign: code, status: 'final', revision: 2 },
  ])
  for (const call of calls) expect(hasGoodSignature(call, secret)).toBe(true)
})

test('an event is lost with the change that caused it', async () => {
  await listen(200)
  const campaign = (await findCampaign(system.deps.db, (await draft()).code))!
  const undone = system.deps.db.transaction(async (tx) => {
    await insertEvent(tx, campaign, 'index.frozen', { digest: 'b'.repeat(43) })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await rows()).toHaveLength(0)
})

test('a refused change of status tells nobody', async () => {
  await listen(200)
  const { code } = await createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 4 }] })
  await expect(open(code)).rejects.toMatchObject({ code: 'unit-too-small' })
  expect(await rows()).toHaveLength(0)
})

test.each([500, 404, 302])('a listener that answers %s is tried again later, and not before', async (status) => {
  const { calls } = await listen(status, 200)
  await open((await draft()).code)
  await sendDue()
  const [first] = await rows()
  expect(first).toMatchObject({ state: 'queued', attempts: 1 })
  expect(first!.wait).toBeGreaterThan(20)
  await sendDue()
  expect(calls).toHaveLength(1)
  await makeDue()
  await sendDue()
  expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2 })
  expect(calls[0]!.body).toBe(calls[1]!.body)
})

test('the pauses between tries grow, and after ten the event is given up', async () => {
  const { calls } = await listen(500)
  await open((await draft()).code)
  const waits: number[] = []
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await makeDue()
    await sendDue()
    waits.push((await rows())[0]!.wait)
  }
  expect(calls).toHaveLength(10)
  const growing = waits.slice(0, 9)
  expect(growing).toEqual(growing.toSorted((a, b) => a - b))
  expect(growing[8]! / growing[0]!).toBeGreaterThan(100)
  expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 10 })
  await makeDue()
  await sendDue()
  expect(calls).toHaveLength(10)
})

test('a listener that is away keeps nothing else waiting', async () => {
  const [away, there] = [await listen(200), await listen(200)]
  await away.hangUp()
  await open((await draft()).code)
  await sendDue()
  expect(there.calls).toHaveLength(1)
  expect((await rows()).map(({ state }) => state).sort()).toEqual(['queued', 'sent'])
})

test('two workers post an event once', async () => {
  const { calls } = await listen(200)
  await open((await draft()).code)
  const other = await system.startAnother()
  const [webhookDeliveryId] = await listDueWebhookDeliveries(system.deps.db)
  const workers = [system.deps, other.deps, system.deps, other.deps]
  await Promise.all(workers.map((deps) => runJob(sendWebhook, deps, { webhookDeliveryId: webhookDeliveryId! })))
  expect(calls).toHaveLength(1)
})

test('the sweep leaves a hint for what is due, once', async () => {
  await listen(200)
  await system.deps.queue.flush()
  await open((await draft()).code)
  await runJob(sweepWebhooks, system.deps, {})
  await runJob(sweepWebhooks, system.deps, {})
  expect((await system.deps.queue.counts()).waiting).toBe(1)
})

test('secrets of listeners and programs are shown once and lie in the database sealed or hashed', async () => {
  const { secret, id } = await listen(200)
  const { clientId, clientSecret } = await createClient(system.deps, { name: 'chỉ số' }, OFFICER)
  const stored = await system.deps.db.$client`
    SELECT w.sealed_secret AS webhook, c.secret_hash AS client FROM staff.webhooks w, staff.clients c
    WHERE w.id = ${id} AND c.id = ${clientId}`
  expect(stored[0]!.webhook.includes(Buffer.from(secret))).toBe(false)
  expect(stored[0]!.client.includes(Buffer.from(clientSecret))).toBe(false)
  expect(await verifyClient(system.deps, clientId, clientSecret)).toEqual([])
  expect(await verifyClient(system.deps, clientId, `${clientSecret}x`)).toBeNull()
  expect(await verifyClient(system.deps, 'khong-co', clientSecret)).toBeNull()
})
