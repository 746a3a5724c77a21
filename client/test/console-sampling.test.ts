/** From a full staff list to the drawn on the roster, with the slips that happen; and a deadline extended under another officer's eyes. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createDraft, createOpenCampaign, rosterCsv } from '../../server/test/campaign.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { chooseAct, dialog, dropRoster, expectNoBarriers } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'

openOffice()

const LIST = rosterCsv(
  [
    { unit: 'AB', group: 'CC', people: 60 },
    { unit: 'AB', group: 'TT', people: 8 },
    { unit: 'HT', group: 'CC', people: 40 },
  ],
  71,
)
const PAGE = (code: string) => `/console/campaigns/${code}/roster/sample`
const rowsOf = (page: Page) =>
  page
    .getByRole('table')
    .first()
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))
const rosterOf = async (code: string) =>
  (
    await system.deps.db.$client`
      SELECT count(*)::int AS people FROM identity.respondents r JOIN campaign.campaigns c ON c.id = r.campaign_id WHERE c.code = ${code}`
  )[0]!.people

test('an officer draws a sample: a wrong file, a bad row, other sizes, one draw for two clicks, and the proof', async () => {
  const { code } = await createDraft(system.deps, { roster: [] })
  const { page, problems } = await openSignedIn(PAGE(code))
  await page.getByText('Chưa rút lần nào.').waitFor()

  await dropRoster(page, 'Ngày,Việc\n1/1,Họp')
  await page.getByRole('alert').getByText('Không có dòng nào giống dòng tiêu đề').waitFor()
  await expectNoBarriers(page)

  await dropRoster(page, `${LIST}\nLò Văn Lạc,lac@co-quan.example,,Sở Không Có,CC`)
  await page.getByText('1 dòng chưa đúng.').waitFor()
  await page.getByRole('cell', { name: '110', exact: true }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^Rút \d/ }).isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Chọn tệp khác' }).click()

  await dropRoster(page, LIST)
  await page.getByRole('button', { name: 'Rút 98 phiếu' }).waitFor()
  await page.getByLabel('Tỷ lệ cố định').check()
  await page.getByLabel('Tỷ lệ p (%)').fill('20')
  await page.getByRole('checkbox', { name: 'Trưởng thôn, bản, tổ trưởng tổ dân phố' }).check()
  await page.getByLabel('Số gieo').fill('boc-tham 12')
  await page.getByText('Chỉ gồm chữ không dấu').waitFor()
  await page.getByLabel('Số gieo').fill('boc-tham-12')
  await page.getByRole('button', { name: 'Rút 28 phiếu' }).waitFor()
  expect((await rowsOf(page)).slice(1).map((cells) => cells.slice(2, 4))).toEqual([
    ['60', '12'],
    ['8', '8'],
    ['40', '8'],
  ])
  await expectNoBarriers(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoBarriers(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Rút 28 phiếu' }).dblclick()
  await page.getByRole('status').getByText('28 người được chọn').waitFor()
  await eventually(() => rosterOf(code)).toBe(28)
  await page.getByText('số gieo boc-tham-12').waitFor()
  expect(await page.getByRole('button', { name: 'Lặp lại để kiểm tra' }).count()).toBe(1)
  await expectNoBarriers(page)

  await page.getByRole('button', { name: 'Lặp lại để kiểm tra' }).click()
  const repeat = dialog(page).locator('input[type=file]')
  const give = (csv: string) =>
    repeat.setInputFiles({ name: 'day-du.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await give(LIST.split('\n').slice(0, 90).join('\n'))
  await dialog(page).getByText('Không ra những người đã chọn.').waitFor()
  await dialog(page).getByRole('region', { name: 'Chỗ khác nhau' }).waitFor()
  await give(LIST)
  await dialog(page).getByText('Ra đúng những người đã chọn.').waitFor()
  await expectNoBarriers(page)
  const download = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Tải bảng xếp hạng' }).click()
  expect((await download).suggestedFilename()).toMatch(/^rut-mau-.*\.csv$/)
  expect(problems).toEqual([])
})

test('two officers draw at once: the second is told, chooses, and nothing is lost', async () => {
  const { code } = await createDraft(system.deps, { roster: [] })
  const other = await createAccount(system.deps, 'officer')
  const desks = await Promise.all([system.email, other].map((email) => openSignedIn(PAGE(code), { email })))
  for (const { page } of desks) await dropRoster(page, LIST)
  for (const { page } of desks) await page.getByRole('button', { name: 'Rút 98 phiếu' }).waitFor()
  const [first, second] = desks.map(({ page }) => page) as [Page, Page]
  await first.getByRole('button', { name: 'Rút 98 phiếu' }).click()
  await first.getByRole('status').getByText('98 người được chọn').waitFor()
  await second.getByRole('button', { name: 'Rút 98 phiếu' }).click()
  await second.getByRole('alert').getByText('Danh sách đã có người nên chưa rút gì cả.').waitFor()
  await second.getByLabel('Bỏ 98 người này, chỉ giữ người vừa rút').check()
  await expectNoBarriers(second)
  await second.getByRole('button', { name: 'Rút 98 phiếu' }).click()
  await second.getByRole('status').getByText('98 người được chọn').waitFor()
  await eventually(() => rosterOf(code)).toBe(98)
})

test('an auditor sees and repeats, and draws nothing', async () => {
  const { code } = await createDraft(system.deps, { roster: [] })
  const email = await createAccount(system.deps, 'auditor')
  const { page } = await openSignedIn(PAGE(code), { email })
  await page.getByText('Chưa rút lần nào.').waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
})

test('a deadline is extended: a slip is named, the other officer’s screen follows by itself', async () => {
  const near = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 20 * 86_400_000 + 3 * 3_600_000)
  const roster = [{ unit: 'AB', group: 'CC', people: 6 }]
  const { code } = await createOpenCampaign(system.deps, { roster, closesAt: near.toISOString() })
  const email = await createAccount(system.deps, 'officer')
  const path = `/console/campaigns/${code}`
  const [mine, theirs] = await Promise.all([openSignedIn(path), openSignedIn(path, { email })])
  const typed = (days: number) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(near.getTime() + days * 86_400_000)
  const form = await chooseAct(mine.page, 'Gia hạn trả lời')
  await form.getByText('6 phiếu').waitFor()
  const submit = form.getByRole('button', { name: 'Gia hạn', exact: true })
  expect(await submit.isDisabled()).toBe(true)
  await form.getByLabel('Hạn mới').fill(typed(-3))
  await form.getByText('Hạn mới phải ở sau hạn hiện tại.').waitFor()
  await form.getByLabel('Hạn mới').fill('hôm nào đó')
  await mine.page.keyboard.press('Tab')
  await form.getByText('Hãy viết như').waitFor()
  await form.getByLabel('Hạn mới').fill(`${typed(9)} 16:30`)
  await form.getByLabel('Lý do gia hạn').fill('Các xã vùng cao trả lời chậm')
  await expectNoBarriers(mine.page)
  await submit.dblclick()
  await form
    .getByRole('status')
    .getByText(`16:30 ngày ${typed(9)}`)
    .waitFor()
  await expectNoBarriers(mine.page)
  await theirs.page.getByText(`Hạn trả lời 16:30 ngày ${typed(9)}`).waitFor({ timeout: 5_000 })
  const entries = await system.deps.db
    .$client`SELECT 1 FROM staff.audit WHERE campaign = ${code} AND action = 'campaign.extend'`
  expect(entries).toHaveLength(1)
})
