/** What a person does on the respondent's page, by what they see and touch. */
import type { Locator, Page } from 'playwright-core'

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

const screen = (page: Page): Locator => page.locator('form .screen:visible')

/** Opens the link, agrees and begins; ends on the first question screen. */
export async function begin(page: Page, address: string, form = 'form .screen:visible'): Promise<void> {
  await page.goto(address)
  await agreeAndStart(page, form)
}

export async function agreeAndStart(page: Page, form = 'form .screen:visible'): Promise<void> {
  await page.getByRole('checkbox', { name: /đồng ý/ }).check()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.locator(form).waitFor()
}

/** Touches the `nth` choice (from 0) of every single choice on the screen. */
export async function touchScreen(page: Page, nth = 0): Promise<void> {
  const groups = screen(page).locator(CHOICES)
  for (let i = 0; i < (await groups.count()); i++) await groups.nth(i).locator('label').nth(nth).tap()
}

/** The same for tests of something else: all at once, without a finger that has to find each of them. */
export async function answerScreen(page: Page, nth = 0): Promise<void> {
  await screen(page)
    .locator(CHOICES)
    .evaluateAll((groups, at) => {
      for (const group of groups) group.querySelectorAll('label')[at]!.click()
    }, nth)
}

const CHOICES = '[data-k=one], [data-row]'

/** Answers every screen with the same choice, up to the review. */
export async function answerAll(page: Page, nth = 0, answer = answerScreen): Promise<void> {
  const forward = page.locator('#next')
  for (;;) {
    await answer(page, nth)
    const last = (await forward.textContent()) === 'Xem lại'
    await forward.tap()
    if (last) break
  }
  await page.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor()
}

export const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Gửi phiếu' }).tap()

/** Waits for the thanks; returns the receipt. */
export async function readReceipt(page: Page): Promise<string> {
  await page.getByRole('heading', { name: /Phiếu đã được nhận/ }).waitFor()
  return (await page.locator('#receipt').textContent())!
}

/** Everything that the page keeps on this device for its links. */
export const readKept = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('phieu')
        open.onsuccess = () => {
          const all = open.result.transaction('phieu').objectStore('phieu').getAll()
          all.onsuccess = () => resolve(all.result)
        }
      }),
  )
