/** The paper of one draw, to print and to hand to an auditor: what was done, with what, and how to do it again by hand. */
import { createHash } from 'node:crypto'
import type { Definition } from '../campaigns/definition.ts'
import { MEDIA_TYPES } from '../http/media-types.ts'
import { type Html, html } from '../markup/escape-html.ts'
import { NO_INDEX, renderHtmlPage, VIEWPORT } from '../markup/html-page.ts'
import { namesOf } from './names-of.ts'
import type { SampleView } from './schemas.ts'

export type MethodPaper = { title: string; definition: Definition; sample: SampleView }

const STYLE = `
*{box-sizing:border-box}
html{background:#fff;color:#111;font:11pt/1.45 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif}
body{margin:0}
main{max-width:180mm;margin:0 auto;padding:8mm 5mm}
h1{font-size:17pt;line-height:1.2;margin:0 0 1mm}
h2{font-size:12.5pt;margin:7mm 0 1.5mm;break-after:avoid}
p,ol,ul{margin:0 0 2mm}
ol,ul{padding-left:6mm}
.of{color:#444;margin-bottom:5mm}
dl{display:grid;grid-template-columns:46mm 1fr;gap:1mm 4mm;margin:0}
dt{color:#444}
dd{margin:0;overflow-wrap:anywhere}
code,pre{font:9pt/1.4 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere}
pre{background:#f3f5f5;padding:2mm 3mm;margin:0 0 2mm;white-space:pre-wrap}
table{border-collapse:collapse;width:100%;font-size:10pt;font-variant-numeric:tabular-nums}
th,td{border:.2mm solid #999;padding:1mm 2mm;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap}
thead{display:table-header-group}
tr{break-inside:avoid}
tfoot td{font-weight:700}
.signs{display:grid;grid-template-columns:1fr 1fr;text-align:center;margin-top:10mm;min-height:32mm;break-inside:avoid}
@media(max-width:600px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:2mm}}
@page{size:A4;margin:14mm 12mm;@bottom-right{content:'Trang ' counter(page) '/' counter(pages);font:8pt sans-serif;color:#444}}
@media print{main{padding:0;max-width:none}.hint{display:none}}
`

/** The page, and the headers that go with it: nothing may run, and nobody may keep it. */
export function renderMethod(paper: MethodPaper): { page: string; headers: Record<string, string> } {
  const { title, sample } = paper
  const page = renderHtmlPage({
    title: 'Biên bản rút mẫu ngẫu nhiên',
    meta: [VIEWPORT, NO_INDEX],
    style: STYLE,
    body: html`<body><main>
<p class="hint">Bấm Ctrl + P để in hoặc lưu thành PDF.</p>
<h1>Biên bản rút mẫu ngẫu nhiên</h1>
<p class="of">${title}</p>
${facts(sample)}
<h2>Cỡ mẫu của từng nhóm trong từng đơn vị</h2>
${formula(sample.method)}
${sizes(paper)}
${HOW}
${again(sample)}
<div class="signs"><div>Người rút mẫu</div><div>Người giám sát</div></div>
</main></body>`,
  })
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  const headers = {
    'content-type': MEDIA_TYPES.html,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': policy,
  }
  return { page, headers }
}

function facts({ id, at, actor, fileHash, seed, drawDigest }: SampleView): Html {
  return html`<dl>
<dt>Lần rút</dt><dd><code>${id}</code></dd>
<dt>Lúc</dt><dd>${moment(at)}</dd>
<dt>Người rút</dt><dd>${actor}</dd>
<dt>Danh sách đầy đủ</dt><dd>tệp có SHA-256 <code>${fileHash}</code></dd>
<dt>Số gieo</dt><dd><code>${seed}</code></dd>
<dt>Mã kết quả</dt><dd><code>${drawDigest}</code></dd>
</dl>`
}

function formula(method: Record<string, string>): Html {
  const bounds = [
    method.atLeast && Number(method.atLeast) > 0
      ? `ít nhất ${method.atLeast} người (hoặc tất cả, khi nhóm có ít hơn)`
      : '',
    method.atMost ? `nhiều nhất ${method.atMost} người` : '',
  ].filter(Boolean)
  const within = bounds.length > 0 ? html`<p>Mỗi nhóm trong mỗi đơn vị lấy ${bounds.join(', ')}.</p>` : html``
  const whole = method.whole ? html`<p>Lấy tất cả ở các nhóm: ${method.whole.split(',').join(', ')}.</p>` : html``
  if (method.kind === 'everybody') return html`<p>Lấy tất cả mọi người trong danh sách.</p>`
  if (method.kind === 'share') {
    const percent = comma(method.percent ?? '')
    return html`<p>Tỷ lệ cố định: <b>n = N × ${percent} %</b>, làm tròn lên; N là số người trong danh sách.</p>${within}${whole}`
  }
  const e = comma(method.e ?? '')
  return html`<p>Theo sai số: <b>n = N / (1 + N × e²)</b> với e = ${e}, làm tròn lên; N là số người trong danh sách, n là số người được chọn. Công thức của Yamane (1967, trang 886), thường gọi là công thức Slovin, ứng với độ tin cậy 95 %.</p>${within}${whole}`
}

function sizes({ definition, sample }: MethodPaper): Html {
  const { units, groups } = namesOf(definition)
  const total = (of: 'staff' | 'drawn') => sample.strata.reduce((sum, stratum) => sum + stratum[of], 0)
  return html`<table>
<thead><tr><th>Đơn vị</th><th>Nhóm</th><th class="n">Trong danh sách (N)</th><th class="n">Được chọn (n)</th></tr></thead>
<tbody>${sample.strata.map(
    ({ unit, group, staff, drawn }) =>
      html`<tr><td>${units[unit] ?? unit} (${unit})</td><td>${groups[group] ?? group} (${group})</td><td class="n">${count(staff)}</td><td class="n">${count(drawn)}</td></tr>\n`,
  )}</tbody>
<tfoot><tr><td colspan="2">Cộng</td><td class="n">${count(total('staff'))}</td><td class="n">${count(total('drawn'))}</td></tr></tfoot>
</table>`
}

const HOW = html`<h2>Đã chọn người như thế nào</h2>
<ol>
<li>Mỗi người đánh giá một đơn vị có một khóa: <b>họ tên|email|số điện thoại|mã|mã đơn vị|mã nhóm</b>. Họ tên viết thường, giữ dấu, dấu thanh đặt ở cuối vần; số điện thoại ở dạng 84…; phần nào không có thì để trống. Ai đánh giá hai đơn vị thì có hai khóa và dự hai lần chọn tách biệt.</li>
<li>Mỗi khóa được một số thứ tự ngẫu nhiên: SHA-256 của <b>số gieo|khóa</b>.</li>
<li>Trong từng nhóm của từng đơn vị, xếp các số ấy từ nhỏ tới lớn và lấy n người đầu tiên.</li>
</ol>
<p>Kết quả chỉ phụ thuộc vào danh sách, cỡ mẫu và số gieo: xếp lại các dòng của tệp không làm đổi người được chọn, và không ai, kể cả người rút, chỉnh được ai được chọn sau khi đã có số gieo.</p>`

function again({ seed, drawDigest, fileHash }: SampleView): Html {
  return html`<h2>Tự rút lại để kiểm tra</h2>
<p>Trong phần mềm: Danh sách → Lấy mẫu → chọn lần rút này → “Lặp lại để kiểm tra”, rồi đưa đúng tệp danh sách đầy đủ vào. “Tải bảng xếp hạng” cho khóa, số SHA-256 và thứ tự của từng người.</p>
<p>Bằng tay, trên một máy bất kỳ có lệnh <code>sha256sum</code>:</p>
<ol>
<li>Kiểm tra tệp: <code>sha256sum danh-sach.xlsx</code> phải cho ${fileHash.slice(0, 16)}…</li>
<li>Chép các khóa của một nhóm trong một đơn vị vào <code>khoa.txt</code>, mỗi khóa một dòng, rồi xếp hạng; n dòng đầu là những người được chọn:
<pre>while IFS= read -r k; do printf '%s %s\\n' "$(printf '%s' '${seed}|'"$k" | sha256sum | cut -c1-64)" "$k"; done &lt; khoa.txt | LC_ALL=C sort</pre></li>
<li>Chép khóa của mọi người được chọn, ở mọi đơn vị, vào <code>duoc-chon.txt</code>:
<pre>LC_ALL=C sort duoc-chon.txt | sha256sum</pre>
phải cho mã kết quả ${drawDigest.slice(0, 16)}…</li>
</ol>`
}

const NUMBER = new Intl.NumberFormat('vi-VN')
const count = (value: number): string => NUMBER.format(value)
const comma = (decimal: string): string => decimal.replace('.', ',')
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit' },
})
/** "05/12/2024, 09:30" */
const moment = (iso: string): string => MOMENT.format(new Date(iso))
