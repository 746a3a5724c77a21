/** The screens around the questions; the script shows one at a time and fills in what only the device knows. */
import type { LinkView } from '../credential/schemas.ts'
import { formatDeadline } from './format-time.ts'
import { type Html, html } from './html.ts'
import { renderContact } from './render-contact.ts'

export const renderBar = (): Html => html`<header id="bar" hidden>
  <p><span id="bar-title"></span><span id="bar-count"></span></p>
  <div class="track"><div id="bar-fill"></div></div>
</header>`

/** Which unit is rated, at the head of every question screen. */
export const renderUnitLine = (): Html => html`<p id="bar-unit" hidden></p>`

export const renderNav = (): Html => html`<div id="nav" class="nav two" hidden>
  <button type="button" id="back">Quay lại</button>
  <button type="button" id="next" class="go">Tiếp tục</button>
</div>`

export const renderReview = (): Html => html`<section id="review" class="screen" hidden>
  <h1 tabindex="-1">Xem lại trước khi gửi</h1>
  <p id="review-lead"></p>
  <p id="review-left" class="hint"></p>
  <ul id="review-list" class="review"></ul>
  <p class="hint">Gửi rồi thì không sửa được nữa, vì không ai biết phiếu nào là của bạn.</p>
</section>`

export const renderSending = (view: LinkView): Html => html`<section id="sending" class="screen" hidden>
  <h1 tabindex="-1">Đang gửi phiếu</h1>
  <ol class="steps" id="steps"><li>Đóng dấu lên phong bì kín</li><li>Gửi phiếu không tên</li><li>Nhận mã biên nhận</li></ol>
  <p id="live" role="status" aria-live="polite"></p>
  <div class="nav"><button type="button" id="retry" hidden>Thử gửi ngay</button>
    <button type="button" id="sending-back" hidden>Về danh sách đơn vị</button></div>
  <div id="sending-help" hidden>${renderContact(view.organizer)}</div>
</section>`

export const renderDone = (view: LinkView): Html => html`<section id="done" class="screen" hidden>
  <div class="tick"></div>
  <h1 tabindex="-1">Cảm ơn bạn. Phiếu đã được nhận.</h1>
  <p id="done-unit"></p>
  <div class="card">
    <p class="hint" id="receipt-label">Mã biên nhận của phiếu</p>
    <p class="receipt"><code id="receipt" aria-labelledby="receipt-label"></code></p>
    <div class="nav two"><button type="button" id="copy">Sao chép mã</button><button type="button" id="save">Lưu tệp</button></div>
    <p id="copied" class="hint" role="status"></p>
    <p class="hint">Sau khi đợt khảo sát kết thúc, danh sách mã biên nhận được công bố. Thấy mã này trong danh sách là phiếu của
      bạn đã được tính. Mã không cho biết bạn là ai hay trả lời gì.</p>
  </div>
  <div class="nav"><button type="button" id="following" class="go" hidden></button>
    <button type="button" id="all" hidden>Về danh sách đơn vị</button></div>
  <p class="hint aside">Đây là máy dùng chung? <button type="button" id="forget" class="plain">Xóa mã khỏi máy này</button></p>
  ${renderContact(view.organizer)}
</section>`

export const renderElsewhere = (view: LinkView, hidden: boolean): Html => html`<section id="elsewhere" class="screen"${
  hidden && html` hidden`
}>
  <h1 tabindex="-1">Phiếu này đã được gửi</h1>
  <p id="elsewhere-unit">${view.invitations.length === 1 && html`Phiếu nhận xét về ${view.invitations[0]!.unit.name}.`}</p>
  <p>Phiếu đã được gửi từ máy khác, hoặc mã biên nhận đã bị xóa khỏi máy này. Mỗi người chỉ trả lời một lần nên bạn không phải
    làm gì thêm.</p>
  <p>Nếu bạn chắc chắn chưa trả lời, hãy gọi theo số dưới đây.</p>
  <div class="nav"><button type="button" id="elsewhere-back" hidden>Về danh sách đơn vị</button></div>
  ${renderContact(view.organizer)}
</section>`

export const renderStopped = (
  view: LinkView,
  preview: boolean,
): Html => html`<section id="stopped" class="screen" hidden>
  <h1 tabindex="-1">${preview ? 'Hết bản xem thử' : 'Chưa gửi được phiếu'}</h1>
  <p id="stopped-why"></p>
  <div class="nav"><button type="button" id="stopped-again">${preview ? 'Xem lại từ đầu' : 'Tải lại trang'}</button></div>
  ${renderContact(view.organizer)}
</section>`

/** The whole page for a campaign that cannot be answered now; a receipt kept on the device is added by the script. */
export function renderClosed(view: LinkView): Html {
  const { status, closesAt, title } = view.campaign
  return html`<section id="closed" class="screen">
    <p class="from">${view.organizer.name}</p>
    <h1 tabindex="-1">${title}</h1>
    ${
      status === 'draft'
        ? html`<h2>Đợt khảo sát chưa mở</h2>
          <p>Đường dẫn của bạn đúng, nhưng chưa đến lúc trả lời. Hãy giữ tin nhắn và mở lại đường dẫn này khi được báo.
          ${closesAt && html` Khi đã mở, bạn có thể trả lời ${formatDeadline(closesAt)}.`}</p>`
        : html`<h2>Đợt khảo sát đã kết thúc</h2>
          <p>Hệ thống không nhận thêm phiếu nữa. Cảm ơn bạn đã quan tâm.</p>`
    }
    <div id="lost" class="note" hidden></div>
    <div id="mine" class="card" hidden><h2>Mã biên nhận trên máy này</h2></div>
    ${renderContact(view.organizer)}
  </section>`
}
