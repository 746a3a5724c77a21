/** What can keep a device from answering, each with what to do: no script, no secure connection, too old a browser. */
import { type Html, html } from './html.ts'
import { type Organizer, renderContact } from './render-contact.ts'

export const renderHindrances = (organizer: Organizer): Html => html`<div class="note no-script">
    <p><strong>Trình duyệt đang tắt JavaScript.</strong> Phiếu cần JavaScript để che kín mã trước khi gửi. Hãy bật JavaScript, hoặc
      mở đường dẫn này bằng Chrome hay Safari.</p>${renderContact(organizer)}
  </div>
  <div id="insecure" class="note" role="alert" hidden>
    <p><strong>Kết nối này chưa an toàn.</strong> Đường dẫn đang mở bằng “http”, nên máy không che kín được phiếu.
      <a id="secure">Mở lại bằng kết nối an toàn (https)</a>.</p>${renderContact(organizer)}
  </div>
  <div id="old" class="note" role="alert" hidden>
    <p><strong>Trình duyệt này quá cũ hoặc trang chưa tải hết.</strong> Hãy kiểm tra mạng rồi tải lại trang. Nếu vẫn vậy, hãy sao chép
      đường dẫn và mở bằng Chrome hay Safari bản mới.</p>${renderContact(organizer)}
  </div>`
