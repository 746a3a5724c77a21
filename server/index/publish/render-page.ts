/**
 * The public page of a final result: one file without script, fetching nothing, made once when it is published. Shows only
 * what was chosen. Pure: the same result, choices and day give the same bytes.
 */
import { createHash } from 'node:crypto'
import { type Html, html } from '../../markup/escape-html.ts'
import { renderHtmlPage, VIEWPORT } from '../../markup/html-page.ts'
import type { IndexBlockView, IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import { formatDay, formatNumber } from '../report/words-numbers.ts'
import { PARTS_DIFFER } from '../report/words-rules.ts'
import { domainColumns, listRows, type PublicRows } from './list-rows.ts'
import { methodWords } from './method-words.ts'
import { PAGE_STYLE } from './page-style.ts'
import type { PublicationChoices } from './schemas.ts'

export type PublicPage = {
  index: IndexDocument
  choices: PublicationChoices
  /** What the officer named: number and date of the decision. */
  reason: string
  /** The day of publication, ISO; null in a preview. */
  on: string | null
  /** SVG of each block, and the style that goes with it. */
  charts: { block: string; title: string; svg: string }[]
  chartStyle: string
}

export function renderPage(page: PublicPage): string {
  const { index, choices, reason, on } = page
  const title = `Chỉ số cải cách hành chính năm ${index.year}`
  return renderHtmlPage({
    title,
    meta: [VIEWPORT, html`<meta name="description" content="Kết quả ${title} do ${index.organizer} công bố">`],
    style: PAGE_STYLE + page.chartStyle,
    body: html`<body><main>
<header>
<p class="by">${index.organizer}</p>
<h1>Kết quả ${title}</h1>
<p class="quiet">${on === null ? 'Bản xem trước, chưa công bố.' : `Công bố ngày ${formatDay(on)}.`} ${reason}</p>
<nav aria-label="Mục lục"><ul>${index.blocks.map(({ code, name }) => html`<li><a href="#${code}">${name}</a></li>`)}<li><a href="#cach-tinh">Cách tính</a></li>${choices.receipts ? html`<li><a href="#bien-nhan">Phiếu của tôi</a></li>` : NOTHING}</ul></nav>
</header>
${index.blocks.map((block) => section(page, block))}
<section aria-labelledby="cach-tinh"><h2 id="cach-tinh">Điểm được tính thế nào</h2>
<ul>${methodWords(index).map((words) => html`<li>${words}</li>`)}</ul></section>
${choices.receipts ? receipts(index) : NOTHING}
<section aria-labelledby="kiem-tra"><h2 id="kiem-tra">Mã kiểm tra</h2>
<p>Kết quả này đã được chốt và không sửa được nữa. Mã dưới đây cũng in trong báo cáo; cơ quan thanh tra dùng tệp số liệu gốc để tính lại và so với mã này.</p>
<p class="digest">${index.digest}</p>
<p><a href="${index.campaign}/ket-qua.csv" download>Tải bảng kết quả (.csv)</a></p></section>
</main></body>`,
  })
}

/**
 * Nothing runs and nothing is fetched; only the page's own style applies. Read from the page itself, because a page is kept
 * as it was published and our style may have changed since.
 */
export function policyOf(page: string): string {
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

const NOTHING = html``

function section(page: PublicPage, block: IndexBlockView): Html {
  const { index, choices } = page
  const rows = listRows(index, block, choices)
  const charts = choices.charts ? page.charts.filter((chart) => chart.block === block.code) : []
  return html`<section aria-labelledby="${block.code}"><h2 id="${block.code}">${block.name}</h2>
${choices.survey ? ballots(block) : NOTHING}
${resultTable(block, rows)}
${charts.map(({ title, svg }) => html`<figure><figcaption>${title}</figcaption>${{ html: svg }}</figure>`)}
${choices.domains ? domainTable(block, rows.units) : NOTHING}
</section>
`
}

function ballots({ units }: IndexBlockView): Html {
  const sum = (read: (unit: IndexUnitView) => number) => formatNumber(units.reduce((all, unit) => all + read(unit), 0))
  const issued = sum(({ participation }) => participation.invited)
  const returned = sum(({ participation }) => participation.answered)
  const valid = sum(({ participation }) => participation.counted)
  return html`<p>${issued} phiếu được phát ra, ${returned} phiếu thu về, ${valid} phiếu hợp lệ.</p>`
}

function resultTable(block: IndexBlockView, { columns, units }: PublicRows): Html {
  const named = (text: string, title: string) => html`<span class="k">${title}</span><span class="v">${text}</span>`
  const rows = units.map(
    (unit) =>
      html`<tr>${columns.map(({ key, title, numeric, cell }) =>
        key === 'unit'
          ? html`<th scope="row"><span class="v">${cell(unit).text}</span></th>`
          : html`<td${{ html: numeric ? ' class="n"' : '' }}>${named(cell(unit).text, title)}</td>`,
      )}</tr>`,
  )
  return html`<div class="wide" tabindex="0" role="region" aria-label="Kết quả, ${block.name}"><table class="cards"><caption>${formatNumber(units.length)} đơn vị</caption>
<thead><tr>${columns.map(({ title, numeric }) => html`<th scope="col"${{ html: numeric ? ' class="n"' : '' }}>${title}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>
`
}

function domainTable(block: IndexBlockView, units: IndexUnitView[]): Html {
  const columns = domainColumns(block)
  const differ = units.some(({ roundedPartsDiffer }) => roundedPartsDiffer)
  return html`<h3>Điểm theo lĩnh vực</h3>
<ol>${block.domains.map(({ name, max }) => html`<li>${name} (tối đa ${formatNumber(max)} điểm)</li>`)}</ol>
<div class="wide" tabindex="0" role="region" aria-label="Điểm theo lĩnh vực, ${block.name}"><table>
<thead><tr><th scope="col">Đơn vị</th>${block.domains.map((_, at) => html`<th scope="col" class="n">Lĩnh vực ${at + 1}</th>`)}</tr></thead>
<tbody>${units.map((unit) => html`<tr><th scope="row">${unit.name}</th>${columns.map(({ cell }) => html`<td class="n">${cell(unit).text}</td>`)}</tr>`)}</tbody></table></div>
${differ ? html`<p class="quiet">${PARTS_DIFFER}</p>` : NOTHING}`
}

function receipts({ campaign, survey }: IndexDocument): Html {
  return html`<section aria-labelledby="bien-nhan"><h2 id="bien-nhan">Phiếu của tôi đã được đếm chưa?</h2>
<p>Khi gửi phiếu, mỗi người nhận được một mã biên nhận. Danh sách dưới đây có mã của tất cả ${formatNumber(survey.returned)} phiếu thu về, xếp theo chữ cái. Tìm thấy mã của mình nghĩa là phiếu đã vào hòm; mã không cho biết ai đã trả lời và trả lời gì.</p>
<p><a href="${campaign}/bien-nhan.txt">Mở danh sách mã biên nhận</a></p></section>
`
}
