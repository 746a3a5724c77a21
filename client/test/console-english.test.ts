/** The console in English: chosen at sign-in or in the person menu, said in every view, and Vietnamese again when one wants. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount, PASSWORD } from '../../server/test/staff.ts'
import { eventually, launchBrowser } from './browser.ts'
import { type ConsoleSystem, expectNoBarriers, openDesk, openSignedIn, startConsoleSystem } from './console-page.ts'
import { findVietnamese, stripNames } from './english-words.ts'
import { makeEveryView, settled, travel, VIEWS } from './every-view.ts'

let system: ConsoleSystem
let browser: Browser
let admin: string

beforeAll(async () => {
  ;[system, browser] = await Promise.all([startConsoleSystem(), launchBrowser()])
  admin = await createAccount(system.deps, 'admin')
  await makeEveryView(system, stripNames)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await system?.stop()
})

/** Frames in a sandbox have no storage. */
const CHOOSE_ENGLISH = "try { localStorage.setItem('phieu-language', 'en') } catch {}"

/** Signs in with the English form. */
async function signInInEnglish(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: email }).waitFor()
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

test('another language takes nothing away that was typed: what the browser keeps is offered again, for the rest it asks', async () => {
  const { page, context } = await openSignedIn(browser, system, '/console/campaigns/soan/setup')
  const chooseEnglish = async () => {
    await page.getByRole('button', { name: system.email }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
  }
  await page.goto(`${system.origin}/console/campaigns/soan/delivery/templates`)
  await page.getByLabel('Nội dung').fill('Loi thu go do')
  const asked = page.waitForEvent('dialog')
  const chosen = chooseEnglish()
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await chosen
  expect(await page.getByLabel('Nội dung').inputValue()).toBe('Loi thu go do')

  page.once('dialog', (leave) => void leave.accept())
  await page.evaluate("localStorage.setItem('phieu-language', 'vi')")
  await page.goto(`${system.origin}/console/campaigns/soan/setup`)
  await page.getByLabel('Tên đợt điều tra').fill('Khao sat go do')
  await chooseEnglish()
  await page.getByText('You have unsaved changes').waitFor()
  await page.getByRole('button', { name: 'Go on with them' }).click()
  await eventually(() => page.getByLabel('Name of the campaign').inputValue()).toBe('Khao sat go do')
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
    const goTo = travel(page)
    for (const view of VIEWS) {
      await goTo(view)
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
