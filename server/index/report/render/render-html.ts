/** The report as one self-contained page: no script, no font, no picture from elsewhere. */
import { type Html, html } from '../../../markup/escape-html.ts'
import { renderHtmlPage } from '../../../markup/html-page.ts'
import type { ReportDocument } from '../schemas.ts'
import { PROVISIONAL } from '../words-rules.ts'
import { findAnchors, tableAnchor } from './anchors.ts'
import { composeParts, type Heading } from './html-parts.ts'
import { collectFigures } from './html-sources.ts'
import { PAGE_STYLE, REPORT_POLICY } from './html-style.ts'
import { composeChart, composeTable } from './html-tables.ts'
import { cleanTexts } from './markup-text.ts'

/** The whole page; the same report gives the same text. Send it under REPORT_POLICY (html-style.ts). */
export function renderHtml(given: ReportDocument): string {
  const report = cleanTexts(given)
  const anchors = findAnchors(report)
  const figures = collectFigures(anchors)
  const { body, headings } = composeParts(report.parts, figures)
  return renderHtmlPage({
    title: nameOf(report),
    meta: [
      html`<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">`,
      html`<meta name="viewport" content="width=device-width, initial-scale=1">`,
      html`<meta name="referrer" content="no-referrer">`,
    ],
    style: PAGE_STYLE,
    body: html`<body>
<header>${head(report)}</header>
${contents(report, headings)}
<main>
${body}
${report.charts.length > 0 ? html`<h2 id="bieu-do">Biểu đồ</h2>${report.charts.map(composeChart)}` : html``}
<div class="tables"><h2 id="cac-bieu">Các biểu số liệu</h2>${report.tables.map((table) => composeTable(table, anchors))}</div>
<h2 id="nguon">Nguồn của từng số liệu</h2>
<p class="note">Mỗi số liệu trong báo cáo được tính từ kết quả đã lưu. Bấm vào số liệu trong bài để xem cách tính ở đây; bấm ↩ để trở lại.</p>
${figures.list()}
</main>
<footer>Mã kiểm tra của kết quả: ${report.indexDigest}. Mã kiểm tra của kết quả và lời văn: ${report.inputDigest}.</footer>
</body>`,
  })
}

const nameOf = ({ title, subtitle }: ReportDocument): string => [title, subtitle].filter(Boolean).join(' – ')

const head = ({ superior, authority, number, date, title, subtitle, provisional }: ReportDocument): Html => html`
<p class="issuer">${[superior, authority].filter(Boolean).join(' – ')}</p>
<p class="place">${number} · ${date}</p>
<h1>${title}</h1>
<p class="subject">${subtitle}</p>
${provisional ? html`<p class="provisional">${PROVISIONAL} – các số liệu còn có thể thay đổi.</p>` : html``}`

/** Chapters and tables; folded, because on a phone it would be the first three screens. */
const contents = ({ tables, charts }: ReportDocument, headings: Heading[]): Html =>
  html`<nav aria-label="Mục lục"><details><summary>Mục lục</summary><ol>${headings
    .filter(({ level }) => level <= 3)
    .map(
      ({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`,
    )}${charts.length > 0 ? html`<li><a href="#bieu-do">Biểu đồ</a></li>` : html``}${tables.map(
    (table) => html`<li><a href="#${tableAnchor(table)}">Biểu số ${table.code}. ${table.title}</a></li>`,
  )}<li><a href="#nguon">Nguồn của từng số liệu</a></li></ol></details></nav>`
