/** One world for a file of tests about setting a campaign up, and what an officer finds on its views. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findCampaign } from '../../server/campaigns/queries.ts'
import { createDraft } from '../../server/test/campaign.ts'
import { launchBrowser } from './browser.ts'
import { type ConsoleSystem, openDesk, openSignedIn, startConsoleSystem } from './console-page.ts'

export const cell = (page: Page, column: string, row: string): Locator =>
  page.getByLabel(`${column}, dòng ${row}`, { exact: true })
/** Stays at the bottom while one edits. */
export const bar = (page: Page) => page.getByRole('region', { name: 'Lưu thiết lập' })

export async function save(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click()
  await bar(page).getByText('Đã lưu', { exact: true }).waitFor()
}

export function setupDesk() {
  let system: ConsoleSystem
  let browser: Browser
  beforeAll(async () => {
    ;[system, browser] = await Promise.all([startConsoleSystem(), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })
  /** Everybody signs in once; their other windows have the session. */
  const sessions = new Map<string, Awaited<ReturnType<Awaited<ReturnType<typeof openDesk>>['context']['cookies']>>>()
  const open = async (path: string, email: string) => {
    const session = sessions.get(email)
    if (!session) {
      const desk = await openSignedIn(browser, { ...system, email }, path)
      sessions.set(email, await desk.context.cookies())
      return desk
    }
    const desk = await openDesk(browser)
    await desk.context.addCookies(session)
    await desk.page.goto(`${system.origin}${path}`)
    return desk
  }
  return {
    world: () => ({ system, browser }),
    /** A draft of its own unless there is one, and an officer who looks at one view of setting it up. */
    async openSetup(code: string, view = 'questions', email = system.email) {
      if (!(await findCampaign(system.deps.db, code))) await createDraft(system.deps, { code, roster: [] })
      const desk = await open(`/console/campaigns/${code}/setup/${view}`, email)
      await desk.page.getByRole('heading', { level: 2, name: 'Thiết lập' }).waitFor()
      return desk
    },
    saved: async (code: string) => (await findCampaign(system.deps.db, code))!.definition,
  }
}
