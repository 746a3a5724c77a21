/**
 * Form by form, where something is typed: the network goes and the page says so, then the session ends and signing in again
 * stands over the page. Every word typed is there, and the act, clicked twice, is done once. A new campaign and the table of
 * questions: console-troubles, console-setup.
 */
import type { ElementHandle, Page, Request } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createDraft, createOpenCampaign } from '../../server/test/campaign.ts'
import { createAccount, PASSWORD } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { signIn } from './console-page.ts'
import { FORMS, NEAR, showFormsOn } from './expired-forms.ts'
import { openOffice, openSignedIn, system } from './office.ts'
import { storeRequest } from './stored-request.ts'

openOffice()

let page: Page
let problems: string[]
/** Of every call since the page was opened: `POST /api/… 200`. */
let calls: string[] = []
const underWay = new Set<Request>()

beforeAll(async () => {
  const { deps } = system
  const roster = [{ unit: 'AB', group: 'CC', people: 12 }]
  await createDraft(deps, { code: 'nhap', roster })
  const open = await createOpenCampaign(deps, { code: 'mo', roster, closesAt: NEAR.toISOString() })
  for (const [person, kind] of (['see', 'correct', 'erase'] as const).entries())
    await storeRequest(deps.db, open, { person, kind, daysLeft: 10 })
  await storeIndexCampaign(deps.db, 'cs', 'final')
  system.email = await createAccount(deps, 'admin')
  ;({ page, problems } = await openSignedIn('/console/'))
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
