/**
 * Form by form, where something is typed: the network goes and the page says so, then the session ends and signing in again
 * stands over the page. Every word typed is there, and the act, clicked twice, is done once. A new campaign and the table of
 * questions: console-troubles, console-setup.
 */
import type { Browser, ElementHandle, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createDraft, createOpenCampaign } from '../../server/test/campaign.ts'
import { createAccount, PASSWORD } from '../../server/test/staff.ts'
import { eventually, launchBrowser } from './browser.ts'
import { type ConsoleSystem, openSignedIn, signIn, startConsoleSystem } from './console-page.ts'
import { FORMS, NEAR, showFormsOn } from './expired-forms.ts'

let system: ConsoleSystem
let browser: Browser
let page: Page
let problems: string[]
/** Of every call since the page was opened: `POST /api/… 200`. */
let calls: string[] = []
const underWay = new Set<Request>()

beforeAll(async () => {
  ;[system, browser] = await Promise.all([startConsoleSystem(), launchBrowser()])
  const { deps } = system
  const roster = [{ unit: 'AB', group: 'CC', people: 12 }]
  await createDraft(deps, { code: 'nhap', roster })
  const { id, people } = await createOpenCampaign(deps, { code: 'mo', roster, closesAt: NEAR.toISOString() })
  for (const [at, kind] of (['see', 'correct', 'erase'] as const).entries()) {
    await deps.db.$client`
      INSERT INTO identity.requests (id, campaign_id, respondent_id, kind, via, received_on, due_on, created_by)
      VALUES (${kind}, ${id}, ${people[at]!.id}, ${kind}, 'phone', current_date, current_date + 10, 'can-bo@so.example')`
  }
  await storeIndexCampaign(deps.db, 'cs', 'final')
  const admin = { ...system, email: await createAccount(deps, 'admin') }
  system.email = admin.email
  ;({ page, problems } = await openSignedIn(browser, admin, '/console/'))
  showFormsOn(page)
  const isLook = (call: Request) => ['fetch', 'xhr'].includes(call.resourceType())
  page.on('request', (call) => isLook(call) && underWay.add(call))
  page.on('requestfinished', (call) => underWay.delete(call))
  page.on('requestfailed', (call) => underWay.delete(call))
  page.on('response', (reply) => {
    const method = reply.request().method()
    if (method !== 'GET') calls.push(`${method} ${new URL(reply.url()).pathname} ${reply.status()}`)
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await system?.stop()
})

/** As an administrator who ends it elsewhere, or a night that passes. */
const endSession = () => system.deps.db.$client`DELETE FROM staff.sessions`

const expired = () => page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })

async function signInAgain(): Promise<void> {
  await expired().getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await expired().getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Where the one before stopped halfway, nobody is signed in. */
async function go(path: string): Promise<void> {
  await page.goto(`${system.origin}/console${path}`)
  const heading = page.getByRole('heading', { level: 1 })
  await heading.waitFor()
  if ((await heading.textContent()) === 'Phiếu') await signIn(page, system.email)
}

/** What stands in a field, as long as it is still the one on the page. */
const wordsIn = (field: ElementHandle) =>
  field.evaluate((node) => (node.isConnected ? (node as { value?: string }).value : null))

test.each(Object.entries(FORMS))(
  '%s: still there without a network and after signing in again, and sent once',
  async (_, form) => {
    await go(form.path)
    const typed = await Promise.all(
      (await form.type()).map(async ([field, text]) => ({ field: (await field.elementHandle())!, text })),
    )

    // Without a network: told so, and nothing is gone
    await page.context().setOffline(true)
    await form.press().click()
    await page.getByRole('alert').getByText('Không kết nối được tới máy chủ').first().waitFor()
    expect(await Promise.all(typed.map(({ field }) => wordsIn(field)))).toEqual(typed.map(({ text }) => text))
    await page.context().setOffline(false)

    // A look in the background would find out before the act does
    await eventually(() => underWay.size).toBe(0)
    calls = []
    await endSession()
    await form.press().dblclick()
    await expired().waitFor()
    expect(await Promise.all(typed.map(({ field }) => wordsIn(field)))).toEqual(typed.map(({ text }) => text))
    await signInAgain()
    await form.done().waitFor()
    await expired().waitFor({ state: 'detached' })
    const sent = calls.filter((call) => form.act.test(call))
    expect(sent.filter((call) => / 2\d\d$/.test(call))).toHaveLength(1)
    expect(sent.filter((call) => !/ (401|2\d\d)$/.test(call))).toEqual([])
    expect(problems).toEqual([])
  },
)
