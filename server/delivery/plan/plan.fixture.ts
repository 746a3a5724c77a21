/** The application over a delivery world, and calls as staff of a role. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { buildApp } from '../../app.ts'
import type { Config } from '../../config.ts'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import type { Role } from '../../staff/permissions.ts'
import { signInAs } from '../../test/staff.ts'
import { byMail, deliveryWorld, noon, type Person, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { startDueWaves } from './start-due-waves.ts'

const HOUR = 3_600_000

/** The routes as production builds them, on `deps`. */
export function buildOn(deps: Deps, config: Partial<Config> = {}): Promise<App> {
  return buildApp({ ...deps, answerDb: deps.db, definitions: [], config: { ...deps.config, trustProxy: 0, ...config } })
}

export type Call = (
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
) => Promise<Answer>
// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
export type Answer = { status: number; body: any }

export async function callAs(app: App, deps: Deps, role: Role): Promise<Call> {
  const headers = await signInAs({ app, deps }, role)
  // These clocks stand in another year than the database's, by which old sessions are swept.
  await deps.db.$client`UPDATE staff.sessions SET expires_at = '2100-01-01'`
  return async (method, url, payload) => {
    const answer = await app.inject({ method, url, headers: { ...headers }, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
}

/** A delivery world with the application over it, an officer and an auditor, and the acts that tests of plans share. */
export function planWorld() {
  const world = deliveryWorld()
  let app: App
  let officerCall: Call
  let auditorCall: Call
  const call: Call = (...request) => officerCall(...request)
  const auditor: Call = (...request) => auditorCall(...request)
  beforeAll(async () => {
    world.clock.current = noon
    app = await buildOn(world.deps())
    const own = await Promise.all([callAs(app, world.deps(), 'officer'), callAs(app, world.deps(), 'auditor')])
    officerCall = own[0]
    auditorCall = own[1]
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    world.clock.current = noon
    await world.db().$client`UPDATE staff.installation SET hold_reason = NULL, held_at = NULL`
    await world.db().$client`UPDATE identity.waves SET state = 'stopped' WHERE state = 'planned'`
  })

  const moveTo = (hours: number) => {
    world.clock.current = new Date(noon.getTime() + hours * HOUR)
  }
  const inHours = (hours: number) => new Date(noon.getTime() + hours * HOUR).toISOString()
  const planOf = (code: string) => `/api/campaigns/${code}/plan`
  const wavesOf = (code: string) => `/api/campaigns/${code}/waves`
  const wish = (kind: 'invitation' | 'reminder', hours: number, rest: object = {}) => ({
    ...{ kind, at: inHours(hours), channels: ['email'] },
    ...rest,
  })
  const send = async () => {
    await dispatchDeliveries(world.deps(), 'email', tools())
    await dispatchDeliveries(world.deps(), 'zalo', tools())
  }
  const sweep = (process = 1) => startDueWaves(world.deps({ process }))
  const states = async (code: string) =>
    (await call('GET', planOf(code))).body.waves.map(({ state }: { state: string }) => state)
  /** As a plan is given back. */
  const given = (waves: { wave: number; kind: string; channels: string[]; startsAt: string }[]) =>
    waves.map(({ wave, kind, channels, startsAt }) => ({ wave, kind, channels, at: startsAt }))
  const audits = (code: string, action: string) =>
    world.db()
      .$client`SELECT actor, details FROM staff.audit WHERE campaign = ${code} AND action = ${action} ORDER BY id`

  /** An open campaign whose invitation has gone out an hour ago. */
  async function invited(people: Partial<Person>[] = byMail(5)) {
    world.clock.current = new Date(noon.getTime() - HOUR)
    const campaign = await world.campaign({ people })
    await call('POST', wavesOf(campaign.code), { kind: 'invitation', channels: ['email', 'zalo'] })
    await send()
    world.clock.current = noon
    return campaign
  }

  return {
    world,
    call,
    auditor,
    moveTo,
    inHours,
    planOf,
    wavesOf,
    wish,
    send,
    sweep,
    states,
    given,
    audits,
    invited,
  }
}
