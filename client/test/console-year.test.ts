/**
 * One office's whole year in a real Chromium, with the slips that happen on the way: an officer is invited, makes this year's
 * campaign from last year's, mends what is wrong, opens, sends, watches, loses the network, reminds, extends; a colleague
 * closes first; an auditor finds every act of it in the log. Each act is double clicked, and done once.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findCampaign } from '../../server/campaigns/queries.ts'
import { listOutboxAfter } from '../../server/channels/outbox-queries.ts'
import { createDraft, readTestCampaign, rosterCsv, type TestPerson } from '../../server/test/campaign.ts'
import { answerAs } from '../../server/test/respondent.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { answeredOnScreen, chooseAct, dialog, dropRoster, section, typeWord } from './console-page.ts'
import { openDesk, openOffice, openSignedIn, system } from './office.ts'
import { bar, cell } from './setup-desk.ts'

openOffice()

const CODE = 'so-2027'
const OFFICER = 'lo.anh@so.example'
const OWN_PASSWORD = 'hoa ban nở trắng rừng'
/** One more unit than last year: MA. */
const ROSTER = rosterCsv(
  [
    { unit: 'AB', group: 'CC', people: 12 },
    { unit: 'HT', group: 'CC', people: 7 },
    { unit: 'MA', group: 'CC', people: 5 },
  ],
  27,
)

let officer: Page
let people: TestPerson[]
/** Every successful act of the officer, as `POST /api/… {"…"}`. */
const acts: string[] = []
let problems: string[]

beforeAll(async () => {
  await createDraft(system.deps, { code: 'so-2026', roster: [] })
}, 180_000)

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).last()
const view = (name: string) => officer.getByRole('link', { name, exact: true })
const of = (unit: string) => people.filter(({ invitation }) => invitation.unit === unit)
const answerTogether = (those: TestPerson[]) => Promise.all(those.map((person) => answerAs(system.app, person)))

async function save(): Promise<void> {
  await bar(officer).getByRole('button', { name: 'Lưu', exact: true }).dblclick()
  await bar(officer).getByText('Đã lưu', { exact: true }).waitFor()
}

/** Messages that are on their way; who has one is not reminded yet. */
const waiting = async () =>
  (await system.deps.db.$client`SELECT 1 FROM identity.deliveries WHERE state IN ('queued', 'sending')`).length

/** What the officer's page has sent that changed something, and how often each. */
const timesOf = (act: RegExp) => acts.filter((one) => act.test(one)).length

test('an officer is invited by mail and makes a campaign from last year’s', async () => {
  const admin = await openSignedIn('/console/admin', { email: await createAccount(system.deps, 'admin') })
  await button(admin.page, 'Mời người').click()
  await dialog(admin.page).getByLabel('Thư điện tử').fill(OFFICER)
  await dialog(admin.page).getByLabel('Họ và tên').fill('Lò Thị Ánh')
  await button(admin.page, 'Gửi thư mời').dblclick()
  await eventually(() => admin.page.getByRole('listitem').filter({ hasText: OFFICER }).count()).toBe(1)

  ;({ page: officer, problems } = await openDesk())
  officer.on('response', (reply) => {
    const sent = reply.request()
    if (sent.method() !== 'GET' && reply.ok()) acts.push(`${sent.method()} ${sent.url()} ${sent.postData() ?? ''}`)
  })
  await officer.goto(await mailedLink(OFFICER))
  await officer.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN_PASSWORD)
  await officer.getByLabel('Gõ lại mật khẩu mới').fill(OWN_PASSWORD)
  await button(officer, 'Đặt mật khẩu').dblclick()
  await button(officer, 'Để sau').click()

  await officer.getByRole('heading', { name: 'Đợt điều tra', exact: true }).waitFor()
  await button(officer, 'Tạo đợt điều tra').click()
  await dialog(officer).getByLabel('Bộ câu hỏi và tiêu chí').selectOption('campaign:so-2026')
  expect(await dialog(officer).getByLabel('Mã', { exact: true }).inputValue()).toBe(CODE)
  await button(officer, 'Tạo đợt điều tra').dblclick()
  await officer.getByText('Các bước tới phiếu đầu tiên').waitFor()
})

test('a unit is added, a sum that does not fit stands as an error until it is mended; the network goes while it is saved', async () => {
  await section(officer, 'Thiết lập').click()
  await view('Câu hỏi và tiêu chí').click()
  await cell(officer, 'Điểm tối đa', 'DH.1').fill('4')
  await officer.getByRole('status', { name: 'Tổng điểm tối đa' }).getByText('30,75 / 30').waitFor()
  await bar(officer).getByText('chỗ cần sửa trước khi mở').waitFor()

  // An unfinished table may be kept, also when the network comes back only at the second try
  await officer.context().setOffline(true)
  await bar(officer).getByRole('button', { name: 'Lưu', exact: true }).click()
  await bar(officer).getByRole('alert').getByText('Không kết nối được tới máy chủ').waitFor()
  expect(await cell(officer, 'Điểm tối đa', 'DH.1').inputValue()).toBe('4')
  await officer.context().setOffline(false)
  await save()
  await bar(officer).getByText('chỗ cần sửa trước khi mở').waitFor()
  await cell(officer, 'Điểm tối đa', 'DH.2').fill('2,25')
  await officer.getByRole('status', { name: 'Tổng điểm tối đa' }).getByText('30 / 30').waitFor()

  await view('Đơn vị và nhóm').click()
  const units = officer.getByRole('region', { name: 'Khối xã, phường · Đơn vị' })
  const codes = units.getByLabel(/^Mã, dòng /)
  await codes.last().click()
  const before = await codes.count()
  await button(officer, 'Thêm đơn vị').click()
  await eventually(() => codes.count()).toBe(before + 1)
  await codes.last().fill('MA')
  await cell(officer, 'Tên', 'MA').fill('UBND xã Mường A')
  await bar(officer)
    .getByText(/^(Mọi thứ|Bộ câu hỏi) đã khớp/)
    .waitFor()
  await save()
  const { definition } = (await findCampaign(system.deps.db, CODE))!
  expect(definition.blocks[0]!.units.at(-1)).toMatchObject({ code: 'MA', name: 'UBND xã Mường A' })
  expect(definition.blocks[0]!.criteria.slice(0, 2).map(({ max }) => max)).toEqual(['4', '2.25'])
  expect(timesOf(/^PUT .*\/definition /)).toBe(2)
})

test('a wrong file, then a wrong column, then people; and the questionnaire as they will see it', async () => {
  await section(officer, 'Danh sách').click()
  await dropRoster(officer, '%PDF-1.7', 'quyet-dinh.xlsx')
  await officer.getByRole('alert').getByText('không phải bảng tính Excel').waitFor()
  await dropRoster(officer, ROSTER.replace('Đơn vị', 'Nơi chấm'))
  await officer.getByText('Hãy chỉ ra cột còn thiếu: Đơn vị').waitFor()
  await officer.getByLabel('Cột D, Nơi chấm, là').selectOption('Đơn vị')
  await button(officer, 'Nhập 24 dòng').dblclick()
  await officer.getByText('24 người, 24 phiếu').waitFor()
  expect(timesOf(/\/roster\?.*dryRun=false/)).toBe(1)

  await section(officer, 'Thiết lập').click()
  await view('Xem thử phiếu').click()
  await officer.frameLocator('iframe').getByRole('button', { name: 'Bắt đầu' }).waitFor()
})

test('opened and invited once for two clicks; one who asks to be left alone is, before answering', async () => {
  const opening = await chooseAct(officer, 'Mở đợt điều tra')
  await typeWord(opening, 'mở')
  await opening.getByRole('button', { name: 'Mở với 24 phiếu' }).dblclick()
  await opening.getByText('Đã mở với').waitFor()
  await opening.getByRole('button', { name: 'Xong' }).click()
  ;({ people } = await readTestCampaign(system.deps, CODE))
  const inviting = await chooseAct(officer, 'Gửi lượt mời')
  await typeWord(inviting, 'gửi')
  await inviting.getByRole('button', { name: 'Gửi lượt mời' }).dblclick()
  await inviting.getByText('48 tin').waitFor()
  await inviting.getByRole('button', { name: 'Xong' }).click()
  expect([timesOf(/\/open /), timesOf(/\/waves /)]).toEqual([1, 1])
  await eventually(waiting).toBe(0)

  const leaving = of('HT')[0]!
  await section(officer, 'Danh sách').click()
  await view('Quyền riêng tư').click()
  await button(officer, 'Ghi yêu cầu').click()
  await dialog(officer).getByRole('radio', { name: 'Rút lại sự đồng ý' }).check()
  await dialog(officer).getByLabel('Là ai trong danh sách?').fill(leaving.email)
  await dialog(officer)
    .getByRole('button', { name: new RegExp(leaving.email) })
    .click()
  await button(officer, 'Ghi lại').dblclick()
  await button(officer, 'Ngừng gửi và xóa địa chỉ').click()
  await dialog(officer).getByText('của người này bị xóa').waitFor()
  await typeWord(dialog(officer), 'ngừng gửi')
  await button(officer, 'Ngừng gửi và xóa địa chỉ').dblclick()
  await dialog(officer).getByText('Đã đề nghị không nhận tin.').waitFor()
  expect([timesOf(/\/privacy\/requests /), timesOf(/\/withdraw /)]).toEqual([1, 1])
  await officer.keyboard.press('Escape')
})

test('figures rise by themselves, the page says since when they stand still without a network, and one unit is reminded', async () => {
  await section(officer, 'Tổng quan').click()
  await officer.getByText('Trực tiếp').waitFor()
  await answerTogether(of('AB').slice(0, 9))
  await answeredOnScreen(officer).toBe('9')
  await officer.context().setOffline(true)
  await officer.getByText(/Mất kết nối từ \d\d:\d\d/).waitFor()
  await answerTogether(of('HT').slice(1, 3))
  expect(await officer.getByTestId('answered').textContent()).toBe('9')
  await officer.context().setOffline(false)
  await officer.getByText('Trực tiếp').waitFor()
  await answeredOnScreen(officer).toBe('11')

  // Nobody is reminded of a letter of this morning: three days pass
  await system.deps.db.$client`UPDATE identity.deliveries SET finished_at = finished_at - interval '3 days'`
  await button(officer, /^UBND xã Hòa Thịnh/).click()
  await button(officer, 'Nhắc người chưa trả lời về đơn vị này').click()
  const reminding = officer.getByRole('dialog', { name: 'Nhắc người chưa trả lời' })
  await reminding.getByText('5 phiếu').waitFor()
  await typeWord(reminding, 'gửi')
  await reminding.getByRole('button', { name: 'Nhắc đơn vị này' }).dblclick()
  // Who asked to be left alone is not among them: four people, by mail and by Zalo
  await reminding.getByText('8 tin').waitFor()
  await reminding.getByRole('button', { name: 'Xong' }).click()
  await officer.keyboard.press('Escape')
  await dialog(officer).waitFor({ state: 'hidden' })
  expect(timesOf(/\/waves .*"reminder"/)).toBe(1)
})

test('the deadline moves; a colleague closes first, and the officer who was about to is told in words', async () => {
  const extending = await chooseAct(officer, 'Gia hạn trả lời')
  await extending.getByLabel('Lý do gia hạn').fill('Các xã vùng cao trả lời chậm')
  await extending.getByRole('button', { name: 'Gia hạn', exact: true }).dblclick()
  await extending.getByRole('status').getByText('Hạn trả lời nay là').waitFor()
  await extending.getByRole('button', { name: 'Xong' }).click()
  expect(timesOf(/\/extend /)).toBe(1)

  const mine = await chooseAct(officer, 'Đóng đợt điều tra')
  await typeWord(mine, CODE)
  const { page: colleague } = await openSignedIn(`/console/campaigns/${CODE}`)
  const theirs = await chooseAct(colleague, 'Đóng đợt điều tra')
  await typeWord(theirs, CODE)
  await theirs.getByRole('button', { name: 'Đóng đợt điều tra' }).dblclick()
  await colleague.getByRole('banner').getByText('Đã đóng', { exact: true }).waitFor()

  // The officer's page follows by itself
  await officer.getByRole('banner', { includeHidden: true }).getByText('Đã đóng', { exact: true }).waitFor()
  await mine.getByRole('button', { name: 'Đóng đợt điều tra' }).dblclick()
  await mine.getByRole('alert').getByText('Đợt điều tra đã kết thúc').waitFor()
})

test('the result is frozen by the typed word', async () => {
  if (await dialog(officer).isVisible()) await officer.keyboard.press('Escape')
  await dialog(officer).waitFor({ state: 'hidden' })
  const finalizing = await chooseAct(officer, 'Chốt kết quả')
  const freeze = finalizing.getByRole('button', { name: 'Chốt kết quả' })
  await finalizing.getByLabel(`Gõ ${CODE} để xác nhận`).fill('so-2026')
  expect(await freeze.isDisabled()).toBe(true)
  await typeWord(finalizing, CODE)
  await freeze.dblclick()
  await officer.getByRole('banner').getByText('Đã chốt kết quả').waitFor()
  expect(timesOf(/\/finalize /)).toBe(1)
  await button(officer, 'Xem kết quả').click()
  await button(officer, /^UBND xã An Bình/).waitFor()
})

/** In the order in which they happened: as the file names them, and as the log says them. */
const STORY = [
  ['campaign.create', 'Đã tạo đợt điều tra'],
  ['definition.edit', 'Đã sửa bộ câu hỏi và thiết lập'],
  ['definition.edit', 'Đã sửa bộ câu hỏi và thiết lập'],
  ['roster.import', 'Đã nhập danh sách'],
  ['campaign.open', 'Đã mở khảo sát'],
  ['wave.create', 'Đã tạo lượt gửi'],
  ['privacy.request', 'Đã ghi nhận yêu cầu của người trả lời'],
  ['privacy.withdraw', 'Đã rút sự đồng ý theo yêu cầu'],
  ['wave.create', 'Đã tạo lượt gửi'],
  ['campaign.extend', 'Đã gia hạn khảo sát'],
  ['campaign.close', 'Đã đóng khảo sát'],
  ['campaign.finalize', 'Đã chốt kết quả'],
] as const
const WORDS = STORY.map(([, words]) => words as string)

test('an auditor proves the log whole, takes it away, reads the year in it word for word, and can change nothing', async () => {
  const email = await createAccount(system.deps, 'auditor')
  const { page } = await openSignedIn(`/console/campaigns/${CODE}/audit`, { email })
  await button(page, 'Kiểm tra nhật ký').click()
  await page.getByText(/Nhật ký nguyên vẹn: \d+ mục/).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải tệp CSV' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  for (const [action] of STORY) expect(file).toContain(action)

  await page.getByLabel('Loại').selectOption('change')
  const entries = page.getByRole('region', { name: 'Các mục nhật ký' }).getByRole('button', { expanded: false })
  const told = async () => (await entries.locator('b').allTextContents()).toReversed()
  await eventually(async () => (await told()).filter((words) => WORDS.includes(words))).toEqual(WORDS)
  const closed = entries.filter({ hasText: 'Đã đóng khảo sát' })
  await closed.getByText(system.email).waitFor()
  expect(await entries.filter({ hasText: 'Việc khác' }).count()).toBe(0)

  await entries.filter({ hasText: 'Đã gia hạn khảo sát' }).click()
  await page.getByText('Các xã vùng cao trả lời chậm').first().waitFor()

  // No act on any page of the campaign
  for (const name of ['Tổng quan', 'Danh sách', 'Gửi phiếu', 'Kết quả']) {
    await section(page, name).click()
    await page.getByRole('heading', { level: 2, name, exact: true }).or(page.getByTestId('answered')).first().waitFor()
    await eventually(() => page.getByText('Đang tải…').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^(Lưu|Sửa|Xóa|Gửi|Nhập|Ghi|Nhắc|Đóng|Chốt|Gia hạn)/ }).count()).toBe(
      0,
    )
    expect(await page.locator('input[type=file]').count()).toBe(0)
  }
  expect(problems).toEqual([])
})

/** The link in the letter, from the outbox that stands in for a mail server. */
async function mailedLink(to: string): Promise<string> {
  const letters = await listOutboxAfter(system.deps.db, 0, 100)
  const token = /\/console\/join#([\w-]{22})/.exec(letters.find(({ recipient }) => recipient === to)!.text)![1]
  return `${system.origin}/console/join#${token}`
}
