/** What goes wrong while an officer works: the session runs out, the network goes, a refusal comes. And the other screens. */
import { beforeAll, expect, test } from 'vitest'
import { findCampaign } from '../../server/campaigns/queries.ts'
import { createDraft, createOpenCampaign, readTestCampaign } from '../../server/test/campaign.ts'
import { answerAs } from '../../server/test/respondent.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { answeredOnScreen, chooseAct, dialog, expectNoBarriers, section, signIn, typeWord } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'

openOffice()

beforeAll(async () => {
  const roster = [
    { unit: 'AB', group: 'CC', people: 12 },
    { unit: 'PDT', group: 'TT', people: 8 },
  ]
  const { code } = await createOpenCampaign(system.deps, { code: 'dang-mo', roster })
  const { people } = await readTestCampaign(system.deps, code)
  for (const person of people.slice(0, 11)) await answerAs(system.app, person)
})

test('a session that runs out is renewed over the page, and what was typed is sent', async () => {
  const { page, context } = await openSignedIn('/console/')
  await page.getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await page.getByLabel('Tên đợt điều tra').fill('Tên đã gõ mất công')
  await page.getByLabel('Mã', { exact: true }).fill('go-mat-cong')
  await context.clearCookies()
  await dialog(page).getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await page.getByRole('heading', { name: 'Phiên làm việc đã hết' }).waitFor()
  await expectNoBarriers(page)
  await signIn(page, system.email)
  await page.getByRole('heading', { name: 'Tên đã gõ mất công' }).waitFor()
})

test('signing out in one tab is noticed in the others, and nobody else carries on there what was begun', async () => {
  const { page: watching, context } = await openSignedIn('/console/campaigns/dang-mo')
  await watching.getByText('Trực tiếp').waitFor()
  const typing = await context.newPage()
  await typing.goto(`${system.origin}/console/`)
  await typing.getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await typing.getByLabel('Tên đợt điều tra').fill('Đợt gõ dở')
  await typing.getByLabel('Mã', { exact: true }).fill('go-do')
  const leaving = await context.newPage()
  await leaving.goto(`${system.origin}/console/`)
  await leaving.getByRole('button', { name: system.email }).click()
  await leaving.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await leaving.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor()
  // The pauses between its tries are let pass at once.
  await watching.clock.install()
  await eventually(async () => {
    await watching.clock.fastForward(1_000)
    return watching.getByRole('heading', { name: 'Phiên làm việc đã hết' }).count()
  }).toBe(1)

  const other = await createAccount(system.deps, 'officer')
  await signIn(leaving, other)
  await leaving.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()
  const anew = typing.waitForEvent('load', { timeout: 10_000 })
  await dialog(typing).getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await anew
  await typing.getByRole('button', { name: other }).waitFor()
  expect(await findCampaign(system.deps.db, 'go-do')).toBeUndefined()
})

test('a refusal stands in the dialog that caused it, in the server’s words', async () => {
  const { page } = await openSignedIn('/console/')
  await page.getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await page.getByLabel('Mã', { exact: true }).fill('dang-mo')
  await dialog(page).getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  await dialog(page).getByRole('alert').getByText('Đã có đợt điều tra với mã này').waitFor()
  expect(await page.getByLabel('Mã', { exact: true }).inputValue()).toBe('dang-mo')
})

test('a list with a unit too small to open says which, and leads to where it is mended', async () => {
  const roster = [
    { unit: 'AB', group: 'CC', people: 12 },
    { unit: 'HT', group: 'CC', people: 3 },
  ]
  await createDraft(system.deps, { code: 'qua-it', roster })
  const { page } = await openSignedIn('/console/campaigns/qua-it')
  const opening = await chooseAct(page, 'Mở đợt điều tra')
  await opening.getByText('4 trong 6 đơn vị chưa có ai trong danh sách').waitFor()
  const empty = await opening.getByRole('list', { name: 'Đơn vị chưa có ai' }).getByRole('listitem').allTextContents()
  expect(empty).toHaveLength(4)
  expect(empty.some((unit) => unit.includes('An Bình') || unit.includes('Hòa Thịnh'))).toBe(false)
  await typeWord(opening, 'mở')
  await opening.getByRole('button', { name: 'Mở với 15 phiếu' }).click()
  const refusal = opening.getByRole('alert')
  await refusal.getByText('Mỗi đơn vị cần ít nhất 5 người').waitFor()
  expect(await refusal.getByRole('listitem').allTextContents()).toEqual(['UBND xã Hòa Thịnh3 người'])
  await expectNoBarriers(page)
  await refusal.getByRole('link', { name: 'Tới Danh sách' }).click()
  await page.getByRole('heading', { level: 2, name: 'Danh sách' }).waitFor()
  await dialog(page).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Xóa danh sách' }).waitFor()
})

test('the corner says since when figures do not move, and they catch up when the network is back', async () => {
  const { page, context } = await openSignedIn('/console/campaigns/dang-mo')
  await page.getByText('Trực tiếp').waitFor()
  const before = Number(await page.getByTestId('answered').textContent())
  await context.setOffline(true)
  await page.getByText(/Mất kết nối từ \d\d:\d\d/).waitFor()
  await expectNoBarriers(page)
  // From here on the page's pauses between its tries, seven seconds in all, are let pass at once.
  await page.clock.install()
  const send = await chooseAct(page, 'Gửi lượt mời')
  await eventually(async () => {
    await page.clock.fastForward(1_000)
    return send.getByText('Không kết nối được tới máy chủ').count()
  }).toBe(1)
  // Nothing is sent that nobody could look at before.
  await typeWord(send, 'gửi')
  expect(await send.getByRole('button', { name: 'Gửi lượt mời' }).isDisabled()).toBe(true)
  const { people } = await readTestCampaign(system.deps, 'dang-mo')
  await answerAs(system.app, people[before]!)
  await context.setOffline(false)
  await page.getByText('Trực tiếp').waitFor()
  await answeredOnScreen(page).toBe(String(before + 1))
  // Its clock stays as it was set.
  await context.close()
})

test('the big screen shows everything and has nothing to click', async () => {
  const { page } = await openSignedIn('/console/campaigns/dang-mo?wall=1', {
    viewport: { width: 1920, height: 1080 },
  })
  await page.getByText('UBND phường Đông Thành').waitFor()
  expect(await page.locator('a, button, input, select, [tabindex]').count()).toBe(0)
  await expectNoBarriers(page)
})

test('on a phone, and in the dark, every screen fits and keeps nobody out', async () => {
  const { page } = await openSignedIn('/console/campaigns/dang-mo', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  await page.getByTestId('answered').waitFor()
  await expectNoBarriers(page)
  for (const name of ['Danh sách', 'Gửi phiếu', 'Kết quả']) {
    await section(page, name).click()
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
    await expectNoBarriers(page)
  }
  await page.getByRole('button', { name: /^UBND xã An Bình/ }).click()
  await expectNoBarriers(page)
})

test('the keyboard alone opens a unit and leaves it again', async () => {
  const { page } = await openSignedIn('/console/campaigns/dang-mo')
  await page.getByRole('button', { name: /^UBND xã An Bình/ }).waitFor()
  const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Tới nội dung chính')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused()).toMatch(/^UBND phường Đông Thành/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('heading', { name: 'UBND xã An Bình' }).waitFor()
  await page.keyboard.press('Escape')
  await eventually(focused).toMatch(/^UBND xã An Bình/)
})

test('an auditor sees the same and is offered nothing that changes anything', async () => {
  const email = await createAccount(system.deps, 'auditor')
  const { page } = await openSignedIn('/console/campaigns/dang-mo', { email })
  await page.getByTestId('answered').waitFor()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem').first().waitFor()
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Màn hình lớn'])
  expect(await page.getByRole('banner').getByRole('button').count()).toBe(1)
})

test('a unit’s contact sees the rates of that unit, and no points', async () => {
  const email = await createAccount(system.deps, 'unit', { unit: 'AB' })
  const { page } = await openSignedIn('/console/campaigns/dang-mo', { email })
  const rows = page.locator('li[data-code]')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(1)
  expect(await rows.first().textContent()).not.toContain('điểm')
  expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Tổng quan'])
  expect(await page.getByRole('alert').count()).toBe(0)
})
