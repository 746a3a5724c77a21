import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import type { Config, ZaloConfig } from '../config.ts'
import type { App } from '../http/app-types.ts'
import { ensureAdmin } from '../staff/ensure-admin.ts'
import { byMail, deliveryWorld, noon, tools } from './delivery.fixture.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'
import { startZaloSimulator, type ZaloSimulator } from './zalo/simulator.ts'

const world = deliveryWorld()
const ADMIN = { email: 'quantri@sonoivu.test', password: randomBytes(12).toString('base64url') }
let zalo: ZaloSimulator
let app: App
let production: App
let staff: { cookie: string; 'x-csrf-token': string }

beforeAll(async () => {
  zalo = await startZaloSimulator()
  world.clock.current = noon
  app = await buildWith({ zalo: zaloConfig() })
  production = await buildWith({ production: true, zalo: zaloConfig() })
  await ensureAdmin(world.deps(), ADMIN)
  const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: ADMIN })
  staff = { cookie: String(signedIn.headers['set-cookie']).split(';')[0]!, 'x-csrf-token': signedIn.json().csrfToken }
})
afterAll(async () => {
  await Promise.all([app.close(), production.close(), zalo.close()])
})

const zaloConfig = (): ZaloConfig => ({
  appId: zalo.appId,
  appSecret: zalo.appSecret,
  oaSecret: zalo.oaSecret,
  refreshToken: zalo.refreshToken(),
  templateId: 't',
  apiUrl: zalo.url,
  oauthUrl: zalo.url,
})

function buildWith(config: Partial<Config>): Promise<App> {
  const deps = world.deps()
  return buildApp({ ...deps, answerDb: deps.db, definitions: [], config: { ...deps.config, trustProxy: 0, ...config } })
}

const postWave = (code: string, payload: object, headers: object = staff) =>
  app.inject({ method: 'POST', url: `/api/campaigns/${code}/waves`, payload, headers: { ...headers } })

/** One campaign whose invitations have gone out over the outbox. */
async function sentCampaign(people: Parameters<typeof world.campaign>[0] = {}) {
  const campaign = await world.campaign(people)
  await postWave(campaign.code, { kind: 'invitation', channels: ['email', 'zalo'] })
  await dispatchDeliveries(world.deps(), 'email', tools())
  await dispatchDeliveries(world.deps(), 'zalo', tools())
  return campaign
}

describe('POST /api/campaigns/:code/waves', () => {
  test('answers 201 in the shape of the contract, and 409 the second time', async () => {
    const { code } = await world.campaign({ people: byMail(3) })
    const first = await postWave(code, { kind: 'invitation', channels: ['email', 'zalo'] })
    expect(first.statusCode).toBe(201)
    expect(first.json()).toEqual({
      wave: 1,
      deliveries: 3,
      skipped: { answered: 0, optedOut: 0, noAddress: 0, unreachable: 0, invited: 0, limit: 0, waiting: 0 },
    })
    const second = await postWave(code, { kind: 'invitation', channels: ['email', 'zalo'] })
    expect(second.statusCode).toBe(409)
    expect(second.json()).toMatchObject({ code: 'wave-exists' })
  })

  test.each([
    [{ kind: 'invitation', channels: [] }],
    [{ kind: 'invitation', channels: ['sms'] }],
    [{ kind: 'other', channels: ['email'] }],
    [{ kind: 'invitation', channels: ['email'], at: 'mai' }],
    [{ channels: ['email'] }],
  ])('refuses %j with 400', async (payload) => {
    const { code } = await world.campaign({ people: byMail(1) })
    const answer = await postWave(code, payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'invalid-request' })
  })

  test('is for signed-in staff with a CSRF token', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const wave = { kind: 'invitation', channels: ['email'] }
    expect((await postWave(code, wave, {})).statusCode).toBe(401)
    expect((await postWave(code, wave, { cookie: staff.cookie })).statusCode).toBe(403)
  })
})

describe('opting out', () => {
  const url = (token: string) => `/unsubscribe/${token}`
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  test('takes a POST: opening the link, as scanners do, changes nothing', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const { token } = campaign.people[0]!
    await postWave(campaign.code, { kind: 'invitation', channels: ['email'] })
    const page = await app.inject({ url: url(token) })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<form method="post">')
    expect(page.body).not.toContain('nguoi1@')
    expect(await world.states(campaign.id)).toEqual(['queued', 'queued'])

    const posted = await app.inject({
      method: 'POST',
      url: url(token),
      headers: form,
      payload: 'List-Unsubscribe=One-Click',
    })
    expect(posted.statusCode).toBe(200)
    expect(await world.states(campaign.id)).toEqual(['queued', 'withdrawn'])
    expect((await app.inject({ url: url(token) })).body).toContain('Đã ghi nhận')
    const again = await app.inject({ method: 'POST', url: url(token) })
    expect(again.statusCode).toBe(200)
  })

  test('of a letter that an officer tried says that it is one', async () => {
    const page = await app.inject({ url: url('thu-mau') })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('thư thử')
    expect((await app.inject({ method: 'POST', url: url('thu-mau') })).statusCode).toBe(404)
  })

  test('works by the link of a mail also after the personal link was replaced, and a forged one is refused', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const [first, second] = campaign.people
    const token = world.deps().secrets.optOutToken(first!.id)
    await world.db()
      .$client`UPDATE identity.respondents SET link_hash = sha256('moi'), link_issue = 2 WHERE id = ${first!.id}`
    const forged = [`${second!.id}.${token.split('.')[1]}`, `${token}.`, token.slice(0, -1)]
    for (const wrong of forged) expect((await app.inject({ method: 'POST', url: url(wrong) })).statusCode).toBe(404)
    expect((await app.inject({ url: url(token) })).statusCode).toBe(200)
    expect((await app.inject({ method: 'POST', url: url(token) })).statusCode).toBe(200)
    const out = await world.db().$client`
      SELECT id FROM identity.respondents WHERE campaign_id = ${campaign.id} AND opted_out_at IS NOT NULL`
    expect(out.map(({ id }) => id)).toEqual([first!.id])
    // It opens nothing else.
    expect((await app.inject({ url: `/api/links/${token}` })).statusCode).toBe(400)
  })

  test('also works the way mail programs send a form: multipart', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const payload = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    const answer = await app.inject({ method: 'POST', url: url(campaign.people[0]!.token), headers, payload })
    expect(answer.statusCode).toBe(200)
    expect((await app.inject({ url: url(campaign.people[0]!.token) })).body).toContain('Đã ghi nhận')
  })

  test('with an unknown link says so', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await app.inject({ method, url: url('khong-co') })
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toContain('text/html')
    }
  })
})

describe('/dev/outbox', () => {
  test('shows messages newest first, escaped, with their link, by channel and by recipient', async () => {
    const campaign = await sentCampaign({ people: [{ email: 'rieng<b>@sonla.test', phone: '84912777777' }] })
    const link = `https://khaosat.test/p/${campaign.people[0]!.token}`
    const all = await app.inject({ url: '/dev/outbox' })
    expect(all.statusCode).toBe(200)
    expect(all.body).toContain(`href="${link}"`)
    expect(all.body).toContain('rieng&lt;b&gt;@sonla.test')
    expect(all.body).not.toContain('rieng<b>')
    expect(all.body).not.toContain('<script')
    const zaloOnly = await app.inject({ url: '/dev/outbox?channel=zalo&q=84912777777' })
    expect(zaloOnly.body).toContain('84912777777')
    expect(zaloOnly.body).not.toContain('sonla.test')
    expect((await app.inject({ url: '/dev/outbox?q=100%25_khong' })).body).toContain('Chưa có tin nào')
  })

  test('pages and reads on as JSON', async () => {
    await sentCampaign({ people: byMail(60) })
    expect((await app.inject({ url: '/dev/outbox?page=2' })).body).toContain('Trang 2/')
    const seen = new Set<number>()
    for (let after = 0, more = true; more; ) {
      const { messages, next } = (await app.inject({ url: `/dev/outbox.json?after=${after}&limit=25` })).json()
      for (const { id, link } of messages) {
        expect(seen.has(id)).toBe(false)
        expect(link).toMatch(/^https:\/\/khaosat\.test\/p\//)
        seen.add(id)
      }
      more = next !== after
      after = next
    }
    expect(seen.size).toBe((await world.messages()).length)
  })

  test('is not there in production', async () => {
    expect((await production.inject({ url: '/dev/outbox' })).statusCode).toBe(404)
    expect((await production.inject({ url: '/dev/outbox.json' })).statusCode).toBe(404)
  })
})
