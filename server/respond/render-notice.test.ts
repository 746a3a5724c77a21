import { expect, test } from 'vitest'
import { renderNotice } from './render-notice.ts'

test('headings, paragraphs, lists and bold become HTML, and markup in the text stays text', () => {
  const text = '## Ai hỏi\n\nSở **Nội vụ** hỏi\nhai dòng.\n\n- một <b>\n- hai\n\n## Liên hệ\nngay dưới'
  expect(renderNotice(text).markup).toBe(
    '<h2>Ai hỏi</h2><p>Sở <strong>Nội vụ</strong> hỏi hai dòng.</p><ul><li>một &lt;b&gt;</li><li>hai</li></ul><h2>Liên hệ</h2><p>ngay dưới</p>',
  )
})

test('line ends of Windows and empty text do no harm', () => {
  expect(renderNotice('một\r\n\r\nhai').markup).toBe('<p>một</p><p>hai</p>')
  expect(renderNotice('').markup).toBe('')
})
