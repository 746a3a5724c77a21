/** Whatever stands in the way says what to do and whom to call. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { closeCampaign } from '../../server/campaigns/close-campaign.ts'
import { createDraft } from '../../server/test/campaign.ts'
import { OFFICER } from '../../server/test/deps.ts'
import { eventually, findBarriers, openPhone } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import { answerAll, begin, heading, readKept, readReceipt, send } from './respondent-page.ts'

openSurveys()

const CALL = /0212 000 0000/
const roster = [{ unit: 'SYT', group: 'LDS', people: 6 }]
const openCampaign = () => system.campaign({ definition: 'son-la-2024', roster })

const says = async (page: Page, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await page.locator('body').filter({ hasText: text }).waitFor()
  expect(await findBarriers(page)).toEqual([])
}

test('a link answered on one device says so on another, and an answer half done there is refused kindly', async () => {
  const { link } = await system.invited('SYT', 'LDS')
  const [one, two] = await Promise.all([openPhone(browser), openPhone(browser)])
  await begin(two.page, link(0))
  await answerAll(two.page)

  await begin(one.page, link(0))
  await answerAll(one.page)
  await send(one.page)
  await readReceipt(one.page)

  await send(two.page)
  await eventually(() => heading(two.page).textContent()).toBe('Phiếu này đã được gửi')
  await says(two.page, 'Phiếu đã được gửi từ máy khác', CALL)
  await two.page.reload()
  await eventually(() => heading(two.page).textContent()).toBe('Phiếu này đã được gửi')
})

test('on a shared device the receipt can be removed, and then nothing of the person is left', async () => {
  const { link } = await system.invited('SYT', 'LDS')
  const { page } = await openPhone(browser)
  await begin(page, link(0))
  await answerAll(page)
  await send(page)
  await readReceipt(page)
  await page.getByRole('button', { name: 'Xóa mã khỏi máy này' }).tap()
  await eventually(() => heading(page).textContent()).toBe('Phiếu này đã được gửi')
  expect(await readKept(page)).toEqual([])
})

test('after the end a kept receipt is held against the published list, and an unsent answer is not passed over', async () => {
  const campaign = await openCampaign()
  const [sent, late] = await Promise.all([openPhone(browser), openPhone(browser)])
  await begin(sent.page, campaign.link(0))
  await answerAll(sent.page)
  await send(sent.page)
  const receipt = await readReceipt(sent.page)
  await begin(late.page, campaign.link(1))
  await answerAll(late.page)

  await closeCampaign(system.deps, campaign.code, OFFICER)
  await send(late.page)
  await says(late.page, 'Chưa gửi được phiếu', 'đã kết thúc trước khi phiếu đến nơi', CALL)
  await late.page.reload()
  await says(late.page, 'Đợt khảo sát đã kết thúc', 'Phiếu đó không được tính', CALL)
  expect(await readKept(late.page)).toEqual([{ queued: true }])
  await sent.page.reload()
  await says(sent.page, 'Đợt khảo sát đã kết thúc', receipt, '✓ Mã này có trong danh sách đã công bố (1 phiếu)', CALL)
})

test('before the opening the link says to keep the message', async () => {
  const draft = await createDraft(system.deps, { definition: 'son-la-2024', roster })
  const { page } = await openPhone(browser)
  await page.goto(`${system.origin}/p/${draft.people[0]!.token}`)
  await says(page, 'Đợt khảo sát chưa mở', 'mở lại đường dẫn này', CALL)
  expect(await page.getByRole('button').count()).toBe(0)
})

test('an unknown link is a friendly 404', async () => {
  const { page } = await openPhone(browser)
  const reply = await page.goto(`${system.origin}/p/khong-co-duong-dan-nay`)
  expect(reply!.status()).toBe(404)
  await says(page, 'Không tìm thấy phiếu này', 'tin nhắn mời')
})

test('without JavaScript the page says to turn it on', async () => {
  const { link } = await system.invited('SYT', 'LDS')
  const { page } = await openPhone(browser, { javaScriptEnabled: false })
  await page.goto(link(0))
  await page.getByText('Trình duyệt đang tắt JavaScript').waitFor()
  expect(await page.getByRole('button', { name: 'Bắt đầu' }).isDisabled()).toBe(true)
  expect(await page.locator('.no-script').textContent()).toMatch(CALL)
})

test('over plain HTTP the page says so before the first question', async () => {
  const { link } = await system.invited('SYT', 'LDS')
  const { page } = await openPhone(browser)
  await page.goto(link(0).replace('//localhost:', '//phieu.test:'))
  await says(page, 'Kết nối này chưa an toàn', CALL)
  expect(await page.getByRole('button', { name: 'Bắt đầu' }).isDisabled()).toBe(true)
  expect(await page.locator('#secure').getAttribute('href')).toMatch(/^https:\/\/phieu\.test:\d+\/p\/[\w-]+$/)
})

test.each([
  ['its script does not load', (page: Page) => page.route('**/p/assets/main-*', (route) => route.abort())],
  [
    'the browser does not understand its script',
    (page: Page) =>
      page.route('**/p/assets/main-*', (route) => route.fulfill({ body: 'let a = ;', contentType: 'text/javascript' })),
  ],
])('the page is not dead when %s', async (_name, spoil) => {
  const { link } = await system.invited('SYT', 'LDS')
  const { page } = await openPhone(browser)
  await spoil(page)
  await page.goto(link(0))
  await says(page, 'Trình duyệt này quá cũ hoặc trang chưa tải hết', CALL)
})

test('where the browser forbids storing, one can still answer, and is asked to stay', async () => {
  const { link } = await system.invited('SYT', 'LDS')
  const { page } = await openPhone(browser)
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await begin(page, link(0))
  await answerAll(page)
  await page.route('**/credentials', (route) => route.abort())
  await send(page)
  await eventually(() => page.locator('#live').textContent()).toMatch(/xin đừng đóng trang/)
  await page.unroute('**/credentials')
  await readReceipt(page)
})
