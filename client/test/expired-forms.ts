/** The forms of console-expired: how each is opened and filled, and how its act is told. In the world that file makes. */
import type { Locator, Page } from 'playwright-core'
import { appraisedPoints } from '../../server/index/small-index.fixture.ts'
import { rosterCsv } from '../../server/test/campaign.ts'
import { PASSWORD } from '../../server/test/staff.ts'
import { formatDate } from '../shared/format-vi.ts'
import { chooseAct, dialog, dropRoster } from './console-page.ts'
import { pointsCsv } from './points-csv.ts'

let page: Page

/** The window in which the forms are opened. */
export function showFormsOn(shown: Page): void {
  page = shown
}

/** The deadline of the open campaign. */
export const NEAR = new Date(Date.now() + 20 * 86_400_000)
const DRAFT = '/campaigns/nhap'
const OPEN = '/campaigns/mo'
const PRIVACY = `${OPEN}/roster/privacy`
const NEW_PASSWORD = 'sương sớm trên đỉnh đèo'

export type Form = {
  /** Below /console. */
  path: string
  /** Opens the form and types; the fields with the words in them. */
  type: () => Promise<[Locator, string][]>
  /** The button that sends. */
  press: () => Locator
  /** Method and path of the act. */
  act: RegExp
  /** What tells that it went through. */
  done: () => Locator
}

const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: typeof name === 'string' }).last()
const region = (name: string) => page.getByRole('region', { name, exact: true })

/** Fills fields by their labels, within a dialog unless told otherwise. */
async function fill(
  words: Record<string, string>,
  within: Page | Locator = dialog(page),
): Promise<[Locator, string][]> {
  const fields = Object.entries(words).map(([label, text]): [Locator, string] => [
    // A field that must be filled has an asterisk after its label.
    within.getByLabel(label, { exact: true }).or(within.getByLabel(`${label} *`, { exact: true })),
    text,
  ])
  for (const [field, text] of fields) await field.fill(text)
  return fields
}

/** Opens a request about personal data, and the act that settles it. */
async function openRequest(kind: string, act: string): Promise<void> {
  await button(kind).click()
  await button(act, dialog(page)).click()
}

export const FORMS: Record<string, Form> = {
  'the text of the notice': {
    path: `${DRAFT}/setup`,
    async type() {
      const typed = await fill({ 'Tên đợt điều tra': 'Tên gõ khi phiên sắp hết', 'Cơ quan tổ chức': 'Sở Nội vụ' }, page)
      await page.getByText(/^Xem \d+ thay đổi/).waitFor()
      return typed
    },
    press: () => button('Lưu', region('Lưu thiết lập')),
    act: /^PUT \S+\/definition /,
    done: () => region('Lưu thiết lập').getByText('Đã lưu', { exact: true }),
  },
  'a list that is being mended': {
    path: `${DRAFT}/roster`,
    async type() {
      await dropRoster(page, 'Họ và tên,Email,Đơn vị,Nhóm\nLò Văn Một,mot@so,AB,CC')
      return fill({ 'Sửa cột Email, dòng 2': 'mot@so.example' }, page)
    },
    press: () => button('Kiểm tra lại'),
    act: /^POST \S+\/roster /,
    done: () => button('Nhập 1 dòng'),
  },
  'a person of the list': {
    path: `${DRAFT}/roster`,
    async type() {
      await page.getByRole('grid').getByRole('row').nth(2).click()
      await button('Sửa người này', dialog(page)).click()
      return fill({ 'Họ và tên': 'Đặng Thị Gõ Dở', 'Chức vụ': 'Văn thư' })
    },
    press: () => button('Lưu', dialog(page)),
    act: /^PATCH \S+\/roster\/people\//,
    done: () => dialog(page).getByText('Đặng Thị Gõ Dở').first(),
  },
  'the seed of a draw': {
    path: `${DRAFT}/roster/sample`,
    async type() {
      await dropRoster(page, rosterCsv([{ unit: 'HT', group: 'CC', people: 30 }], 55))
      const typed = await fill({ 'Số gieo': 'boc-tham-7' }, page)
      await page.getByLabel(/^Bỏ 12 người này/).check()
      await button(/^Rút \d/).waitFor()
      return typed
    },
    press: () => button(/^Rút \d/),
    act: /^POST \S+\/sample /,
    done: () => page.getByRole('status').getByText(/người được chọn/),
  },
  'why a deadline moves': {
    path: OPEN,
    async type() {
      await chooseAct(page, 'Gia hạn trả lời')
      return fill({ 'Lý do gia hạn': 'Các xã vùng cao trả lời chậm' })
    },
    press: () => button('Gia hạn', dialog(page)),
    act: /^POST \S+\/extend /,
    done: () => dialog(page).getByText('Hạn trả lời nay là'),
  },
  'a plan': {
    path: `${OPEN}/delivery/plan`,
    async type() {
      await button('Lập kế hoạch').click()
      const day = formatDate(new Date(NEAR.getTime() - 10 * 86_400_000).toISOString())
      return fill({ 'Lượt mời 1: ngày và giờ': `${day} 09:00`, 'Số tin nhiều nhất cho mỗi người': '4' }, page)
    },
    press: () => button('Xem trước'),
    act: /^PUT \S+\/plan /,
    done: () => button('Lưu kế hoạch'),
  },
  'a letter': {
    path: `${OPEN}/delivery/templates`,
    async type() {
      const subject = page.getByLabel('Tiêu đề')
      await page.frameLocator('iframe').getByText('Mở phiếu').waitFor()
      // It is judged a moment after the last key
      const judged = page.waitForResponse(
        (reply) => /\/preview$/.test(reply.url()) && !!reply.request().postData()?.includes('Thư riêng'),
      )
      await subject.fill('Thư riêng: {đợt}')
      await judged
      return [[subject, 'Thư riêng: {đợt}']]
    },
    press: () => button('Lưu lời thư'),
    act: /^PUT \S+\/templates\//,
    done: () => page.getByText('Đã lưu. Tin gửi từ lúc này dùng lời mới.'),
  },
  'the pace of a channel': {
    path: `${OPEN}/delivery/channels`,
    type: () => fill({ 'Tin mỗi phút': '90' }, page.getByRole('group', { name: 'Nhịp gửi qua thư điện tử' })),
    press: () => button('Lưu nhịp gửi', page.getByRole('group', { name: 'Nhịp gửi qua thư điện tử' })),
    act: /^PATCH \S+\/channels\/email /,
    done: () => page.getByText('Đã lưu. Nhịp mới có hiệu lực ngay.'),
  },
  'why a channel pauses': {
    path: `${OPEN}/delivery/channels`,
    async type() {
      await button('Tạm dừng thư điện tử').click()
      return fill({ 'Lý do': 'Đổi máy chủ thư' })
    },
    press: () => button('Tạm dừng kênh này', dialog(page)),
    act: /^POST \S+\/channels\/email\/pause /,
    done: () => page.getByText(/tạm dừng từ .*: Đổi máy chủ thư/),
  },
  'a corrected address': {
    path: `${OPEN}/delivery/people`,
    async type() {
      await page.getByRole('table').getByRole('row').nth(5).getByRole('button').click()
      await button('Sửa địa chỉ', dialog(page)).click()
      return fill({ 'Số điện thoại': '0987 654 321' })
    },
    press: () => button('Lưu địa chỉ', dialog(page)),
    act: /^POST \S+\/contact /,
    done: () => dialog(page).getByText('Đã sửa địa chỉ.'),
  },
  'a request that is written down': {
    path: PRIVACY,
    async type() {
      await button('Ghi yêu cầu').click()
      await dialog(page).getByRole('radio', { name: 'Rút lại sự đồng ý' }).check()
      return fill({ 'Ghi chú': 'Gọi lại sau bốn giờ chiều', 'Ngày nhận': '01/03/2024' })
    },
    press: () => button('Ghi lại', dialog(page)),
    act: /^POST \S+\/privacy\/requests /,
    done: () => dialog(page).getByText('qua điện thoại').or(dialog(page).getByText('Nhận ngày')),
  },
  'what was done about a request': {
    path: PRIVACY,
    async type() {
      await openRequest('Xem dữ liệu', 'Đã trao bản kê')
      return fill({ 'Đã làm gì': 'Đã gửi bản kê qua thư' })
    },
    press: () => button('Kết thúc yêu cầu', dialog(page)),
    act: /^POST \S+\/see\/close /,
    done: () => dialog(page).getByText('Đã giải quyết'),
  },
  'a correction that was asked for': {
    path: PRIVACY,
    async type() {
      await openRequest('Sửa dữ liệu', 'Sửa thông tin')
      return fill({ 'Họ và tên': 'Cầm Thị Đúng Tên', 'Thư điện tử': 'dung@co-quan.example' })
    },
    press: () => button('Lưu và kết thúc yêu cầu', dialog(page)),
    act: /^POST \S+\/correct\/correct /,
    done: () => dialog(page).getByText('Đã giải quyết'),
  },
  'the word that erases': {
    path: PRIVACY,
    async type() {
      await openRequest('Xóa dữ liệu', 'Xóa người này')
      return fill({ 'Gõ xóa để xác nhận': 'xóa' })
    },
    press: () => button('Xóa hẳn', dialog(page)),
    act: /^POST \S+\/erase\/erase /,
    done: () => dialog(page).getByText('đã xóa khỏi hệ thống'),
  },
  'how long data is kept': {
    path: PRIVACY,
    async type() {
      await button('Đổi thời hạn').click()
      return fill({ 'Từng phiếu trả lời, không gắn với ai': '700' })
    },
    press: () => button('Lưu thời hạn', dialog(page)),
    act: /^PUT \S+\/retention /,
    done: () => page.getByRole('row', { name: /Từng phiếu.*700 ngày/ }),
  },
  'why points are brought in': {
    path: '/campaigns/cs/results/points',
    async type() {
      const set = region('Thẩm định lần 1')
      await button(/^Nhập tệp/, set).click()
      const buffer = Buffer.from(pointsCsv(appraisedPoints))
      await set.locator('input[type=file]').setInputFiles({ name: 'diem.csv', mimeType: 'text/csv', buffer })
      return fill({ 'Lý do nhập bản này': 'Biên bản họp Hội đồng thẩm định' }, set)
    },
    press: () => button('Nhập 28 ô điểm'),
    act: /^POST \S+\/points /,
    done: () => page.getByText('Đã nhập bản 1 từ tệp diem.csv'),
  },
  'words of the report': {
    path: '/campaigns/cs/results/report',
    async type() {
      await button('Viết: Nguyên nhân').click()
      return fill({ 'Nguyên nhân': 'Một số đơn vị chưa chủ động.' }, region('Nguyên nhân').locator('form'))
    },
    press: () => button('Lưu', region('Nguyên nhân')),
    act: /^PUT \S+\/fields\/nguyen-nhan /,
    done: () => region('Nguyên nhân').getByText('bản 1'),
  },
  'whom to invite': {
    path: '/admin',
    async type() {
      await button('Mời người').click()
      return fill({ 'Thư điện tử': 'lo.anh@so.example', 'Họ và tên': 'Lò Thị Ánh' })
    },
    press: () => button('Gửi thư mời', dialog(page)),
    act: /^POST \/api\/accounts /,
    done: () => page.getByRole('listitem').filter({ hasText: 'lo.anh@so.example' }).first(),
  },
  'the name of a program': {
    path: '/admin/programs',
    type: () => fill({ 'Tên chương trình': 'Phần mềm Chỉ số' }, page),
    press: () => page.getByRole('button', { name: 'Đăng ký' }).first(),
    act: /^POST \/api\/clients /,
    done: () => button('Tôi đã chép', dialog(page)),
  },
  'an address that is told of changes': {
    path: '/admin/programs',
    type: () => fill({ 'Địa chỉ nhận báo': 'https://chi-so.example/bao' }, page),
    press: () => button('Đăng ký'),
    act: /^POST \/api\/webhooks /,
    done: () => button('Tôi đã chép', dialog(page)),
  },
  'another password': {
    path: '/account',
    type: () =>
      fill({ 'Mật khẩu hiện tại': PASSWORD, 'Mật khẩu mới': NEW_PASSWORD, 'Gõ lại mật khẩu mới': NEW_PASSWORD }, page),
    press: () => button('Đổi mật khẩu'),
    act: /^POST \/api\/account\/password /,
    done: () => page.getByText('Đã đổi mật khẩu.'),
  },
}
