import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createDraft, createOpenCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { openLiveConsole } from '../test/live-console.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { closeCampaign } from './close-campaign.ts'
import { setIntake } from './set-intake.ts'

let system: TestSystem
let officer: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()
const roster = [{ unit: 'AB', group: 'CC', people: 6 }]
const open = (closesAt: string | undefined = inDays(3)) => createOpenCampaign(system.deps, { roster, closesAt })
const extend = async (code: string, closesAt: string, reason = 'Chờ thêm phiếu của các xã') => {
  const answer = await system.app.inject({
    ...{ method: 'POST', url: `/api/campaigns/${code}/extend`, headers: officer },
    payload: { closesAt, reason },
  })
  return { status: answer.statusCode, body: answer.json() }
}
const get = async (url: string) => (await system.app.inject({ url, headers: officer })).json()
const audits = (code: string) =>
  system.deps.db.$client`SELECT actor, details FROM staff.audit WHERE campaign = ${code} AND action = 'campaign.extend'`

describe('extending', () => {
  test('moves the deadline everywhere: campaign, phone page, live view and plan; and says why in the audit log', async () => {
    const before = inDays(3)
    const after = inDays(10)
    const { code, people } = await open(before)
    expect(await extend(code, after)).toEqual({ status: 200, body: { status: 'open', before, closesAt: after } })
    expect((await get(`/api/campaigns/${code}`)).closesAt).toBe(after)
    expect((await get(`/api/links/${people[0]!.token}`)).campaign.closesAt).toBe(after)
    expect((await get(`/api/campaigns/${code}/progress`)).closesAt).toBe(after)
    expect((await get(`/api/campaigns/${code}/plan`)).closesAt).toBe(after)
    expect(await audits(code)).toMatchObject([{ details: { before, after, reason: 'Chờ thêm phiếu của các xã' } }])
  })

  test('lets answers in again that came too late a moment ago, and sending too', async () => {
    const { code, people } = await open(inDays(1))
    await system.deps.db
      .$client`UPDATE campaign.campaigns SET closes_at = now() - interval '1 minute' WHERE code = ${code}`
    const invite = () =>
      system.app.inject({
        ...{ method: 'POST', url: `/api/campaigns/${code}/waves`, headers: officer },
        payload: { kind: 'invitation', channels: ['email'] },
      })
    expect((await get(`/api/links/${people[0]!.token}`)).campaign.status).toBe('closed')
    expect((await invite()).json().code).toBe('campaign-closed')
    expect((await extend(code, inDays(2))).status).toBe(200)
    expect((await get(`/api/links/${people[0]!.token}`)).campaign.status).toBe('open')
    expect((await invite()).statusCode).toBe(201)
  })

  test('pressed twice is as once', async () => {
    const { code } = await open()
    const after = inDays(9)
    const both = await Promise.all([extend(code, after), extend(code, after)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await audits(code)).toHaveLength(1)
  })

  test('by two officers at once ends at the later day, and whoever named the earlier one second is told', async () => {
    const { code } = await open()
    const [near, far] = [inDays(5), inDays(8)]
    await Promise.all([extend(code, near), extend(code, far)])
    expect((await get(`/api/campaigns/${code}`)).closesAt).toBe(far)
    const late = await extend(code, near)
    expect(late).toMatchObject({ status: 409, body: { code: 'closes-at-not-later', details: { closesAt: far } } })
    for (const { details } of await audits(code))
      expect(Date.parse(details.after)).toBeGreaterThan(Date.parse(details.before))
  })

  test('works while the intake is paused and leaves it paused', async () => {
    const { code } = await open()
    await setIntake(system.deps, code, 'paused', OFFICER)
    expect((await extend(code, inDays(6))).body.status).toBe('paused')
    expect((await get(`/api/campaigns/${code}`)).status).toBe('paused')
  })

  test('never shortens, never goes back in time, and not into another century', async () => {
    const { code } = await open(inDays(3))
    expect((await extend(code, inDays(2))).body.code).toBe('closes-at-not-later')
    expect((await extend(code, inDays(-1))).body.code).toBe('closes-at-past')
    expect((await extend(code, '2206-01-01T00:00:00Z')).body.code).toBe('invalid-request')
    expect((await extend(code, inDays(5), '  ')).status).toBe(400)
    expect((await extend(code, inDays(5), 'Vì \ud800 gì')).status).toBe(400)
    expect((await extend(code, 'ngày mai')).status).toBe(400)
    expect(await audits(code)).toEqual([])
  })

  test('is refused where there is nothing to extend', async () => {
    const draft = await createDraft(system.deps, { roster })
    expect((await extend(draft.code, inDays(5))).body.code).toBe('campaign-not-open')
    const closed = await open()
    await closeCampaign(system.deps, closed.code, OFFICER)
    expect((await extend(closed.code, inDays(5))).body.code).toBe('campaign-closed')
    const endless = await createOpenCampaign(system.deps, { roster })
    expect((await extend(endless.code, inDays(5))).body).toMatchObject({
      code: 'closes-at-not-later',
      details: { closesAt: null },
    })
    expect((await extend('khong-co', inDays(5))).status).toBe(404)
  })

  test('reaches every process that somebody watches, within the live events', async () => {
    const { code } = await open()
    const other = await system.startAnother()
    const base = await other.app.listen({ port: 0, host: '127.0.0.1' })
    const live = await openLiveConsole(base, code, officer.cookie)
    await vi.waitFor(() => expect(live.progress?.status).toBe('open'), 5_000)
    const after = inDays(7)
    await extend(code, after)
    await vi.waitFor(() => expect(live.progress?.closesAt).toBe(after), 5_000)
    await live.close()
  })
})
