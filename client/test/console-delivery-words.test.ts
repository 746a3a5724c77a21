/** The letters, the red hold, and every view of sending on a phone and in the dark. */
import { beforeAll, expect, test } from 'vitest'
import { checkPlace } from '../../server/delivery/hold/check-place.ts'
import { createOpenCampaign } from '../../server/test/campaign.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { dialog, expectNoBarriers, expectViewsFitPhone, section, signIn } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'

openOffice()

beforeAll(async () => {
  await createOpenCampaign(system.deps, { code: 'loi-thu', roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
})

const VIEWS = ['Tình hình', 'Kế hoạch', 'Kênh gửi', 'Tìm người', 'Gửi tay', 'Lời thư']

test('a letter is judged as one types, shown as it will be read, tried, kept and put back', async () => {
  const { page, context, problems } = await openSignedIn('/console/campaigns/loi-thu/delivery/templates')
  const body = page.getByLabel('Nội dung')
  const mail = page.frameLocator('iframe')
  await mail.getByText('Mở phiếu').waitFor()
  await expectNoBarriers(page)
  const builtIn = await body.inputValue()

  // A problem stands beside its field, and nothing can be kept before it is mended
  await body.fill('Kính gửi ông/bà, xin trả lời giúp.')
  await page
    .getByText(/đường_dẫn/)
    .first()
    .waitFor()
  await eventually(() => page.getByLabel('Nội dung').getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByRole('button', { name: 'Lưu lời thư' }).isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Chèn {họ_tên}' }).click()
  expect(await body.inputValue()).toContain('{họ_tên}')

  await body.fill(`${builtIn}\n\nLời riêng của sở.`)
  await page.getByLabel('Tiêu đề').fill('Thư riêng: {đợt}')
  await mail.getByText('Lời riêng của sở.').waitFor()
  await page.getByText('Chỉ có chữ').click()
  await page.locator('pre').getByText('Lời riêng của sở.').waitFor()
  await page.getByText('Máy tính', { exact: true }).click()

  // Looking at the other letter loses nothing; neither does a session that runs out
  await page.getByText('Thư nhắc', { exact: true }).click()
  await eventually(() => body.inputValue()).not.toContain('Lời riêng')
  await page.getByText('Thư mời', { exact: true }).click()
  await eventually(() => body.inputValue()).toContain('Lời riêng')
  await page.getByRole('button', { name: 'Gửi thử cho tôi' }).click()
  await page.getByText(`(${system.email})`).waitFor()
  await context.clearCookies()
  await page.getByRole('button', { name: 'Lưu lời thư' }).click()
  await page.getByRole('heading', { name: 'Phiên làm việc đã hết' }).waitFor()
  await signIn(page, system.email)
  await page.getByText('Đã lưu. Tin gửi từ lúc này dùng lời mới.').waitFor()
  await expectNoBarriers(page)

  await page.getByRole('button', { name: 'Dùng lại lời có sẵn' }).click()
  await page.getByText('Đã dùng lại lời có sẵn.').waitFor()
  expect(await body.inputValue()).toBe(builtIn)
  expect(problems).toEqual([])
})

test('on a phone, in both themes, every view fits and keeps nobody out', { timeout: 120_000 }, async () => {
  const path = '/console/campaigns/loi-thu/delivery'
  await expectViewsFitPhone({ path, section: 'Gửi phiếu', views: VIEWS })
})

test('the keyboard alone goes from view to view', async () => {
  const { page } = await openSignedIn('/console/campaigns/loi-thu/delivery')
  const first = page.getByRole('link', { name: 'Tình hình' })
  await first.focus()
  expect(await first.getAttribute('aria-current')).toBe('page')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/delivery/plan')
  await page.getByRole('button', { name: 'Lập kế hoạch' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Lượt mời 1: ngày và giờ').waitFor()
})

test('a hold is red on every screen, and an administrator ends it by typing the words', {
  timeout: 120_000,
}, async () => {
  // As the first start leaves it; then somebody loads the row anew, as a restore does.
  const { $client } = system.deps.db
  await $client`INSERT INTO staff.installation (id, secret_key_check) VALUES (1, ${Buffer.alloc(32)}) ON CONFLICT DO NOTHING`
  expect(await checkPlace(system.deps)).toBeNull()
  await $client`UPDATE staff.installation SET beat_at = beat_at`
  expect(await checkPlace(system.deps)).toBe('rewritten')
  const banner = 'Mọi tin đang được giữ lại'
  const { page: officers } = await openSignedIn('/console/campaigns/loi-thu')
  for (const name of ['Danh sách', 'Gửi phiếu', 'Kết quả', 'Tổng quan']) {
    await section(officers, name).click()
    await officers.getByRole('region', { name: banner }).waitFor()
  }
  await officers.getByText('Chỉ người quản trị cho gửi tiếp được').waitFor()
  expect(await officers.getByRole('button', { name: 'Xem lại và gửi tiếp' }).count()).toBe(0)
  await expectNoBarriers(officers)
  await officers.goto(`${system.origin}/console/`)
  await officers.getByRole('region', { name: banner }).waitFor()
  await expectNoBarriers(officers)
  await officers.goto(`${system.origin}/console/campaigns/loi-thu?wall=1`)
  await officers.getByRole('region', { name: banner }).waitFor()
  expect(await officers.locator('a, button, input, select, [tabindex]').count()).toBe(0)

  const email = await createAccount(system.deps, 'admin')
  const { page } = await openSignedIn('/console/campaigns/loi-thu/delivery/channels', { email, colorScheme: 'dark' })
  await page.getByText('Giữ lại, chờ người quản trị').first().waitFor()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Xem lại và gửi tiếp' }).click()
  const release = dialog(page).getByRole('button', { name: 'Gửi tiếp' })
  expect(await release.isDisabled()).toBe(true)
  await dialog(page).getByRole('radio', { name: 'Gửi đi' }).check()
  await dialog(page).getByLabel('Gõ gửi tiếp để xác nhận').fill('gửi')
  expect(await release.isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await dialog(page).getByLabel('Gõ gửi tiếp để xác nhận').fill('Gửi tiếp')
  await release.click()
  await page.getByRole('region', { name: banner }).waitFor({ state: 'hidden' })
  await page.getByText('Sẵn sàng, không có tin chờ').first().waitFor()
})
