/** What an officer does on the console, by the words on it. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { startJobs } from '../../server/queue/jobs.ts'
import { startTestSystem, type TestSystem } from '../../server/test/deps.ts'
import { createAccount, PASSWORD } from '../../server/test/staff.ts'
import { eventually, findBarriers, isTooWide } from './browser.ts'

export type ConsoleSystem = TestSystem & { origin: string; email: string }

/** The real application on a port with its workers running, and one officer's account. `env` as for startTestSystem. */
export async function startConsoleSystem(env: Record<string, string> = {}): Promise<ConsoleSystem> {
  const system = await startTestSystem(env)
  system.clock.move(untilTen(Date.now()))
  const workers = await startJobs(system.deps)
  const origin = (await system.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const email = await createAccount(system.deps, 'officer')
  return {
    ...system,
    origin,
    email,
    async stop() {
      await workers.stop()
      await system.stop()
    },
  }
}

/** Milliseconds to ten in the morning in Vietnam: messages go out by day only, and a test may run at night. */
function untilTen(now: number): number {
  const DAY = 86_400_000
  const ten = Date.parse('2024-01-01T10:00:00+07:00') % DAY
  return (ten - (now % DAY) + DAY) % DAY
}

export const DESK: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  reducedMotion: 'reduce',
}

/** A window of its own; `problems` collects uncaught errors and refusals by the content security policy. */
export async function openDesk(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ ...DESK, ...options })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text())
  })
  return { context, page, problems }
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  const emailField = page.getByLabel('Thư điện tử')
  if (await emailField.isEditable()) await emailField.fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** A window that is signed in and shows `path`. */
export async function openSignedIn(
  browser: Browser,
  { origin, email }: ConsoleSystem,
  path: string,
  options: BrowserContextOptions = {},
) {
  const desk = await openDesk(browser, options)
  await desk.page.goto(`${origin}${path}`)
  await signIn(desk.page, email)
  await desk.page
    .getByRole('heading', { level: 1 })
    .and(desk.page.getByText(/^(?!Phiếu$)/))
    .waitFor()
  return desk
}

/** Nothing on the screen as it stands keeps anyone out, and nothing sticks out sideways. */
export async function expectNoBarriers(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}

/** Each view of a section fits on a phone, in both themes, and keeps nobody out. `path` leads to the section. */
export async function expectViewsFitPhone(
  browser: Browser,
  system: ConsoleSystem,
  { path, section, views }: { path: string; section: string; views: string[] },
): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    const { page, context } = await openSignedIn(browser, system, path, {
      viewport: { width: 390, height: 844 },
      colorScheme,
    })
    for (const name of views) {
      await page
        .getByRole('navigation', { name: `Các mục của ${section}` })
        .getByRole('link', { name })
        .click()
      await eventually(() => page.getByText('Đang tải…').count()).toBe(0)
      await expectNoBarriers(page)
    }
    await context.close()
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

export async function dropRoster(page: Page, csv: string, name = 'danh-sach.csv'): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) })
}

/** The large number of answers, as it stands. */
export const answeredOnScreen = (page: Page) => eventually(() => page.getByTestId('answered').textContent())
