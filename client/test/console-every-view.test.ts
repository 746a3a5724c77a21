/** Every view of the console, on a desk and on a narrow phone, light and dark: open to everybody, whole, and in words. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../server/test/staff.ts'
import { drawn, findBarriers, OF_COLOUR, paint } from './browser.ts'
import { findCodes, findCutWords, findStickingOut } from './cut-words.ts'
import { findRoutesWithoutView, makeEveryView, travel, VIEWS } from './every-view.ts'
import { DESK, openOffice, openSignedIn, system } from './office.ts'

openOffice()

beforeAll(async () => {
  system.email = await createAccount(system.deps, 'admin')
  await makeEveryView(system)
}, 240_000)

const NARROW = { width: 360, height: 780 }
/** The number of a notice as the definition has it, a document's name, and the sign {minimumCell} that a notice is typed with. */
const NAMED = ['vi-du-1', 'audit-log', 'minimumCell']

test('every route of the console is among the views', () => {
  expect(findRoutesWithoutView()).toEqual([])
})

test('every view lets everybody in, cuts off nothing and speaks in words: wide and narrow, light and dark', {
  timeout: 300_000,
}, async () => {
  const { page, problems } = await openSignedIn('/console/')
  const goTo = travel(page)
  const found: string[] = []
  for (const view of VIEWS) {
    const note = (what: string, all: string[]) => found.push(...all.map((one) => `${view} ${what}: ${one}`))
    await paint(page, 'light')
    await page.setViewportSize(DESK.viewport!)
    await goTo(view)
    note('wide light', await findBarriers(page))
    note('wide', await findMisfits(page))
    note('codes', await findCodes(page, NAMED))
    await paint(page, 'dark')
    note('wide dark', await findBarriers(page, OF_COLOUR))
    await page.setViewportSize(NARROW)
    await drawn(page)
    note('narrow dark', await findBarriers(page))
    note('narrow', await findMisfits(page))
    await paint(page, 'light')
    note('narrow light', await findBarriers(page, OF_COLOUR))
  }
  expect([...found, ...problems]).toEqual([])
})

const findMisfits = async (page: Page): Promise<string[]> => [
  ...(await findStickingOut(page)),
  ...(await findCutWords(page)).map((words) => `cut off: ${words}`),
]
