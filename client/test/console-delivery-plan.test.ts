/** The plan, the waves and the channels on the console, in a real Chromium against the real application with its workers. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createOpenCampaign } from '../../server/test/campaign.ts'
import { eventually } from './browser.ts'
import { chooseAct, dialog, expectNoBarriers, section, typeWord } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'

openOffice()

const open = (code: string, people = 12) =>
  createOpenCampaign(system.deps, { code, roster: [{ unit: 'AB', group: 'CC', people }] })

const wave = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** `days` from now, as an officer types it. */
function typedDay(days: number, clock: string): string {
  const at = new Date(system.clock.now().getTime() + days * 86_400_000 + 7 * 3_600_000).toISOString()
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${clock}`
}

test('a plan is previewed, saved, found again, and its first wave sent at once', { timeout: 180_000 }, async () => {
  await open('ke-hoach')
  const { page, problems } = await openSignedIn('/console/campaigns/ke-hoach/delivery')
  await page.getByRole('heading', { name: 'Chưa gửi lượt nào' }).waitFor()
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Tới Kế hoạch' }).click()
  await page.getByText('Chưa có lượt nào. Lập kế hoạch').waitFor()
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click()

  // What cannot be read is named beside its field, and nothing is asked of the server
  const moment = page.getByLabel(/^Lượt mời \d: ngày và giờ/)
  await moment.fill('31/02/2030 08:00')
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByText('Hãy viết như').waitFor()
  await moment.fill(typedDay(2, '09:00'))
  await page
    .getByLabel('Lượt mời 1: cách gửi')
    .selectOption({ label: 'Thư điện tử trước, Zalo cho người không nhận được thư' })
  await page.getByRole('button', { name: 'Thêm lượt nhắc' }).click()
  expect(await page.getByLabel('Lượt nhắc 2: cách gửi').inputValue()).toBe('email-zalo')
  await page.getByLabel(/^Lượt nhắc \d: ngày và giờ/).fill(typedDay(1, '09:00'))
  await page.getByLabel('Ngày nghỉ khác').fill(typedDay(3, '').trim())
  await page.getByRole('button', { name: 'Thêm ngày' }).click()
  await page.getByRole('button', { name: `Bỏ ngày nghỉ ${typedDay(3, '').trim()}` }).waitFor()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByText('Lượt nhắc phải ở sau lượt mời.').first().waitFor()
  await expectNoBarriers(page)
  await page.getByLabel(/^Lượt nhắc \d: ngày và giờ/).fill(typedDay(5, '09:00'))
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page
    .getByText(/12 người: /)
    .first()
    .waitFor()
  await expectNoBarriers(page)

  // A change after the look asks for another look
  await page.getByLabel('Số tin nhiều nhất cho mỗi người').fill('4')
  expect(await page.getByRole('button', { name: 'Lưu kế hoạch' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
  await page.getByText('Đã lưu kế hoạch.').waitFor()
  await page.getByText('Mỗi người nhận nhiều nhất 4 tin').waitFor()
  await page.reload()
  await wave(page, 'Lượt mời 1').getByText('Chờ tới giờ').waitFor()
  await wave(page, 'Lượt mời 1').getByText('Thư điện tử trước, Zalo cho người không nhận được thư').waitFor()
  await wave(page, 'Lượt nhắc 2').getByText('Chờ tới giờ').waitFor()
  expect((await wave(page, 'Lượt mời 1').textContent())!.match(/12 người/g)).toHaveLength(1)
  await expectNoBarriers(page)
  // Nobody is reminded of what they have not been sent
  expect(await page.getByRole('banner').getByRole('button', { name: 'Gửi lượt nhắc' }).count()).toBe(0)

  // Sooner than planned
  await page.getByRole('button', { name: 'Gửi ngay: Lượt mời 1' }).click()
  await dialog(page).getByText('Gửi ngay thì không chờ tới lúc đó').waitFor()
  await dialog(page).getByText('thư điện tử trước, Zalo cho người không nhận được thư').waitFor()
  // For this moment: the planned one is two days off
  const estimate = dialog(page).getByRole('region', { name: 'Dự kiến nếu gửi ngay' })
  await estimate
    .getByText(`xong trong ngày ${typedDay(0, '').trim()}`)
    .first()
    .waitFor()
  expect(await estimate.textContent()).not.toContain(typedDay(2, '').trim())
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'gửi')
  await dialog(page).getByRole('button', { name: 'Gửi ngay' }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(async () => {
    await page.reload()
    await wave(page, 'Lượt mời 1').waitFor()
    return wave(page, 'Lượt mời 1').textContent()
  }).toContain('Đã gửi xong')

  // The picture follows
  await page.getByRole('link', { name: 'Tình hình' }).click()
  const bars = page.getByRole('region', { name: 'Lượt mời 1' })
  await eventually(() => bars.getByRole('definition').allTextContents()).toContain('12')
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Xem dạng bảng' }).click()
  await page.getByRole('row', { name: /^Lượt mời 1 Thư điện tử 12 0 0 12/ }).waitFor()
  await expectNoBarriers(page)
  expect(problems).toEqual([])
})

test('a wave that is overdue waits for a person’s word', async () => {
  const { id } = await open('qua-gio')
  const { page } = await openSignedIn('/console/campaigns/qua-gio')
  const inviting = await chooseAct(page, 'Gửi lượt mời')
  await inviting.getByLabel('Gửi qua').selectOption({ label: 'Chỉ thư điện tử' })
  await inviting
    .getByText(/12 người/)
    .first()
    .waitFor()
  await typeWord(inviting, 'gửi')
  await inviting.getByRole('button', { name: 'Gửi lượt mời' }).click()
  await inviting.getByText('12 tin').waitFor()
  await inviting.getByRole('button', { name: 'Xong' }).click()
  await section(page, 'Gửi phiếu').click()
  await page.getByRole('link', { name: 'Kế hoạch' }).click()
  await page.getByRole('button', { name: 'Sửa kế hoạch' }).click()
  await page.getByRole('button', { name: 'Thêm lượt nhắc' }).click()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
  await page.getByText('Đã lưu kế hoạch.').waitFor()
  // The moment passed while nothing ran.
  await system.deps.db.$client`UPDATE identity.waves SET state = 'overdue', starts_at = starts_at - interval '9 days'
    WHERE campaign_id = ${id} AND number = 2`
  await page.reload()
  await wave(page, 'Lượt nhắc 2').getByText('Quá giờ, chờ xác nhận').waitFor()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Xác nhận gửi: Lượt nhắc 2' }).click()
  await dialog(page).getByText('nên phải có người xác nhận').waitFor()
  const sendNow = dialog(page).getByRole('button', { name: 'Gửi ngay' })
  expect(await sendNow.isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'gửi')
  expect(await sendNow.isEnabled()).toBe(true)
})

test('a channel is paused with a reason, its pace changed while it runs; a wave is held back, then withdrawn', async () => {
  await open('tam-dung')
  const { page, problems } = await openSignedIn('/console/campaigns/tam-dung/delivery/channels')
  await page.getByRole('group', { name: 'Nhịp gửi qua thư điện tử' }).getByLabel('Tin mỗi phút').fill('0')
  await page.getByText('Từ 1 tới 100.000.').waitFor()
  const pace = page.getByRole('group', { name: 'Nhịp gửi qua thư điện tử' })
  await pace.getByLabel('Tin mỗi phút').fill('120')
  await pace.getByLabel('Tin mỗi ngày').fill('5.000')
  await pace.getByRole('button', { name: 'Lưu nhịp gửi' }).click()
  await pace.getByText('Đã lưu.').waitFor()
  await expectNoBarriers(page)

  await page.getByRole('button', { name: 'Tạm dừng thư điện tử' }).click()
  await dialog(page).getByLabel('Lý do').fill('Đổi máy chủ thư')
  await expectNoBarriers(page)
  await dialog(page).getByRole('button', { name: 'Tạm dừng kênh này' }).click()
  await page.getByText(/tạm dừng từ .*: Đổi máy chủ thư/).waitFor()
  await page.reload()
  await page.getByText(/tạm dừng từ .*: Đổi máy chủ thư/).waitFor()
  expect(await pace.getByLabel('Tin mỗi phút').inputValue()).toBe('120')
  expect(await pace.getByLabel('Tin mỗi ngày').inputValue()).toBe('5000')
  await expectNoBarriers(page)

  // Its messages wait, and the wave says so
  const inviting = await chooseAct(page, 'Gửi lượt mời')
  await inviting.getByLabel('Gửi qua').selectOption({ label: 'Chỉ thư điện tử' })
  await typeWord(inviting, 'gửi')
  await inviting.getByRole('button', { name: 'Gửi lượt mời' }).click()
  await inviting.getByRole('button', { name: 'Xong' }).click()
  await page.getByRole('link', { name: 'Kế hoạch' }).click()
  await wave(page, 'Lượt mời 1').getByText('còn chờ 12 tin').waitFor()
  await page.getByRole('button', { name: 'Tạm dừng: Lượt mời 1' }).click()
  await dialog(page).getByText('12 tin đang chờ được giữ lại').waitFor()
  await dialog(page).getByRole('button', { name: 'Tạm dừng' }).click()
  await wave(page, 'Lượt mời 1').getByText('Tạm dừng', { exact: true }).waitFor()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Dừng hẳn: Lượt mời 1' }).click()
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'dừng')
  await dialog(page).getByRole('button', { name: 'Không gửi nữa 12 tin' }).click()
  await wave(page, 'Lượt mời 1').getByText('Đã dừng hẳn').waitFor()

  await page.getByRole('link', { name: 'Kênh gửi' }).click()
  await page.getByRole('button', { name: 'Gửi tiếp qua thư điện tử' }).click()
  await page.getByRole('region', { name: 'Thư điện tử' }).getByText('Sẵn sàng, không có tin chờ').waitFor()
  expect(problems).toEqual([])
})

test('leaving a plan that is not saved asks first', async () => {
  await open('bo-do')
  const { page } = await openSignedIn('/console/campaigns/bo-do/delivery/plan')
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click()
  await page.getByLabel('Thứ Bảy').check()
  const asked: string[] = []
  page.once('dialog', (question) => {
    asked.push(question.message())
    void question.dismiss()
  })
  await section(page, 'Tổng quan').click()
  await eventually(() => asked).toEqual([expect.stringContaining('chưa được lưu')])
  expect(await page.getByLabel('Thứ Bảy').isChecked()).toBe(true)
})
