/** An officer's whole road on the console in a real Chromium, against the real application with its workers running. */
import { expect, test } from 'vitest'
import { readTestCampaign, rosterCsv, type TestPerson } from '../../server/test/campaign.ts'
import { answerAs } from '../../server/test/respondent.ts'
import { eventually } from './browser.ts'
import {
  answeredOnScreen,
  chooseAct,
  dialog,
  dropRoster,
  expectNoBarriers,
  hasFocus,
  section,
  signIn,
  typeWord,
} from './console-page.ts'
import { openDesk, openOffice, system } from './office.ts'

openOffice()

const ROSTER = [
  { unit: 'AB', group: 'CC', people: 14 },
  { unit: 'HT', group: 'CC', people: 12 },
  { unit: 'TP', group: 'CC', people: 6 },
]
const WRONG_ROW = 'Lò Văn Sai,sai@co-quan.example,0912345678,UBND xã An Bnh,CC'

test('an officer takes a campaign from nothing to the frozen result', { timeout: 180_000 }, async () => {
  const { page, context, problems } = await openDesk()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])

  // Sign in
  await page.goto(system.origin)
  await page.waitForURL('**/console/')
  await page.getByRole('heading', { name: 'Phiếu' }).waitFor()
  await expectNoBarriers(page)
  await signIn(page, system.email, 'không phải mật khẩu')
  await page.getByRole('alert').getByText('Thư điện tử hoặc mật khẩu không đúng.').waitFor()
  await signIn(page, system.email)

  // Create
  await page.getByRole('heading', { name: 'Chưa có đợt điều tra nào' }).waitFor()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await page.getByLabel('Bộ câu hỏi và tiêu chí').selectOption('example-commune')
  await page.getByLabel('Mã', { exact: true }).fill('xa-2026')
  await page.getByLabel('Hạn trả lời').fill('31/02/2030')
  await page.keyboard.press('Tab')
  await page.getByText('Hãy viết như').waitFor()
  await page.getByLabel('Hạn trả lời').fill('28/02/2099 17:00')
  await expectNoBarriers(page)
  await dialog(page).getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await page.getByText('Các bước tới phiếu đầu tiên').waitFor()
  await page.getByText('Hạn trả lời 17:00 ngày 28/02/2099').waitFor()
  await expectNoBarriers(page)

  // Import: a row that is wrong is named, and nothing is imported before it is asked for
  await page.getByRole('banner').getByRole('button', { name: 'Nhập danh sách' }).click()
  await dropRoster(page, `${rosterCsv(ROSTER)}\n${WRONG_ROW}`)
  const wrong = page.getByRole('row', { name: /UBND xã An Bnh/ })
  await wrong.waitFor()
  expect((await wrong.getByRole('cell').allTextContents()).slice(0, 3)).toEqual(['34', 'Đơn vị', 'UBND xã An Bnh'])
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Chọn tệp khác' }).click()
  await dropRoster(page, rosterCsv(ROSTER))
  await page.getByRole('button', { name: 'Nhập 32 dòng' }).click()
  await page.getByText('32 người, 32 phiếu').waitFor()
  await expectNoBarriers(page)

  // Empty the list and bring it in again
  await page.getByRole('button', { name: 'Xóa danh sách' }).click()
  await dialog(page).getByText('32 người với 32 phiếu sẽ bị bỏ').waitFor()
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'xóa')
  await dialog(page).getByRole('button', { name: 'Xóa 32 người' }).click()
  await page.getByText('Đã bỏ 32 người khỏi danh sách.').waitFor()
  await page.getByText('Chưa có ai.').waitFor()
  expect(await page.getByRole('button', { name: 'Xóa danh sách' }).count()).toBe(0)
  await expectNoBarriers(page)
  await dropRoster(page, rosterCsv(ROSTER))
  await page.getByRole('button', { name: 'Nhập 32 dòng' }).click()
  await page.getByText('32 người, 32 phiếu').waitFor()
  expect(await page.getByText('Đã bỏ 32 người').count()).toBe(0)

  // Open and invite
  const opening = await chooseAct(page, 'Mở đợt điều tra')
  const open = opening.getByRole('button', { name: 'Mở với 32 phiếu' })
  await eventually(() => hasFocus(opening.getByLabel('Gõ mở để xác nhận'))).toBe(true)
  expect(await open.isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await typeWord(opening, 'mở')
  await open.click()
  await opening.getByText('Đã mở với').waitFor()
  await opening.getByRole('button', { name: 'Xong' }).click()
  await section(page, 'Tổng quan').click()
  await page.getByText('Trực tiếp').waitFor()
  const inviting = await chooseAct(page, 'Gửi lượt mời')
  const invite = inviting.getByRole('button', { name: 'Gửi lượt mời' })
  await eventually(() => hasFocus(inviting.getByLabel('Gõ gửi để xác nhận'))).toBe(true)
  await inviting.getByText('32 người').first().waitFor()
  expect(await invite.isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await typeWord(inviting, 'gửi')
  await invite.click()
  await inviting.getByText('64 tin').waitFor()
  await inviting.getByRole('button', { name: 'Xong' }).click()
  await eventually(() => page.getByRole('term').filter({ hasText: 'Đã gửi đi' }).count()).toBe(2)
  await eventually(() => page.getByRole('definition').allTextContents()).toEqual(['32', '32', '32', '32'])

  // People answer, and the page moves by itself
  const { people } = await readTestCampaign(system.deps, 'xa-2026')
  const of = (unit: string) => people.filter(({ invitation }) => invitation.unit === unit)
  await answerTogether([...of('AB').slice(0, 12), ...of('HT').slice(0, 3), ...of('TP').slice(0, 2)])
  await answeredOnScreen(page).toBe('17')
  const row = page.getByRole('button', { name: /^UBND xã An Bình\s?: 12\/14 phiếu, 85,7\s%\s?; điểm 25,00$/ })
  await row.waitFor()
  await page.getByRole('button', { name: /^UBND xã Hòa Thịnh.*; điểm chờ đủ 5 phiếu$/ }).waitFor()
  await page.getByText('chờ đủ 5 phiếu: Điểm hiện khi đã kiểm đủ 5 phiếu.').waitFor()
  await expectNoBarriers(page)
  await row.click()
  await dialog(page).getByText('Công chức, viên chức xã, phường').waitFor()
  await expectNoBarriers(page)
  await page.keyboard.press('Escape')

  // Remind those who have not answered
  const reminding = await chooseAct(page, 'Gửi lượt nhắc')
  await reminding.getByText('15 phiếu').waitFor()
  await typeWord(reminding, 'gửi')
  await reminding.getByRole('button', { name: 'Gửi lượt nhắc' }).click()
  await reminding.getByText('30 tin').waitFor()
  await reminding.getByRole('button', { name: 'Xong' }).click()
  await section(page, 'Gửi phiếu').click()
  await page.getByRole('region', { name: 'Lượt nhắc 2' }).waitFor()
  await expectNoBarriers(page)

  // Pause, resume
  const pausing = await chooseAct(page, 'Tạm dừng nhận phiếu')
  await pausing.getByRole('button', { name: 'Tạm dừng nhận phiếu' }).click()
  await page.getByRole('banner').getByText('Tạm dừng', { exact: true }).waitFor()
  const resuming = await chooseAct(page, 'Nhận phiếu trở lại')
  await resuming.getByRole('button', { name: 'Nhận phiếu trở lại' }).click()
  await page.getByRole('banner').getByText('Đang mở', { exact: true }).waitFor()

  // Close, by typing the code
  const closing = await chooseAct(page, 'Đóng đợt điều tra')
  const close = closing.getByRole('button', { name: 'Đóng đợt điều tra' })
  expect(await close.isDisabled()).toBe(true)
  await closing.getByText('2 đơn vị chưa đủ 5 phiếu').waitFor()
  await expectNoBarriers(page)
  await typeWord(closing, 'xa-2026')
  await close.click()
  await page.getByRole('banner').getByText('Đã đóng', { exact: true }).waitFor()

  // Freeze and hand over
  const finalizing = await chooseAct(page, 'Chốt kết quả')
  await finalizing.getByText('2 đơn vị không có điểm vì không đủ phiếu').waitFor()
  const toReview = finalizing.getByRole('list', { name: 'Nên xem lại trước khi chốt' })
  // The dialog may open with the scores of a moment before the close; they come live.
  await expect
    .poll(() => toReview.getByRole('listitem').allTextContents(), { timeout: 15_000 })
    .toEqual([
      'UBND xã Hòa Thịnhkhông đủ 5 phiếu; 3 phiếu không được kiểm',
      'UBND xã Thủy Phúkhông đủ 5 phiếu; 2 phiếu không được kiểm',
    ])
  await expectNoBarriers(page)
  await typeWord(finalizing, 'xa-2026')
  await finalizing.getByRole('button', { name: 'Chốt kết quả' }).click()
  await page.getByRole('banner').getByText('Đã chốt kết quả').waitFor()
  await page.getByRole('banner').getByRole('button', { name: 'Xem kết quả' }).click()
  await page.getByRole('button', { name: 'UBND xã An Bình' }).click()
  await page.getByRole('rowheader', { name: /^DH\.1\. / }).waitFor()
  await page.getByRole('rowheader', { name: /^Lĩnh vực DH\. \S/ }).waitFor()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'UBND xã Hòa Thịnh' }).click()
  await page.getByText('3 phiếu đã nhận không được kiểm').waitFor()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Sao chép sang bảng tính' }).click()
  await page.getByText('Đã sao chép').waitFor()
  const copied = (await page.evaluate('navigator.clipboard.readText()')) as string
  expect(copied.split('\n').map((line) => line.split('\t').slice(0, 6))).toEqual([
    ['Hạng', 'Mã', 'Đơn vị', 'Phát ra', 'Trả lời', 'Đã kiểm'],
    ['1', 'AB', 'UBND xã An Bình', '14', '12', '12'],
    ['', 'HT', 'UBND xã Hòa Thịnh', '12', '3', '0'],
    ['', 'TP', 'UBND xã Thủy Phú', '6', '2', '0'],
  ])
  expect(problems).toEqual([])
})

async function answerTogether(people: TestPerson[]): Promise<void> {
  await Promise.all(people.map((person) => answerAs(system.app, person)))
}
