/** "Bắt đầu" is noted for the officers' funnel; opening the link, however often, is not, and nothing waits for the note. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayInVietnam } from '../../server/clock.ts'
import { eventually, openPhone } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import { agreeAndStart, answerAll, begin, readKept, readReceipt, send } from './respondent-page.ts'

openSurveys()

const invited = () => system.invited('SNV', 'CCVC')

async function startedOn(invitation: string): Promise<string | null> {
  const rows = await system.deps.db.$client<{ day: string | null }[]>`
    SELECT started_on::text AS day FROM identity.invitations WHERE id = ${invitation}`
  return rows[0]!.day
}
const today = () => dayInVietnam(system.clock.now())
const isStart = (page: Page) =>
  page.waitForRequest((request) => request.url().endsWith('/start') && request.method() === 'POST')

test('a look at the link is no start; pressing Bắt đầu is, with the day and nothing else', async () => {
  const { link, people } = await invited()
  const { page, problems } = await openPhone(browser)
  await page.goto(link(0))
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByText('Không ai biết bạn trả lời gì').click()
  expect(await startedOn(people[0]!.invitation.id)).toBeNull()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByText('Hãy đánh dấu vào ô đồng ý').waitFor()
  expect(await startedOn(people[0]!.invitation.id)).toBeNull()

  const told = isStart(page)
  await agreeAndStart(page)
  expect(await (await told).headerValue('cookie')).toBeNull()
  await eventually(() => startedOn(people[0]!.invitation.id)).toBe(today())
  expect(await startedOn(people[1]!.invitation.id)).toBeNull()
  expect(JSON.stringify(await readKept(page))).not.toMatch(/start/i)
  expect(problems).toEqual([])
})

test('a call that never comes back neither delays the questions nor keeps the answer from arriving', async () => {
  const { link, people } = await invited()
  const { page, problems } = await openPhone(browser)
  await page.route('**/start', () => {})
  await begin(page, link(0))
  await answerAll(page)
  await send(page)
  await readReceipt(page)
  expect(await startedOn(people[0]!.invitation.id)).toBeNull()
  expect(problems).toEqual([])
})

test('without a network one answers all the same; the start is not told then, nor later', async () => {
  const { link, people } = await invited()
  const { page, context, problems } = await openPhone(browser)
  await page.goto(link(0), { waitUntil: 'networkidle' })
  await page.evaluate('navigator.serviceWorker.ready')
  await eventually(() => page.evaluate('caches.open("phieu-pages").then((c) => c.keys()).then((k) => k.length)')).toBe(
    1,
  )
  await context.setOffline(true)
  await page.reload()
  await agreeAndStart(page)
  await context.setOffline(false)
  await answerAll(page)
  await send(page)
  await readReceipt(page)
  expect(await startedOn(people[0]!.invitation.id)).toBeNull()
  expect(problems).toEqual([])
})
