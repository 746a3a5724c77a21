/** People on the console's views of sending: what failed, what nobody can tell, who is searched, corrected, handed a link. */
import { beforeAll, expect, test, vi } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../../server/test/campaign.ts'
import { answerAs } from '../../server/test/respondent.ts'
import { createAccount } from '../../server/test/staff.ts'
import { eventually } from './browser.ts'
import { chooseAct, dialog, expectNoBarriers, hasFocus, typeWord } from './console-page.ts'
import { openOffice, openSignedIn, system } from './office.ts'

openOffice()

let campaign: TestCampaign

/** What a provider would have said of the first message over `channel` to `person`; the outbox refuses nothing. */
const settle = (person: number, channel: string, state: string, failure: string | null) =>
  system.deps.db.$client`UPDATE identity.deliveries SET state = ${state}, failure = ${failure}, finished_at = now()
    WHERE respondent_id = ${campaign.people[person]!.id} AND channel = ${channel}`

beforeAll(async () => {
  campaign = await createOpenCampaign(system.deps, {
    code: 'nguoi',
    roster: [
      { unit: 'AB', group: 'CC', people: 12 },
      { unit: 'HT', group: 'CC', people: 8 },
    ],
  })
  const { page } = await openSignedIn('/console/campaigns/nguoi')
  const inviting = await chooseAct(page, 'Gửi lượt mời')
  await typeWord(inviting, 'gửi')
  await inviting.getByRole('button', { name: 'Gửi lượt mời' }).click()
  await inviting.getByText('40 tin').waitFor()
  await vi.waitFor(async () => {
    const [row] = await system.deps.db
      .$client`SELECT count(*)::int AS count FROM identity.deliveries WHERE state = 'sent'`
    expect(row!.count).toBe(40)
  }, 60_000)
  await answerAs(system.app, campaign.people[0]!)
  for (const person of [2, 3, 4]) {
    await settle(person, 'zalo', 'failed', 'zalo-118')
    await system.deps.db.$client`UPDATE identity.respondents SET phone_failure = 'zalo-118'
      WHERE id = ${campaign.people[person]!.id}`
  }
  for (const person of [4, 5]) await settle(person, 'email', 'failed', 'smtp-554')
  await settle(6, 'zalo', 'unknown', 'zalo-timeout')
  await settle(7, 'email', 'unknown', 'interrupted')
}, 180_000)

test('the picture says who was reached, groups what failed, and sends a group again', async () => {
  const { page, problems } = await openSignedIn('/console/campaigns/nguoi/delivery')
  await page.getByText('Được mời').waitFor()
  await page.getByText('Zalo: Số điện thoại này chưa dùng Zalo').waitFor()
  await page.getByText('2 người trong nhóm đã có tin qua kênh khác').waitFor()
  const onZalo = page.getByRole('listitem').filter({ hasText: 'Zalo: Số điện thoại này chưa dùng Zalo' })
  await onZalo.getByText('còn 1 người cần xử lý').waitFor()
  await onZalo.getByText('đã gặp ở 3 người').waitFor()
  await page.getByText('mọi tin nằm trong hộp thư thử').waitFor()
  await page.getByText('1 người chưa nhận được tin nào và cần gửi tay').waitFor()
  await expectNoBarriers(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải bảng Excel' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/)

  // From a group to its people and back
  await onZalo.getByRole('link', { name: 'Xem 1 người' }).click()
  await page.getByText('Chỉ hiện người còn cần xử lý, có tin: Số điện thoại này chưa dùng Zalo').waitFor()
  await page.getByRole('status').getByText('1 người').waitFor()
  await page.getByRole('row', { name: new RegExp(campaign.people[4]!.email) }).waitFor()
  await expectNoBarriers(page)
  await page.goBack()

  const groups = page.getByRole('listitem').filter({ hasText: 'Thư điện tử: ' })
  await groups.getByRole('button', { name: 'Gửi lại nhóm này' }).click()
  await dialog(page).getByText('2 người').first().waitFor()
  await expectNoBarriers(page)
  await typeWord(dialog(page), 'gửi')
  await dialog(page).getByRole('button', { name: 'Gửi lại cho tối đa 2 người' }).click()
  await dialog(page)
    .getByText(/Đã xếp lại \d tin vào hàng gửi/)
    .waitFor()
  await dialog(page).getByRole('button', { name: 'Xong' }).click()
  await eventually(() => groups.count()).toBe(0)
  // The one that was left has a letter now: nobody of the other group needs anybody
  await page.getByText('Không còn ai cần xử lý.').waitFor()
  await page.getByText('Đã được giải quyết (1)').click()
  await onZalo.getByRole('link', { name: 'Xem 3 người' }).waitFor()
  await expectNoBarriers(page)
  expect(problems).toEqual([])
})

test('what nobody can tell is settled one by one, each choice with its meaning', async () => {
  const { page } = await openSignedIn('/console/campaigns/nguoi/delivery')
  const list = page.getByRole('region', { name: 'Tin chưa rõ đã tới' })
  await list.getByRole('heading', { name: 'Chưa rõ đã tới: 2 tin' }).waitFor()
  const [first, second] = [campaign.people[6]!.name, campaign.people[7]!.name]
  await list.getByRole('button', { name: `Xử lý tin của ${first}` }).click()
  await list.getByText('Vì sao không biết tin đã đi hay chưa, xem ở từng dòng').waitFor()
  await dialog(page).getByText('người này sẽ nhận hai lần').waitFor()
  await expectNoBarriers(page)
  // What may reach somebody twice asks once more
  await dialog(page)
    .getByRole('button', { name: /^Chưa tới, gửi lại/ })
    .click()
  await dialog(page).getByText('Người này có thể nhận hai tin').waitFor()
  expect(await dialog(page).getByRole('button', { name: 'Gửi lại tin này' }).isDisabled()).toBe(true)
  await expectNoBarriers(page)
  await dialog(page).getByRole('button', { name: 'Hủy' }).click()
  await dialog(page)
    .getByRole('button', { name: /^Đã tới/ })
    .click()
  await list.getByText(`Đã ghi cho ${first}: đã gửi đi.`).waitFor()
  await list.getByRole('heading', { name: 'Chưa rõ đã tới: 1 tin' }).waitFor()
  await list.getByRole('button', { name: `Xử lý tin của ${second}` }).click()
  await dialog(page)
    .getByRole('button', { name: /^Chưa tới, không gửi lại/ })
    .click()
  await list.getByText(`Đã ghi cho ${second}: không gửi được.`).waitFor()
  await expectNoBarriers(page)
})

test('a person is found without accents, their address corrected, their link renewed', async () => {
  const { page, problems } = await openSignedIn('/console/campaigns/nguoi/delivery/people')
  const person = campaign.people[2]!
  await page.getByRole('status').getByText('20 người').waitFor()
  const folded = person.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
  const search = page.getByLabel(/^Tìm theo tên/)
  await search.fill('không có ai tên thế')
  await page.getByText('Không có ai khớp.').waitFor()
  await expectNoBarriers(page)
  await search.fill(folded)
  await page.getByRole('row', { name: new RegExp(person.email) }).waitFor()
  await page.getByText('Số điện thoại này chưa dùng Zalo').first().waitFor()
  await expectNoBarriers(page)
  await page
    .getByRole('row', { name: new RegExp(person.email) })
    .getByRole('button')
    .click()

  const card = dialog(page)
  await card.getByRole('heading', { name: 'Lịch sử' }).waitFor()
  await card
    .getByText(/^Zalo, lượt 1: Không gửi được/)
    .first()
    .waitFor()
  await expectNoBarriers(page)
  await card.getByRole('button', { name: 'Sửa địa chỉ' }).click()
  await card.getByLabel('Số điện thoại').fill('123')
  await card.getByRole('button', { name: 'Lưu địa chỉ' }).click()
  await card
    .getByText(/[Ss]ố điện thoại .*không|không .*số điện thoại|phải có|10 chữ số/)
    .first()
    .waitFor()
  await expectNoBarriers(page)
  await card.getByLabel('Số điện thoại').fill('0987 654 321')
  await card.getByRole('button', { name: 'Lưu địa chỉ' }).click()
  await card.getByText('Đã sửa địa chỉ.').waitFor()
  await card.getByText('0987 654 321').first().waitFor()
  await card.getByRole('button', { name: 'Gửi cho người này qua Zalo' }).click()
  await card.getByText(`Một tin với đường dẫn riêng của ${person.name} được gửi qua Zalo tới 0987 654 321`).waitFor()
  await expectNoBarriers(page)
  await eventually(() => hasFocus(card.getByLabel('Gõ gửi để xác nhận'))).toBe(true)
  await typeWord(card, 'gửi')
  await card.getByRole('button', { name: 'Gửi qua Zalo' }).click()
  await card.getByText('Đã xếp một tin qua Zalo vào hàng gửi.').waitFor()

  await card.getByRole('button', { name: 'Cấp lại đường dẫn' }).click()
  await card.getByText('Đường dẫn cũ hết hiệu lực ngay').waitFor()
  await expectNoBarriers(page)
  await typeWord(card, 'cấp mới')
  await card.getByRole('button', { name: 'Cấp đường dẫn mới' }).click()
  await card.getByText('đường dẫn cũ không mở được nữa').waitFor()
  await card.getByRole('link', { name: 'Tới Gửi tay' }).waitFor()
  await card.getByRole('button', { name: 'Gửi cho người này qua thư điện tử' }).waitFor()
  await expectNoBarriers(page)
  const old = await fetch(`${system.origin}/api/links/${person.token}`)
  expect(old.status).toBe(404)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  expect(problems).toEqual([])
})

test('a link is handed over by hand, marked by whom, and the mark taken back', async () => {
  const { page, context, problems } = await openSignedIn('/console/campaigns/nguoi/delivery/by-hand')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const person = campaign.people[9]!
  await page.getByText(/^Dành cho người mà thư điện tử và Zalo không tới/).waitFor()
  await page.getByText('Chưa trả lời', { exact: true }).click()
  await page.getByLabel('Đơn vị').selectOption({ label: 'UBND xã An Bình' })
  const row = page.getByRole('row', { name: new RegExp(person.name) })
  await row.waitFor()
  await expectNoBarriers(page)
  await row.getByRole('button', { name: `Lấy lời nhắn cho ${person.name}` }).click()
  await dialog(page).getByRole('link', { name: 'Mở Zalo của người này' }).waitFor()
  expect(await dialog(page).getByRole('link').getAttribute('href')).toMatch(/^https:\/\/zalo\.me\/849\d{8}$/)
  await expectNoBarriers(page)
  await dialog(page).getByRole('button', { name: 'Sao chép lời nhắn' }).click()
  await dialog(page).getByText('Đã sao chép').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain(`/p/${person.token}`)
  await dialog(page).getByRole('button', { name: 'Đã nhắn Zalo' }).click()
  await row.getByText(/^nhắn Zalo, /).waitFor()
  await row.getByText(system.email).waitFor()
  await expectNoBarriers(page)
  await page.getByText('Không in cho 1 người đã gửi tay.').waitFor()
  await page.getByRole('link', { name: /^In tất cả \d+ phiếu/ }).waitFor()
  await row.getByRole('button', { name: `Bỏ đánh dấu ${person.name}` }).click()
  await row.getByText('chưa', { exact: true }).waitFor()

  const printing = context.waitForEvent('page')
  await page.getByRole('link', { name: /^In \d+ phiếu có mã QR/ }).click()
  const sheet = await printing
  await sheet.getByText(person.name).first().waitFor()
  expect(problems).toEqual([])
})

test('an auditor sees it all and is offered nothing that changes anything', async () => {
  const email = await createAccount(system.deps, 'auditor')
  const { page } = await openSignedIn('/console/campaigns/nguoi/delivery', { email })
  await page.getByText('Được mời').waitFor()
  const allowed = ['Việc khác', 'Xem dạng bảng']
  const offered = async () =>
    (await page.getByRole('main').getByRole('button').allTextContents()).filter((name) => !allowed.includes(name))
  expect(await offered()).toEqual([])
  await page.getByRole('link', { name: 'Kế hoạch' }).click()
  await page.getByText('Lượt mời 1').waitFor()
  expect(await offered()).toEqual([])
  await page.getByRole('link', { name: 'Kênh gửi' }).click()
  await page.getByRole('group', { name: 'Nhịp gửi qua Zalo' }).waitFor()
  expect(await offered()).toEqual([])
  await page.getByRole('link', { name: 'Tìm người' }).click()
  await page.getByRole('button', { name: campaign.people[1]!.name }).first().click()
  await dialog(page).getByRole('heading', { name: 'Lịch sử' }).waitFor()
  expect(
    await dialog(page)
      .getByRole('button', { name: /Sửa|Cấp/ })
      .count(),
  ).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Gửi tay' }).click()
  await page.getByText('chỉ cán bộ điều hành dùng được').waitFor()
  await page.getByRole('link', { name: 'Lời thư' }).click()
  await page.getByRole('heading', { name: 'Xem trước' }).waitFor()
  expect(await page.getByRole('button', { name: /Lưu|Gửi thử|Chèn/ }).count()).toBe(0)
  await expectNoBarriers(page)
})

test('a unit’s contact is told that this is not theirs', async () => {
  const email = await createAccount(system.deps, 'unit', { unit: 'AB' })
  const { page } = await openSignedIn('/console/campaigns/nguoi/delivery/people', { email })
  await page.getByText('Phần này dành cho cán bộ điều hành').waitFor()
  expect(await page.getByRole('main').getByRole('link').count()).toBe(0)
})
