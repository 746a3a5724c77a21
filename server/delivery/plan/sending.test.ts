import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../http/app-types.ts'
import { byMail, deliveryWorld, noon, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { buildOn, type Call, callAs } from './plan.fixture.ts'

const world = deliveryWorld()
let app: App
let call: Call
let auditor: Call
let unit: Call
beforeAll(async () => {
  world.clock.current = noon
  app = await buildOn(world.deps())
  call = await callAs(app, world.deps(), 'officer')
  auditor = await callAs(app, world.deps(), 'auditor')
  unit = await callAs(app, world.deps(), 'unit')
})
afterAll(() => app.close())
beforeEach(() => {
  world.clock.current = noon
})

const email = '/api/sending/channels/email'
const dispatch = (channel: 'email' | 'zalo' = 'email') => dispatchDeliveries(world.deps(), channel, tools())
async function invite(count: number) {
  const campaign = await world.campaign({ people: byMail(count) })
  await call('POST', `/api/campaigns/${campaign.code}/waves`, { kind: 'invitation', channels: ['email'] })
  return campaign
}
const audits = (action: string) => world.db().$client`SELECT actor, details FROM staff.audit WHERE action = ${action}`

describe('GET /api/sending', () => {
  test('says how each channel stands and what waits', async () => {
    const { id } = await invite(3)
    await world.db().$client`
      UPDATE identity.channels SET quota_daily = 500, quota_remaining = 499, quota_at = ${noon.toISOString()}, day = '2024-12-02', day_count = 7,
        held_until = ${new Date(noon.getTime() + 60_000).toISOString()}, held_for = 'zalo-unreachable', needs_person = 'zalo-token-refused'
      WHERE channel = 'zalo'`
    const { status, body } = await auditor('GET', '/api/sending')
    expect(status).toBe(200)
    expect(body.hold).toBeNull()
    expect(body.channels).toEqual([
      {
        ...{ channel: 'email', outbox: true, perMinute: null, perDay: null, parallel: 10, failureLimit: 50 },
        ...{
          state: 'running',
          paused: null,
          held: null,
          needsPerson: null,
          trouble: null,
          quota: null,
          sentToday: 0,
          due: 3,
        },
      },
      {
        ...{
          channel: 'zalo',
          outbox: true,
          perMinute: null,
          perDay: null,
          parallel: 10,
          failureLimit: 50,
          state: 'held',
        },
        ...{ paused: null, held: { until: '2024-12-02T05:01:00.000Z', failure: 'zalo-unreachable' } },
        needsPerson: 'zalo-token-refused',
        trouble: { title: expect.stringContaining('Zalo'), nextStep: expect.any(String) },
        quota: { daily: 500, remaining: 499, at: noon.toISOString() },
        ...{ sentToday: 7, due: 0 },
      },
    ])
    await dispatch()
    expect(await world.states(id)).toEqual(['sent', 'sent', 'sent'])
    const after = (await auditor('GET', '/api/sending')).body.channels[0]
    expect(after).toMatchObject({ sentToday: 3, due: 0 })
  })

  test('forgets yesterday’s count', async () => {
    await world.db().$client`UPDATE identity.channels SET day = '2024-12-01', day_count = 9 WHERE channel = 'email'`
    expect((await call('GET', '/api/sending')).body.channels[0].sentToday).toBe(0)
  })

  test('is not for a unit’s contact, and not for an auditor to change', async () => {
    expect((await unit('GET', '/api/sending')).status).toBe(403)
    expect((await auditor('PATCH', email, { perMinute: 1 })).status).toBe(403)
    expect((await auditor('POST', `${email}/pause`, {})).status).toBe(403)
  })
})

describe('a channel', () => {
  test('takes another pace, part by part, and says so in the audit log', async () => {
    expect(await call('PATCH', email, { perMinute: 60, perDay: 2000 })).toMatchObject({
      status: 200,
      body: { channel: 'email', perMinute: 60, perDay: 2000, parallel: 10 },
    })
    expect((await call('PATCH', email, { perDay: null, parallel: 3, failureLimit: 20 })).body).toMatchObject({
      ...{ perMinute: 60, perDay: null, parallel: 3, failureLimit: 20 },
    })
    expect(await audits('channel.pace')).toMatchObject([
      { details: { channel: 'email', after: { perMinute: 60, perDay: 2000 } } },
      {
        details: {
          channel: 'email',
          before: { perDay: 2000, parallel: 10 },
          after: { perDay: null, parallel: 3, failureLimit: 20 },
        },
      },
    ])
  })

  test.each([
    [{ perMinute: 0 }],
    [{ perMinute: 1.5 }],
    [{ perDay: -1 }],
    [{ parallel: 51 }],
    [{ failureLimit: 101 }],
    [{ pausedAt: null }],
  ])('refuses %j', async (body) => {
    expect(await call('PATCH', email, body)).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
  })

  test('pauses with a reason, sends nothing, and goes on from where it stood', async () => {
    const { id } = await invite(2)
    const paused = await call('POST', `${email}/pause`, { reason: 'Máy chủ thư bảo trì' })
    expect(paused.body).toMatchObject({
      state: 'paused',
      paused: { at: noon.toISOString(), by: expect.stringContaining('@so.example'), reason: 'Máy chủ thư bảo trì' },
    })
    expect((await call('POST', `${email}/pause`)).body.paused.reason).toBe('Máy chủ thư bảo trì')
    await dispatch()
    expect(await world.states(id)).toEqual(['queued', 'queued'])
    expect((await call('POST', `${email}/resume`)).body).toMatchObject({ state: 'running', paused: null })
    await dispatch()
    expect(await world.states(id)).toEqual(['sent', 'sent'])
    expect(await audits('channel.pause')).toHaveLength(1)
    expect(await audits('channel.resume')).toHaveLength(1)
  })

  test('that is not one of ours is refused', async () => {
    expect((await call('POST', '/api/sending/channels/sms/pause')).status).toBe(400)
  })
})
