/** A signed-in window of one theme and width, and pictures from it small enough to be kept. */
import type { Browser, Page, ViewportSize } from 'playwright-core'
import { ADMIN } from '../start-demo.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const WIDTHS: Record<'desk' | 'phone', ViewportSize> = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
}
export const WALL: ViewportSize = { width: 1920, height: 1080 }

/** Letters stay sharp at this quality, and a picture takes a third of what PNG does. */
const QUALITY = 72

export const savePicture = (page: Page, path: string): Promise<Buffer> =>
  page.screenshot({ path, type: 'webp', quality: QUALITY })

export async function openWindow(browser: Browser, viewport: ViewportSize, colorScheme: Theme): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport, colorScheme, reducedMotion: 'reduce' },
    ...{ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
  })
  return context.newPage()
}

export async function openSignedIn(
  browser: Browser,
  base: string,
  viewport: ViewportSize,
  colorScheme: Theme,
): Promise<Page> {
  const page = await openWindow(browser, viewport, colorScheme)
  await page.goto(`${base}/console/`)
  await page.getByLabel(/Thư điện tử/).fill(ADMIN.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMIN.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Đợt điều tra' }).waitFor()
  return page
}

const UNDER_WAY = /Đang tải…|Đang tính gửi cho ai/

/** Shows another view without loading the application anew, and waits until nothing of it is missing. */
export async function show(page: Page, path: string, sign?: string): Promise<void> {
  await page.evaluate((address) => history.pushState({}, '', address), `/console${path}`)
  if (sign) await page.getByText(sign).first().waitFor()
  // Twice nothing under way, half a second apart: a view that has come may ask for more.
  for (let quiet = 0; quiet < 2; quiet += 1) {
    await page.getByText(UNDER_WAY).first().waitFor({ state: 'hidden' })
    await page.waitForTimeout(500)
  }
}
