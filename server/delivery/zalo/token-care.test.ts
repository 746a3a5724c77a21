import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { holdChannel } from '../channel-queries.ts'
import { deliveryWorld, noon, tools } from '../delivery.fixture.ts'
import { keepZaloTokenJob } from './keep-token-alive.job.ts'
import { refreshZaloToken } from './refresh-token.ts'
import { startZaloSimulator, type ZaloSimulator } from './simulator.ts'
import { appOver, configFor, depsWithZalo } from './zalo.fixture.ts'

const DAY = 86_400_000
const world = deliveryWorld()
let zalo: ZaloSimulator
let deps: Deps

beforeEach(async () => {
  world.clock.current = noon
  zalo = await startZaloSimulator()
  await world.db().$client`DELETE FROM identity.zalo_tokens`
  await world.db().$client`UPDATE identity.channels SET needs_person = NULL, held_until = NULL, held_for = NULL`
  deps = depsWithZalo(world, configFor(zalo))
})
afterEach(async () => {
  await deps.channels.zalo.close()
  await zalo.close()
})

const keepAlive = (of = deps) => keepZaloTokenJob.run(of, {}, tools())
const daysLater = (days: number) => {
  world.clock.current = new Date(world.clock.current.getTime() + days * DAY)
}
async function channel() {
  const rows = await world.db().$client<{ needs_person: string | null; held_for: string | null }[]>`
    SELECT needs_person, held_for FROM identity.channels WHERE channel = 'zalo'`
  return { ...rows[0]! }
}
/** Somebody else spends the chain's token, or three months pass. */
const breakChain = () => {
  zalo.expire()
  zalo.revoke()
}

describe('in months without a message', () => {
  test('the token is renewed every fortnight, and no oftener', async () => {
    await keepAlive()
    expect(zalo.calls.refresh).toBe(1)
    daysLater(13)
    await keepAlive()
    expect(zalo.calls.refresh).toBe(1)
    for (let fortnight = 0; fortnight < 8; fortnight++) {
      daysLater(15)
      await keepAlive(depsWithZalo(world, deps.config.zalo!))
      await keepAlive()
    }
    expect(zalo.calls.refresh).toBe(9)
    expect(await deps.zaloTokens!.current()).toMatchObject({ ok: true })
    expect(await channel()).toEqual({ needs_person: null, held_for: null })
  })

  test('a chain that broke shows at once, and its token is not offered again and again', async () => {
    await keepAlive()
    breakChain()
    daysLater(15)
    for (let minute = 0; minute < 3; minute++) await keepAlive()
    expect(await channel()).toMatchObject({ needs_person: 'zalo-token-refused' })
    expect(zalo.calls.refresh).toBe(2)
  })

  test('a renewal that broke off in the middle shows with the next look, not when the fortnight is over', async () => {
    await keepAlive()
    zalo.answerRefresh('drop')
    expect(await deps.zaloTokens!.renew(1)).toMatchObject({ ok: false, failure: 'zalo-oauth-unavailable' })
    expect(await channel()).toMatchObject({ needs_person: null })
    world.clock.current = new Date(noon.getTime() + 60_000)
    await keepAlive(depsWithZalo(world, deps.config.zalo!))
    expect(await channel()).toMatchObject({ needs_person: 'zalo-token-lost' })
  })

  test('a first token that is no good shows before anybody sends', async () => {
    const wrong = depsWithZalo(world, { ...configFor(zalo), refreshToken: 'spent-long-ago' })
    for (let minute = 0; minute < 3; minute++) await keepAlive(wrong)
    expect(await channel()).toMatchObject({ needs_person: 'zalo-token-refused' })
    expect(zalo.calls.refresh).toBe(1)
    await keepAlive()
    expect(await channel()).toMatchObject({ needs_person: null })
  })

  test('none at all shows too', async () => {
    await keepAlive(depsWithZalo(world, { ...configFor(zalo), refreshToken: undefined }))
    expect(await channel()).toMatchObject({ needs_person: 'zalo-token-missing' })
  })

  test('Zalo being away is nothing for a person, and the token is as good as before', async () => {
    await keepAlive()
    daysLater(15)
    zalo.answerRefresh({ http: 503 })
    await keepAlive()
    expect(await channel()).toMatchObject({ needs_person: null })
    await keepAlive()
    expect(zalo.calls.refresh).toBe(3)
    expect(await deps.zaloTokens!.current()).toMatchObject({ ok: true, generation: 2 })
  })

  test('a database that may be a copy spends nobody’s token', async () => {
    await world.db().$client`
      INSERT INTO staff.installation (id, secret_key_check, hold_reason, held_at) VALUES (1, '\\x00', 'moved', now())`
    await keepAlive()
    expect(await deps.zaloTokens!.current()).toEqual({ ok: false, failure: 'sending-held', person: false })
    expect(zalo.calls.refresh).toBe(0)
    await world.db().$client`DELETE FROM staff.installation`
  })
})

describe('a refresh that is replayed', () => {
  test('is refused, and harms no chain', async () => {
    const spent = zalo.refreshToken()
    await keepAlive()
    expect(await refreshZaloToken(configFor(zalo), spent)).toEqual({
      ok: false,
      failure: 'zalo-token-refused',
      person: true,
    })
    expect(await deps.zaloTokens!.begin(spent)).toMatchObject({ ok: false, person: true })
    zalo.expire()
    expect(await deps.zaloTokens!.renew(1)).toMatchObject({ ok: true, generation: 2 })
  })
})

describe('POST /api/sending/zalo-token', () => {
  let app: App
  let withoutZalo: App
  let admin: SignedIn
  let lines: string[]
  beforeEach(async () => {
    lines = []
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
    app = await appOver({ ...deps, log })
    withoutZalo = await appOver(world.deps())
    admin = await signInAs({ app, deps }, 'admin')
  })
  afterEach(() => Promise.all([app.close(), withoutZalo.close()]))

  const give = (refreshToken: unknown, { headers = admin as object, to = app } = {}) =>
    to.inject({
      method: 'POST',
      url: '/api/sending/zalo-token',
      payload: { refreshToken },
      headers: { ...headers },
    })
  const audited = () => world.db().$client<{ details: unknown }[]>`
    SELECT details FROM staff.audit WHERE action = 'zalo.token' ORDER BY id DESC LIMIT 1`

  test('mends a broken chain: what waited for it goes on at once', async () => {
    await keepAlive()
    breakChain()
    expect(await deps.channels.zalo.ready()).toBe(true)
    expect(await deps.zaloTokens!.renew(1)).toMatchObject({ failure: 'zalo-token-refused' })
    await holdChannel(world.db(), 'zalo', {
      until: new Date(noon.getTime() + 900_000),
      failure: 'zalo-token-refused',
      person: true,
    })
    const answer = await give(zalo.refreshToken())
    expect([answer.statusCode, answer.json()]).toEqual([200, { state: 'working' }])
    expect(await channel()).toEqual({ needs_person: null, held_for: null })
    expect((await audited())[0]!.details).toEqual({ state: 'working' })
    // Also for a process that started with another token in its environment, before or after.
    expect(
      await depsWithZalo(world, { ...configFor(zalo), refreshToken: undefined }).zaloTokens!.current(),
    ).toMatchObject({
      ok: true,
      generation: 2,
    })
    expect(await deps.zaloTokens!.current()).toMatchObject({ ok: true, generation: 2 })
  })

  test('a token that Zalo refuses changes nothing', async () => {
    await keepAlive()
    const answer = await give('this-was-used-before')
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'zalo-token-refused'])
    expect(await channel()).toMatchObject({ needs_person: null })
    zalo.expire()
    expect(await deps.zaloTokens!.renew(1)).toMatchObject({ ok: true, generation: 2 })
  })

  test('a token that Zalo did not answer for is kept and tried again', async () => {
    await keepAlive()
    breakChain()
    zalo.answerRefresh({ http: 503 })
    expect((await give(zalo.refreshToken())).json()).toEqual({ state: 'waiting' })
    daysLater(1)
    expect(await deps.zaloTokens!.renew(1)).toMatchObject({ ok: true })
    expect(await channel()).toMatchObject({ needs_person: null })
  })

  test('is for an administrator with a CSRF token, and for who has Zalo', async () => {
    const token = zalo.refreshToken()
    expect((await give(token, { headers: {} })).statusCode).toBe(401)
    expect((await give(token, { headers: { cookie: admin.cookie } })).statusCode).toBe(403)
    expect((await give({ token })).statusCode).toBe(400)
    expect((await give('')).statusCode).toBe(400)
    expect((await give(token, { to: withoutZalo })).json()).toMatchObject({ code: 'zalo-not-configured' })
    const officer = await signInAs({ app, deps }, 'officer')
    expect((await give(token, { headers: officer })).statusCode).toBe(403)
    expect(zalo.calls.refresh).toBe(0)
  })

  test('writes no token anywhere: not in a log line, not in the audit, not readable in the database', async () => {
    const given = zalo.refreshToken()
    await give(given)
    await give('refused-token-refused-token')
    expect(lines.length).toBeGreaterThan(0)
    const kept = await world.db().$client`
      SELECT (SELECT string_agg(a::text, '') FROM staff.audit a) AS audit,
        (SELECT string_agg(encode(sealed_pair, 'escape'), '') FROM identity.zalo_tokens) AS sealed`
    const everything = lines.join('') + JSON.stringify(kept)
    for (const secret of [given, zalo.refreshToken(), 'refused-token-refused-token', zalo.appSecret]) {
      expect(everything).not.toContain(secret)
    }
  })
})
