/** A weak network, a closed page, a crash between two requests: the answers stay on the device and arrive once. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setIntake } from '../../server/campaigns/set-intake.ts'
import { OFFICER } from '../../server/test/deps.ts'
import { eventually, openPhone } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import { answerAll, answerScreen, begin, heading, readKept, readReceipt, send } from './respondent-page.ts'

openSurveys()

const invited = () => system.invited('SYT', 'LDS')

const live = (page: Page) => page.locator('#live')

/** Paths of the answering requests, with their status, as they are answered; that one began is told apart from them. */
function watchPosts(page: Page): string[] {
  const posts: string[] = []
  page.on('response', (response) => {
    if (response.request().method() !== 'POST') return
    const call = new URL(response.url()).pathname.split('/').pop()
    if (call !== 'start') posts.push(`${call} ${response.status()}`)
  })
  return posts
}

/** The service worker holds the page and its script. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    const files = await (await caches.open('phieu-files')).keys()
    const pages = await (await caches.open('phieu-pages')).keys()
    return pages.length > 0 && files.some(({ url }) => url.includes('/main-'))
  })

test('once opened the page works without a network, and sends by itself when the network returns', async () => {
  const { link } = await invited()
  const { context, page, problems } = await openPhone(browser)
  await page.goto(link(0))
  await eventually(() => isKept(page)).toBe(true)

  await context.setOffline(true)
  await page.reload()
  await begin(page, link(0))
  await answerAll(page)
  await send(page)
  await eventually(() => live(page).textContent()).toMatch(/sẽ tự gửi khi có mạng/)
  await page.reload()
  await eventually(() => live(page).textContent()).toMatch(/sẽ tự gửi khi có mạng/)

  // The blinding code never came: it is asked for again, with the rest.
  await context.setOffline(false)
  const receipt = await readReceipt(page)
  await context.setOffline(true)
  await page.goto(link(0))
  expect(await readReceipt(page)).toBe(receipt)
  expect(problems).toEqual([])
})

test('after a reload and after closing the page one goes on where one was', async () => {
  const { link } = await invited()
  const { context, page } = await openPhone(browser)
  await begin(page, link(0))
  await answerScreen(page, 1)
  await page.locator('#next').tap()
  await eventually(() => heading(page).textContent()).toBe('Cải cách thể chế')
  await page.locator('form .screen:visible label').first().tap()
  await page.reload()
  await eventually(() => heading(page).textContent()).toBe('Cải cách thể chế')
  expect(await page.locator('form :checked').count()).toBe(3)

  await page.close()
  const again = await context.newPage()
  await again.goto(link(0))
  await again.getByRole('button', { name: 'Tiếp tục trả lời' }).tap()
  await eventually(() => heading(again).textContent()).toBe('Cải cách thể chế')
  expect(await again.locator('form :checked').count()).toBe(3)
})

test('a page killed between credential and response finishes with the same credential, and nothing but the receipt stays', async () => {
  const { link } = await invited()
  const { context, page } = await openPhone(browser)
  const posts = watchPosts(page)
  await page.route('**/api/responses', (route) => route.abort())
  await begin(page, link(0))
  await answerAll(page)
  await send(page)
  await eventually(() => live(page).textContent()).toMatch(/đang tự gửi lại/)
  expect(posts).toEqual(['credentials 200'])
  await page.close()

  const again = await context.newPage()
  const later = watchPosts(again)
  await again.goto(link(0))
  await readReceipt(again)
  expect(later).toEqual(['responses 201'])
  expect(await readKept(again)).toEqual([{ receipt: await again.locator('#receipt').textContent() }])
})

test('a reply that is lost after the credential was signed does not cost the credential', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser)
  let lost = 0
  await page.route('**/credentials', async (route) => {
    if (lost++ > 0) return route.fallback()
    await route.fetch()
    await route.abort()
  })
  await begin(page, link(0))
  await answerAll(page)
  await send(page)
  expect(await readReceipt(page)).toMatch(/^[\w-]{22}$/)
})

test('a reply that is lost after the response was taken does not count it twice', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser)
  let lost = 0
  const posts = watchPosts(page)
  await page.route('**/api/responses', async (route) => {
    if (lost++ > 0) return route.fallback()
    await route.fetch()
    await route.abort()
  })
  await begin(page, link(0))
  await answerAll(page)
  await send(page)
  await readReceipt(page)
  expect(posts).toEqual(['credentials 200', 'responses 200'])
})

test('while intake is paused the answers wait on the device, and a second tab does not send them twice', async () => {
  const campaign = await system.campaign({
    definition: 'son-la-2024',
    roster: [{ unit: 'SYT', group: 'LDS', people: 6 }],
  })
  const { context, page } = await openPhone(browser)
  await begin(page, campaign.link(0))
  await answerAll(page)
  await setIntake(system.deps, campaign.code, 'paused', OFFICER)
  await send(page)
  await eventually(() => live(page).textContent()).toMatch(/tạm dừng nhận phiếu/)
  const second = await context.newPage()
  await second.goto(campaign.link(0))
  await eventually(() => live(second).textContent()).toMatch(/tạm dừng nhận phiếu/)
  await setIntake(system.deps, campaign.code, 'open', OFFICER)
  const posts = [watchPosts(page), watchPosts(second)]
  await second.getByRole('button', { name: 'Thử gửi ngay' }).tap()
  const receipt = await readReceipt(second)
  expect(await readReceipt(page)).toBe(receipt)
  expect(posts.flat().filter((post) => post.startsWith('responses'))).toEqual(['responses 201'])
})

test('without a network several units can be answered one after the other, and all are sent later', async () => {
  const { link } = await system.campaign({
    definition: 'son-la-2024',
    roster: [{ unit: 'SYT;STC', group: 'LDS', people: 6 }],
  })
  const { context, page } = await openPhone(browser)
  await page.goto(link(0))
  await eventually(() => isKept(page)).toBe(true)
  await context.setOffline(true)
  await begin(page, link(0))
  await answerAll(page, 1)
  await send(page)
  await page.getByRole('button', { name: 'Về danh sách đơn vị' }).tap()
  const states = page.locator('.units .state')
  await eventually(() => states.allTextContents()).toEqual(['Đang chờ gửi', 'Chưa trả lời'])
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await page.locator('form .screen:visible').waitFor()
  await answerAll(page, 2)
  await send(page)
  await page.getByRole('button', { name: 'Về danh sách đơn vị' }).tap()
  await context.setOffline(false)
  await eventually(() => states.allTextContents()).toEqual(['✓ Đã gửi', '✓ Đã gửi'])
})

test('answers that the server refuses bring the person back to the question, with the credential unspent', async () => {
  const { link } = await invited()
  const { page } = await openPhone(browser)
  const posts = watchPosts(page)
  await begin(page, link(0))
  await answerAll(page)
  await page.evaluate(() => {
    const box = document.querySelectorAll<HTMLInputElement>('form :checked')[4]!
    box.value = 'khong-co'
  })
  await send(page)
  const wrong = page.locator('form .screen:visible .q.bad')
  await wrong.waitFor()
  expect(await wrong.locator('.wrong').textContent()).toMatch(/không có trong các lựa chọn/)
  await wrong.locator('label').nth(1).tap()
  await answerAll(page, 1)
  await send(page)
  await readReceipt(page)
  expect(posts).toEqual(['credentials 200', 'responses 422', 'responses 201'])
})
