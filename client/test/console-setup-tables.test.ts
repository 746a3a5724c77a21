/** The tables of setting a campaign up, edited as in a spreadsheet: sums, keys, marking, pasting. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createDraft } from '../../server/test/campaign.ts'
import { eventually } from './browser.ts'
import { expectNoBarriers } from './console-page.ts'
import { openOffice, system } from './office.ts'
import { bar, cell, openSetup, save, saved } from './setup-desk.ts'

openOffice()
const QUESTIONS = 'Khối xã, phường · Câu hỏi và tiêu chí'
const sums = (page: Page) => page.getByRole('status', { name: 'Tổng điểm tối đa' })
const focused = (page: Page) => page.evaluate('document.activeElement.getAttribute("aria-label")') as Promise<string>

describe('the table of questions', () => {
  test('sums follow each letter, what is no number says so beside its cell, and what is saved is the new version', async () => {
    const { page, problems } = await openSetup('go-diem')
    const max = cell(page, 'Điểm tối đa', 'DH.1')
    await sums(page).getByText('30 / 30').waitFor()
    await max.fill('3')
    await sums(page).getByText('29,75 / 30').waitFor()
    await sums(page).getByText('Còn thiếu 0,25').first().waitFor()
    await max.fill('ba')
    await eventually(() => max.getAttribute('aria-invalid')).toBe('true')
    const note = await max.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${note}"]`).textContent()).toMatch(/^Không phải số/)
    await bar(page).getByText('chỗ cần sửa trước khi mở').waitFor()
    await expectNoBarriers(page)
    await max.fill('3,5')
    await cell(page, 'Điểm tối đa', 'DH.2').fill('2,75')
    await sums(page).getByText('30 / 30').waitFor()
    await bar(page)
      .getByText(/^(Mọi thứ|Bộ câu hỏi) đã khớp/)
      .waitFor()
    await bar(page)
      .getByText(/^Xem \d+ thay đổi/)
      .waitFor()
    await save(page)
    const { blocks } = await saved('go-diem')
    expect(blocks[0]!.criteria.slice(0, 2).map(({ max: points }) => points)).toEqual(['3.5', '2.75'])
    await page.getByText(/^Bản 2, .* lưu lúc/).waitFor()
    expect(problems).toEqual([])
  })

  test('what the server finds wrong stands beside its cell, too', async () => {
    const { page } = await openSetup('may-chu-thay')
    await page.getByText('Nguồn, lĩnh vực').click()
    const max = cell(page, 'Điểm tối đa', 'khao-sat')
    await max.fill('24')
    await eventually(() => max.getAttribute('aria-invalid')).toBe('true')
    await bar(page).getByText('chỗ cần sửa trước khi mở').click()
    await bar(page)
      .getByRole('link', { name: /Nguồn điểm · “Khảo sát cán bộ[^”]*” · Điểm tối đa/ })
      .waitFor()
  })

  test('hands that know a spreadsheet find its keys', async () => {
    const { page } = await openSetup('phim')
    await cell(page, 'Điểm tối đa', 'DH.1').click()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('Điểm tối đa, dòng DH.2')
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('Điểm tối đa, dòng TTHC.1')
    expect(await cell(page, 'Điểm tối đa', 'DH.2').inputValue()).toBe('4')
    await page.keyboard.type('9')
    await page.keyboard.press('Escape')
    expect(await cell(page, 'Điểm tối đa', 'TTHC.1').inputValue()).toBe('3,5')
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('7')
    expect(await cell(page, 'Điểm tối đa', 'TTHC.1').inputValue()).toBe('3,75')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Nguồn điểm, dòng TTHC.1')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await cell(page, 'Điểm tối đa', 'TTHC.1').inputValue()).toBe('3,5')
    await page.keyboard.press('Control+z')
    expect(await cell(page, 'Điểm tối đa', 'DH.2').inputValue()).toBe('3')
    await page.keyboard.press('Control+y')
    expect(await cell(page, 'Điểm tối đa', 'DH.2').inputValue()).toBe('4')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Đã lưu', { exact: true }).waitFor()
  })

  test('markup of an introduction shows in its own cell while one edits it, and a choice says what it means', async () => {
    const { page } = await openSetup('loi-dan')
    const introduction = cell(page, 'Câu hỏi', '1')
    expect(await introduction.inputValue()).toContain('<strong>đúng với nhận xét')
    const opacity = () => introduction.evaluate((field) => getComputedStyle(field).opacity)
    await page.locator('[data-plain^="Xin chọn mức đúng với nhận xét của Anh/Chị về xã"]').waitFor()
    expect(await opacity()).toBe('0')
    await introduction.click()
    expect(await opacity()).toBe('1')
    const chosen = (column: string, row: string) =>
      cell(page, column, row).evaluate((field) => (field as HTMLSelectElement).selectedOptions[0]!.text)
    expect(await chosen('Nguồn điểm', '1')).toBe('Không chấm điểm')
    expect(await page.getByRole('columnheader', { name: 'TT', exact: true }).count()).toBe(1)
    await page.getByRole('button', { name: 'Thêm tiêu chí' }).click()
    expect(await chosen('Cách trả lời', '2')).toBe('4 mức')
    await expectNoBarriers(page)
  })

  test('who sees a question is ticked, a row is added and taken away, and groups get questionnaires of their own', async () => {
    const { page } = await openSetup('ai-duoc-hoi')
    await cell(page, 'Hỏi Công chức, viên chức xã, phường', 'DH.1').uncheck()
    await cell(page, 'Mã', 'DH.2').click()
    const tools = page.getByRole('toolbar', { name: `Sửa dòng của bảng ${QUESTIONS}` })
    await tools.getByRole('button', { name: 'Thêm câu không chấm điểm' }).click()
    await cell(page, 'Câu hỏi', '5').fill('Anh/Chị có góp ý gì thêm?')
    await save(page)
    const { questionnaires, groups } = (await saved('ai-duoc-hoi')).blocks[0]!
    const asked = (group: string) =>
      JSON.stringify(questionnaires[groups.find(({ code }) => code === group)!.questionnaire])
    expect(asked('CC')).not.toContain('"xa_dh_1"')
    expect(asked('LD')).toContain('"xa_dh_1"')
    expect(asked('CC')).toContain('Anh/Chị có góp ý gì thêm?')
  })
})

describe('units', () => {
  test('a block of cells from Excel fills rows and makes new ones, and one undo takes it all back', async () => {
    const { page, context } = await openSetup('dan-bang', 'units')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const codes = () =>
      page.getByLabel(/^Mã, dòng /).evaluateAll((all) => all.map((one) => (one as { value?: string }).value))
    const before = await codes()
    await page.evaluate(
      `navigator.clipboard.writeText('MA\\tUBND xã Mường A\\tXã Mường A; Mường A\\r\\nMB\\tUBND xã Mường B\\r\\n')`,
    )
    const units = page.getByRole('region', { name: 'Khối xã, phường · Đơn vị' })
    await units
      .getByLabel(/^Mã, dòng/)
      .last()
      .click()
    await page.keyboard.press('Control+v')
    await cell(page, 'Tên', 'MB').waitFor()
    expect(await cell(page, 'Tên gọi khác', 'MA').inputValue()).toBe('Xã Mường A; Mường A')
    expect(await codes()).toHaveLength(before.length + 1)
    await page.keyboard.press('Control+z')
    await eventually(codes).toEqual(before)
    await page.keyboard.press('Control+y')
    await save(page)
    const units2 = (await saved('dan-bang')).blocks[0]!.units
    expect(units2.slice(-2)).toMatchObject([
      { code: 'MA', name: 'UBND xã Mường A', aliases: ['Xã Mường A', 'Mường A'] },
      { code: 'MB', name: 'UBND xã Mường B' },
    ])
  })

  test('cells that are marked go into the clipboard as a spreadsheet takes them', async () => {
    const { page, context } = await openSetup('chep-bang', 'units')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await cell(page, 'Mã', 'AB').click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+c')
    // Another test's copy may stand in the clipboard until this one has been written.
    await eventually(() => page.evaluate('navigator.clipboard.readText()')).toBe(
      'AB\tUBND xã An Bình\nHT\tUBND xã Hòa Thịnh',
    )
  })

  test('the mouse marks cells from where its button goes down to where it is let go', async () => {
    const { page, context } = await openSetup('keo-chuot', 'units')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await cell(page, 'Mã', 'AB').hover()
    await page.mouse.down()
    await cell(page, 'Tên', 'HT').hover()
    await page.mouse.up()
    await cell(page, 'Tên gọi khác', 'AB').hover()
    await page.keyboard.press('Control+c')
    // Another test's copy may stand in the clipboard until this one has been written.
    await eventually(() => page.evaluate('navigator.clipboard.readText()')).toBe(
      'AB\tUBND xã An Bình\nHT\tUBND xã Hòa Thịnh',
    )
  })

  test('the units of any earlier campaign can be shown beside those of this one', async () => {
    await createDraft(system.deps, { code: 'truoc-do', roster: [] })
    const { page } = await openSetup('sau-do', 'units')
    const before = page.getByRole('columnheader', { name: 'Đơn vị năm trước' })
    expect(await before.count()).toBe(0)
    await page.getByLabel('Xem tên đơn vị năm trước theo đợt').selectOption('truoc-do')
    await before.waitFor()
    await cell(page, 'Kế thừa năm trước', 'AB').fill('KHONG')
    await page.getByText('KHONG: năm trước không có').waitFor()
    await page.reload()
    await before.waitFor()
  })

  test('a unit that people of the list stand under cannot go, and the refusal says how many they are', async () => {
    await createDraft(system.deps, { code: 'dang-dung', roster: [{ unit: 'HT', group: 'CC', people: 7 }] })
    const { page } = await openSetup('dang-dung', 'units')
    await cell(page, 'Mã', 'HT').click()
    await page
      .getByRole('toolbar', { name: /Đơn vị$/ })
      .getByRole('button', { name: 'Xóa dòng' })
      .click()
    await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click()
    await bar(page).getByRole('alert').getByText('HT: 7 người trong danh sách').waitFor()
  })
})
