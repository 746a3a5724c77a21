/** The yearly report on the console and the public page: written by two officers at once, read to its sources, published, taken back. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { insertPast } from '../../server/index/past/queries.ts'
import { insertPointSet } from '../../server/index/points/queries.ts'
import { appraisedPoints, citizensPoints, smallIndexDefinition } from '../../server/index/small-index.fixture.ts'
import { storeIndexCampaign } from '../../server/index/stored-index.fixture.ts'
import { createAccount, type SignedIn, signInAs } from '../../server/test/staff.ts'
import { eventually, findBarriers, isTooWide } from './browser.ts'
import { dialog, expectNoBarriers, typeWord } from './console-page.ts'
import { browser, openOffice, openSignedIn, system } from './office.ts'

openOffice()

let colleague: SignedIn

beforeAll(async () => {
  colleague = await signInAs(system, 'officer')
  await storeIndexCampaign(system.deps.db, 'dang-mo', 'open')
  await freezeCampaign('bao-cao')
})

async function freezeCampaign(code: string): Promise<void> {
  const { db } = system.deps
  const campaignId = await storeIndexCampaign(db, code, 'closed')
  const how = { origin: 'api', reason: 'thử', actor: 'can-bo@so.example' } as const
  const set = { campaignId, round: 1, digest: 'x', ...how } as const
  const blocks = smallIndexDefinition.blocks.map(({ code, units }) => ({
    ...{ code, moves: null },
    units: units.map((unit, at) => ({ code: unit.code, name: unit.name, points: 71.23 + at, rank: null, class: null })),
  }))
  await db.transaction(async (tx) => {
    await insertPointSet(tx, { ...set, kind: 'appraised', source: '', points: appraisedPoints })
    await insertPointSet(tx, { ...set, kind: 'imported', source: 'nguoi-dan', points: citizensPoints })
    await insertPast(tx, { campaignId, document: { year: 2024, blocks }, digest: 'y', ...how })
  })
  await call('POST', `/api/campaigns/${code}/finalize`, {})
}

/** A call of another officer, past any screen. */
async function call(method: 'POST' | 'PUT', url: string, payload: object): Promise<void> {
  const reply = await system.app.inject({ method, url, headers: colleague, payload })
  expect([reply.statusCode, reply.body]).toEqual([200, expect.any(String)])
}

const field = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các mục của Kết quả' }).getByRole('link', { name })

const MINE = 'Một số đơn vị chưa chủ động.\nKinh phí còn hạn hẹp.'
const THEIRS = 'Cán bộ đầu mối thay đổi giữa năm.'

test('a report is written against a colleague, its figures lead to their sources, its result is published and taken back', {
  timeout: 180_000,
}, async () => {
  const { page, context, problems } = await openSignedIn('/console/campaigns/bao-cao/results')
  await view(page, 'Báo cáo').click()
  await page.getByText('Số liệu đã chốt').waitFor()
  await expectNoBarriers(page)

  // Written while the network is away, then while a colleague is faster: nothing typed is lost
  await page.getByText(/^Còn \d+ phần chưa viết/).waitFor()
  await page.getByRole('button', { name: 'Nguyên nhân', exact: true }).click()
  const causes = field(page, 'Nguyên nhân')
  await causes.getByRole('button', { name: 'Viết: Nguyên nhân' }).click()
  await causes.getByRole('textbox', { name: 'Nguyên nhân' }).fill(MINE)
  await context.setOffline(true)
  await causes.getByRole('button', { name: 'Lưu' }).click()
  await causes.getByText('Không kết nối được tới máy chủ').waitFor()
  await context.setOffline(false)
  await call('PUT', '/api/campaigns/bao-cao/index/report/fields/nguyen-nhan', { text: THEIRS, version: 0 })
  await causes.getByRole('button', { name: 'Lưu' }).click()
  await causes.getByText('trong khi bạn đang sửa').waitFor()
  await expectNoBarriers(page)
  await page.reload()
  await causes.getByRole('region', { name: 'Bản của bạn' }).getByText('Kinh phí còn hạn hẹp.').waitFor()
  await causes
    .getByRole('region', { name: /^Bản của .*@/ })
    .getByText(THEIRS)
    .waitFor()
  await causes.getByRole('button', { name: 'Sửa gộp cả hai' }).click()
  const both = causes.getByRole('textbox', { name: 'Nguyên nhân' })
  expect(await both.inputValue()).toBe(`${MINE}\n\n${THEIRS}`)
  await causes.getByRole('button', { name: 'Lưu' }).click()
  await causes.getByText('bản 2').waitFor()
  expect(await causes.getByRole('paragraph').allTextContents()).toEqual([...MINE.split('\n'), THEIRS])
  await causes.getByRole('button', { name: 'Các bản: Nguyên nhân' }).click()
  await dialog(page)
    .getByText(/^Bản 1/)
    .click()
  await dialog(page).getByRole('button', { name: 'Đưa bản 1 vào ô sửa' }).waitFor()
  await page.keyboard.press('Escape')

  // A list with days as people write them
  await page.getByText('Thể thức văn bản').click()
  const documents = field(page, 'Các văn bản làm căn cứ')
  await documents.getByRole('button', { name: 'Các văn bản làm căn cứ: thêm dòng' }).click()
  await documents.getByLabel('dòng 1: Nội dung').fill('Kế hoạch điều tra')
  await documents.getByLabel('dòng 1: Số, ký hiệu').fill('1801/QĐ-UBND')
  await documents.getByLabel('dòng 1: Ngày ban hành').fill('31/02/2024')
  await documents.getByRole('button', { name: 'Lưu' }).click()
  await documents.getByText('hãy sửa những dòng được chỉ ra').waitFor()
  await documents.getByLabel('dòng 1: Ngày ban hành').fill('30/8/2024')
  await expectNoBarriers(page)
  await documents.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('article').getByText('Kế hoạch điều tra: Quyết định số 1801/QĐ-UBND ngày 30/08/2024').waitFor()
  await page.getByText('Thể thức văn bản').click()

  // A figure, its table, the way back, the unit
  const figure = page
    .getByRole('paragraph')
    .filter({ hasText: 'Tổng điểm trung bình của khối sở' })
    .getByRole('button')
    .nth(3)
  const points = await figure.textContent()
  await figure.click()
  await dialog(page).getByText(`Cao nhất trong 4 đơn vị: ${points}`).waitFor()
  await expectNoBarriers(page)
  await dialog(page).getByRole('button', { name: 'Xem Biểu số 1' }).click()
  const table = field(page, 'Biểu số 1').getByRole('table')
  await eventually(() => table.getByRole('row').nth(1).textContent()).toContain(points)
  await page.getByRole('button', { name: 'Trở lại chỗ vừa đọc' }).click()
  await eventually(() => page.evaluate('document.activeElement.textContent')).toBe(points)
  await page.keyboard.press('Enter')
  const unit = dialog(page).getByRole('link')
  const name = await unit.textContent()
  await unit.click()
  await dialog(page).getByRole('heading', { name: name! }).waitFor()
  await page.keyboard.press('Escape')

  // Published with the words typed, after a look at the page as it will be
  await view(page, 'Công bố').click()
  await page.getByText('Chưa công bố', { exact: true }).waitFor()
  await page.getByLabel('Biểu đồ').uncheck()
  await page.getByLabel('Căn cứ công bố').fill('Quyết định số 12/QĐ-UBND ngày 15/01/2026')
  await page.getByRole('button', { name: 'Xem trước trang' }).click()
  const preview = page.frameLocator('iframe[title="Trang công bố, bản xem trước"]')
  await preview.getByText('Bản xem trước, chưa công bố.').waitFor()
  const shown = page.frames().at(-1)!
  expect(await shown.evaluate('getComputedStyle(document.querySelector("main")).maxWidth')).toBe('1000px')
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Công bố', exact: true }).click()
  const publish = dialog(page).getByRole('button', { name: 'Công bố', exact: true })
  expect(await publish.isDisabled()).toBe(true)
  await typeWord(dialog(page), 'công bố')
  await publish.click()
  await page.getByText('Đang công bố', { exact: true }).waitFor()

  const stranger = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await stranger.goto(`${system.origin}/cong-bo/bao-cao`)
  await stranger.getByRole('heading', { level: 1 }).waitFor()
  await stranger.getByText('Quyết định số 12/QĐ-UBND').first().waitFor()
  expect(await stranger.getByRole('figure').count()).toBe(0)
  expect(await findBarriers(stranger)).toEqual([])
  expect(await isTooWide(stranger)).toBe(false)

  await page.getByRole('button', { name: 'Gỡ xuống' }).click()
  await dialog(page).getByLabel('Lý do').fill('Có đơn vị khiếu nại')
  await typeWord(dialog(page), 'gỡ xuống')
  await dialog(page).getByRole('button', { name: 'Gỡ xuống' }).click()
  await page.getByText('Chưa công bố', { exact: true }).waitFor()
  await page.getByRole('row', { name: /^2 .*Gỡ xuống.*khiếu nại/ }).waitFor()
  await (await browser.newContext()).newPage().then(async (other) => {
    expect((await other.goto(`${system.origin}/cong-bo/bao-cao`))?.status()).toBe(404)
    expect(await findBarriers(other)).toEqual([])
  })
  expect(problems).toEqual([])
})

test('what is typed while a save is on its way is not lost with it, and asking twice saves once', async () => {
  const { page, problems } = await openSignedIn('/console/campaigns/dang-mo/results/report')
  const causes = field(page, 'Nguyên nhân')
  await causes.getByRole('button', { name: 'Viết: Nguyên nhân' }).click()
  const words = causes.getByRole('textbox', { name: 'Nguyên nhân' })
  await words.fill('Một.')
  const answered = Promise.withResolvers<void>()
  let saves = 0
  await page.route('**/index/report/fields/nguyen-nhan', async (route) => {
    saves += 1
    await answered.promise
    await route.continue()
  })
  await words.press('Control+Enter')
  await words.press('Control+Enter')
  await words.fill('Một. Hai.')
  answered.resolve()
  await causes.getByText('bản 1').waitFor()
  expect(await words.inputValue()).toBe('Một. Hai.')
  expect(saves).toBe(1)
  await causes.getByRole('button', { name: 'Lưu' }).click()
  await causes.getByText('bản 2').waitFor()
  expect(await causes.getByRole('paragraph').allTextContents()).toEqual(['Một. Hai.'])
  expect(problems).toEqual([])
})

test('on an auditor’s phone the report is read, provisional as it says, and nothing is offered that changes it', async () => {
  const email = await createAccount(system.deps, 'auditor')
  const { page, problems } = await openSignedIn('/console/campaigns/dang-mo/results/report', {
    email,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  await page.getByText('mọi tệp tải về đều ghi “SỐ LIỆU TẠM TÍNH”').waitFor()
  expect(await page.getByRole('button', { name: /^(Viết|Sửa|Lưu)/ }).count()).toBe(0)
  await page.getByText('Thể thức văn bản').click()
  await page.getByText('Kiểm tra lại báo cáo').click()
  await page.getByText('npm run report -- --snapshot bao-cao-dang-mo.json').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.getByText('Mục lục').click()
  await page
    .getByRole('button', { name: /^Biểu số 4\. / })
    .first()
    .click()
  await field(page, 'Biểu số 4').getByRole('table').waitFor()
  await expectNoBarriers(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Word (.docx)' }).click()
  expect((await downloading).suggestedFilename()).toBe('bao-cao-dang-mo.docx')
  expect(problems).toEqual([])
})
