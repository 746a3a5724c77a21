/** Every view of the console, and the surveys that put something into each of them: a draft, an open and a final one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { Db } from '../../server/db/client.ts'
import { insertPointSet } from '../../server/index/points/queries.ts'
import { appraisedPoints, citizensPoints } from '../../server/index/small-index.fixture.ts'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createDraft, createOpenCampaign, readTestCampaign } from '../../server/test/campaign.ts'
import { answerAs } from '../../server/test/respondent.ts'
import { signInAs } from '../../server/test/staff.ts'
import { drawn, eventually } from './browser.ts'
import type { ConsoleSystem } from './console-system.ts'

const inCampaign = (code: string, paths: string[]) => paths.map((path) => `/campaigns/${code}${path}`)
const SETUP = ['/setup', '/setup/units', '/setup/questions', '/setup/preview', '/setup/versions']
const SENDING = ['', '/plan', '/channels', '/people', '/by-hand', '/templates'].map((path) => `/delivery${path}`)
const RESULTS = ['', '/index', '/points', '/past', '/report', '/publication'].map((path) => `/results${path}`)
const PEOPLE = ['/roster', '/roster/sample', '/roster/privacy']

/** Addresses under /console. `soan` is the draft, `mo` the open campaign, `xong` the final one. */
export const VIEWS = [
  '/',
  ...inCampaign('soan', ['', ...SETUP, ...PEOPLE, '/delivery/plan', '/audit']),
  ...inCampaign('mo', ['', '?wall=1', ...SETUP, ...PEOPLE, ...SENDING, ...RESULTS, '/audit']),
  ...inCampaign('xong', ['', '/roster/privacy', '/delivery/by-hand', ...RESULTS]),
  ...inCampaign('xong', ['/results/index?view=domains', '/results/index?view=survey']),
  '/account',
  '/admin',
  '/admin/programs',
  '/admin/audit',
  '/campaigns/khong-co',
  '/khong-co-trang-nay',
]

/** Routes of the console's router that no view of `VIEWS` shows, as their patterns. */
export function findRoutesWithoutView(): string[] {
  const source = readFileSync(join(import.meta.dirname, '../monitor/app/router.tsx'), 'utf8')
  const routes = [
    ...source.matchAll(/const (\w+) = createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*path: '([^']*)'/g),
  ]
  const redirects = [...source.matchAll(/const (\w+) = createRoute\(\{[^}]*beforeLoad/g)].map(([, name]) => name)
  // What this cannot read it must not pass over.
  expect(routes).toHaveLength(source.match(/= createRoute\(/g)!.length)
  const byName = new Map(routes.map(([, name, parent, path]) => [name!, { parent: parent!, path: path! }]))
  const patternOf = (name: string): string => {
    const route = byName.get(name)
    return route ? `${patternOf(route.parent)}${route.path}`.replace(/\/$/, '') : ''
  }
  const parents = new Set([...byName.values()].map(({ parent }) => parent))
  const shown = VIEWS.map((view) => view.replace(/\?.*/, '').replace(/\/$/, ''))
  return [...byName.keys()]
    .filter((name) => !parents.has(name) && !redirects.includes(name))
    .map(patternOf)
    .filter((pattern) => !shown.some((view) => new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`).test(view)))
}

const ROSTER = [
  { unit: 'AB', group: 'CC', people: 12 },
  { unit: 'HT', group: 'CC', people: 8 },
]

/**
 * Makes the three campaigns; in `mo` everything was sent, five people answered, one message failed and one is unknown.
 * `rename` may change names that officers gave, before they are frozen and sent.
 */
export async function makeEveryView(
  system: ConsoleSystem,
  rename: (db: Db) => Promise<void> = noChange,
): Promise<void> {
  const { deps, app } = system
  const { $client: sql } = deps.db
  const officer = await signInAs(system, 'officer')
  await createDraft(deps, { code: 'soan', title: 'Khao sat soan', roster: ROSTER })
  await createOpenCampaign(deps, { code: 'mo', title: 'Khao sat mo', roster: ROSTER })
  await storeClosed(deps.db)
  await rename(deps.db)
  const reply = await app.inject({ method: 'POST', url: '/api/campaigns/xong/finalize', headers: officer, payload: {} })
  expect(reply.statusCode).toBe(200)
  const send = { kind: 'invitation', channels: ['email', 'zalo'] }
  await app.inject({ method: 'POST', url: '/api/campaigns/mo/waves', headers: officer, payload: send })
  const { people } = await readTestCampaign(deps, 'mo')
  await vi.waitFor(async () => {
    const [row] = await sql`SELECT count(*)::int AS count FROM identity.deliveries WHERE state = 'sent'`
    expect(row!.count).toBe(40)
  }, 60_000)
  for (const person of people.slice(0, 5)) await answerAs(app, person)
  await sql`UPDATE identity.deliveries SET state = 'failed', failure = 'zalo-118', finished_at = now()
    WHERE respondent_id = ${people[7]!.id} AND channel = 'zalo'`
  await sql`UPDATE identity.deliveries SET state = 'unknown', failure = 'interrupted', finished_at = now()
    WHERE respondent_id = ${people[8]!.id} AND channel = 'email'`
}

async function noChange(): Promise<void> {}

/** A closed campaign with every source of its index. */
async function storeClosed(db: Db): Promise<void> {
  const campaignId = await storeIndexCampaign(db, 'xong', 'closed', { title: 'Khao sat xong' })
  const set = { campaignId, round: 1, digest: 'x', origin: 'api', reason: 'thu', actor: 'can-bo@so.example' } as const
  await db.transaction(async (tx) => {
    await insertPointSet(tx, { ...set, kind: 'appraised', source: '', points: appraisedPoints })
    await insertPointSet(tx, { ...set, kind: 'imported', source: 'nguoi-dan', points: citizensPoints })
  })
}

/** Words of what is still being fetched, in both languages. */
const UNDER_WAY = /Đang tải…|Đang tính gửi cho ai|Loading…|Working out who is reached/

/** Something stands there, and nothing is being fetched that would stand there too. */
export async function settled(page: Page): Promise<void> {
  await eventually(() => page.evaluate('document.body.innerText.trim().length > 40')).toBe(true)
  await eventually(() => page.getByText(UNDER_WAY).count()).toBe(0)
}

/** Goes to other views without loading the application anew, and waits until they stand. */
export function travel(page: Page): (view: string) => Promise<void> {
  const calls = new Set<Request>()
  // The stream of live events never ends.
  page.on('request', (call) => /fetch|script|stylesheet/.test(call.resourceType()) && calls.add(call))
  page.on('requestfinished', (call) => calls.delete(call))
  page.on('requestfailed', (call) => calls.delete(call))
  return async (view) => {
    await page.evaluate((address) => history.pushState({}, '', address), `/console${view}`)
    await settled(page)
    await eventually(() => calls.size).toBe(0)
    await drawn(page)
  }
}
