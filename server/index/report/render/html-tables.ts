/** Biểu số and the tables behind charts as HTML; each scrolls in its own frame, so that a phone's page never does. */
import { type Html, html } from '../../../markup/escape-html.ts'
import type { ReportChart, ReportColumn, ReportTable } from '../schemas.ts'
import { type Anchors, rowAnchor, tableAnchor } from './anchors.ts'
import { LANDSCAPE_WIDTH } from './docx-styles.ts'
import { isFigure } from './measure-columns.ts'
import { fitColumns, type PaperColumn } from './paper-columns.ts'
import { findStrongRows } from './strong-rows.ts'
import { printBar, renderChart } from './svg-chart.ts'

const CENTRED = new Set<ReportColumn['kind']>(['number', 'count', 'rank'])

/** On a screen the table is whole and scrolls; on paper it has the Word document's widths, and comes in parts where it is too wide. */
export function composeTable(table: ReportTable, anchors: Anchors): Html {
  const name = `Biểu số ${table.code}. ${table.title}`
  const paper = fitColumns(table, LANDSCAPE_WIDTH).map(
    ({ columns, size }) => html`<div class="paper s${size}">${tableOf(table, columns, null)}</div>`,
  )
  return html`<section><h3 id="${tableAnchor(table)}">${name}</h3>
<div class="scroll screen" role="region" tabindex="0" aria-label="${name}">${tableOf(table, table.columns, anchors)}</div>
${paper}${table.notes.map((note) => html`<p class="note">${note}</p>`)}</section>
`
}

/** `anchors`: for the one table on the page whose rows figures lead to; null: for paper, whose columns have their widths. */
function tableOf(table: ReportTable, columns: (ReportColumn | PaperColumn)[], anchors: Anchors | null): Html {
  const naming = namingColumn(table)
  const isStrong = findStrongRows(table)
  const rows = table.rows.map((row, at) => {
    const anchor = rowAnchor(table, at)
    const kind = isStrong(row) ? 'strong' : 'row'
    const cells = columns.map((column) => cellOf(column, row.cells[column.key]?.text ?? '', column.key === naming))
    return anchors?.marked.has(anchor)
      ? html`<tr id="${anchor}" class="${kind}">${cells}</tr>`
      : html`<tr class="${kind}">${cells}</tr>`
  })
  const widths = columns.flatMap((column) => ('twips' in column ? [html`<col width="${share(column.twips)}%">`] : []))
  const heads = columns.map((column) =>
    'turned' in column && column.turned
      ? html`<th scope="col"><span class="turned">${column.title}</span></th>`
      : html`<th scope="col">${column.title}</th>`,
  )
  return html`<table>${widths.length > 0 ? html`<colgroup>${widths}</colgroup>` : html``}<thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

const share = (twips: number): string => ((twips / LANDSCAPE_WIDTH) * 100).toFixed(2)

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
