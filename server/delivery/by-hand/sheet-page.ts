/**
 * The A4 print page of cards. Pure, no script. Two cards a row, four rows a page; a row never breaks, a unit begins a
 * page. The foot of each page names the unit and counts pages through named pages and margin boxes; a browser that does
 * not know those prints the cards all the same.
 */
import { createHash } from 'node:crypto'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { type Html, html } from '../../markup/escape-html.ts'
import { NO_INDEX, renderHtmlPage, VIEWPORT } from '../../markup/html-page.ts'
import { formatDeadline } from '../format-deadline.ts'
import { qrSvg } from './qr-svg.ts'

export type SheetCard = { name: string; unit: string; link: string }
export type SheetUnit = { name: string; cards: SheetCard[] }
export type Sheet = {
  title: string
  closesAt: Date | null
  organizer: { name: string; phone: string }
  units: SheetUnit[]
}

const STYLE = `
*{box-sizing:border-box}
html{background:#fff;color:#111;font:9pt/1.35 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif}
body{margin:0}
.hint{max-width:190mm;margin:0 auto;padding:8mm 6mm;font-size:12pt}
h1{font-size:15pt;margin:0}
.unit{width:190mm;padding-left:.4mm;margin:0 auto 12mm}
h2{font-size:11pt;line-height:6mm;margin:0;padding:0 0 1mm;overflow-wrap:anywhere}
h2 span{font-weight:400;color:#444}
.row{display:flex;break-inside:avoid}
.card{width:94.8mm;min-height:64mm;padding:3mm 4mm 2mm;border:.3mm dashed #777;margin:0 0 -.3mm -.3mm;display:flex;flex-direction:column;overflow-wrap:anywhere}
.card.none{border-color:transparent}
.title{font-size:7.5pt;line-height:1.25;color:#333}
.of{font-size:9pt;font-weight:600;line-height:1.25;margin-top:.5mm}
.name{font-size:13pt;font-weight:700;line-height:1.2;margin-top:.5mm}
.how{display:flex;gap:1mm;flex:1;align-items:center}
svg{width:37mm;height:37mm;flex:none;margin-left:-3mm;fill:#000;background:#fff}
ol{margin:0;padding-left:4mm;font-size:8.5pt;line-height:1.3}
li{margin-bottom:.7mm}
.ask{font-size:8.5pt;line-height:1.3;margin:1.2mm 0 0;border-top:.2mm solid #bbb;padding-top:1mm}
.link{font:7pt/1.25 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}
@page{size:A4;margin:9mm 10mm 13mm;@bottom-right{content:'Trang ' counter(page) '/' counter(pages);font:8pt sans-serif;color:#444}}
@media print{.hint{display:none}.unit{margin:0;break-after:page}.unit:last-child{break-after:auto}}
`

/** The whole page, and the headers that go with it: nothing may run, and nobody may keep it. */
export function renderSheet(sheet: Sheet): { page: string; headers: Record<string, string> } {
  const style = STYLE + sheet.units.map(({ name }, at) => pageOf(name, at)).join('')
  const cards = sheet.units.reduce((sum, unit) => sum + unit.cards.length, 0)
  const page = renderHtmlPage({
    title: 'Phiếu mời có mã QR',
    meta: [VIEWPORT, NO_INDEX],
    style,
    body: html`<body><main>
<div class="hint"><h1>${sheet.title}</h1>${hint(cards, sheet.units.length)}</div>
${sheet.units.map((unit, at) => section(sheet, unit, at))}</main></body>`,
  })
  return { page, headers: headersFor(style) }
}

function hint(cards: number, units: number): Html {
  if (cards === 0) return html`<p>Không còn ai cần phiếu mời trong danh sách này.</p>`
  return html`<p><strong>${cards.toLocaleString('vi-VN')} phiếu mời của ${units.toLocaleString('vi-VN')} đơn vị.</strong> Bấm Ctrl + P (hoặc Chia sẻ → In trên điện thoại) để in trên giấy A4, rồi cắt theo nét đứt và trao tận tay từng người.</p>
<p>Ai có mã của người khác thì trả lời thay được người đó: xin không để lẫn, không chụp lại, hủy các phiếu không trao được.</p>`
}

function section(sheet: Sheet, { name, cards }: SheetUnit, at: number): Html {
  const rows = Array.from({ length: Math.ceil(cards.length / 2) }, (_, row) => cards.slice(row * 2, row * 2 + 2))
  return html`<section class="unit u${at}">
<h2>${name} <span>· ${cards.length.toLocaleString('vi-VN')} người</span></h2>
${rows.map((row) => html`<div class="row">${row.map((one) => card(sheet, one))}${row.length < 2 ? html`<div class="card none"></div>` : html``}</div>`)}
</section>
`
}

function card({ title, closesAt, organizer }: Sheet, { name, unit, link }: SheetCard): Html {
  const deadline = closesAt ? html`<strong>Hạn gửi phiếu: ${formatDeadline(closesAt)}</strong><br>` : html``
  const phone = organizer.phone ? html`, gọi ${organizer.phone}` : html``
  return html`<article class="card">
<div class="title">${title}</div>
<div class="of">${unit}</div>
<div class="name">${name}</div>
<div class="how">${qrSvg(link)}<div><ol>
<li>Mở máy ảnh của điện thoại, hoặc quét mã bằng Zalo.</li>
<li>Đưa mã vào khung hình, chạm vào đường dẫn hiện ra.</li>
<li>Trả lời vài phút; mã này dành riêng cho ông/bà.</li>
</ol><p class="ask">${deadline}Cần hỏi: ${organizer.name}${phone}</p></div></div>
<div class="link">${link}</div>
</article>`
}

const pageOf = (name: string, at: number): string =>
  `.u${at}{page:u${at}}\n@page u${at}{@bottom-left{content:'${cssText(name)}';font:8pt sans-serif;color:#444}}\n`

/** Text inside quotes of a style sheet inside an HTML document: whatever could end either is written as its number. */
const cssText = (text: string): string =>
  text.replace(/[^\p{L}\p{N} .,()–-]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)

function headersFor(style: string): Record<string, string> {
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    'content-type': MEDIA_TYPES.html,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}
