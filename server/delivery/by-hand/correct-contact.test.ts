import { describe, expect, test } from 'vitest'
import type { TestPerson } from '../../test/campaign.ts'
import { byHandWorld } from './by-hand.fixture.ts'

const { campaign, sql, post, audits } = byHandWorld()

describe('a corrected address', () => {
  const correct = (person: TestPerson, body: object) => post(`/people/${person.id}/contact`, body)

  test('is written the roster’s way, and what failed at the old one is forgotten', async () => {
    const [person] = campaign().people
    await sql()`
      UPDATE identity.respondents SET email_failure = 'bounce-5.1.1', phone_failure = 'zalo-118' WHERE id = ${person!.id}`
    const mail = await correct(person!, { email: ' Lo.Anh@SonLa.gov.vn ' })
    expect(mail.json()).toEqual({
      email: 'lo.anh@sonla.gov.vn',
      phone: person!.phone,
      emailFailure: null,
      phoneFailure: 'zalo-118',
    })
    expect((await correct(person!, { phone: '0162 345 6789' })).json()).toMatchObject({
      phone: '84323456789',
      phoneFailure: null,
    })
    expect((await correct(person!, { email: null })).json()).toMatchObject({ email: null, phone: '84323456789' })
  })

  test('is audited without the address', async () => {
    const [person] = campaign().people
    await correct(person!, { email: 'lo.anh@sonla.gov.vn', phone: null })
    const [details] = await audits('people.contact')
    expect(JSON.parse(details!)).toEqual({ person: person!.id, email: 'set', phone: 'removed' })
  })

  test.each([
    [{ email: 'không có @ gì cả' }, 'email', /không đúng dạng/],
    [{ email: 'a@b.vn; c@d.vn' }, 'email', /nhiều địa chỉ/],
    [{ phone: '02123852000' }, 'phone', /số cố định/],
    [{ phone: '12' }, 'phone', /Không phải số di động/],
    [{ phone: '+1 202 555 0100' }, 'phone', /số nước ngoài/],
    [{}, 'email', /Hãy ghi/],
  ])('that makes no sense (%j) is refused with a reason, and nothing changes', async (body, path, reason) => {
    const [person] = campaign().people
    const reply = await correct(person!, { ...body })
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'contact-invalid'])
    expect(reply.json().details).toEqual([expect.objectContaining({ path, problem: expect.stringMatching(reason) })])
    const [row] = await sql()`SELECT email, phone FROM identity.respondents WHERE id = ${person!.id}`
    expect(row).toEqual({ email: person!.email, phone: person!.phone })
  })

  test('typed with accents, spaces or a comma comes back with what was probably meant', async () => {
    const [person] = campaign().people
    const reply = await correct(person!, { email: 'Đức.lò @sonla,gov.vn' })
    expect(reply.json().details).toEqual([expect.objectContaining({ suggestion: 'duc.lo@sonla.gov.vn' })])
  })

  test('of a good field changes nothing when the other one is wrong', async () => {
    const [person] = campaign().people
    expect((await correct(person!, { email: 'moi@sonla.gov.vn', phone: '1' })).statusCode).toBe(422)
    const [row] = await sql()`SELECT email FROM identity.respondents WHERE id = ${person!.id}`
    expect(row!.email).toBe(person!.email)
  })
})
