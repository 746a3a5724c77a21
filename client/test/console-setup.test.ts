/** Setting a campaign up: the table as a file, last year's campaign, the preview, the versions, and who only looks. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findCampaign } from '../../server/campaigns/queries.ts'
import { createDraft, createOpenCampaign } from '../../server/test/campaign.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { dialog, expectNoBarriers, expectViewsFitPhone } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'
import { cell, openSetup, save, saved } from './setup-desk.ts'

openOffice()

describe('the same table as a file', () => {
  const upload = (page: Page, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'bang.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

  test('a file with mistakes says where, saves nothing, and is taken once it is mended', async () => {
    const { page } = await openSetup('tep')
    const link = page.getByRole('link', { name: 'Tải bảng .csv' })
    const csv = (await page.evaluate(
      `fetch('${await link.getAttribute('href')}').then((answer) => answer.text())`,
    )) as string
    expect(csv).toContain('3,25')
    await upload(page, csv.replace('3,25', 'nhiều'))
    const table = page.getByRole('region', { name: 'Chỗ cần sửa trong tệp' })
    await table.getByRole('cell', { name: 'nhiều', exact: true }).waitFor()
    await table.getByText(/không phải là số/).waitFor()
    expect(await page.getByRole('button', { name: 'Lưu bảng này' }).isDisabled()).toBe(true)
    await expectNoBarriers(page)
    await upload(page, csv.replace('3,25', '3,5'))
    await page.getByText(/Tiêu chí DH.1 .*điểm tối đa 3,25 → 3,5/).waitFor()
    await page.getByRole('button', { name: 'Lưu bảng này' }).click()
    await page.getByText('Đã lưu bảng từ tệp thành bản 2.').waitFor()
    await eventually(() => cell(page, 'Điểm tối đa', 'DH.1').inputValue()).toBe('3,5')
  })
})

describe('a campaign from last year’s', () => {
  test('takes over its definition for the year after, and units say whom they continue', async () => {
    await createDraft(system.deps, { code: 'nam-2026', roster: [] })
    const { page } = await openSignedIn('/console/')
    await page.getByRole('button', { name: 'Tạo đợt điều tra' }).click()
    const form = dialog(page)
    await form.getByLabel('Bộ câu hỏi và tiêu chí').selectOption('campaign:nam-2026')
    expect(await form.getByLabel('Mã', { exact: true }).inputValue()).toBe('nam-2027')
    expect(await form.getByLabel('Tên đợt điều tra').inputValue()).toContain('2027')
    await expectNoBarriers(page)
    await form.getByRole('button', { name: 'Tạo đợt điều tra' }).click()
    await page.getByRole('link', { name: 'Thiết lập', exact: true }).click()
    await page.getByRole('link', { name: 'Đơn vị và nhóm' }).click()
    await page.getByText('Bộ này lấy theo đợt nam-2026.').waitFor()
    await page.getByRole('row', { name: /^1/ }).getByText('UBND xã An Bình').last().waitFor()
    await cell(page, 'Kế thừa năm trước', 'AB').fill('HT')
    await page.getByRole('row').getByText('UBND xã Hòa Thịnh', { exact: true }).first().waitFor()
    await save(page)
    const { year, blocks } = await saved('nam-2027')
    expect(year).toBe(2027)
    expect(blocks[0]!.units[0]).toMatchObject({ code: 'AB', predecessors: ['HT'] })
  })
})

describe('looking', () => {
  test('each group’s questionnaire is shown as a phone shows it, and by SurveyJS', async () => {
    const { page, problems } = await openSetup('xem-thu', 'preview')
    await page.getByLabel('Nhóm đối tượng').selectOption({ label: 'Trưởng thôn, bản, tổ trưởng tổ dân phố' })
    const phone = page.frameLocator('iframe')
    await phone.getByRole('heading').first().waitFor()
    await phone.getByRole('button', { name: 'Bắt đầu' }).waitFor()
    await page.locator('.sd-question').first().waitFor()
    await expectNoBarriers(page)
    expect(problems).toEqual([])
  })

  test('versions tell who changed what; an earlier one can be looked at and taken up again', async () => {
    const { page } = await openSetup('cac-ban')
    await cell(page, 'Tiêu chí', 'DH.1').fill('Tên mới')
    await save(page)
    await page.getByRole('link', { name: 'Các bản đã lưu' }).click()
    const second = page.getByRole('region', { name: 'Bản 2', exact: true })
    await second.getByText(/^Tiêu chí DH.1 .* → “Tên mới”/).waitFor()
    await second.getByText(system.email).waitFor()
    const first = page.getByRole('region', { name: 'Bản 1', exact: true })
    await first.getByRole('button', { name: 'Xem bản này' }).click()
    await first.getByRole('cell', { name: 'DH.1', exact: true }).waitFor()
    await expectNoBarriers(page)
    await first.getByRole('button', { name: 'Trở lại bản này' }).click()
    await page.getByRole('region', { name: 'Bản 3', exact: true }).waitFor()
    expect((await saved('cac-ban')).blocks[0]!.criteria[0]!.name).not.toBe('Tên mới')
  })

  test('of many versions the newest hundred are told, and the older ones when they are asked for', async () => {
    await createDraft(system.deps, { code: 'nhieu-ban', roster: [] })
    const { id } = (await findCampaign(system.deps.db, 'nhieu-ban'))!
    await system.deps.db.$client`
      INSERT INTO campaign.definition_versions (campaign_id, version, definition, hash, actor)
      SELECT campaign_id, later, definition, hash, actor
      FROM campaign.definition_versions, generate_series(2, 102) AS later WHERE campaign_id = ${id}`
    const { page } = await openSetup('nhieu-ban', 'versions')
    await page.getByRole('region', { name: 'Bản 102', exact: true }).waitFor()
    const first = page.getByRole('region', { name: 'Bản 1', exact: true })
    expect(await first.count()).toBe(0)
    const older = page.getByRole('button', { name: 'Xem các bản cũ hơn' })
    await older.click()
    await first.getByText('Bản đầu tiên của đợt này.').waitFor()
    expect(await older.count()).toBe(0)
  })

  test('once it has opened everything is read only and says why; an auditor never edits', async () => {
    await createOpenCampaign(system.deps, { code: 'da-mo', roster: [{ unit: 'AB', group: 'CC', people: 12 }] })
    const { page } = await openSetup('da-mo')
    await page.getByText('Đợt điều tra đã mở nên phần thiết lập không đổi được nữa').waitFor()
    await page.getByRole('row', { name: /DH\.1/ }).first().waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Lưu', exact: true }).count()).toBe(0)
    expect(await page.locator('input[type=file]').count()).toBe(0)
    const auditor = await createAccount(system.deps, 'auditor')
    const { page: theirs } = await openSetup('chi-xem', 'questions', auditor)
    await theirs.getByText('Tài khoản của bạn chỉ xem.').waitFor()
    expect(await theirs.getByRole('textbox').count()).toBe(0)
  })

  test('every view fits a phone, in both themes, and keeps nobody out', async () => {
    await createDraft(system.deps, { code: 'tren-may', roster: [] })
    await expectViewsFitPhone({
      path: '/console/campaigns/tren-may/setup',
      section: 'Thiết lập',
      views: ['Thông tin chung', 'Đơn vị và nhóm', 'Câu hỏi và tiêu chí', 'Xem thử phiếu', 'Các bản đã lưu'],
    })
  })
})
