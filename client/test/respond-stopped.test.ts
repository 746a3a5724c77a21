/** A response that the server refuses for good: the page says so, and loading it anew leads back to the answers. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openPhone } from './browser.ts'
import { type RespondSystem, startRespondSystem } from './respond-system.ts'
import { answerAll, begin, send } from './respondent-page.ts'

let system: RespondSystem
let browser: Browser
beforeAll(async () => {
  ;[system, browser] = await Promise.all([startRespondSystem(), launchBrowser()])
})
afterAll(() => Promise.all([browser?.close(), system?.stop()]))

test('“Tải lại trang” leads back to what was answered, not to the refusal again', async () => {
  const campaign = await system.campaign({
    definition: 'example-commune',
    roster: [{ unit: 'AB', group: 'CC', people: 6 }],
  })
  const { page, problems } = await openPhone(browser)
  await page.route('**/api/links/*/credentials', (route) =>
    route.fulfill({ status: 422, contentType: 'application/json', body: '{"code":"blinded-invalid","message":"…"}' }),
  )
  await begin(page, campaign.link(0))
  await answerAll(page)
  await send(page)
  await page.getByRole('heading', { name: 'Chưa gửi được phiếu' }).waitFor()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Tải lại trang' }).tap()])
  await page.getByRole('button', { name: 'Tiếp tục trả lời' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Chưa gửi được phiếu' }).isVisible()).toBe(false)
  expect(problems).toEqual([])
  await page.context().close()
})
