/** What an officer does on the console, by the words on it. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { PASSWORD } from '../../server/test/staff.ts'
import { eventually, findBarriers, isTooWide, OF_COLOUR, paint } from './browser.ts'
import { openSignedIn } from './office.ts'

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  const emailField = page.getByLabel('Thư điện tử')
  if (await emailField.isEditable()) await emailField.fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Nothing on the screen as it stands keeps anyone out, and nothing sticks out sideways. */
export async function expectNoBarriers(page: Page, rules?: string[]): Promise<void> {
  expect(await findBarriers(page, rules)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}

/** The same in both themes; ends in the light one. */
export async function expectNoBarriersInBothThemes(page: Page): Promise<void> {
  await paint(page, 'dark')
  await expectNoBarriers(page)
  await paint(page, 'light')
  await expectNoBarriers(page, OF_COLOUR)
}

/** Each view of a section fits on a phone, in both themes, and keeps nobody out. `path` leads to the section. */
export async function expectViewsFitPhone({
  path,
  section,
  views,
}: {
  path: string
  section: string
  views: string[]
}): Promise<void> {
  const { page } = await openSignedIn(path, { viewport: { width: 390, height: 844 } })
  for (const name of views) {
    await page
      .getByRole('navigation', { name: `Các mục của ${section}` })
      .getByRole('link', { name })
      .click()
    await eventually(() => page.getByText('Đang tải…').count()).toBe(0)
    await expectNoBarriersInBothThemes(page)
  }
}

export const section = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true })

export const dialog = (page: Page): Locator => page.getByRole('dialog')

/** Performs an act from the head of a campaign: its filled button, or an entry of the menu beside it. */
export async function chooseAct(page: Page, name: string): Promise<Locator> {
  const button = page.getByRole('banner').getByRole('button', { name, exact: true })
  if (await button.isVisible()) await button.click()
  else {
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  await dialog(page).waitFor()
  return dialog(page)
}

export const hasFocus = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element === element.ownerDocument.activeElement)

/** Types the word that a dangerous act asks for; until then it cannot be done. */
export async function typeWord(act: Locator, word: string): Promise<void> {
  await act.getByLabel(`Gõ ${word} để xác nhận`).fill(word)
}

export async function dropRoster(page: Page, csv: string, name = 'danh-sach.csv'): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) })
}

/** The large number of answers, as it stands. */
export const answeredOnScreen = (page: Page) => eventually(() => page.getByTestId('answered').textContent())
