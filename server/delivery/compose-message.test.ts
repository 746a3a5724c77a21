import { describe, expect, test } from 'vitest'
import { composeMessage, type MessageParts } from './compose-message.ts'

const parts = (changes: Partial<MessageParts> = {}): MessageParts => ({
  kind: 'invitation',
  name: 'Lò Thị Ánh',
  campaign: 'Khảo sát CCHC 2024',
  units: ['Sở Tài chính'],
  closesAt: new Date('2024-12-20T16:59:59Z'),
  organizer: { name: 'Sở Nội vụ tỉnh', phone: '0212 3852 123', email: 'cchc@sonoivu.test' },
  link: 'https://khaosat.test/p/AbC_123-xyz',
  unsubscribe: 'https://khaosat.test/unsubscribe/AbC_123-xyz',
  ...changes,
})

describe('the text', () => {
  test.each(['invitation', 'reminder'] as const)(
    'of an %s says who, why, what, until when, and whom to call',
    (kind) => {
      const { subject, text } = composeMessage(parts({ kind }))
      expect(subject).toContain('Khảo sát CCHC 2024')
      for (const said of [
        'Lò Thị Ánh',
        'Sở Nội vụ tỉnh',
        '- Sở Tài chính',
        'vài phút',
        '20/12/2024',
        '0212 3852 123',
      ]) {
        expect(text).toContain(said)
      }
    },
  )

  test('has the link alone on a line, once', () => {
    const lines = composeMessage(parts()).text.split('\n')
    expect(lines.filter((line) => line === 'https://khaosat.test/p/AbC_123-xyz')).toHaveLength(1)
    expect(lines.filter((line) => line.includes('/p/'))).toHaveLength(1)
  })

  test('tells reminder and invitation apart', () => {
    expect(composeMessage(parts({ kind: 'reminder' })).subject).not.toBe(composeMessage(parts()).subject)
  })

  test('says nothing about a deadline or a way to call that is not known', () => {
    const { text, deadline } = composeMessage(
      parts({ closesAt: null, organizer: { name: 'Sở Nội vụ', phone: '', email: 'a@b.test' } }),
    )
    expect(text).not.toMatch(/chậm nhất|gọi {2}|null|undefined/)
    expect(deadline).not.toBe('')
  })
})

describe('the HTML', () => {
  test('holds no markup that came from a name, a title or a unit', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&'
    const organizer = { name: evil, phone: evil, email: evil }
    const { html } = composeMessage(parts({ name: evil, campaign: evil, units: [evil], organizer }))
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;')
  })

  test('loads nothing from anywhere and runs nothing', () => {
    const { html } = composeMessage(parts())
    expect(html).not.toMatch(/<img|<script|<link|<style|src=|url\(/i)
    expect(html.match(/href="([^"]*)"/g)).toEqual([
      'href="https://khaosat.test/p/AbC_123-xyz"',
      'href="https://khaosat.test/p/AbC_123-xyz"',
      'href="https://khaosat.test/unsubscribe/AbC_123-xyz"',
    ])
  })
})

test('several units are one short label for the Zalo template', () => {
  expect(composeMessage(parts()).unit).toBe('Sở Tài chính')
  expect(composeMessage(parts({ units: ['Sở Tài chính', 'Sở Y tế', 'Sở Tư pháp'] })).unit).toBe(
    'Sở Tài chính và 2 đơn vị khác',
  )
})

test('the deadline is an hour and a day in Viet Nam, short enough for Zalo', () => {
  const { deadline, text } = composeMessage(parts({ closesAt: new Date('2024-12-20T17:30:00Z') }))
  expect(deadline).toBe('00:30 21/12/2024')
  expect(deadline.length).toBeLessThanOrEqual(20)
  expect(text).toContain('chậm nhất 00:30 ngày 21/12/2024')
})
