/** The pages of opting out. A GET only shows a button, because mail scanners open every link (DESIGN promise 7). Pure. */
import { html } from '../markup/escape-html.ts'
import { renderPage } from './page-html.ts'

export function renderOptOutQuestion({ title, organizer }: { title: string; organizer: string }): string {
  return renderPage(
    'Ngừng nhận thư',
    html`<div class="card">
<h1>Ngừng nhận thư của đợt này?</h1>
<p>${organizer} sẽ không gửi thêm thư hay tin nhắn về <strong>${title}</strong> cho ông/bà nữa.</p>
<p class="quiet">Đường dẫn đã nhận vẫn dùng được: ông/bà vẫn có thể trả lời phiếu bất cứ lúc nào trước hạn.</p>
<form method="post"><button>Ngừng nhận thư</button></form>
</div>`,
    true,
  )
}

export function renderOptOutDone({ title }: { title: string }): string {
  return renderPage(
    'Đã ngừng gửi thư',
    html`<div class="card">
<h1>Đã ghi nhận</h1>
<p>Ông/bà sẽ không nhận thêm thư hay tin nhắn về <strong>${title}</strong>.</p>
<p class="quiet">Nếu đổi ý, ông/bà vẫn có thể mở đường dẫn trong thư đã nhận để trả lời.</p>
</div>`,
    true,
  )
}

/** Behind the link of a letter that an officer sent to themselves. */
export function renderOptOutSample(): string {
  return renderPage(
    'Thư thử',
    html`<div class="card">
<h1>Đây là đường dẫn của thư thử</h1>
<p>Trong thư gửi cho người được khảo sát, trang này hỏi họ có muốn ngừng nhận thư không. Thư thử không thuộc về ai nên ở đây không có gì để ngừng.</p>
</div>`,
    true,
  )
}

export function renderOptOutUnknown(): string {
  return renderPage(
    'Đường dẫn không đúng',
    html`<div class="card">
<h1>Đường dẫn này không đúng</h1>
<p>Hãy mở lại từ thư mới nhất, hoặc gọi cơ quan ghi trong thư để được giúp.</p>
</div>`,
    true,
  )
}
