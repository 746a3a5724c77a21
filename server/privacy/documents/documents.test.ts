/** The two documents: complete, marked where the office fills in, and without a word about anybody's answers. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { privacyWorld } from '../final-survey.fixture.ts'

const { sql, call, openSurvey } = privacyWorld()

/** All text of a Word file, a paragraph a line. */
function textOf(docx: Buffer): string {
  const files = unzipSync(new Uint8Array(docx))
  return strFromU8(files['word/document.xml']!)
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

async function seeOf(people: number, answered: number, at: number) {
  const campaign = await openSurvey(people, answered)
  const person = campaign.people[at]!
  const base = `/api/campaigns/${campaign.code}/privacy/requests`
  const body = { kind: 'see', via: 'email', receivedOn: '2026-01-05', person: person.id, note: 'Hỏi <b>vì sao</b>' }
  const { id } = (await call('POST', base, body)).json()
  return { campaign, person, url: `${base}/${id}/document` }
}

describe('what is held about a person', () => {
  test('is told whole, as a Word file and as a page', async () => {
    const { campaign, person, url } = await seeOf(6, 4, 1)
    const page = await call('GET', `${url}.html`)
    const word = await call('GET', `${url}.docx`)
    expect(page.headers['content-type']).toMatch(/^text\/html/)
    expect(word.headers['content-disposition']).toMatch(/attachment; filename=".*\.docx"/)
    const version = campaign.definition.notice.version
    for (const told of [person.name, person.email, `+${person.phone}`, `Bản ${version}`, 'Thư điện tử', 'Zalo']) {
      expect(page.body).toContain(told)
      expect(textOf(word.rawPayload)).toContain(told)
    }
    expect(page.body).toContain('không tìm ra, không sửa và không rút được')
    expect(page.body).toContain('Hỏi &lt;b&gt;vì sao&lt;/b&gt;')
    expect(textOf(word.rawPayload)).toContain('Hỏi &lt;b&gt;vì sao')
  })

  test('holds no receipt, no answer, no link and no moment of answering', async () => {
    const { campaign, person, url } = await seeOf(6, 4, 1)
    const page = (await call('GET', `${url}.html`)).body
    const receipts = await sql()`SELECT message_hash FROM answer.receipts WHERE campaign_id = ${campaign.id}`
    for (const { message_hash } of receipts)
      expect(page).not.toContain(Buffer.from(message_hash).toString('base64url').slice(0, 22))
    expect(page).not.toContain(person.token)
    expect(page).not.toMatch(/\d\d:\d\d/)
    for (const { name } of campaign.definition.levels) expect(page).not.toContain(`>${name}<`)
  })

  test('is a look at personal data: audited by ids, for officers only, never kept', async () => {
    const { campaign, person, url } = await seeOf(6, 4, 1)
    expect((await call('GET', `${url}.html`, undefined, 'auditor')).statusCode).toBe(403)
    const reply = await call('GET', `${url}.html`)
    expect(reply.headers['cache-control']).toContain('no-store')
    const entries = await sql()`
      SELECT details FROM staff.audit WHERE action = 'privacy.document' AND campaign = ${campaign.code}`
    expect(entries.map(({ details }) => details)).toEqual([{ request: expect.any(String), person: person.id }])
  })
})

describe('the register of processing', () => {
  test('is filled from the campaign, and marks what the office has to fill in', async () => {
    const { campaign } = await seeOf(7, 5, 0)
    const url = `/api/campaigns/${campaign.code}/privacy/register`
    const page = (await call('GET', `${url}.html`, undefined, 'auditor')).body
    const word = textOf((await call('GET', `${url}.docx`, undefined, 'auditor')).rawPayload)
    const { organizer, notice } = campaign.definition
    for (const told of [
      organizer.name,
      '7 người, 7 phiếu phát ra',
      `Thông báo, bản ${notice.version}`,
      '5 phiếu gửi kèm',
    ]) {
      expect(page).toContain(told)
      expect(word).toContain(told)
    }
    expect(page).toContain('90 ngày sau khi chốt kết quả')
    expect(page).toContain('1 yêu cầu, 1 đang giải quyết, 1 quá hạn')
    expect(page.match(/<mark>\[Cơ quan điền: /g)!.length).toBeGreaterThan(8)
    expect(word.match(/\[Cơ quan điền: /g)).toHaveLength(page.match(/<mark>/g)!.length)
    for (const { name, email } of campaign.people) {
      expect(page).not.toContain(name)
      expect(page).not.toContain(email)
    }
  })

  test('of a draft is there too', async () => {
    const campaign = await openSurvey(5, 0)
    await sql()`UPDATE campaign.campaigns SET status = 'draft', opens_at = NULL WHERE id = ${campaign.id}`
    const reply = await call('GET', `/api/campaigns/${campaign.code}/privacy/register.html`)
    expect(reply.body).toContain('Chưa mở')
    expect((await call('GET', '/api/campaigns/khong-co/privacy/register.html')).statusCode).toBe(404)
  })
})
