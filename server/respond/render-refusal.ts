/** Pages for a link that cannot be shown: unknown, or the system is busy. Whom to call stands in the message that brought the link. */
import type { PageAssets } from './assets.ts'
import { html } from './html.ts'
import { renderDocument } from './render-document.ts'
import type { Page } from './render-page.ts'

/** `heading` and `advice` in plain Vietnamese; no script, so it works in any browser. */
function renderRefusal(heading: string, advice: string[], assets: PageAssets): Page {
  const document = renderDocument({
    title: heading,
    description: 'Phiếu khảo sát trực tuyến',
    assets,
    policy: assets.policy,
    withScript: false,
    body: html`<section class="screen"><h1>${heading}</h1>${advice.map((line) => html`<p>${line}</p>`)}</section>`,
  })
  return { document, policy: assets.policy }
}

export const renderUnknown = (assets: PageAssets): Page =>
  renderRefusal(
    'Không tìm thấy phiếu này',
    [
      'Đường dẫn có thể bị thiếu vài ký tự khi sao chép, hoặc đã được thay bằng đường dẫn mới.',
      'Hãy mở lại tin nhắn mời gần nhất (Zalo hoặc thư điện tử) và bấm thẳng vào đường dẫn trong đó.',
      'Nếu vẫn không được, hãy gọi số điện thoại ghi trong tin nhắn mời.',
    ],
    assets,
  )

export const renderBusy = (assets: PageAssets): Page =>
  renderRefusal(
    'Hệ thống đang bận',
    [
      'Có nhiều người cùng mở phiếu, hoặc hệ thống đang khởi động lại. Hãy đợi một phút rồi tải lại trang.',
      'Những gì bạn đã trả lời vẫn được giữ trên máy này.',
      'Nếu vẫn không được, hãy gọi số điện thoại ghi trong tin nhắn mời.',
    ],
    assets,
  )
