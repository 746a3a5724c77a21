/** /dev/outbox: every message of a first run as it would look on a phone. Pure. */
import type { OutboxMessage } from '../channels/outbox-queries.ts'
import { type Html, html } from '../markup/escape-html.ts'
import { renderPage } from './page-html.ts'

export const OUTBOX_PAGE_SIZE = 50

export type OutboxPage = {
  messages: OutboxMessage[]
  total: number
  page: number
  channel: string | undefined
  search: string | undefined
}

const CHANNELS: [value: string, name: string][] = [
  ['', 'Tất cả'],
  ['email', 'Thư điện tử'],
  ['zalo', 'Zalo'],
]
const NOTHING: Html = { html: '' }

export function renderOutboxPage(view: OutboxPage): string {
  const { messages, total, channel, search } = view
  return renderPage(
    'Hộp thư đi',
    html`<h1>Hộp thư đi của bản chạy thử</h1>
<p class="quiet">Chưa cấu hình máy chủ thư và Zalo, nên tin nhắn được giữ ở đây thay vì gửi đi. Mở một đường dẫn để trả lời như người nhận.</p>
<form class="filter" method="get">
<label>Kênh<select name="channel">${CHANNELS.map(([value, name]) => html`<option value="${value}"${value === (channel ?? '') ? { html: ' selected' } : NOTHING}>${name}</option>`)}</select></label>
<label class="wide">Người nhận<input type="search" name="q" value="${search ?? ''}" placeholder="Tên, thư điện tử hoặc số điện thoại"></label>
<button>Tìm</button>
</form>
<p class="quiet" role="status">${total === 0 ? 'Chưa có tin nào. Hãy gửi lượt mời trong phần Gửi phiếu, rồi tải lại trang này.' : `${formatCount(total)} tin, mới nhất trước.`}</p>
<ul class="phones">${messages.map(phone)}</ul>
${pages(view)}`,
  )
}

function phone({ channel, recipient, subject, text, link, createdAt }: OutboxMessage): Html {
  return html`<li class="phone">
<header><span class="badge">${channel === 'zalo' ? 'Zalo' : 'Thư điện tử'}</span><span class="to">${recipient}</span><time datetime="${createdAt.toISOString()}">${formatTime(createdAt)}</time></header>
<h2>${subject}</h2>
<div class="bubble" tabindex="0">${text.trim()}</div>
<a class="button" href="${link}">${buttonOf(link)}</a>
</li>`
}

/** A message to an officer leads into the console: to a password, or to what it tells of. */
function buttonOf(link: string): string {
  if (link.includes('/console/join')) return 'Đặt mật khẩu'
  return link.includes('/console/') ? 'Mở trang quản lý' : 'Mở phiếu'
}

function pages({ total, page, channel, search }: OutboxPage): Html {
  const last = Math.max(1, Math.ceil(total / OUTBOX_PAGE_SIZE))
  if (last === 1) return NOTHING
  const to = (target: number, name: string): Html => {
    const query = new URLSearchParams({ page: String(target), channel: channel ?? '', q: search ?? '' })
    return html`<a href="?${query.toString()}">${name}</a>`
  }
  return html`<nav class="pages" aria-label="Trang">${page > 1 ? to(page - 1, 'Mới hơn') : NOTHING}<span>Trang ${page}/${last}</span>${page < last ? to(page + 1, 'Cũ hơn') : NOTHING}</nav>`
}

const formatCount = (count: number): string => new Intl.NumberFormat('vi-VN').format(count)

/** dd/mm HH:MM; British order and signs are the Vietnamese ones, vi-VN would write 22-11. */
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const formatTime = (instant: Date): string => TIME.format(instant).replace(',', '')
