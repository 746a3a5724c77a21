/** Setting a campaign up by hand: tables edited as in a spreadsheet, sums, undo, work that is not lost, two officers at once. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCampaign } from '../../server/campaigns/queries.ts'
import { saveDefinition } from '../../server/setup/save-definition.ts'
import { createDraft, createOpenCampaign } from '../../server/test/campaign.ts'
import { OFFICER } from '../../server/test/deps.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually, launchBrowser } from './browser.ts'
import {
  type ConsoleSystem,
  dialog,
  expectNoBarriers,
  expectViewsFitPhone,
  openSignedIn,
  signIn,
  startConsoleSystem,
} from './console-page.ts'

let system: ConsoleSystem
let browser: Browser
beforeAll(async () => {
  ;[system, browser] = await Promise.all([startConsoleSystem(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await system?.stop()
})

const QUESTIONS = 'Khối xã, phường · Câu hỏi và tiêu chí'
const cell = (page: Page, column: string, row: string): Locator =>
  page.getByLabel(`${column}, dòng ${row}`, { exact: true })
const sums = (page: Page) => page.getByRole('status', { name: 'Tổng điểm tối đa' })
const bar = (page: Page) => page.getByRole('region', { name: 'Lưu thiết lập' })
const focused = (page: Page) => page.evaluate('document.activeElement.getAttribute("aria-label")') as Promise<string>

/** A draft of its own, and an officer who looks at one view of setting it up. */
async function openSetup(code: string, view = 'questions', email = system.email) {
  if (!(await findCampaign(system.deps.db, code))) await createDraft(system.deps, { code, roster: [] })
  const desk = await openSignedIn(browser, { ...system, email }, `/console/campaigns/${code}/setup/${view}`)
  await desk.page.getByRole('heading', { level: 2, name: 'Thiết lập' }).waitFor()
  return desk
}

async function save(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click()
  await bar(page).getByText('Đã lưu', { exact: true }).waitFor()
}

const saved = async (code: string) => (await findCampaign(system.deps.db, code))!.definition

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

describe('nothing typed is lost', () => {
  test('unsaved work is offered again after a reload, with its time, and goes on where it was', async () => {
    const { page } = await openSetup('tai-lai')
    await cell(page, 'Tiêu chí', 'DH.1').fill('Tên đã gõ mất công')
    await bar(page).getByText('Có thay đổi chưa lưu').waitFor()
    await page.reload()
    const offer = page.getByRole('region', { name: 'Thay đổi chưa lưu' })
    await offer.getByText(/Bạn có thay đổi chưa lưu từ \d\d:\d\d ngày/).waitFor()
    await expectNoBarriers(page)
    expect(await cell(page, 'Tiêu chí', 'DH.1').count()).toBe(0)
    await offer.getByRole('button', { name: 'Làm tiếp' }).click()
    expect(await cell(page, 'Tiêu chí', 'DH.1').inputValue()).toBe('Tên đã gõ mất công')
    await save(page)
    await page.reload()
    await cell(page, 'Tiêu chí', 'DH.1').waitFor()
    expect(await offer.count()).toBe(0)
    await cell(page, 'Tiêu chí', 'DH.1').fill('Sẽ bỏ')
    await bar(page).getByText('Có thay đổi chưa lưu').waitFor()
    await page.reload()
    await offer.getByRole('button', { name: 'Bỏ thay đổi đó' }).click()
    await page.reload()
    expect(await cell(page, 'Tiêu chí', 'DH.1').inputValue()).toBe('Tên đã gõ mất công')
    expect(await offer.count()).toBe(0)
  })

  test('a session that runs out is renewed over the table, and the save goes on', async () => {
    const { page, context } = await openSetup('het-phien')
    await cell(page, 'Tiêu chí', 'DH.1').fill('Gõ khi phiên đã hết')
    // Judged while the session is there: the save is the first call without it.
    await bar(page)
      .getByText(/^Xem \d+ thay đổi/)
      .waitFor()
    await context.clearCookies()
    await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('heading', { name: 'Phiên làm việc đã hết' }).waitFor()
    await signIn(page, system.email)
    await bar(page).getByText('Đã lưu', { exact: true }).waitFor()
    expect((await saved('het-phien')).blocks[0]!.criteria[0]!.name).toBe('Gõ khi phiên đã hết')
  })

  test('two officers at once: what they changed apart is put together, where both changed one cell the second is asked', async () => {
    const other = await createAccount(system.deps, 'officer')
    const { page } = await openSetup('hai-nguoi')
    const { page: theirs } = await openSetup('hai-nguoi', 'questions', other)
    await cell(page, 'Điểm tối đa', 'DH.1').fill('3')
    await cell(page, 'Tiêu chí', 'DH.2').fill('Tên của tôi')
    await cell(theirs, 'Điểm tối đa', 'DH.1').fill('2')
    await cell(theirs, 'Tiêu chí', 'CV.1').fill('Tên của họ')
    await save(theirs)
    await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click()
    const ask = dialog(page)
    await ask.getByText(`${other} đã lưu bản 2`).waitFor()
    await ask.getByText('Hai bên cùng sửa 1 chỗ').waitFor()
    await ask.getByText(/dòng DH.1 · Điểm tối đa/).waitFor()
    await expectNoBarriers(page)
    await ask.getByLabel('Của họ: 2').check()
    await ask.getByRole('button', { name: 'Ghép hai bên' }).click()
    await ask.waitFor({ state: 'hidden' })
    expect(await cell(page, 'Điểm tối đa', 'DH.1').inputValue()).toBe('2')
    await save(page)
    const { criteria } = (await saved('hai-nguoi')).blocks[0]!
    expect(criteria.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tên của tôi', 'Tên của họ']))
    expect(criteria[0]!.max).toBe('2')
  })

  test('what is typed while the refusal of a save is on its way is part of what is put together', async () => {
    const other = await createAccount(system.deps, 'officer')
    const { page } = await openSetup('go-tiep')
    const { page: theirs } = await openSetup('go-tiep', 'questions', other)
    await cell(theirs, 'Tiêu chí', 'CV.1').fill('Tên của họ')
    await save(theirs)
    const refused = Promise.withResolvers<void>()
    await page.route('**/definition', async (route) => {
      if (route.request().method() === 'PUT') await refused.promise
      await route.continue()
    })
    await cell(page, 'Tiêu chí', 'DH.1').fill('Gõ trước')
    await bar(page).getByRole('button', { name: 'Lưu', exact: true }).click()
    await cell(page, 'Tiêu chí', 'DH.2').fill('Gõ trong khi chờ')
    refused.resolve()
    await dialog(page).getByRole('button', { name: 'Ghép hai bên' }).click()
    expect(await cell(page, 'Tiêu chí', 'DH.2').inputValue()).toBe('Gõ trong khi chờ')
    await save(page)
    const names = (await saved('go-tiep')).blocks[0]!.criteria.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Gõ trước', 'Gõ trong khi chờ', 'Tên của họ']))
  })
})

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
    const { page } = await openSignedIn(browser, system, '/console/')
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
    const { definition } = (await findCampaign(system.deps.db, 'nhieu-ban'))!
    for (let version = 1; version <= 101; version += 1)
      await saveDefinition(
        system.deps,
        'nhieu-ban',
        { version, definition: { ...definition, title: `Lần thứ ${version}` } },
        OFFICER,
      )
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
    await expectViewsFitPhone(browser, system, {
      path: '/console/campaigns/tren-may/setup',
      section: 'Thiết lập',
      views: ['Thông tin chung', 'Đơn vị và nhóm', 'Câu hỏi và tiêu chí', 'Xem thử phiếu', 'Các bản đã lưu'],
    })
  })
})
