/** The index on the console: points brought in from files, mistakes shown at their place, the ranking, and freezing it. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { appraisedPoints, citizensPoints } from '../../server/index/small-index.fixture.ts'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { dialog, expectNoBarriers, expectViewsFitPhone, typeWord } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'
import { type PointTable, pointsCsv } from './points-csv.ts'

openOffice()

beforeAll(async () => {
  await storeIndexCampaign(system.deps.db, 'chi-so', 'final')
  await storeIndexCampaign(system.deps.db, 'dang-mo', 'open')
})

async function dropPoints(page: Page, set: string, csv: string, name = 'diem.csv'): Promise<void> {
  await page
    .getByRole('region', { name: set })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) })
}

test('a file with mistakes shows each at its place, the right one makes the ranking, and the index is frozen', {
  timeout: 180_000,
}, async () => {
  const { page, problems } = await openSignedIn('/console/campaigns/chi-so/results')
  const views = page.getByRole('navigation', { name: 'Các mục của Kết quả' })
  await views.getByRole('link', { name: 'Chỉ số' }).click()
  await page.getByText('Chưa đủ điểm thẩm định: còn thiếu').waitFor()
  await page.getByText('Chưa đơn vị nào đủ điểm để xếp hạng').waitFor()
  expect(await page.getByRole('button', { name: 'Chốt Chỉ số' }).count()).toBe(0)
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Nhập điểm còn thiếu' }).click()

  // Mistakes: more than the maximum, a unit that is misspelt, a point left empty
  const appraised = page.getByRole('region', { name: 'Thẩm định lần 1' })
  await appraised.getByRole('button', { name: /^Nhập tệp/ }).click()
  const wrong: PointTable = structuredClone(appraisedPoints)
  wrong.SNV!['1.1.1'] = '13'
  wrong.STC!['2.1'] = ''
  await dropPoints(page, 'Thẩm định lần 1', pointsCsv(wrong).replaceAll('SYT;', 'Sở Y tê;'), 'sai.csv')
  const places = appraised.getByRole('region', { name: 'Chỗ cần sửa trong tệp' })
  await places
    .getByRole('row', { name: /SNV|Sở Nội vụ/ })
    .first()
    .getByText('13', { exact: true })
    .waitFor()
  await places.getByText('Sở Y tê', { exact: true }).first().waitFor()
  await places
    .getByRole('row', { name: /Sở Tài chính.*2\.1|2\.1.*Sở Tài chính/ })
    .first()
    .waitFor()
  expect(await appraised.getByRole('button', { name: /^Nhập \d/ }).count()).toBe(0)
  await expectNoBarriers(page)

  // The right one, with a reason
  await appraised.getByRole('button', { name: 'Chọn tệp khác' }).click()
  await dropPoints(page, 'Thẩm định lần 1', pointsCsv(appraisedPoints))
  const bring = appraised.getByRole('button', { name: 'Nhập 28 ô điểm' })
  await bring.waitFor()
  expect(await bring.isDisabled()).toBe(true)
  await appraised.getByLabel('Lý do nhập bản này').fill('Biên bản họp Hội đồng thẩm định')
  await expectNoBarriers(page)

  // A lost network loses nothing of what was typed
  await page.context().setOffline(true)
  await bring.click()
  await appraised.getByText('Không kết nối được tới máy chủ').waitFor()
  expect(await appraised.getByLabel('Lý do nhập bản này').inputValue()).toBe('Biên bản họp Hội đồng thẩm định')
  await page.context().setOffline(false)
  await bring.click()
  await appraised.getByText('Đã nhập bản 1 từ tệp diem.csv: 28 ô điểm').waitFor()
  await appraised.getByText('Đủ, đang tính').waitFor()
  await expectNoBarriers(page)

  // Once more with one point changed: a version of its own, whose change can be looked at
  await appraised.getByRole('button', { name: 'Nhập tệp khác' }).click()
  await dropPoints(
    page,
    'Thẩm định lần 1',
    pointsCsv({ ...appraisedPoints, SNV: { ...appraisedPoints.SNV, '1.1.1': '12' } }),
  )
  await appraised.getByLabel('Lý do nhập bản này').fill('Phúc tra Sở Nội vụ')
  await appraised.getByRole('button', { name: 'Nhập 28 ô điểm' }).click()
  await appraised.getByText('1 ô khác bản trước').waitFor()
  await appraised.getByText('Các bản đã nhập (2)').click()
  await appraised.getByRole('button', { name: 'Xem thay đổi của bản 2' }).click()
  await dialog(page)
    .getByRole('row', { name: /Sở Nội vụ.*1\.1\.1.*12,50.*12,00.*▼ 0,50/ })
    .waitFor()
  await expectNoBarriers(page)
  await page.keyboard.press('Escape')

  const citizens = page.getByRole('region', { name: 'Khảo sát người dân' })
  await citizens.getByRole('button', { name: /^Nhập tệp/ }).click()
  await dropPoints(page, 'Khảo sát người dân', pointsCsv(citizensPoints), 'nguoi-dan.csv')
  await citizens.getByLabel('Lý do nhập bản này').fill('Bưu điện tỉnh gửi')
  await citizens.getByRole('button', { name: 'Nhập 7 ô điểm' }).click()
  await citizens.getByRole('link', { name: 'Xem Chỉ số' }).click()

  // The ranking
  await page.getByText('Mọi điểm đã đủ. Xem lại lần cuối rồi chốt.').waitFor()
  const table = page.getByRole('region', { name: 'Chỉ số Khối sở' }).getByRole('table')
  const ranks = () =>
    table.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => row.querySelector('td')?.textContent))
  expect(await ranks()).toEqual(['1', '2', '3', '4'])
  await page.getByLabel('Tìm đơn vị, không cần gõ dấu').fill('noi vu')
  await eventually(() => table.getByRole('rowheader').allTextContents()).toEqual(['Sở Nội vụ'])
  await page.getByLabel('Tìm đơn vị, không cần gõ dấu').fill('')
  await expectNoBarriers(page)
  await table.getByRole('button', { name: 'Sở Nội vụ' }).click()
  await dialog(page)
    .getByRole('button', { name: /^1\. Công tác chỉ đạo/ })
    .click()
  await dialog(page)
    .getByRole('row', { name: /1\.1\.1\. Ban hành kế hoạch.*12,00.*12,5/ })
    .waitFor()
  await expectNoBarriers(page)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  for (const [view, sign] of [
    ['Lĩnh vực', 'Trung bình của khối'],
    ['Điểm phiếu', 'Hai khoảng bên cạnh'],
  ] as const) {
    await page.getByRole('radiogroup', { name: 'Cách xem' }).getByText(view, { exact: true }).click()
    await page.getByText(sign).first().waitFor()
    await expectNoBarriers(page)
    await page.getByLabel('Tìm đơn vị, không cần gõ dấu').fill('xyz')
    await page.getByText('Không có đơn vị nào khớp').waitFor()
    await page.getByLabel('Tìm đơn vị, không cần gõ dấu').fill('')
  }

  // What one takes along: the table, the picture, the workbook
  await page.getByRole('radiogroup', { name: 'Cách xem' }).getByText('Xếp hạng', { exact: true }).click()
  for (const [role, name, file] of [
    ['button', 'Lưu biểu đồ', /^chi-so-chi-so-so\.png$/],
    ['link', 'Tải Excel', /\.xlsx$/],
    ['link', 'Tải CSV', /\.csv$/],
  ] as const) {
    const downloading = page.waitForEvent('download')
    await page.getByRole(role, { name }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(file)
    expect(await download.failure()).toBeNull()
  }

  // Freezing, by typing the code
  await page.getByRole('button', { name: 'Chốt Chỉ số' }).click()
  const freeze = dialog(page).getByRole('button', { name: 'Chốt Chỉ số' })
  expect(await freeze.isDisabled()).toBe(true)
  await dialog(page).getByText('7 đơn vị').waitFor()
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'chi-so')
  await freeze.click()
  await page.getByText('Điểm, xếp hạng và xếp loại không đổi nữa.').waitFor()
  await expectNoBarriers(page)
  await views.getByRole('link', { name: 'Nhập điểm' }).click()
  await page.getByText('Chỉ số đã chốt: các bản dưới đây giữ nguyên').waitFor()
  expect(await page.getByRole('button', { name: /^Nhập tệp/ }).count()).toBe(0)
  expect(problems).toEqual([])
})

test('the way to the results is offered on every page but theirs, whatever the campaign is called', {
  timeout: 60_000,
}, async () => {
  await storeIndexCampaign(system.deps.db, 'results', 'final')
  const { page } = await openSignedIn('/console/campaigns/results')
  const way = page.getByRole('button', { name: 'Xem kết quả' })
  await way.click()
  await page.getByRole('link', { name: 'Nhập điểm' }).click()
  await page.getByRole('region', { name: 'Thẩm định lần 1' }).waitFor()
  expect(await way.count()).toBe(0)
})

test('the dialog of an act that cannot be undone waits for its word with the cursor in it', {
  timeout: 60_000,
}, async () => {
  const { page } = await openSignedIn('/console/campaigns/dang-mo')
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /act-dialog/.test(name)))
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Đóng đợt điều tra' }).click()
  await dialog(page).waitFor()
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Gõ dang-mo để xác nhận',
  )
})

const PAST = [
  'Kết quả Chỉ số cải cách hành chính năm 2024',
  'Khối;Mã đơn vị;Đơn vị;Điểm;Xếp hạng;Xếp loại',
  'so;SNV;Sở Nội vụ;92,5;1;A',
  'so;STC;Sở Tài chính;88,25;2;B',
  'so;SKHDT;Sở Kế hoạch và Đầu tư;85,10;3;B',
  'huyen;MC;UBND huyện Mộc Châu;85;1;B',
]

test('last year’s results come in from a file, and say who continues whom and who cannot be compared', {
  timeout: 120_000,
}, async () => {
  const { page, problems } = await openSignedIn('/console/campaigns/dang-mo/results/past')
  const panel = page.getByRole('region', { name: 'Kết quả năm trước' })
  await panel.getByText('Chưa có', { exact: true }).waitFor()
  const downloading = page.waitForEvent('download')
  await panel.getByRole('link', { name: 'Tải mẫu' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/)
  await panel.getByRole('button', { name: 'Nhập tệp' }).click()
  const drop = (lines: string[]) =>
    panel
      .locator('input[type=file]')
      .setInputFiles({ name: 'nam-2024.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })

  await drop(PAST.map((line) => line.replace('92,5;1;A', '92,5;1;B')))
  const places = panel.getByRole('region', { name: 'Chỗ cần sửa trong tệp' })
  await places.getByRole('row', { name: /Sở Nội vụ/ }).waitFor()
  await expectNoBarriers(page)
  await panel.getByRole('button', { name: 'Chọn tệp khác' }).click()
  await drop(PAST)
  await panel.getByLabel('Lý do nhập bản này').fill('Quyết định công bố năm 2024')
  await panel.getByRole('button', { name: 'Nhập 4 đơn vị' }).click()
  await panel.getByText('Đã nhập kết quả năm 2024 của 4 đơn vị').waitFor()
  await expectNoBarriers(page)

  const units = page.getByRole('region', { name: 'Năm trước của Khối sở' })
  await units.getByRole('row', { name: /^Sở Nội vụ 92,50 1 A so sánh được$/ }).waitFor()
  await units.getByRole('row', { name: /^Sở Tài chính.*không so sánh được: hợp nhất từ nhiều đơn vị$/ }).waitFor()
  await units.getByText('Sở Kế hoạch và Đầu tư (85,10)').waitFor()
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Chỉ số', exact: true }).click()
  await page.getByRole('button', { name: 'So với 2024' }).waitFor()
  expect(await page.getByText('Chưa có kết quả năm').count()).toBe(0)
  expect(problems).toEqual([])
})

test('on a phone, in both themes, every view fits and keeps nobody out', { timeout: 120_000 }, async () => {
  await expectViewsFitPhone({
    path: '/console/campaigns/dang-mo/results',
    section: 'Kết quả',
    views: ['Chỉ số', 'Nhập điểm', 'Năm trước', 'Điểm khảo sát'],
  })
})

test('an auditor sees the index and is offered nothing that changes it', async () => {
  const email = await createAccount(system.deps, 'auditor')
  const { page } = await openSignedIn('/console/campaigns/dang-mo/results/index', { email })
  await page.getByText('Đang nhận phiếu: điểm khảo sát còn thay đổi').waitFor()
  expect(await page.getByRole('link', { name: 'Nhập điểm còn thiếu' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Nhập điểm' }).click()
  await page.getByRole('region', { name: 'Thẩm định lần 1' }).waitFor()
  expect(await page.getByRole('button', { name: /^Nhập tệp/ }).count()).toBe(0)
})

test('the keyboard alone sorts the ranking and opens a unit', async () => {
  const { page } = await openSignedIn('/console/campaigns/dang-mo/results/index?block=huyen')
  const sort = page.getByRole('button', { name: 'Đơn vị', exact: true })
  await sort.focus()
  await page.keyboard.press('Enter')
  await eventually(() => page.getByRole('columnheader', { name: 'Đơn vị' }).getAttribute('aria-sort')).toBe('ascending')
  await page.getByRole('button', { name: 'UBND huyện Mộc Châu' }).focus()
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('heading', { name: 'UBND huyện Mộc Châu' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
})
