/** The console in English: chosen at sign-in or in the person menu, said in every view, and Vietnamese again when one wants. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createAccount, PASSWORD } from '../../server/test/staff.ts'
import { drawn, eventually, isTooWide } from './browser.ts'
import { dialog, expectNoBarriers } from './console-page.ts'
import { findVietnamese, stripNames } from './english-words.ts'
import { makeEveryView, settled, travel, VIEWS } from './every-view.ts'
import { DESK, type Desk, openDesk, openOffice, openSignedIn, system } from './office.ts'

openOffice()

let admin: string

beforeAll(async () => {
  admin = await createAccount(system.deps, 'admin')
  await makeEveryView(system, stripNames)
}, 240_000)

/** Signs in with the English form. */
async function signInInEnglish(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: email }).waitFor()
}

/** A window in which English was chosen once. */
async function openInEnglish(email: string): Promise<Desk> {
  const desk = await openSignedIn('/console/', { email })
  await desk.page.evaluate("localStorage.setItem('phieu-language', 'en')")
  await desk.page.reload()
  await desk.page.getByRole('heading', { name: 'Survey campaigns' }).waitFor()
  return desk
}

test('English is chosen at sign-in by keyboard, stays chosen, and is Vietnamese again from the person menu', async () => {
  const { page, context, problems } = await openDesk()
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
  const { page } = await openSignedIn('/console/campaigns/soan/setup')
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
})

test('in English no view says a word of Vietnamese, and none is too wide on a desk or on a phone', {
  timeout: 300_000,
}, async () => {
  const found: string[] = []
  const { page, problems } = await openInEnglish(admin)
  const goTo = travel(page)
  for (const view of VIEWS) {
    const look = async (where: string) => {
      found.push(...(await findVietnamese(page)).map((text) => `${view} ${where}: ${text}`))
      if (await isTooWide(page)) found.push(`${view} is too wide ${where}`)
    }
    await page.setViewportSize(DESK.viewport!)
    await goTo(view)
    await look('on a desk')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    await drawn(page)
    await look('on a phone')
  }
  expect([...found, ...problems]).toEqual([])
})

test('each act says in English what it will do', async () => {
  const { page } = await openInEnglish(system.email)
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
})

test('the word that confirms an act is typed in the language in use', async () => {
  const { page } = await openInEnglish(system.email)
  await page.goto(`${system.origin}/console/campaigns/soan`)
  await page.getByRole('banner').getByRole('button', { name: 'Open the campaign' }).click()
  const opening = dialog(page)
  const open = opening.getByRole('button', { name: /^Open with/ })
  await opening.getByLabel('Type open to confirm').fill('mở')
  expect(await open.isDisabled()).toBe(true)
  await opening.getByLabel('Type open to confirm').fill('open')
  expect(await open.isEnabled()).toBe(true)
})
