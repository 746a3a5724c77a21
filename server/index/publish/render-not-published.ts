/** What the public finds where nothing is published: the same for a result not yet published and an unknown address. Pure. */
import { html } from '../../markup/escape-html.ts'
import { NO_INDEX, renderHtmlPage, VIEWPORT } from '../../markup/html-page.ts'
import { formatDay } from '../report/words-numbers.ts'
import { PAGE_STYLE } from './page-style.ts'

/** `withdrawnOn`: the day on which a page that was public was taken back, ISO. */
export function renderNotPublished(withdrawnOn: string | null): string {
  const words = withdrawnOn
    ? `Kết quả đã được gỡ xuống ngày ${formatDay(withdrawnOn)}.`
    : 'Kết quả của đợt này chưa được công bố, hoặc địa chỉ gõ chưa đúng.'
  return renderHtmlPage({
    title: 'Chưa có kết quả được công bố',
    meta: [VIEWPORT, NO_INDEX],
    style: PAGE_STYLE,
    body: html`<body><main><h1>Chưa có kết quả được công bố ở đây</h1>
<p>${words} Xin kiểm tra lại đường dẫn, hoặc hỏi Sở Nội vụ của tỉnh.</p></main></body>`,
  })
}
