/** Biểu số and the tables behind charts as HTML; each scrolls in its own frame, so that a phone's page never does. */
import { type Html, html } from '../../../markup/escape-html.ts'
import type { ReportChart, ReportColumn, ReportRow, ReportTable } from '../schemas.ts'
import { type Anchors, rowAnchor, tableAnchor } from './anchors.ts'
import { LANDSCAPE_WIDTH } from './docx-styles.ts'
import { fitColumns, isFigure } from './paper-columns.ts'
import { printBar, renderChart } from './svg-chart.ts'

const STRONG = new Set<ReportRow['kind']>(['domain', 'total', 'mean'])
const CENTRED = new Set<ReportColumn['kind']>(['number', 'count', 'rank'])

/** On a screen the table is whole; paper gets a wide one in parts. */
export function composeTable(table: ReportTable, anchors: Anchors): Html {
  const name = `Biểu số ${table.code}. ${table.title}`
  const parts = fitColumns(table, LANDSCAPE_WIDTH, [9])
  const paper =
    parts.length === 1
      ? []
      : parts.map(({ columns }) => html`<div class="paper">${tableOf(table, columns, null)}</div>`)
  const kind = parts.length === 1 ? 'scroll' : 'scroll screen'
  return html`<section><h3 id="${tableAnchor(table)}">${name}</h3>
<div class="${kind}" role="region" tabindex="0" aria-label="${name}">${tableOf(table, table.columns, anchors)}</div>
${paper}${table.notes.map((note) => html`<p class="note">${note}</p>`)}</section>
`
}

/** `anchors`: for the one table on the page whose rows figures lead to. */
function tableOf(table: ReportTable, columns: ReportColumn[], anchors: Anchors | null): Html {
  const naming = namingColumn(table)
  const rows = table.rows.map((row, at) => {
    const anchor = rowAnchor(table, at)
    const kind = STRONG.has(row.kind) ? 'strong' : 'row'
    const cells = columns.map((column) => cellOf(column, row.cells[column.key]?.text ?? '', column.key === naming))
    return anchors?.marked.has(anchor)
      ? html`<tr id="${anchor}" class="${kind}">${cells}</tr>`
      : html`<tr class="${kind}">${cells}</tr>`
  })
  const heads = columns.map(({ title }) => html`<th scope="col">${title}</th>`)
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

/** The column that says what a row is about: the widest text. */
function namingColumn({ columns }: ReportTable): string | undefined {
  const texts = columns.filter(({ kind }) => kind === 'text')
  const widest = texts.reduce((best, column) => (column.width > best ? column.width : best), 0)
  return texts.find(({ width }) => width === widest)?.key
}

function cellOf({ kind }: ReportColumn, text: string, naming: boolean): Html {
  if (naming) return html`<th scope="row">${text}</th>`
  if (kind === 'text') return html`<td>${text}</td>`
  return CENTRED.has(kind) || !isFigure(text) ? html`<td class="c">${text}</td>` : html`<td class="n">${text}</td>`
}

/** The drawing, and behind it the numbers it shows. */
export function composeChart(chart: ReportChart): Html {
  const past = chart.bars.some((bar) => bar.past !== null)
  const grades = chart.bars.some((bar) => bar.class !== null)
  const heads = [
    'Tên',
    chart.unit === '%' ? 'Tỷ lệ' : chart.unit === 'bậc' ? 'Bậc' : 'Điểm',
    ...(past ? ['Năm trước'] : []),
    ...(grades ? ['Loại'] : []),
  ]
  const rows = chart.bars.map(
    (bar) =>
      html`<tr><th scope="row">${bar.name}</th><td class="n">${printBar(chart, bar.value)}</td>${past ? html`<td class="n">${bar.past === null ? '–' : printBar(chart, bar.past)}</td>` : html``}${grades ? html`<td class="c">${bar.class ?? '–'}</td>` : html``}</tr>`,
  )
  return html`<figure><figcaption>${chart.title}</figcaption>${{ html: renderChart(chart) }}
<details><summary>Bảng số liệu của biểu đồ: ${chart.title}</summary><div class="scroll" role="region" tabindex="0" aria-label="Bảng số liệu: ${chart.title}"><table><thead><tr>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div></details></figure>`
}
