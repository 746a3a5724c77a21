/** The roster in a real Chromium: a file dropped, a column matched, mistakes mended in place, a second upload, people and their cards. */
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { campaigns, respondents } from '../../server/db/schema.ts'
import { createDraft } from '../../server/test/campaign.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { dialog, dropRoster, expectNoBarriers, expectViewsFitPhone, section } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'

openOffice()

const WRONG = [
  'Họ và tên;Email;Số điện thoại;Nơi bạn chấm điểm;Nhóm',
  'Lò Văn Một;mot@so.example;O912345671;AB;CC',
  'Trần Thị Hai;hai@gmail;;AB;CC',
  'Vì Thị Ba;ba@so.example;0912345673;UBND xã An Bnh;CC',
  'Cầm Văn Bốn;bon@so.example;0912345674;UBND xã An Bnh;CC',
].join('\n')

const open = (code: string, email = system.email) => openSignedIn(`/console/campaigns/${code}/roster`, { email })

/** As a person drags it from a folder. */
async function drag(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => { const t = new DataTransfer(); t.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)})); return t })()`,
  )
  await page.getByText('Kéo tệp danh sách vào đây').dispatchEvent('drop', { dataTransfer: transfer })
}

const namesOf = async (code: string) => {
  const [campaign] = await system.deps.db.select().from(campaigns).where(eq(campaigns.code, code))
  const rows = await system.deps.db.select().from(respondents).where(eq(respondents.campaignId, campaign!.id))
  return rows.map(({ fullName }) => fullName).sort()
}

test('a file is dragged in, a column matched, mistakes mended in place, and only then imported', async () => {
  await createDraft(system.deps, { code: 'keo-tep', roster: [] })
  const { page, problems } = await open('keo-tep')
  await drag(page, 'danh-sach.csv', WRONG)
  await page.getByText('Hãy chỉ ra cột còn thiếu: Đơn vị').waitFor()
  await expectNoBarriers(page)
  await page.getByLabel('Cột D, Nơi bạn chấm điểm, là').selectOption('Đơn vị')
  await page.getByText('3 chỗ cần sửa.').waitFor()
  await expectNoBarriers(page)

  // One by its suggestion, one by typing, one for two rows at once
  await page.getByRole('button', { name: 'Sửa dòng 2 thành 0912345671' }).click()
  await page.getByLabel('Sửa cột Email, dòng 3').fill('hai@so.example')
  await page.getByRole('button', { name: 'Sửa dòng 4, 5 thành UBND xã An Bình' }).click()
  expect(await page.getByRole('button', { name: /^Nhập \d/ }).count()).toBe(0)

  // A look at another part of the campaign and back: nothing that was mended is lost
  await section(page, 'Tổng quan').click()
  await page.getByText('Các bước tới phiếu đầu tiên').waitFor()
  await section(page, 'Danh sách').click()
  expect(await page.getByLabel('Sửa cột Email, dòng 3').inputValue()).toBe('hai@so.example')

  await page.getByRole('button', { name: 'Kiểm tra lại', exact: true }).click()
  await page.getByRole('button', { name: 'Nhập 4 dòng' }).waitFor()
  expect(await namesOf('keo-tep')).toEqual([])
  await page.getByRole('button', { name: 'Nhập 4 dòng' }).dblclick()
  await page.getByText('Đã nhập 4 dòng từ tệp danh-sach.csv.').waitFor()
  await page.getByText('4 người, 4 phiếu').waitFor()
  expect(await namesOf('keo-tep')).toEqual(['Cầm Văn Bốn', 'Lò Văn Một', 'Trần Thị Hai', 'Vì Thị Ba'])
  await expectNoBarriers(page)

  // The second upload says what it changes
  await dropRoster(
    page,
    'Họ và tên,Email,Đơn vị,Nhóm,Chức vụ\nLò Văn Một,mot@so.example,AB,CC,Chủ tịch\nBùi Năm,nam@so.example,HT,CC,',
  )
  const changes = page.getByRole('region', { name: 'So với danh sách hiện có' })
  await changes.getByText('Thêm 1 người').waitFor()
  await changes.getByText('Đổi 1 người').click()
  expect(await changes.getByRole('listitem').filter({ hasText: 'Chức vụ' }).last().textContent()).toContain('Chủ tịch')
  await changes.getByText('Không còn trong tệp: 3 người').click()
  await changes.getByText('Vì Thị Ba').waitFor()
  await changes.getByLabel('Bỏ khỏi danh sách những người không còn trong tệp').check()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Nhập 2 dòng' }).click()
  await page.getByText('Thêm 1 người, đổi 1 người, bỏ 3 người.').waitFor()
  expect(await namesOf('keo-tep')).toEqual(['Bùi Năm', 'Lò Văn Một'])
  expect(problems).toEqual([])
})

test('a wrong file is told as such and another may be chosen at once', async () => {
  await createDraft(system.deps, { code: 'sai-tep', roster: [] })
  const { page } = await open('sai-tep')
  await dropRoster(page, '%PDF-1.7\n1 0 obj', 'danh-sach.xlsx')
  await page.getByRole('alert').getByText('không phải bảng tính Excel').waitFor()
  await expectNoBarriers(page)
  await dropRoster(page, 'Họ tên,Email,Đơn vị,Nhóm\nNam,nam@so.example,AB,CC')
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).waitFor()
})

test('a network that goes in the middle loses nothing: the same button goes on', async () => {
  await createDraft(system.deps, { code: 'mat-mang', roster: [] })
  const { page, context } = await open('mat-mang')
  await dropRoster(page, `${WRONG.replace('Nơi bạn chấm điểm', 'Đơn vị')}`)
  await page.getByRole('button', { name: 'Sửa dòng 4, 5 thành UBND xã An Bình' }).click()
  await page.getByLabel('Sửa cột Email, dòng 3').fill('hai@so.example')
  await page.getByRole('button', { name: 'Bỏ qua dòng 2' }).click()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Kiểm tra lại', exact: true }).click()
  await page.getByRole('alert').getByText('Tệp và mọi chỗ đã sửa vẫn còn đây').waitFor()
  expect(await page.getByLabel('Sửa cột Email, dòng 3').inputValue()).toBe('hai@so.example')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Kiểm tra lại', exact: true }).click()
  await page.getByRole('button', { name: 'Nhập 3 dòng' }).waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Nhập 3 dòng' }).click()
  await page.getByRole('alert').waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Nhập 3 dòng' }).click()
  await page.getByText('Đã nhập 3 dòng').waitFor()
  expect(await namesOf('mat-mang')).toHaveLength(3)
})

test('a long list is searched without accents and walked by keyboard; a card is changed and says nothing of answers', async () => {
  await createDraft(system.deps, { code: 'dai', roster: [{ unit: 'AB', group: 'CC', people: 1_200 }] })
  const { page } = await open('dai')
  const grid = page.getByRole('grid', { name: 'Người trong danh sách' })
  await grid.getByRole('row').nth(5).waitFor()
  expect(await grid.getAttribute('aria-rowcount')).toBe('1201')
  expect(await grid.getByRole('row').count()).toBeLessThan(60)
  await expectNoBarriers(page)
  await grid.focus()
  await page.keyboard.press('End')
  const active = () =>
    grid.evaluate((box) => {
      const row = box.ownerDocument.getElementById(box.getAttribute('aria-activedescendant') ?? '')
      return [row?.getAttribute('aria-rowindex'), row?.getAttribute('aria-busy')].join()
    })
  await eventually(active).toBe('1201,false')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await eventually(active).toBe('3,false')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Sửa người này' }).waitFor()
  expect(await dialog(page).textContent()).not.toMatch(/trả lời|Bắt đầu|đã mở/i)
  await expectNoBarriers(page)
  await dialog(page).getByRole('button', { name: 'Sửa người này' }).click()
  await dialog(page).getByLabel('Số điện thoại').fill('O912')
  await dialog(page).getByRole('button', { name: 'Lưu' }).click()
  await dialog(page)
    .getByText(/Số điện thoại có ký tự lạ|Không phải số di động/)
    .waitFor()
  await dialog(page).getByLabel('Số điện thoại').fill('0988 777 666')
  await dialog(page).getByLabel('Họ và tên').fill('Đặng Thị Đẹp')
  await dialog(page).getByRole('button', { name: 'Lưu' }).click()
  await dialog(page).getByText('0988 777 666').waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(() => grid.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true)
  await eventually(active).toBe('3,false')
  await page.getByLabel('Tìm theo tên').fill('dep')
  await page.getByText('1 người', { exact: true }).waitFor()
  await grid.getByText('Đặng Thị Đẹp').waitFor()
})

test('an auditor looks and is offered nothing to change', async () => {
  await createDraft(system.deps, { code: 'chi-xem', roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const email = await createAccount(system.deps, 'auditor')
  const { page } = await open('chi-xem', email)
  await page.getByRole('grid').getByRole('row').nth(2).click()
  await dialog(page).getByText('Đánh giá').waitFor()
  expect(
    await dialog(page)
      .getByRole('button', { name: /Sửa|Bỏ/ })
      .count(),
  ).toBe(0)
  expect(await page.locator('input[type=file]').count()).toBe(0)
})

test('the list fits a phone in both themes', async () => {
  await createDraft(system.deps, { code: 'vua-man', roster: [{ unit: 'AB', group: 'CC', people: 30 }] })
  await expectViewsFitPhone({
    path: '/console/campaigns/vua-man/roster',
    section: 'Danh sách',
    views: ['Người trả lời'],
  })
})
