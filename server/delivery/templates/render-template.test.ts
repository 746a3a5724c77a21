import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeMessage, type MessageParts } from '../compose-message.ts'
import { fillPlaceholders } from './placeholders.ts'

const link = 'https://khaosat.test/p/AbC_123-xyz'
const parts = (changes: Partial<MessageParts> = {}): MessageParts => ({
  kind: 'invitation',
  name: 'Lò Thị Ánh',
  campaign: 'Khảo sát CCHC 2024',
  units: ['Sở Tài chính', 'Sở Y tế'],
  closesAt: new Date('2024-12-20T16:59:59Z'),
  organizer: { name: 'Sở Nội vụ tỉnh', phone: '0212 3852 123', email: 'cchc@sonoivu.test' },
  link,
  unsubscribe: 'https://khaosat.test/unsubscribe/AbC_123-xyz',
  ...changes,
})
const own = (body: string, subject = 'Mời {họ_tên}') => composeMessage(parts({ template: { subject, body } }))

describe('a campaign’s own words', () => {
  test('stand above what people are owed, which they cannot leave out', () => {
    const { subject, text } = own(
      'Chào {họ_tên} ({điện_thoại}, {thư_cơ_quan}),\n\n{cơ_quan} mời về {đợt}, chậm nhất {hạn}:\n{đơn_vị}\n\n{đường_dẫn}\n\nTrân trọng.',
    )
    expect(subject).toBe('Mời Lò Thị Ánh')
    expect(text).toBe(`Chào Lò Thị Ánh (0212 3852 123, cchc@sonoivu.test),

Sở Nội vụ tỉnh mời về Khảo sát CCHC 2024, chậm nhất 23:59 ngày 20/12/2024:
- Sở Tài chính
- Sở Y tế

${link}

Trân trọng.

Phiếu được gửi đi không kèm tên, không kèm đường dẫn này; kết quả chỉ được công bố khi đã gộp từ nhiều người.

Cần hỏi, hoặc muốn biết thư này có thật không, xin gọi 0212 3852 123 hoặc viết tới cchc@sonoivu.test (Sở Nội vụ tỉnh).

Không muốn nhận thêm thư của đợt này: https://khaosat.test/unsubscribe/AbC_123-xyz
`)
  })

  test('are paragraphs, lists and one button in the HTML', () => {
    const { html } = own('Một\nhai\n\nVề {đơn_vị}:\n- ba\n- bốn\n{đường_dẫn}\nnăm')
    expect(html).toContain('>Một<br>hai</p>')
    expect(html).toContain('>Về Sở Tài chính, Sở Y tế:</p>')
    expect(html).toContain('<li>ba</li><li>bốn</li>')
    expect(html.match(/Mở phiếu/g)).toHaveLength(1)
    expect(html.indexOf('Mở phiếu')).toBeLessThan(html.indexOf('>năm</p>'))
  })

  test('put the link alone on a line even where the author left no empty lines', () => {
    expect(own('Bấm:\n{đường_dẫn}\nCảm ơn').text).toContain(`Bấm:\n\n${link}\n\nCảm ơn`)
  })

  test('say when a campaign has no deadline', () => {
    const { text } = composeMessage(
      parts({ closesAt: null, template: { subject: 'a', body: 'Trước {hạn}.\n{đường_dẫn}' } }),
    )
    expect(text).toContain('Trước khi đợt điều tra kết thúc.')
  })

  test('hold no markup', () => {
    const { html } = own('<script>alert(1)</script>\n{đường_dẫn}', '<b>')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<b>')
  })
})

describe('a value from a spreadsheet', () => {
  test('cannot bring a placeholder, a line or a header with it', () => {
    const evil = 'A {đường_dẫn}\r\nBcc: ai@do.test\u2028\u202e{họ_tên}'
    const { subject, text } = composeMessage(parts({ name: evil, units: [evil], campaign: evil }))
    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/)
    expect(text.split('\n').filter((line) => line === link)).toHaveLength(1)
    expect(text).not.toMatch(/^Bcc/m)
    expect(text).toContain('{đường_dẫn} Bcc: ai@do.test {họ_tên}')
  })

  test('of ten thousand characters is cut, and the message stays readable', () => {
    const { subject, text, html } = composeMessage(
      parts({ name: 'Ệ'.repeat(10_000), template: { subject: '{họ_tên} {họ_tên}', body: '{họ_tên}\n{đường_dẫn}' } }),
    )
    expect([...subject].length).toBeLessThanOrEqual(250)
    expect(text.split('\n')[0]).toBe(`${'Ệ'.repeat(199)}…`)
    expect(html.length).toBeLessThan(6000)
  })

  test('whatever it is, stays on the line of its placeholder', () => {
    const values = { campaign: 'c', units: [], deadline: null, organizer: { name: '', phone: '', email: '' }, link }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const filled = fillPlaceholders('Chào {họ_tên}.', { ...values, name })
        expect(filled).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
        expect(filled.startsWith('Chào ') && filled.endsWith('.')).toBe(true)
      }),
    )
  })
})
