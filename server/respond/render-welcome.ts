/** The first screen: who asks, about which unit, how long, until when, why nobody will know, consent. */
import type { LinkView } from '../credential/schemas.ts'
import { formatDeadline } from './format-time.ts'
import { type Html, html } from './html.ts'
import { minutesFor } from './render-form.ts'
import { renderNotice } from './render-notice.ts'

/** `counts` holds the number of questions of each invitation, in the view's order. */
export function renderWelcome(view: LinkView, counts: number[], hidden: boolean): Html {
  const several = view.invitations.length > 1
  return html`<section id="welcome" class="screen"${hidden && html` hidden`}>
    <p class="from">${view.organizer.name}</p>
    <h1 tabindex="-1">${view.campaign.title}</h1>
    ${several ? renderUnits(view, counts) : renderUnit(view, counts[0] ?? 0)}
    ${
      view.campaign.status === 'paused' &&
      html`<p class="note">Đợt khảo sát đang tạm dừng nhận phiếu. Bạn vẫn trả lời được; phiếu được giữ trên máy này và tự gửi
        khi đợt khảo sát nhận lại.</p>`
    }
    <div id="queued" class="note" role="status" hidden></div>
    ${renderPromise()}
    <details class="fold">
      <summary>Thông báo về dữ liệu cá nhân</summary>
      <div class="prose">${renderNotice(view.notice.text)}</div>
    </details>
    <label class="consent"><input type="checkbox" id="consent" aria-describedby="consent-e"><span>Tôi đã đọc thông báo và
      đồng ý tham gia khảo sát.</span></label>
    <p class="wrong" id="consent-e"></p>
    <div class="nav"><button type="button" id="start" class="go" disabled>Bắt đầu</button></div>
  </section>`
}

function renderUnit(view: LinkView, count: number): Html {
  const invitation = view.invitations[0]!
  return html`<div class="card">
    <p class="hint">Mời bạn nhận xét về</p>
    <p class="unit">${invitation.unit.name}</p>
    <p class="hint">với tư cách: ${invitation.group.name}</p>
    <ul class="facts">${count > 0 && html`<li>Khoảng ${facts(count)}</li>`}${until(view)}</ul>
  </div>`
}

function renderUnits(view: LinkView, counts: number[]): Html {
  return html`<div class="card">
    <p class="hint">Mời bạn nhận xét về ${view.invitations.length} đơn vị, mỗi đơn vị một phiếu:</p>
    <ol class="units">${view.invitations.map(
      (invitation, i) => html`<li><button type="button" data-i="${i}" disabled>
        <span class="unit">${invitation.unit.name}</span>
        <span class="hint">${invitation.group.name}${counts[i]! > 0 && ` · khoảng ${facts(counts[i]!)}`}</span>
        <span class="state"></span>
      </button></li>`,
    )}</ol>
    <ul class="facts">${until(view)}</ul>
  </div>`
}

const until = ({ campaign }: LinkView) =>
  campaign.closesAt && html`<li>Trả lời <strong>${formatDeadline(campaign.closesAt)}</strong></li>`

const facts = (count: number) => `${minutesFor(count)} phút · ${count} câu`

const renderPromise = () => html`<details class="fold">
  <summary>Không ai biết bạn trả lời gì</summary>
  <ol class="prose">
    <li>Đường dẫn này chỉ cho biết bạn được mời và đã gửi phiếu hay chưa.</li>
    <li>Khi bạn bấm Gửi, máy của bạn tạo một mã ngẫu nhiên và che kín lại; hệ thống đóng dấu mà không nhìn thấy mã, như đóng
      dấu qua phong bì dán kín.</li>
    <li>Câu trả lời đi riêng, chỉ mang con dấu ấy: không tên, không đường dẫn, không giờ gửi.</li>
    <li>Kết quả chỉ công bố khi gộp đủ nhiều phiếu; nhóm quá ít người không hiện riêng.</li>
    <li>Khi kết thúc, con dấu bị hủy và phiếu bị xáo trộn: không ai lần ra phiếu của bạn, kể cả người quản trị.</li>
  </ol>
</details>`
