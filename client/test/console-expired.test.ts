/**
 * Form by form, where something is typed: the network goes and the page says so, then the session ends and signing in again
 * stands over the page. Every word typed is there, and the act, clicked twice, is done once. A new campaign and the table of
 * questions: console-troubles, console-setup.
 */
import type { Browser, ElementHandle, Locator, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appraisedPoints } from '../../server/index/small-index.fixture.ts'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createDraft, createOpenCampaign, rosterCsv } from '../../server/test/campaign.ts'
import { createAccount, PASSWORD } from '../../server/test/staff.ts'
import { formatDate } from '../shared/format-vi.ts'
import { eventually, launchBrowser } from './browser.ts'
import {
  type ConsoleSystem,
  chooseAct,
  dialog,
  dropRoster,
  openSignedIn,
  signIn,
  startConsoleSystem,
} from './console-page.ts'

let system: ConsoleSystem
let browser: Browser
let page: Page
let problems: string[]
/** Of every call since the page was opened: `POST /api/… 200`. */
let calls: string[] = []
const underWay = new Set<Request>()

const NEAR = new Date(Date.now() + 20 * 86_400_000)
const DRAFT = '/campaigns/nhap'
const OPEN = '/campaigns/mo'
const PRIVACY = `${OPEN}/roster/privacy`
const NEW_PASSWORD = 'sương sớm trên đỉnh đèo'

beforeAll(async () => {
  ;[system, browser] = await Promise.all([startConsoleSystem(), launchBrowser()])
  const { deps } = system
  const roster = [{ unit: 'AB', group: 'CC', people: 12 }]
  await createDraft(deps, { code: 'nhap', roster })
  const { id, people } = await createOpenCampaign(deps, { code: 'mo', roster, closesAt: NEAR.toISOString() })
  for (const [at, kind] of (['see', 'correct', 'erase'] as const).entries()) {
    await deps.db.$client`
      INSERT INTO identity.requests (id, campaign_id, respondent_id, kind, via, received_on, due_on, created_by)
      VALUES (${kind}, ${id}, ${people[at]!.id}, ${kind}, 'phone', current_date, current_date + 10, 'can-bo@so.example')`
  }
  await storeIndexCampaign(deps.db, 'cs', 'final')
  const admin = { ...system, email: await createAccount(deps, 'admin') }
  system.email = admin.email
  ;({ page, problems } = await openSignedIn(browser, admin, '/console/'))
  const isLook = (call: Request) => ['fetch', 'xhr'].includes(call.resourceType())
  page.on('request', (call) => isLook(call) && underWay.add(call))
  page.on('requestfinished', (call) => underWay.delete(call))
  page.on('requestfailed', (call) => underWay.delete(call))
  page.on('response', (reply) => {
    const method = reply.request().method()
    if (method !== 'GET') calls.push(`${method} ${new URL(reply.url()).pathname} ${reply.status()}`)
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await system?.stop()
})

type Form = {
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
    within.getByLabel(label, { exact: true }),
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

const POINTS_CSV = [
  'Đơn vị;Mã tiêu chí;Điểm',
  ...Object.entries(appraisedPoints).flatMap(([unit, points]) =>
    Object.entries(points).map(([leaf, value]) => [unit, leaf, value.replace('.', ',')].join(';')),
  ),
].join('\n')

const FORMS: Record<string, Form> = {
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
      return fill({ 'Ghi chú': 'Gọi lại sau bốn giờ chiều', 'Ngày nhận': '2024-03-01' })
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
      const buffer = Buffer.from(POINTS_CSV)
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

/** As an administrator who ends it elsewhere, or a night that passes. */
const endSession = () => system.deps.db.$client`DELETE FROM staff.sessions`

const expired = () => page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })

async function signInAgain(): Promise<void> {
  await expired().getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await expired().getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Where the one before stopped halfway, nobody is signed in. */
async function go(path: string): Promise<void> {
  await page.goto(`${system.origin}/console${path}`)
  const heading = page.getByRole('heading', { level: 1 })
  await heading.waitFor()
  if ((await heading.textContent()) === 'Phiếu') await signIn(page, system.email)
}

/** What stands in a field, as long as it is still the one on the page. */
const wordsIn = (field: ElementHandle) =>
  field.evaluate((node) => (node.isConnected ? (node as { value?: string }).value : null))

test.each(Object.entries(FORMS))(
  '%s: still there without a network and after signing in again, and sent once',
  async (_, form) => {
    await go(form.path)
    const typed = await Promise.all(
      (await form.type()).map(async ([field, text]) => ({ field: (await field.elementHandle())!, text })),
    )

    // Without a network: told so, and nothing is gone
    await page.context().setOffline(true)
    await form.press().click()
    await page.getByRole('alert').getByText('Không kết nối được tới máy chủ').first().waitFor()
    expect(await Promise.all(typed.map(({ field }) => wordsIn(field)))).toEqual(typed.map(({ text }) => text))
    await page.context().setOffline(false)

    // A look in the background would find out before the act does
    await eventually(() => underWay.size).toBe(0)
    calls = []
    await endSession()
    await form.press().dblclick()
    await expired().waitFor()
    expect(await Promise.all(typed.map(({ field }) => wordsIn(field)))).toEqual(typed.map(({ text }) => text))
    await signInAgain()
    await form.done().waitFor()
    await expired().waitFor({ state: 'detached' })
    const sent = calls.filter((call) => form.act.test(call))
    expect(sent.filter((call) => / 2\d\d$/.test(call))).toHaveLength(1)
    expect(sent.filter((call) => !/ (401|2\d\d)$/.test(call))).toEqual([])
    expect(problems).toEqual([])
  },
)
