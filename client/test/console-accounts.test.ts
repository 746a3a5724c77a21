/** Accounts as people meet them: invited by mail, locked out, let in again, signed out from elsewhere in the middle of work. */
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSmtp, type TestSmtp } from '../../server/channels/smtp.fixture.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { dialog, expectNoBarriers, signIn, typeWord } from './console-page.ts'
import { openDesk, openOffice, system } from './office.ts'

const NEW_PASSWORD = 'hoa ban nở trắng rừng'
const PHONE_WIDTH = { viewport: { width: 390, height: 844 } }
let smtp: TestSmtp
let admin: Page

beforeAll(async () => {
  smtp = await startSmtp()
})
afterAll(() => smtp?.close())
openOffice(() => ({ SMTP_URL: smtp.url, MAIL_FROM: 'Phiếu <phieu@so.example>' }))
beforeAll(async () => {
  const email = await createAccount(system.deps, 'admin')
  admin = (await openDesk()).page
  await admin.goto(`${system.origin}/console/admin`)
  await signIn(admin, email)
  await admin.getByRole('heading', { name: 'Quản trị', exact: true }).waitFor()
})

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(system.clock.now().getTime() / 1000) })

/** The newest mailed link to an address, at the port that this test listens on. */
async function mailedLink(to: string): Promise<string> {
  const mail = await PostalMime.parse(smtp.mails.findLast((one) => one.to === to)!.source)
  const token = /\/console\/join#([\w-]{22})$/m.exec(mail.text!)![1]
  return `${system.origin}/console/join#${token}`
}

async function invite(email: string, name: string): Promise<void> {
  await button(admin, 'Mời người').click()
  await dialog(admin).getByLabel('Thư điện tử').fill(email)
  await dialog(admin).getByLabel('Họ và tên').fill(name)
  await expectNoBarriers(admin)
  await button(admin, 'Gửi thư mời').click()
  await admin.getByText(`Máy chủ thư đã nhận thư cho ${email}`).waitFor()
}

async function setPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(password)
  await page.getByLabel('Gõ lại mật khẩu mới').fill(password)
  await button(page, 'Đặt mật khẩu').click()
}

/** Chooses an act from an account's own menu. */
async function chooseFor(email: string, act: string): Promise<void> {
  await button(admin, `Việc khác với ${email}`).click()
  await admin.getByRole('menuitem', { name: act }).click()
  // It gets its name a moment after it came.
  await admin.getByRole('dialog', { name: /\S/ }).waitFor()
  await expectNoBarriers(admin)
  await dialog(admin).getByRole('button', { name: act }).click()
  await dialog(admin).waitFor({ state: 'detached' })
}

test('an officer is invited, joins on a phone, is locked out, let in again, and signed out from elsewhere without losing what was typed', async () => {
  const email = 'lo.anh@so.example'
  await admin.getByText('chưa có xác thực hai lớp').waitFor()
  await invite(email, 'Lò Thị Ánh')
  await admin.getByRole('listitem').filter({ hasText: email }).getByText('Chờ mở đường dẫn').waitFor()
  await expectNoBarriers(admin)

  // Joins on a phone, with the mistakes that people make.
  const { page: phone, problems } = await openDesk(PHONE_WIDTH)
  await phone.goto(await mailedLink(email))
  await phone.getByRole('heading', { name: 'Đặt mật khẩu' }).waitFor()
  expect(await phone.getByLabel('Họ và tên').inputValue()).toBe('Lò Thị Ánh')
  await phone.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD)
  await phone.getByLabel('Gõ lại mật khẩu mới').fill('hoa mận')
  await phone.getByText('Hai lần gõ chưa giống nhau.').waitFor()
  expect(await button(phone, 'Đặt mật khẩu').isDisabled()).toBe(true)
  await expectNoBarriers(phone)
  await setPassword(phone, 'matkhau123456')
  await phone.getByRole('alert').getByText('quá dễ đoán').waitFor()
  await setPassword(phone, NEW_PASSWORD)
  await phone.getByRole('img', { name: 'Mã QR của tài khoản này' }).waitFor()
  await expectNoBarriers(phone)
  const secret = (await phone.locator('code').textContent())!.replaceAll(' ', '')
  await phone.getByLabel('Mã 6 số').fill('000000')
  await button(phone, 'Bật xác thực hai lớp').click()
  await phone.getByRole('alert').getByText('Mã không đúng').waitFor()
  await phone.getByLabel('Mã 6 số').fill(await codeOf(secret))
  await button(phone, 'Bật xác thực hai lớp').click()
  const shown = phone.getByRole('region', { name: 'Mã khôi phục' }).getByRole('listitem')
  await eventually(() => shown.count()).toBe(10)
  const recovery = await shown.allTextContents()
  await expectNoBarriers(phone)
  expect(await button(phone, 'Tiếp tục').isDisabled()).toBe(true)
  await phone.getByLabel('Tôi đã cất các mã này').check()
  await button(phone, 'Tiếp tục').click()
  await phone.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()

  // Five wrong passwords lock the account; the right one then opens nothing, and only the administrator sees why.
  await button(phone, new RegExp(email)).click()
  await phone.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  for (let times = 0; times < 5; times += 1) {
    await signIn(phone, email, `sai lần ${times}`)
    await phone.getByRole('alert').getByText('không đúng').waitFor()
    await eventually(() => button(phone, 'Đăng nhập').isEnabled()).toBe(true)
  }
  await signIn(phone, email, NEW_PASSWORD)
  await phone.getByRole('alert').getByText('tạm khóa 15 phút').waitFor()
  await admin.reload()
  const row = admin.getByRole('listitem').filter({ hasText: email })
  await row.getByText(/Tạm khóa đến \d\d:\d\d/).waitFor()
  await chooseFor(email, 'Mở khóa')
  await row.getByText('Xác thực hai lớp').waitFor()

  // The authenticator is not at hand: a recovery code, once.
  await signIn(phone, email, NEW_PASSWORD)
  await button(phone, 'Không có điện thoại? Dùng mã khôi phục').click()
  await expectNoBarriers(phone)
  await phone.getByLabel('Mã khôi phục').fill(` ${recovery[0]!.toLowerCase()} `)
  await button(phone, 'Đăng nhập').click()
  await phone.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()

  // On the phone something is being typed while the session is ended at the desk.
  await button(phone, 'Tạo đợt điều tra').first().click()
  await dialog(phone).getByLabel('Tên đợt').fill('Đợt gõ dở trên điện thoại')
  system.clock.move(60_000)
  const { page: desk } = await openDesk()
  await desk.goto(`${system.origin}/console/account`)
  await signIn(desk, email, NEW_PASSWORD)
  await desk.getByLabel('Mã 6 số').fill(await codeOf(secret))
  await button(desk, 'Đăng nhập').click()
  await desk.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor()
  await desk.getByText('Còn 9 mã khôi phục').waitFor()
  await desk.getByText('Máy này').waitFor()
  await expectNoBarriers(desk)
  const other = desk.getByRole('button', { name: /^Đăng xuất Chrome trên/ })
  await other.click()
  await eventually(() => other.count()).toBe(0)

  await dialog(phone).getByRole('button', { name: 'Tạo đợt điều tra' }).click()
  const expired = phone.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await expired.waitFor()
  await expectNoBarriers(phone)
  await expired.getByLabel('Mật khẩu', { exact: true }).fill(NEW_PASSWORD)
  await expired.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expired.getByRole('button', { name: /Dùng mã khôi phục/ }).click()
  await expired.getByLabel('Mã khôi phục').fill(recovery[1]!)
  await expired.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await phone.getByRole('heading', { name: 'Đợt gõ dở trên điện thoại' }).waitFor()
  expect(problems).toEqual([])
})

test('a lost letter is sent again: the first link opens nothing, the second does', async () => {
  const email = 'ca.van@so.example'
  await invite(email, 'Cà Văn Bình')
  const first = await mailedLink(email)
  await button(admin, `Gửi lại cho ${email}`).click()
  await eventually(() => smtp.mails.filter(({ to }) => to === email).length).toBe(2)
  const { page } = await openDesk()
  await page.goto(first)
  await page.getByRole('alert').getByText('đã được thay hoặc đã quá hạn').waitFor()
  await expectNoBarriers(page)
  await page.goto('about:blank')
  await page.goto(await mailedLink(email))
  await setPassword(page, NEW_PASSWORD)
  await page.getByRole('button', { name: 'Để sau' }).click()
  await page.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()

  // Two-step sign-in and another password later, from one's own page.
  await page.goto(`${system.origin}/console/account`)
  await button(page, 'Bật xác thực hai lớp').click()
  await dialog(page).getByLabel('Mật khẩu', { exact: true }).fill('không phải')
  await button(page, 'Tiếp tục').click()
  await dialog(page).getByRole('alert').getByText('không đúng').waitFor()
  await dialog(page).getByLabel('Mật khẩu', { exact: true }).fill(NEW_PASSWORD)
  await button(page, 'Tiếp tục').click()
  const secret = (await dialog(page).locator('code').textContent())!.replaceAll(' ', '')
  await page.getByLabel('Mã 6 số').fill(await codeOf(secret))
  await expectNoBarriers(page)
  await button(page, 'Tiếp tục').click()
  await page.getByLabel('Tôi đã cất các mã này').check()
  await expectNoBarriers(page)
  await button(page, 'Tiếp tục').click()
  await page.getByText('Còn 10 mã khôi phục').waitFor()
  await page.getByLabel('Mật khẩu hiện tại').fill(NEW_PASSWORD)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('sương sớm trên đỉnh đèo')
  await page.getByLabel('Gõ lại mật khẩu mới').fill('sương sớm trên đỉnh đèo')
  await button(page, 'Đổi mật khẩu').click()
  await page.getByText('Đã đổi mật khẩu.').waitFor()
})

test('an administrator closes an account and opens it again, and changes a role', async () => {
  const email = await createAccount(system.deps, 'auditor')
  const { page } = await openDesk()
  await page.goto(`${system.origin}/console/`)
  await signIn(page, email)
  await page.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()
  await admin.reload()
  const row = admin.getByRole('listitem').filter({ hasText: email })
  await chooseFor(email, 'Ngừng dùng')
  await row.getByText('Không đăng nhập được').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor()
  await chooseFor(email, 'Cho dùng lại')
  await button(admin, `Việc khác với ${email}`).click()
  await admin.getByRole('menuitem', { name: 'Đổi vai trò' }).click()
  await dialog(admin).getByLabel('Đầu mối đơn vị').check()
  expect(await dialog(admin).getByRole('button', { name: 'Đổi vai trò' }).isDisabled()).toBe(true)
  await dialog(admin).getByLabel('Đơn vị', { exact: true }).selectOption({ index: 1 })
  await expectNoBarriers(admin)
  await dialog(admin).getByRole('button', { name: 'Đổi vai trò' }).click()
  await row.getByText('Đầu mối đơn vị').waitFor()
})

test('whoever has no name is shown by the address, asked for a name, and called by it from then on', async () => {
  const { page, context } = await openDesk()
  const email = await createAccount(system.deps, 'officer')
  await page.goto(`${system.origin}/console/account`)
  await signIn(page, email)
  await page.getByRole('heading', { name: email }).waitFor()
  await page.getByText('Chưa có tên.').waitFor()
  expect(await button(page, 'Lưu tên').isDisabled()).toBe(true)
  await page.getByLabel('Họ và tên').fill('Quàng Thị Lan')
  await button(page, 'Lưu tên').dblclick()
  await page.getByRole('heading', { name: 'Quàng Thị Lan' }).waitFor()
  await eventually(() => page.getByText('Chưa có tên.').count()).toBe(0)
  await expectNoBarriers(page)
  await context.close()
  await admin.reload()
  await admin.getByRole('listitem').filter({ hasText: email }).getByText('Quàng Thị Lan').waitFor()
})

test('a program and a listener are registered, their secrets shown once, and taken away', async () => {
  await admin.getByRole('link', { name: 'Chương trình' }).click()
  await admin.getByLabel('Tên chương trình').fill('Phần mềm Chỉ số')
  await button(admin, 'Đăng ký').first().click()
  await dialog(admin).waitFor()
  const secret = await dialog(admin).locator('code').last().textContent()
  expect(secret).toMatch(/^[\w-]{43}$/)
  await expectNoBarriers(admin)
  await button(admin, 'Tôi đã chép').click()
  await admin.getByLabel('Địa chỉ nhận báo').fill('https://chi-so.example/bao')
  await button(admin, 'Đăng ký').last().click()
  await button(admin, 'Tôi đã chép').click()
  await admin.getByText('Chưa có gì để báo').waitFor()
  expect(await admin.content()).not.toContain(secret)
  await expectNoBarriers(admin)
  await button(admin, 'Thu hồi Phần mềm Chỉ số').click()
  await typeWord(dialog(admin), 'thu hồi')
  await dialog(admin).getByRole('button', { name: 'Thu hồi' }).click()
  await admin.getByText('Chưa có chương trình nào').waitFor()
  await button(admin, 'Xóa https://chi-so.example/bao').click()
  await typeWord(dialog(admin), 'xóa')
  await dialog(admin).getByRole('button', { name: 'Xóa' }).click()
  await admin.getByText('Chưa có địa chỉ nào').waitFor()
})
