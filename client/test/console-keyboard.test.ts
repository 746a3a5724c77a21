/** The console without a mouse: everything is reached by Tab and seen when it is, dialogs and menus hold and give back the focus. */
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../server/test/staff.ts'
import { drawn, eventually } from './browser.ts'
import { dialog, hasFocus } from './console-page.ts'
import { makeEveryView, travel, VIEWS } from './every-view.ts'
import { openOffice, openSignedIn, system } from './office.ts'
import { walkByTab } from './walk-by-tab.ts'

openOffice()

beforeAll(async () => {
  system.email = await createAccount(system.deps, 'admin')
  await makeEveryView(system)
}, 240_000)

test.each([
  { width: 1440, height: 900 },
  { width: 360, height: 780 },
])(
  'at $width pixels Tab leads to everything in every view, and the focus is seen',
  { timeout: 300_000 },
  async (viewport) => {
    const { page } = await openSignedIn('/console/', { viewport })
    const goTo = travel(page)
    const found: string[] = []
    for (const view of VIEWS) {
      await goTo(view)
      found.push(...(await walkByTab(page)).map((one) => `${view} ${one}`))
    }
    expect(found).toEqual([])
  },
)

test('the first stop of a campaign leads past its rail', async () => {
  const { page } = await openSignedIn('/console/campaigns/mo/delivery/plan')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('Tới nội dung chính')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('content')
  await page.keyboard.press('Tab')
  expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true)
})

test('a menu is walked through by arrows, and Escape leads back to its button', async () => {
  const { page } = await openSignedIn('/console/campaigns/mo')
  for (const name of ['Việc khác', system.email]) {
    const button = page.getByRole('button', { name })
    await button.focus()
    await page.keyboard.press('Enter')
    const items = page.getByRole('menuitem')
    const words = await readMenu(page)
    await eventually(() => page.evaluate("document.activeElement.closest('[role=menu]') !== null")).toBe(true)
    const walked: string[] = []
    for (const _ of words) {
      await page.keyboard.press('ArrowDown')
      walked.push(await focused(page))
    }
    expect(walked.toSorted()).toEqual(words.toSorted())
    await page.keyboard.press('Escape')
    await eventually(() => items.count()).toBe(0)
    await eventually(() => hasFocus(button)).toBe(true)
  }
})

/** Where something opens over the page, and the button that opens it. */
const OPENERS: [string, RegExp][] = [
  ['/', /^Tạo đợt điều tra/],
  ['/account', /^Bật xác thực hai lớp/],
  ['/admin', /^Mời người/],
  ['/campaigns/soan/roster', /^Xóa danh sách/],
  ['/campaigns/mo', /^UBND/],
  ['/campaigns/mo/roster/privacy', /^Ghi yêu cầu/],
  ['/campaigns/mo/delivery/channels', /^Tạm dừng/],
  ['/campaigns/mo/delivery/people', / An$/],
  ['/campaigns/xong/results/index', /^Sở/],
  ['/campaigns/xong/results/report', /^\d+$/],
]

test('whatever opens over a view takes the focus, keeps it, and gives it back on Escape', {
  timeout: 180_000,
}, async () => {
  const { page } = await openSignedIn('/console/')
  const goTo = travel(page)
  const found: string[] = []
  for (const [view, name] of OPENERS) {
    await goTo(view)
    const opener = page.getByRole('main').getByRole('button', { name }).first()
    await opener.focus()
    await page.keyboard.press('Enter')
    found.push(...(await findEscapes(page, opener)).map((one) => `${view} ${name} ${one}`))
  }
  expect(found).toEqual([])
})

test('each act of a campaign is chosen, read and left by keyboard', { timeout: 120_000 }, async () => {
  const { page } = await openSignedIn('/console/')
  const goTo = travel(page)
  const found: string[] = []
  for (const code of ['soan', 'mo']) {
    await goTo(`/campaigns/${code}`)
    const more = page.getByRole('button', { name: 'Việc khác' })
    await more.focus()
    await page.keyboard.press('Enter')
    for (const act of await readMenu(page)) {
      await goTo('/')
      await goTo(`/campaigns/${code}`)
      await more.focus()
      await page.keyboard.press('Enter')
      await readMenu(page)
      while ((await focused(page)) !== act) await page.keyboard.press('ArrowDown')
      const before = page.url()
      await page.keyboard.press('Enter')
      await eventually(async () => page.url() !== before || (await dialog(page).isVisible())).toBe(true)
      if (page.url() === before) found.push(...(await findEscapes(page, more)).map((one) => `${code} ${act} ${one}`))
    }
  }
  expect(found).toEqual([])
})

/** Walks round an opened dialog forwards and backwards, closes it by Escape: what did not go as it should. */
async function findEscapes(page: Page, opener: Locator): Promise<string[]> {
  const found: string[] = []
  await dialog(page).waitFor()
  await eventually(() => isInDialog(page)).toBe(true)
  const stops = await dialog(page).locator('a[href], button, input, select, textarea, summary').count()
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let step = 0; step < stops + 2; step += 1) {
      await page.keyboard.press(key)
      if (!(await isInDialog(page))) found.push(`${key} leads out to ${await focused(page)}`)
    }
  }
  await page.keyboard.press('Escape')
  await eventually(() => dialog(page).count()).toBe(0)
  for (let asked = 0; asked < 50 && !(await hasFocus(opener)); asked += 1) await drawn(page)
  if (!(await hasFocus(opener))) found.push(`the focus goes to ${(await focused(page)).slice(0, 60)}`)
  return [...new Set(found)]
}

const isInDialog = (page: Page): Promise<boolean> =>
  page.evaluate("document.activeElement.closest('[role=dialog]') !== null")

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.innerText')

async function readMenu(page: Page): Promise<string[]> {
  await page.getByRole('menuitem').first().waitFor()
  const words = await page.getByRole('menuitem').allInnerTexts()
  expect(words.length).toBeGreaterThan(1)
  return words
}
