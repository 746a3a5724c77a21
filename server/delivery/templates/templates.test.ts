import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Channel } from '../../channels/channel.ts'
import { createEmailChannel } from '../../channels/email.ts'
import type { App } from '../../http/app-types.ts'
import { type MailTaker, startMailTaker, type TakenMail } from '../../test/mail-taker.ts'
import { byMail, deliveryWorld, noon, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { buildOn, type Call, callAs } from '../plan/plan.fixture.ts'

const world = deliveryWorld()
let taker: MailTaker
let email: Channel
let app: App
let call: Call
let auditor: Call
beforeAll(async () => {
  world.clock.current = noon
  taker = await startMailTaker()
  email = createEmailChannel({ url: taker.url, from: 'khaosat@sonoivu.test' }, 'https://khaosat.test')
  app = await buildOn(world.deps({ channels: { email } }))
  call = await callAs(app, world.deps(), 'officer')
  auditor = await callAs(app, world.deps(), 'auditor')
})
afterAll(async () => {
  await app.close()
  await email.close()
  await taker.close()
})
beforeEach(() => {
  taker.mails.length = 0
})

const of = (code: string, rest = '') => `/api/campaigns/${code}/templates${rest}`
const words = {
  subject: 'Thư mời của tỉnh: {đợt}',
  body: 'Kính gửi {họ_tên},\n\n{đơn_vị}\n\n{đường_dẫn}\n\nHết {hạn}.',
}
const rowsOf = (code: string) =>
  world.db()
    .$client`SELECT d.* FROM identity.deliveries d JOIN campaign.campaigns c ON c.id = d.campaign_id WHERE c.code = ${code}`
/** The text part, as a mail program reads it. */
const textOf = async (mail: TakenMail | undefined) => (await PostalMime.parse(mail!.source)).text ?? ''
const headersOf = (source: string) =>
  source
    .split('\r\n\r\n')[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')

describe('a campaign’s templates', () => {
  test('are the built-in ones at first, with the placeholders, examples and Zalo’s card', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const { status, body } = await auditor('GET', of(code))
    expect(status).toBe(200)
    expect(body.invitation).toMatchObject({
      custom: false,
      updatedBy: null,
      updatedAt: null,
      subject: 'Mời trả lời phiếu khảo sát: {đợt}',
    })
    expect(body.reminder.body).toContain('{đường_dẫn}')
    expect(body.placeholders.map(({ name }: { name: string }) => name)).toEqual([
      '{họ_tên}',
      '{đợt}',
      '{đơn_vị}',
      '{hạn}',
      '{đường_dẫn}',
      '{cơ_quan}',
      '{điện_thoại}',
      '{thư_cơ_quan}',
    ])
    expect(body.placeholders.find(({ name }: { name: string }) => name === '{hạn}').example).toBe(
      '17:00 ngày 20/12/2024',
    )
    expect(body.zalo.fields.map(({ name }: { name: string }) => name)).toEqual([
      'name',
      'campaign',
      'unit',
      'deadline',
      'token',
    ])
    expect(body.always).toHaveLength(3)
  })

  test('are kept, go out with the next messages, and can be given up again', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const kept = await call('PUT', of(campaign.code, '/invitation'), {
      ...words,
      subject: words.subject.normalize('NFD'),
    })
    expect(kept.body.invitation).toMatchObject({ ...words, custom: true, updatedAt: noon.toISOString() })
    expect(kept.body.reminder.custom).toBe(false)
    await call('POST', `/api/campaigns/${campaign.code}/waves`, { kind: 'invitation', channels: ['email'] })
    await dispatchDeliveries(world.deps({ channels: { email } }), 'email', tools())
    expect(taker.mails).toHaveLength(1)
    expect(await textOf(taker.mails[0])).toContain(
      `\n\nhttps://khaosat.test/p/${campaign.people[0]!.token}\n\nHết 17:00 ngày 20/12/2024.`,
    )

    const back = await call('DELETE', of(campaign.code, '/invitation'))
    expect(back.body.invitation).toMatchObject({ custom: false, subject: 'Mời trả lời phiếu khảo sát: {đợt}' })
    const audited = await world.db()
      .$client`SELECT action, details FROM staff.audit WHERE campaign = ${campaign.code} AND action LIKE 'template%'`
    expect(audited.map(({ action }) => action)).toEqual(['template.set', 'template.reset'])
    expect(JSON.stringify(audited)).not.toContain('Kính gửi')
  })

  test('that cannot be used are refused with what to mend, and nothing is kept', async () => {
    const { code, id } = await world.campaign({ people: byMail(1) })
    const refused = await call('PUT', of(code, '/reminder'), { subject: 'Nhắc', body: 'Bấm {duong_dan}' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'template-invalid' } })
    expect(refused.body.details.map(({ problem }: { problem: string }) => problem).join()).toContain(
      'Có phải ý là {đường_dẫn}?',
    )
    expect((await auditor('GET', of(code))).body.reminder.custom).toBe(false)
    expect((await auditor('PUT', of(code, '/reminder'), words)).status).toBe(403)
    await world.setStatus(id, 'closed')
    expect(await call('PUT', of(code, '/reminder'), words)).toMatchObject({
      status: 409,
      body: { code: 'campaign-closed' },
    })
  })

  test('are previewed with a sample person, problems and all', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const good = (await auditor('POST', of(code, '/invitation/preview'), words)).body
    expect(good).toMatchObject({ subject: 'Thư mời của tỉnh: Khảo sát CCHC 2024', problems: [], warnings: [] })
    expect(good.text).toContain('Kính gửi Nguyễn Thị Hồng Ánh,')
    expect(good.text).toContain('\nhttps://khaosat.test/\n')
    const bad = await auditor('POST', of(code, '/invitation/preview'), { subject: '', body: 'Chào {ten}' })
    expect(bad.status).toBe(200)
    expect(bad.body.problems.length).toBeGreaterThan(1)
    expect(bad.body.text).toContain('Chào {ten}')
  })
})

describe('a test mail', () => {
  test('goes to one’s own address only, with a link that leads nowhere personal, and makes no delivery', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const { status, body } = await call('POST', of(code, '/invitation/test'), words)
    expect([status, body.outcome]).toEqual([200, 'sent'])
    expect(body.words).toContain('Máy chủ thư đã nhận thư thử')
    expect(taker.mails.map(({ to }) => to)).toEqual([body.sentTo])
    const text = await textOf(taker.mails[0])
    expect(text).toContain('Kính gửi Nguyễn Thị Hồng Ánh,')
    expect(text).toContain('\nhttps://khaosat.test/\n')
    expect(text).not.toContain('/p/')
    expect(await rowsOf(code)).toEqual([])
    const audited = await world.db()
      .$client`SELECT details FROM staff.audit WHERE campaign = ${code} AND action = 'template.test'`
    expect(audited).toMatchObject([{ details: { kind: 'invitation', outcome: 'sent' } }])
  })

  test('carries nothing but what the words say into its headers', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const caller = await callAs(app, world.deps(), 'officer')
    await world.db()
      .$client`UPDATE campaign.campaigns SET title = ${'Đợt\r\nBcc: ke-gian@xau.test\r\n\r\nGiả'} WHERE code = ${code}`
    await caller('POST', of(code, '/reminder/test'), words)
    const headers = headersOf(taker.mails[0]!.source)
    expect(headers.filter((line) => /^bcc:/i.test(line))).toEqual([])
    expect(taker.mails.map(({ to }) => to)).not.toContain('ke-gian@xau.test')
    expect(headers.filter((line) => /^subject:/i.test(line))).toHaveLength(1)
  })

  test('is refused after five in a minute, and by an account of its own', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const [one, other] = [await callAs(app, world.deps(), 'officer'), await callAs(app, world.deps(), 'admin')]
    const answers: number[] = []
    for (let at = 0; at < 6; at++) answers.push((await one('POST', of(code, '/invitation/test'), words)).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 429])
    expect((await other('POST', of(code, '/invitation/test'), words)).status).toBe(200)
    expect((await auditor('POST', of(code, '/invitation/test'), words)).status).toBe(403)
  })

  test('that the mail server does not take says what to do', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const away = createEmailChannel({ url: 'smtp://127.0.0.1:1', from: 'khaosat@sonoivu.test' }, 'https://khaosat.test')
    const own = await buildOn(world.deps({ channels: { email: away } }))
    const answer = await (await callAs(own, world.deps(), 'officer'))('POST', of(code, '/invitation/test'), words)
    expect(answer.body).toMatchObject({ outcome: 'retry', words: expect.stringContaining('Thư thử chưa gửi được: ') })
    await own.close()
    await away.close()
  })

  test('says when it went to the outbox', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const own = await buildOn(world.deps())
    const answer = await (await callAs(own, world.deps(), 'officer'))('POST', of(code, '/invitation/test'), words)
    expect(answer.body.words).toContain('hộp thư thử')
    await own.close()
  })
})

test('a person’s name of ten thousand characters with a header in it arrives as one cut line', async () => {
  const campaign = await world.campaign({ people: byMail(1) })
  const name = `Lò\r\nBcc: ke-gian@xau.test\r\n${'Ệ'.repeat(10_000)}`
  await world.db().$client`UPDATE identity.respondents SET full_name = ${name} WHERE campaign_id = ${campaign.id}`
  await call('POST', `/api/campaigns/${campaign.code}/waves`, { kind: 'invitation', channels: ['email'] })
  await dispatchDeliveries(world.deps({ channels: { email } }), 'email', tools())
  expect(taker.mails.map(({ to }) => to)).toEqual(['nguoi1@sonla.test'])
  const { source } = taker.mails[0]!
  expect(headersOf(source).filter((line) => /^bcc:/i.test(line))).toEqual([])
  expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThan(998)
  expect(await textOf(taker.mails[0])).toMatch(/^Kính gửi ông\/bà Lò Bcc: ke-gian@xau\.test Ệ+…,\n/)
})
