/** A respondent calls; an officer writes it down, finds them, does it, and reads out what nobody can do. An administrator purges. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { closeCampaign } from '../../server/campaigns/close-campaign.ts'
import { finalizeCampaign } from '../../server/campaigns/finalize-campaign.ts'
import { createDraft, createOpenCampaign, type TestCampaign } from '../../server/test/campaign.ts'
import { OFFICER } from '../../server/test/deps.ts'
import { answerAs } from '../../server/test/respondent.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { dialog, expectNoBarriers, expectNoBarriersInBothThemes, typeWord } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'
import { storeRequest } from './stored-request.ts'

openOffice()

let campaign: TestCampaign
let old: TestCampaign
let admin: string
const at = (code: string) => `/console/campaigns/${code}/roster/privacy`

beforeAll(async () => {
  admin = await createAccount(system.deps, 'admin')
  const roster = [{ unit: 'AB', group: 'CC', people: 8 }]
  campaign = await createOpenCampaign(system.deps, { code: 'dang-mo', roster })
  old = await createOpenCampaign(system.deps, { code: 'da-chot', roster })
  for (const person of old.people.slice(0, 6)) await answerAs(system.app, person)
  await closeCampaign(system.deps, 'da-chot', OFFICER)
  await finalizeCampaign(system.deps, 'da-chot', OFFICER)
  await system.deps.db.$client`
    UPDATE campaign.campaigns SET finalized_at = now() - interval '100 days' WHERE code = 'da-chot'`
}, 180_000)

test('a caller who wants to see their data is written down, found and given the list', async () => {
  const { page, problems, context } = await openSignedIn(at('dang-mo'))
  await page.getByText('Chưa có ai yêu cầu.').waitFor()
  await page.getByRole('button', { name: 'Ghi yêu cầu' }).click()
  await dialog(page).getByRole('radio', { name: 'Xem dữ liệu' }).check()
  await dialog(page).getByText('không ai, kể cả chúng tôi, biết phiếu nào là của ông/bà').waitFor()
  const finder = dialog(page).getByLabel('Là ai trong danh sách?')
  await finder.fill('khong ai ten the')
  await dialog(page).getByText('Không có ai khớp.').waitFor()
  await finder.fill('tran van an')
  await dialog(page)
    .getByRole('button', { name: new RegExp(campaign.people[1]!.name) })
    .click()
  await dialog(page).getByText(campaign.people[1]!.email).waitFor()
  await expectNoBarriers(page)
  // The other day it came; the day it is due moves with it.
  await dialog(page).getByLabel('Ngày nhận').fill('01/03/2024')
  await dialog(page).getByText('11/03/2024').waitFor()
  await dialog(page).getByLabel('Ghi chú').fill('Gọi lại buổi chiều')
  await dialog(page).getByRole('button', { name: 'Ghi lại' }).dblclick()

  // The new request stands open, to go on at once.
  const download = page.waitForEvent('download')
  await dialog(page).getByRole('link', { name: 'Bản kê dữ liệu (.docx)' }).click()
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  const printing = context.waitForEvent('page')
  await dialog(page).getByRole('link', { name: 'Xem và in' }).click()
  const print = await printing
  await print.getByRole('heading', { name: 'Dữ liệu cá nhân đang lưu' }).waitFor()
  await print.getByText('không tìm ra, không sửa và không rút được').waitFor()
  await expectNoBarriers(print)
  await print.close()
  await expectNoBarriers(page)

  await dialog(page).getByRole('button', { name: 'Đã trao bản kê' }).click()
  const ending = dialog(page).getByRole('button', { name: 'Kết thúc yêu cầu' })
  expect(await ending.isDisabled()).toBe(true)
  await dialog(page).getByLabel('Đã làm gì').fill('Đã gửi bản kê qua thư')
  await ending.click()
  await dialog(page).getByText('Đã giải quyết').waitFor()
  await page.keyboard.press('Escape')
  // Pressed twice, written once.
  await dialog(page).waitFor({ state: 'detached' })
  expect(await page.getByRole('table').first().getByRole('row').count()).toBe(2)
  expect(problems).toEqual([])
})

test('what is overdue shows in the rail until it is settled', async () => {
  await storeRequest(system.deps.db, campaign, { person: 0, kind: 'withdraw', daysLeft: -30 })
  const { page } = await openSignedIn(at('dang-mo'))
  const badge = page.getByRole('img', { name: '1 yêu cầu về dữ liệu cá nhân quá hạn' })
  await badge.waitFor()
  await page.getByText(', 1 quá hạn').waitFor()
  await page.getByRole('button', { name: 'Rút lại sự đồng ý' }).click()
  await dialog(page).getByRole('button', { name: 'Ngừng gửi và xóa địa chỉ' }).click()
  await dialog(page).getByText('Thư điện tử và số điện thoại của người này bị xóa').waitFor()
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'ngừng gửi')
  await dialog(page).getByRole('button', { name: 'Ngừng gửi và xóa địa chỉ' }).click()
  await dialog(page).getByText('Đã đề nghị không nhận tin.').waitFor()
  await badge.waitFor({ state: 'detached' })
})

test('a wrong address is told beside its field, and the corrected one is kept', async () => {
  await storeRequest(system.deps.db, campaign, { person: 2, kind: 'correct', daysLeft: 10 })
  const { page } = await openSignedIn(at('dang-mo'))
  await page.getByRole('button', { name: 'Sửa dữ liệu' }).click()
  await dialog(page).getByRole('button', { name: 'Sửa thông tin' }).click()
  await dialog(page).getByLabel('Thư điện tử').fill('sai địa chỉ')
  await dialog(page).getByRole('button', { name: 'Lưu và kết thúc yêu cầu' }).click()
  await eventually(() => dialog(page).getByLabel('Thư điện tử').getAttribute('aria-invalid')).toBe('true')
  await expectNoBarriers(page)
  await dialog(page).getByLabel('Thư điện tử').fill('dung@co-quan.example')
  await dialog(page).getByRole('button', { name: 'Lưu và kết thúc yêu cầu' }).click()
  await dialog(page).getByText('dung@co-quan.example').waitFor()
  await dialog(page).getByText('Đã giải quyết').waitFor()
})

test('erasing says which numbers move and asks for the word', async () => {
  await storeRequest(system.deps.db, campaign, { person: 7, kind: 'erase', daysLeft: 20 })
  const { page } = await openSignedIn(at('dang-mo'))
  await page.getByRole('button', { name: 'Xóa dữ liệu' }).click()
  await dialog(page).getByRole('button', { name: 'Xóa người này' }).click()
  await dialog(page).getByText('1 phiếu chưa trả lời không còn tính là phiếu phát ra.').waitFor()
  const erase = dialog(page).getByRole('button', { name: 'Xóa hẳn' })
  expect(await erase.isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'xóa')
  await erase.click()
  await dialog(page).getByText('đã xóa khỏi hệ thống').waitFor()
  const left = await system.deps.db.$client`SELECT 1 FROM identity.respondents WHERE id = ${campaign.people[7]!.id}`
  expect(left).toHaveLength(0)
})

test('an administrator sees what is due, sets the periods, and purges by typing the code', async () => {
  const { page, problems } = await openSignedIn(at('da-chot'), { email: admin })
  const rules = page.getByRole('table').filter({ hasText: 'Giữ sau khi chốt' })
  await rules.getByRole('row', { name: /Họ tên.*8 người, 8 phiếu mời/ }).waitFor()
  await page.getByRole('button', { name: 'Đổi thời hạn' }).click()
  await dialog(page).getByLabel('Từng phiếu trả lời, không gắn với ai').fill('20')
  expect(await dialog(page).getByRole('button', { name: 'Lưu thời hạn' }).isDisabled()).toBe(true)
  await dialog(page).getByLabel('Từng phiếu trả lời, không gắn với ai').fill('700')
  await expectNoBarriers(page)
  await dialog(page).getByRole('button', { name: 'Lưu thời hạn' }).click()
  await rules.getByRole('row', { name: /Từng phiếu.*700 ngày/ }).waitFor()

  await page.getByRole('button', { name: 'Xóa ngay phần đến hạn' }).click()
  await dialog(page).getByText('Họ tên và việc đã gửi phiếu hay chưa: 8 người, 8 phiếu mời.').waitFor()
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'da-chot')
  await dialog(page).getByRole('button', { name: 'Xóa hẳn' }).click()
  await page.getByRole('heading', { name: 'Đã xóa' }).waitFor()
  await rules.getByRole('row', { name: /Họ tên.*không còn gì/ }).waitFor()
  await page.getByText('6 phiếu gửi kèm sự đồng ý').waitFor()
  await page.getByRole('link', { name: 'Tổng quan', exact: true }).click()
  await page.getByText('8 phiếu').first().waitFor()
  await page.getByRole('link', { name: 'Gửi phiếu', exact: true }).click()
  await page.getByRole('heading', { name: /^Số liệu gửi phiếu đã được xóa ngày \d\d\/\d\d\/20\d\d$/ }).waitFor()
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Tìm người', exact: true }).click()
  await page.getByText('Không còn ai: danh sách người được hỏi đã được xóa theo thời hạn lưu giữ.').waitFor()
  expect(problems).toEqual([])
})

test('an auditor reads all of it and is offered no act', async () => {
  const email = await createAccount(system.deps, 'auditor')
  const { page, context } = await openSignedIn(at('dang-mo'), { email })
  await page.getByRole('button', { name: 'Xóa dữ liệu' }).waitFor()
  for (const act of ['Ghi yêu cầu', 'Đổi thời hạn', 'Xóa ngay phần đến hạn'])
    expect(await page.getByRole('button', { name: act }).count()).toBe(0)
  const printing = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Xem và in' }).click()
  const print = await printing
  await print.getByText('[Cơ quan điền:').first().waitFor()
  await expectNoBarriers(print)
})

test.each([390, 360])('the page fits a phone of %s pixels, light and dark', async (width) => {
  const { page } = await openSignedIn(at('dang-mo'), { viewport: { width, height: 844 } })
  await page.getByText('Hồ sơ hoạt động xử lý dữ liệu cá nhân').waitFor()
  await eventually(() => page.getByText('Đang tải…').count()).toBe(0)
  await expectNoBarriersInBothThemes(page)
  await page.getByRole('button', { name: 'Ghi yêu cầu' }).click()
  await dialog(page).getByRole('radio', { name: 'Xóa dữ liệu' }).check()
  await expectNoBarriersInBothThemes(page)
})

test('the notice is shown as a phone shows it while it is written, and markup in it stays text', async () => {
  await createDraft(system.deps, { code: 'thong-bao', roster: [] })
  const { page, problems } = await openSignedIn('/console/campaigns/thong-bao/setup')
  const written = '## Ai hỏi\n\nSở **Nội vụ** hỏi,\nđủ {minimumCell} phiếu.\n\n- một <b onclick="x">\n- hai'
  await page.getByLabel('Nội dung thông báo').fill(written)
  const phone = page.getByRole('region', { name: 'Thông báo như trên điện thoại' })
  await phone.getByRole('heading', { name: 'Ai hỏi' }).waitFor()
  expect(await phone.getByRole('paragraph').last().innerHTML()).toBe('Sở <strong>Nội vụ</strong> hỏi, đủ 5 phiếu.')
  expect(await phone.getByRole('listitem').allTextContents()).toEqual(['một <b onclick="x">', 'hai'])
  await expectNoBarriers(page)
  expect(problems).toEqual([])
})
