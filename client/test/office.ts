/** The office of a test file: the running system, the browser, and the windows in which people work. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { cookieOf, postSession } from '../../server/test/staff.ts'
import { browserCookie, launchBrowser, watchProblems } from './browser.ts'
import { type ConsoleSystem, startConsoleSystem } from './console-system.ts'

/** Of the file whose tests run; there once its first hook has run. */
export let system: ConsoleSystem
export let browser: Browser

/** Signed-in windows of the test that runs, and those that earlier tests left. */
let taken: Desk[] = []
let left: Desk[] = []

/** Opens the office for the file that calls it, and closes it after its last test. `env` as for startTestSystem, read then. */
export function openOffice(env: () => Record<string, string> = () => ({})): void {
  beforeAll(async () => {
    left = []
    ;[system, browser] = await Promise.all([startConsoleSystem(env()), launchBrowser()])
  })
  // What a hook of the file opened stays with the file.
  beforeEach(() => {
    taken = []
  })
  afterEach(async () => {
    const open = taken.filter(({ page }) => !page.isClosed())
    await Promise.all(open.map(tidyUp))
    left.push(...open)
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })
}

export const DESK: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  reducedMotion: 'reduce',
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A window of its own that was never here; `problems` collects uncaught errors and refusals by the content security policy. */
export async function openDesk(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ ...DESK, ...options })
  const page = await context.newPage()
  return { context, page, problems: watchProblems(page) }
}

/**
 * A window that is signed in as `email` and shows `path`. It may be one that an earlier test of the file has done with: it
 * keeps nothing of that test but the console's files, whose first load takes a browser longer than many a test.
 */
export async function openSignedIn(
  path: string,
  { email = system.email, viewport = DESK.viewport, colorScheme = 'light' }: SignedInOptions = {},
): Promise<Desk> {
  const spare = left.pop()
  const desk = spare ? { ...spare, problems: watchProblems(spare.page) } : await openDesk()
  taken.push(desk)
  const { context, page } = desk
  await page.setViewportSize(viewport!)
  await page.emulateMedia({ colorScheme })
  await context.addCookies([browserCookie(cookieOf(await postSession(system.app, email)), system.origin)])
  await page.goto(`${system.origin}${path}`)
  await page
    .getByRole('heading', { level: 1 })
    .and(page.getByText(/^(?!Phiếu$)/))
    .waitFor()
  return desk
}

type SignedInOptions = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'> & { email?: string }

const LISTENED = ['pageerror', 'console', 'dialog', 'request', 'requestfinished', 'requestfailed', 'response'] as const

/** Leaves nothing of a test: no answer that it made up, nothing that was kept, nobody signed in. */
async function tidyUp({ context, page }: Desk): Promise<void> {
  for (const event of LISTENED) page.removeAllListeners(event)
  for (const other of context.pages()) if (other !== page) await other.close()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
  await context.clearCookies()
  await context.clearPermissions()
  // Away from the application, yet where its storage can be reached.
  await page.goto(`${system.origin}/health/live`)
  await page.evaluate('localStorage.clear(); sessionStorage.clear()')
}
