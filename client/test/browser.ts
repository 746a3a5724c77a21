/** A real Chromium (from its npm package) and a phone in it, for journeys. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'
import { expect } from 'vitest'
import { unpackChromium } from '../../server/demo/unpack-chromium.ts'

/** What the package adds for cloud functions and a person's browser does not do. */
const NOT_LIKE_A_PHONE =
  /^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content|headless|(en|dis)able-features|disable-site-isolation)/

/** A graphics card emulated on the processor, for 3D; painting pages through it takes a third of Chromium's time. */
const EMULATED_CARD = /^--(ignore-gpu-blocklist|in-process-gpu|use-gl|use-angle|enable-unsafe-swiftshader)/

/** `http://phieu.test` reaches this machine without being a secure context, as a plain HTTP address does. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await unpackChromium(),
    args: [
      ...chromium.args.filter((argument) => !NOT_LIKE_A_PHONE.test(argument) && !EMULATED_CARD.test(argument)),
      '--disable-gpu',
      '--host-resolver-rules=MAP phieu.test 127.0.0.1',
    ],
    headless: true,
  })
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  reducedMotion: 'reduce',
}

/** A phone as most people have it: it scrolls gently, and the page's pauses are as long as they happen to be drawn. */
export const UNHURRIED: BrowserContextOptions = { reducedMotion: 'no-preference' }

/**
 * A page on a phone of its own; `problems` collects uncaught errors and refusals by the content security policy. Unless it
 * is unhurried, nothing moves and every pause drawn at random (up to two seconds before a response) happens to be short.
 */
export async function openPhone(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ ...PHONE, ...options })
  if (options.reducedMotion !== UNHURRIED.reducedMotion) await context.addInitScript(drawLow)
  const page = await context.newPage()
  return { context, page, problems: watchProblems(page) }
}

/** Uncaught errors and refusals by the content security policy, from now on. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text())
  })
  return problems
}

/** In the page: what is drawn at random stays different each time, and is small. */
function drawLow(): void {
  const draw = Math.random
  Math.random = () => draw() / 100
}

/** The cookie of a signed-in call (server/test/staff.ts), as a browser keeps it for an address. */
export function browserCookie(cookie: string, url: string) {
  const [name, value] = cookie.split('=') as [string, string]
  return { name, value, url, httpOnly: true, sameSite: 'Strict' as const }
}

/** Asks again until it holds; patient, because several suites may share the machine's cores. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 100 })

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Of these, the ones that look at colours: whatever else holds in one theme holds in the other. */
export const OF_COLOUR = ['color-contrast', 'link-in-text-block']

type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }

/** Violations of WCAG 2.2 AA as they stand on the screen, one line each; `rules`: names or groups of axe's rules. */
export async function findBarriers(page: Page, rules: string[] = RULES): Promise<string[]> {
  // A colour on its way from one to another is neither of them.
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished))',
  )
  // Through the debugger, so that the page's own content security policy stays in force.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  // Violations come in full; of what passed nothing is described, which takes axe longer than to find them. In frames it is
  // not, and asking them would only wait half a second for no answer.
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'], iframes: false })
  const violations = (await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )) as Violation[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

/** True when something sticks out to the right, so that one would have to scroll sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** What was last changed is on the screen. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')

/** Shows the console in one of its themes. */
export async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
  await drawn(page)
}
