/** What is chosen on the page is what arrives: every plain question type, and a questionnaire that needs survey-react-ui. */
import type { Page } from 'playwright-core'
import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import { soundDefinition } from '../../server/test/sound-definition.ts'
import { eventually, findBarriers, openPhone } from './browser.ts'
import { browser, openSurveys, system } from './respond-system.ts'
import { answerScreen, begin, heading, readReceipt, send } from './respondent-page.ts'

openSurveys()

const roster = [{ unit: 'AB', group: 'TT', people: 6 }]

/** The answers of the response that the page sends. */
const sentAnswers = async (page: Page) =>
  (await page.waitForRequest('**/api/responses')).postDataJSON().answers as Record<string, unknown>

const next = async (page: Page) => {
  const before = await heading(page).textContent()
  await page.locator('#next').tap()
  await eventually(() => heading(page).textContent()).not.toBe(before)
}

test('every plain question type sends the value that SurveyJS would hold', async () => {
  const campaign = await system.campaign({ definition: 'example-commune', roster })
  const { page, problems } = await openPhone(browser)
  await begin(page, campaign.link(0))
  for (let screen = 0; screen < 5; screen++) {
    await answerScreen(page, screen === 0 ? 1 : screen % 4)
    await next(page)
  }
  const part = page.locator('form .screen:visible')
  await part.getByRole('radio', { name: '4' }).tap()
  const rows = part.locator('[data-row]')
  await rows.nth(0).getByRole('radio', { name: 'Như cũ' }).tap()
  await rows.nth(2).getByRole('radio', { name: 'Kém hơn' }).tap()
  await part.getByRole('checkbox', { name: 'Loa truyền thanh' }).tap()
  await part.getByRole('checkbox', { name: 'Nhóm Zalo' }).tap()
  await part.getByLabel(/Thủ tục nào/).fill('  Đất đai <b>"&"</b> ')
  await part.getByLabel(/cần làm gì/).fill('Dòng một\nDòng hai')
  await page.reload()
  await eventually(() => part.locator(':checked').count()).toBe(5)
  await next(page)
  expect(await page.locator('.review').textContent()).toContain('Đất đai <b>"&"</b>')

  const answers = sentAnswers(page)
  await send(page)
  expect(await answers).toEqual({
    xa_da_lam_truc_tuyen: false,
    xa_dh_1: 'B',
    xa_dh_2: 'B',
    xa_tthc_1: 'C',
    xa_tthc_2: 'C',
    xa_cv_2: 'D',
    xa_cds_1: 'A',
    xa_muc_hai_long: 4,
    xa_so_voi_truoc: { 'thoi-gian': 'nhu-cu', 'thai-do': 'kem-hon' },
    xa_kenh_thong_tin: ['loa', 'zalo'],
    xa_thu_tuc_vuong: 'Đất đai <b>"&"</b>',
    xa_gop_y: 'Dòng một\nDòng hai',
  })
  await readReceipt(page)
  const survey = new Model(campaign.definition.blocks[0]!.questionnaires['thon-to'])
  survey.data = await answers
  expect(survey.validate(false)).toBe(true)
  expect(problems).toEqual([])
})

test('a questionnaire with conditions is shown by survey-react-ui on the same page and sent the same way', async () => {
  const definition = await soundDefinition('example-commune')
  const questionnaire = definition.blocks[0]!.questionnaires['thon-to'] as { pages: { elements: object[] }[] }
  questionnaire.pages[0]!.elements.push({
    type: 'dropdown',
    name: 'xa_noi_nop',
    title: 'Nộp ở đâu?',
    visibleIf: '{xa_da_lam_truc_tuyen} = true',
    isRequired: true,
    choices: ['Ở nhà', 'Tại xã'],
  })
  system.deps.definitions.push({ slug: 'co-dieu-kien', title: 'Có điều kiện', definition, problems: [] })
  const campaign = await system.campaign({ definition: 'co-dieu-kien', roster })
  const { page, problems } = await openPhone(browser)
  await begin(page, campaign.link(0), '.rich')
  await page.getByText('Có', { exact: true }).tap()
  await page.locator('#next').tap()
  await page.getByText('Vui lòng trả lời câu hỏi.').waitFor()
  await page.getByRole('combobox').tap()
  await page.getByRole('option', { name: 'Tại xã' }).tap()
  expect(await findBarriers(page)).toEqual([])
  await page.reload()
  await page.getByText('Tại xã').waitFor()
  await next(page)
  for (let screen = 1; screen < 5; screen++) {
    for (const group of await page.getByRole('radiogroup').all()) await group.getByText('Khá').tap()
    await next(page)
  }
  // On a narrow screen survey-react-ui asks for a rating by a list.
  await page.getByRole('combobox').tap()
  await page.getByRole('option', { name: '5' }).tap()
  await next(page)
  expect(await heading(page).textContent()).toBe('Xem lại trước khi gửi')
  const answers = sentAnswers(page)
  await send(page)
  await readReceipt(page)
  expect(await answers).toMatchObject({
    xa_da_lam_truc_tuyen: true,
    xa_noi_nop: 'Tại xã',
    xa_dh_1: 'B',
    xa_muc_hai_long: 5,
  })
  expect(problems).toEqual([])
})
