/** The console in English: chosen at sign-in or in the person menu, said in every view, and Vietnamese again when one wants. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { insertPointSet } from '../../server/index/points/queries.ts'
import { appraisedPoints, citizensPoints } from '../../server/index/small-index.fixture.ts'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createDraft, createOpenCampaign, readTestCampaign } from '../../server/test/campaign.ts'
import { answerAs } from '../../server/test/respondent.ts'
import { createAccount, PASSWORD, signInAs } from '../../server/test/staff.ts'
import { eventually, launchBrowser } from './browser.ts'
import { type ConsoleSystem, expectNoBarriers, openDesk, startConsoleSystem } from './console-page.ts'
import { findVietnamese, stripNames } from './english-words.ts'

let system: ConsoleSystem
let browser: Browser
let admin: string

const ROSTER = [
  { unit: 'AB', group: 'CC', people: 12 },
  { unit: 'HT', group: 'CC', people: 8 },
]

beforeAll(async () => {
  ;[system, browser] = await Promise.all([startConsoleSystem(), launchBrowser()])
  const { deps, app } = system
  admin = await createAccount(deps, 'admin')
  await createDraft(deps, { code: 'soan', title: 'Khao sat soan', roster: ROSTER })
  await createOpenCampaign(deps, { code: 'mo', title: 'Khao sat mo', roster: ROSTER })
  await storeFinal()
  await stripNames(deps.db)
  const officer = await signInAs(system, 'officer')
  const send = { kind: 'invitation', channels: ['email', 'zalo'] }
  await app.inject({ method: 'POST', url: '/api/campaigns/mo/waves', headers: officer, payload: send })
  const { people } = await readTestCampaign(deps, 'mo')
  await vi.waitFor(async () => {
    const [row] = await deps.db.$client`SELECT count(*)::int AS count FROM identity.deliveries WHERE state = 'sent'`
    expect(row!.count).toBe(40)
  }, 60_000)
  for (const person of people.slice(0, 5)) await answerAs(app, person)
  await deps.db.$client`UPDATE identity.deliveries SET state = 'failed', failure = 'zalo-118', finished_at = now()
    WHERE respondent_id = ${people[7]!.id} AND channel = 'zalo'`
  await deps.db.$client`UPDATE identity.deliveries SET state = 'unknown', failure = 'interrupted', finished_at = now()
    WHERE respondent_id = ${people[8]!.id} AND channel = 'email'`
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await system?.stop()
})

/** A campaign with its index frozen. */
async function storeFinal(): Promise<void> {
  const { deps, app } = system
  const campaignId = await storeIndexCampaign(deps.db, 'xong', 'closed', { title: 'Khao sat xong' })
  const set = { campaignId, round: 1, digest: 'x', origin: 'api', reason: 'thu', actor: 'can-bo@so.example' } as const
  await deps.db.transaction(async (tx) => {
    await insertPointSet(tx, { ...set, kind: 'appraised', source: '', points: appraisedPoints })
    await insertPointSet(tx, { ...set, kind: 'imported', source: 'nguoi-dan', points: citizensPoints })
  })
  await stripNames(deps.db)
  const officer = await signInAs(system, 'officer')
  const reply = await app.inject({ method: 'POST', url: '/api/campaigns/xong/finalize', headers: officer, payload: {} })
  expect(reply.statusCode).toBe(200)
}

const inCampaign = (code: string, paths: string[]) => paths.map((path) => `/campaigns/${code}${path}`)
const SETUP = ['/setup', '/setup/units', '/setup/questions', '/setup/preview', '/setup/versions']
const SENDING = ['', '/plan', '/channels', '/people', '/by-hand', '/templates'].map((path) => `/delivery${path}`)
const RESULTS = ['', '/index', '/points', '/past', '/report', '/publication'].map((path) => `/results${path}`)
const VIEWS = [
  '/',
  ...inCampaign('soan', ['', ...SETUP, '/roster', '/roster/sample', '/roster/privacy', '/delivery/plan', '/audit']),
  ...inCampaign('mo', ['', '?wall=true', ...SETUP, '/roster', '/roster/privacy', ...SENDING, ...RESULTS, '/audit']),
  ...inCampaign('xong', ['', '/roster/privacy', '/delivery/by-hand', ...RESULTS]),
  '/account',
  '/admin',
  '/admin/programs',
  '/admin/audit',
  '/campaigns/khong-co',
  '/khong-co-trang-nay',
]

/** Frames in a sandbox have no storage. */
const CHOOSE_ENGLISH = "try { localStorage.setItem('phieu-language', 'en') } catch {}"

/** Signs in with the English form. */
async function signInInEnglish(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: email }).waitFor()
}

/** Something stands there, and nothing is being fetched that would stand there too. */
async function settled(page: Page): Promise<void> {
  await eventually(() => page.evaluate('document.body.innerText.trim().length > 40')).toBe(true)
  await eventually(() => page.getByText(/Loading…|Working out who is reached/).count()).toBe(0)
}

test('English is chosen at sign-in by keyboard, stays chosen, and is Vietnamese again from the person menu', async () => {
  const { page, context, problems } = await openDesk(browser)
  await page.goto(`${system.origin}/console/`)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('vi')
  const english = page.getByRole('button', { name: 'English' })
  await english.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true')
  expect(await findVietnamese(page)).toEqual([])
  await expectNoBarriers(page)

  // A refusal comes from the server in Vietnamese, and is said by its code.
  await page.getByLabel('E-mail').fill(system.email)
  await page.getByLabel('Password', { exact: true }).fill('not this one')
  await page.keyboard.press('Enter')
  await page.getByText('The e-mail address or password is wrong.').waitFor()
  await signInInEnglish(page, system.email)
  expect(await page.title()).toBe('Phiếu – officers’ console')

  await page.getByRole('button', { name: system.email }).click()
  await page.getByRole('menuitem', { name: 'Tiếng Việt' }).click()
  await page.getByRole('heading', { name: 'Đợt điều tra' }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('vi')
  expect(await page.getByText('Survey campaigns').count()).toBe(0)
  expect(problems).toEqual([])
  await context.close()
})

test('in English no view says a word of Vietnamese, and none is too wide on a desk or on a phone', {
  timeout: 300_000,
}, async () => {
  const found: string[] = []
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const { page, context, problems } = await openDesk(browser, { viewport })
    await context.addInitScript(CHOOSE_ENGLISH)
    await page.goto(`${system.origin}/console/`)
    await signInInEnglish(page, admin)
    for (const view of VIEWS) {
      await page.goto(`${system.origin}/console${view}`)
      await settled(page)
      found.push(...(await findVietnamese(page)).map((text) => `${view}: ${text}`))
      if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
        found.push(`${view} at ${viewport.width} is too wide`)
    }
    found.push(...problems)
    await context.close()
  }
  expect(found).toEqual([])
})

test('each act says in English what it will do', async () => {
  const { page, context } = await openDesk(browser)
  await context.addInitScript(CHOOSE_ENGLISH)
  await page.goto(`${system.origin}/console/`)
  await signInInEnglish(page, system.email)
  for (const code of ['soan', 'mo']) {
    await page.goto(`${system.origin}/console/campaigns/${code}`)
    const more = page.getByRole('button', { name: 'More actions' })
    await more.click()
    const acts = await page.getByRole('menuitem').allTextContents()
    expect(acts.length).toBeGreaterThan(0)
    for (const act of acts) {
      await page.goto(`${system.origin}/console/campaigns/${code}`)
      await more.click()
      const before = page.url()
      await page.getByRole('menuitem', { name: act, exact: true }).click()
      await eventually(async () => page.url() !== before || (await page.getByRole('dialog').isVisible())).toBe(true)
      await settled(page)
      expect(await findVietnamese(page)).toEqual([])
    }
  }
  await context.close()
})

test('every place of the console is among the views that are read', () => {
  const router = readFileSync(join(import.meta.dirname, '../monitor/app/router.tsx'), 'utf8')
  const places = Array.from(router.matchAll(/path: '\/([a-z-]+)'/g), (match) => match[1]!).filter(
    (one) => !['join', 'console'].includes(one),
  )
  expect(places.filter((place) => !VIEWS.some((view) => view.split(/[/?]/).includes(place)))).toEqual([])
})
