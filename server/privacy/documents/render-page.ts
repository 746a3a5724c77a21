/** An administrative document as a page to read and to print. Pure; nothing runs on it. */
import { createHash } from 'node:crypto'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { type Html, html } from '../../markup/escape-html.ts'
import { NO_INDEX, renderHtmlPage, VIEWPORT } from '../../markup/html-page.ts'
import { blankOf, type OfficeDocument, type Part, type Row } from './document.ts'

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2526;--soft:#4b5657;--ground:#fff;--panel:#f1f5f5;--line:#c3cccc;--blank:#fff0b3;--on-blank:#4d3800}
@media (prefers-color-scheme:dark){:root{--ink:#e8eeee;--soft:#b4c0c0;--ground:#121a1a;--panel:#1b2626;--line:#3d4b4b;--blank:#4a3f10;--on-blank:#ffe9a8}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1rem;max-width:52rem;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
.issuer,.date{margin:0;color:var(--soft)}h1{font-size:1.4rem;line-height:1.3;margin:1.25rem 0 .25rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
p{margin:.5rem 0}
.hint{background:var(--panel);border-radius:8px;padding:.75rem 1rem;color:var(--soft)}
.scroll{overflow-x:auto}.scroll:focus-visible{outline:3px solid currentColor;outline-offset:2px}.wide{min-width:34rem}.wide th{overflow-wrap:normal}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:500}thead th{background:var(--panel);font-weight:600}tbody th{width:34%}
mark{background:var(--blank);color:var(--on-blank);font-style:italic;padding:0 .2em}
@media (max-width:40rem){table.rows,table.rows tbody,table.rows tr,table.rows th,table.rows td{display:block;width:auto}table.rows th{border-bottom:0;padding-bottom:0;color:var(--soft)}table.rows td{border-top:0}}
@media print{@page{size:A4;margin:20mm 15mm 20mm 30mm}:root{--ink:#000;--soft:#000;--ground:#fff;--panel:#fff;--line:#000}body{max-width:none;padding:0;font:13pt/1.35 "Times New Roman",Times,serif}.hint{display:none}tr{break-inside:avoid}h2{break-after:avoid}table{font-size:12pt}.scroll{overflow:visible}.wide{min-width:0}}
`

/** Send them with the page: nothing may run, and nobody may keep it. */
export const DOCUMENT_HEADERS = {
  'content-type': MEDIA_TYPES.html,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
}

export function renderDocumentPage({ authority, title, subtitle, date, parts }: OfficeDocument): string {
  return renderHtmlPage({
    title,
    meta: [VIEWPORT, NO_INDEX],
    style: STYLE,
    body: html`<body><main>
<p class="hint">Bấm Ctrl + P (hoặc Chia sẻ → In trên điện thoại) để in hay lưu thành PDF. Chỗ tô vàng là chỗ cơ quan tự điền.</p>
<p class="issuer">${authority}</p>
<p class="date">${date.replace(/^ngày/, 'Ngày')}</p>
<h1>${title}</h1>
<p>${subtitle}</p>
${parts.map(renderPart)}</main></body>`,
  })
}

function renderPart(part: Part): Html {
  switch (part.kind) {
    case 'heading':
      return html`<h2>${part.text}</h2>\n`
    case 'paragraph':
      return html`<p>${part.text}</p>\n`
    case 'rows':
      return html`<table class="rows"><tbody>${part.rows.map(renderRow)}</tbody></table>\n`
    case 'table':
      return html`<div class="scroll" role="region" aria-label="Bảng: ${part.columns.join(', ')}" tabindex="0"><table class="wide"><thead><tr>${part.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${part.rows.map((row) => html`<tr>${row.map((value) => html`<td>${value}</td>`)}</tr>`)}</tbody></table></div>\n`
  }
}

const renderRow = (row: Row): Html =>
  html`<tr><th scope="row">${row.label}</th><td>${row.value === null ? html`<mark>${blankOf(row)}</mark>` : row.value}</td></tr>`
