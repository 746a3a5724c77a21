/** What an officer finds on the views that set a campaign up. */
import type { Locator, Page } from 'playwright-core'
import { findCampaign } from '../../server/campaigns/queries.ts'
import { createDraft } from '../../server/test/campaign.ts'
import { type Desk, openSignedIn, system } from './office.ts'

export const cell = (page: Page, column: string, row: string): Locator =>
  page.getByLabel(`${column}, dòng ${row}`, { exact: true })
/** Stays at the bottom while one edits. */
export const bar = (page: Page) => page.getByRole('region', { name: 'Lưu thiết lập' })

export async function save(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click()
  await bar(page).getByText('Đã lưu', { exact: true }).waitFor()
}

/** A draft of its own unless there is one, and an officer who looks at one view of setting it up. */
export async function openSetup(code: string, view = 'questions', email = system.email): Promise<Desk> {
  if (!(await findCampaign(system.deps.db, code))) await createDraft(system.deps, { code, roster: [] })
  const desk = await openSignedIn(`/console/campaigns/${code}/setup/${view}`, { email })
  await desk.page.getByRole('heading', { level: 2, name: 'Thiết lập' }).waitFor()
  return desk
}

export const saved = async (code: string) => (await findCampaign(system.deps.db, code))!.definition
