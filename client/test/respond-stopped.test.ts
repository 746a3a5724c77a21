/** A response that the server refuses for good: the page says so, and loading it anew leads back to the answers. */
import { expect, test } from 'vitest'
import { openPhone } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import { answerAll, begin, send } from './respondent-page.ts'

openSurveys()

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
