import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isKnownSecretKey } from '../../staff/check-secret-key.ts'
import { createWebhook } from '../../staff/create-webhook.ts'
import { sendWebhook, sweepWebhooks } from '../../staff/send-webhook.job.ts'
import { insertWebhookDeliveries } from '../../staff/webhook-queries.ts'
import { runJob, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { listenForHooks } from '../../test/hook-listener.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { checkPlace } from './check-place.ts'
import { setHold } from './queries.ts'

let system: TestSystem
let admin: SignedIn
let officer: SignedIn
let auditor: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  await isKnownSecretKey(system.deps)
  await checkPlace(system.deps)
  admin = await signInAs(system, 'admin')
  officer = await signInAs(system, 'officer')
  auditor = await signInAs(system, 'auditor')
})
afterAll(() => system.stop())
beforeEach(() => setHold(system.deps.db, 'other-database', system.clock.now()))

const release = (who: SignedIn | undefined, payload: object) =>
  system.app.inject({ method: 'POST', url: '/api/sending/release', headers: { ...who }, payload })
const look = async (who: SignedIn) =>
  (await system.app.inject({ method: 'GET', url: '/api/sending', headers: { ...who } })).json()
const gauge = async () => {
  const { body } = await system.app.inject({ method: 'GET', url: '/metrics', remoteAddress: '127.0.0.1' })
  return /^phieu_sending_held (\d)$/m.exec(body)?.[1]
}

describe('the hold', () => {
  test('is shown to all who may see sending, in words, and in the metrics', async () => {
    for (const who of [admin, officer, auditor])
      expect((await look(who)).hold).toMatchObject({
        reason: 'other-database',
        words: expect.stringContaining('cơ sở dữ liệu'),
        due: { email: 0, zalo: 0 },
      })
    expect(await gauge()).toBe('1')
  })

  test.each([
    ['an officer', () => officer, 403, 'forbidden'],
    ['an auditor', () => auditor, 403, 'forbidden'],
    ['nobody', () => undefined, 401, 'sign-in-required'],
  ])('is not ended by %s', async (_who, who, status, code) => {
    const reply = await release(who(), { confirm: 'gửi tiếp' })
    expect({ status: reply.statusCode, code: reply.json().code }).toEqual({ status, code })
    expect((await look(admin)).hold).not.toBeNull()
  })

  test('is not ended without the CSRF token', async () => {
    const reply = await system.app.inject({
      method: 'POST',
      url: '/api/sending/release',
      headers: { cookie: admin.cookie },
      payload: { confirm: 'gửi tiếp' },
    })
    expect(reply.statusCode).toBe(403)
    expect((await look(admin)).hold).not.toBeNull()
  })

  test.each([
    [{ confirm: 'gửi' }, 422, 'release-unconfirmed'],
    [{ confirm: '' }, 422, 'release-unconfirmed'],
    [{}, 400, 'invalid-request'],
    [{ confirm: true }, 400, 'invalid-request'],
    [{ confirm: 'gửi tiếp', waiting: 'drop' }, 400, 'invalid-request'],
    [{ confirm: 'gửi tiếp', force: true }, 400, 'invalid-request'],
  ])('is not ended by %j', async (payload, status, code) => {
    const reply = await release(admin, payload)
    expect({ status: reply.statusCode, code: reply.json().code }).toEqual({ status, code })
    expect((await look(admin)).hold).not.toBeNull()
  })

  test('is ended by an administrator who types the words, and the answer is the new state', async () => {
    const reply = await release(admin, { confirm: 'gửi tiếp' })
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual(await look(admin))
    expect(reply.json()).toMatchObject({ hold: null, channels: [{ channel: 'email' }, { channel: 'zalo' }] })
    expect(await gauge()).toBe('0')
  })
})

test('programs are told nothing while sending is held, and what waited for them is told afterwards, once', async () => {
  const { deps } = system
  const hooks = await listenForHooks()
  try {
    await createWebhook(deps, hooks.url, { id: 'admin', email: 'quantri@so.example', role: 'admin', unit: null })
    const [webhookDeliveryId] = await deps.db.transaction((tx) => insertWebhookDeliveries(tx, '{"event":"x"}'))
    const before = await deps.queue.counts()
    await runJob(sendWebhook, deps, { webhookDeliveryId: webhookDeliveryId! })
    await runJob(sweepWebhooks, deps, {})
    expect(await deps.queue.counts()).toEqual(before)
    expect(hooks.calls).toEqual([])
    await release(admin, { confirm: 'gửi tiếp' })
    await runJob(sendWebhook, deps, { webhookDeliveryId: webhookDeliveryId! })
    await runJob(sendWebhook, deps, { webhookDeliveryId: webhookDeliveryId! })
    expect(hooks.calls.map(({ body }) => body)).toEqual(['{"event":"x"}'])
  } finally {
    await hooks.close()
  }
})
