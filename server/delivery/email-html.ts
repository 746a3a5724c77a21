/**
 * The HTML part of a mail. Pure. No remote image, no script, no class: mail programs cut them, and a remote image would
 * tell when somebody read it. No colour but the button's own pair: half the programs turn the ground dark on their own,
 * and no grey or teal can be read on both.
 */
import { type Html, html } from '../markup/escape-html.ts'
import { renderHtmlPage, VIEWPORT } from '../markup/html-page.ts'
import type { Closing } from './templates/built-in-template.ts'
import type { Block } from './templates/render-template.ts'

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
const P = 'margin:0 0 16px;font-size:16px;line-height:1.55'
const SMALL = 'margin:0 0 16px;font-size:14px;line-height:1.5;opacity:.85'

const LIST = 'margin:0 0 16px;padding-left:22px;font-size:16px;line-height:1.55'
const BUTTON =
  'display:inline-block;padding:14px 28px;border-radius:8px;background:#0f766e;color:#ffffff;font-size:17px;font-weight:600;text-decoration:none'
/** A long word of a spreadsheet must not push a phone's page wide. */
const WRAP = 'overflow-wrap:anywhere;word-break:break-word'

export type EmailParts = Closing & {
  subject: string
  organizer: { name: string }
  blocks: Block[]
  link: string
  unsubscribe: string
}

export function renderEmailHtml(message: EmailParts): string {
  return renderHtmlPage({
    title: message.subject,
    meta: [
      VIEWPORT,
      html`<meta name="color-scheme" content="light dark">`,
      html`<meta name="supported-color-schemes" content="light dark">`,
    ],
    body: html`<body style="margin:0;padding:24px 16px;${FONT}">
<div style="max-width:560px;margin:0 auto;${WRAP}">
<p style="margin:0 0 20px;padding-left:10px;border-left:4px solid #0f766e;font-size:15px;font-weight:600">${message.organizer.name}</p>
${message.blocks.map((block) => renderBlock(block, message.link))}
<p style="${P}">${message.anonymity}</p>
<p style="${P}">${message.contact}</p>
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #7f8d8b;font-size:13px;line-height:1.5;opacity:.85">${message.optOut} <a href="${message.unsubscribe}" style="color:inherit">ngừng nhận thư</a>.</p>
</div>
</body>`,
  })
}

function renderBlock(block: Block, link: string): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="${P}">${block.lines.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))}</p>
`
    case 'list':
      return html`<ul style="${LIST}">${block.items.map((item) => html`<li>${item}</li>`)}</ul>
`
    case 'units':
      return html`<ul style="${LIST}">${block.items.map((unit) => html`<li><strong>${unit}</strong></li>`)}</ul>
`
    case 'link':
      return html`<p style="margin:24px 0 12px"><a href="${link}" style="${BUTTON}">Mở phiếu</a></p>
<p style="${SMALL}"><a href="${link}" style="color:inherit;word-break:break-all">${link}</a></p>
`
  }
}
