/** One person's way through the standard questionnaire on a phone, in a real Chromium, against the real application. */
import type { Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually, findBarriers, isTooWide, openPhone, UNHURRIED } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import {
  agreeAndStart,
  answerAll,
  answerScreen,
  begin,
  heading,
  readReceipt,
  send,
  touchScreen,
} from './respondent-page.ts'

openSurveys()

const invited = () => system.invited('SNV', 'CCVC')

test('a respondent answers every screen without a barrier and holds the receipt that the server took', async () => {
  const { link } = await invited()
  const { page, problems, context } = await openPhone(browser, UNHURRIED)
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  const look = async () => {
    expect(await findBarriers(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  }

  await page.goto(link(0))
  await look()
  await page.getByText('Không ai biết bạn trả lời gì').click()
  await page.getByText('Thông báo về dữ liệu cá nhân').click()
  await look()
  await agreeAndStart(page)
  await look()
  await answerAll(page, 1, touchScreen)
  await look()
  await send(page)
  const receipt = await readReceipt(page)
  await look()

  const posts = requests.filter((request) => request.method() === 'POST')
  expect(posts.map((request) => new URL(request.url()).pathname.split('/').pop())).toEqual([
    'start',
    'credentials',
    'responses',
  ])
  const [, , response] = posts
  expect(await response!.headerValue('cookie')).toBeNull()
  expect(await response!.headerValue('referer')).toBeNull()
  const token = new URL(link(0)).pathname.split('/').pop()!
  expect(JSON.stringify([await response!.allHeaders(), response!.postData()])).not.toContain(token)
  expect(await (await response!.response())!.json()).toEqual({ receipt })
  expect(Object.keys(response!.postDataJSON().answers)).toHaveLength(22)
  expect(await context.cookies()).toEqual([])
  expect(problems).toEqual([])
})

test('nothing begins without consent, and a missing answer is named beside its question', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser)
  await page.goto(link(0))
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByText('Hãy đánh dấu vào ô đồng ý').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('consent')

  await agreeAndStart(page)
  await page.locator('form .screen:visible label').first().tap()
  await page.getByRole('button', { name: 'Tiếp tục' }).tap()
  const missing = page.locator('form .screen:visible .q.bad')
  expect(await missing.count()).toBe((await page.locator('form .screen:visible .q').count()) - 1)
  expect(await missing.first().locator('.wrong').textContent()).toBe('Câu này chưa trả lời.')
  const focused = page.locator(':focus')
  expect(await focused.getAttribute('name')).toBe(await missing.first().getAttribute('data-q'))
  await missing.first().locator('label').first().tap()
  await eventually(() => page.locator('form .screen:visible .q').nth(1).locator('.wrong').textContent()).toBe('')
})

test('the keyboard alone is enough', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser, { hasTouch: false, isMobile: false })
  await page.goto(link(0))
  await page.getByRole('checkbox', { name: /đồng ý/ }).press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('form .screen:visible').waitFor()
  for (let screen = 0; screen < 8; screen++) {
    const title = await heading(page).textContent()
    const groups = await page.locator('form .screen:visible [data-k=one]').count()
    for (let i = 0; i < groups; i++) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowRight')
    }
    if (groups === 0) await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await eventually(() => heading(page).textContent()).not.toBe(title)
  }
  await page.locator('#next').press('Enter')
  expect(await readReceipt(page)).toMatch(/^[A-Za-z0-9_-]{22}$/)
})

test.each([
  ['320 wide', { viewport: { width: 320, height: 640 } }, ''],
  ['200 % text', {}, ':root { font-size: 200% !important }'],
  ['dark', { colorScheme: 'dark' as const }, ''],
])('every screen holds at %s', async (_name, options, style) => {
  const { link } = await invited()
  const { page } = await openPhone(browser, { ...options, bypassCSP: true })
  const look = async () => {
    expect(await isTooWide(page)).toBe(false)
    expect(await findBarriers(page)).toEqual([])
  }
  await page.goto(link(0))
  if (style) await page.addStyleTag({ content: style })
  await look()
  await agreeAndStart(page)
  await look()
  const tiles = page.locator('form .screen:visible .tiles').first().locator('label')
  const boxes = await Promise.all((await tiles.all()).map((tile) => tile.boundingBox()))
  for (const box of boxes) expect(box!.height).toBeGreaterThanOrEqual(56)
  expect(new Set(boxes.map((box) => Math.round(box!.y))).size).toBe(style ? 5 : 1)
  await answerAll(page)
  await look()
})

test('several units behind one link are answered one after the other, each with its own receipt', async () => {
  const { link } = await system.campaign({
    definition: 'son-la-2024',
    roster: [{ unit: 'SNV;STC', group: 'LDS', people: 6 }],
  })
  const { page } = await openPhone(browser)
  await page.goto(link(0))
  const units = page.locator('.units button')
  expect(await units.count()).toBe(2)
  await begin(page, link(0))
  await answerAll(page)
  await send(page)
  const first = await readReceipt(page)
  await page.getByRole('button', { name: /^Tiếp theo/ }).tap()
  await page.locator('form .screen:visible').waitFor()
  expect(await page.locator('form :checked').count()).toBe(0)
  await answerAll(page, 2)
  await send(page)
  await page.getByText('Phiếu nhận xét về Sở Tài chính').waitFor()
  expect(await readReceipt(page)).not.toBe(first)
  await page.getByRole('button', { name: 'Về danh sách đơn vị' }).tap()
  await eventually(() => units.locator('.state').allTextContents()).toEqual(['✓ Đã gửi', '✓ Đã gửi'])
  await units.first().tap()
  expect(await readReceipt(page)).toBe(first)
})

test('choosing by touch moves the eye on to the next question; the arrow keys never move the page', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser, { ...UNHURRIED, viewport: { width: 390, height: 600 } })
  await begin(page, link(0))
  const questions = page.locator('form .screen:visible .q')
  const inView = async (nth: number) => {
    const box = (await questions.nth(nth).boundingBox())!
    const nav = (await page.locator('#nav').boundingBox())!
    return box.y >= 0 && box.y + box.height <= nav.y
  }
  expect(await inView(1)).toBe(false)
  await questions.first().locator('label').nth(2).tap()
  await eventually(() => inView(1)).toBe(true)
  await questions.first().scrollIntoViewIfNeeded()
  const before = await page.evaluate('scrollY')
  await questions.first().getByRole('radio', { name: 'Khá' }).press('ArrowRight')
  expect(await questions.first().getByRole('radio', { name: 'Trung bình' }).isChecked()).toBe(true)
  expect(await page.evaluate('scrollY')).toBe(before)
})

test('what was chosen stays when one goes back and forth, and the review leads to any screen', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser)
  await begin(page, link(0))
  const first = await heading(page).textContent()
  await answerScreen(page, 2)
  await page.locator('#next').tap()
  await eventually(() => heading(page).textContent()).not.toBe(first)
  await page.goBack()
  await eventually(() => heading(page).textContent()).toBe(first)
  expect(await page.locator('form .screen:visible :checked').count()).toBe(4)
  await answerAll(page, 3)
  await page.getByRole('button', { name: `Sửa: ${first}` }).tap()
  await eventually(() => heading(page).textContent()).toBe(first)
  await answerScreen(page, 4)
  await page.locator('#next').tap()
  await page.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor()
  expect(await page.locator('.review li').first().locator('dd').allTextContents()).toEqual(Array(4).fill('Kém'))
})

test('a phone receives at most 25 kB before a person can answer and 60 kB in all to the receipt', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser)
  const before = system.bytesSent()
  await page.goto(link(0), { waitUntil: 'networkidle' })
  await page.locator('#start:enabled').waitFor()
  const toAnswer = system.bytesSent() - before
  await agreeAndStart(page)
  await answerAll(page)
  await send(page)
  await readReceipt(page)
  const toReceipt = system.bytesSent() - before
  console.info(`on the wire: ${toAnswer} bytes to answer, ${toReceipt} to the receipt`)
  expect(toAnswer).toBeLessThanOrEqual(25_000)
  expect(toReceipt).toBeLessThanOrEqual(60_000)
})
