/**
 * A chart of the report as SVG: name above bar, value beside it, so that it can be read on a phone as well as on paper.
 * Presentation attributes and classes only, so that a page may forbid inline styles. Nothing is told by colour alone: each
 * bar has its value, each unit its class in words beside it, last year's value its own line with a number. Pure.
 */
import { html } from '../../../markup/escape-html.ts'
import type { ReportChart } from '../schemas.ts'
import { formatChange, formatNumber } from '../words-numbers.ts'

/** Colours of the charts, light and dark; contrast of text against the page ≥ 4.5, of bars ≥ 3. */
export const CHART_STYLE = `
.chart text{fill:currentColor;font:15px -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif}
.chart .quiet{font-size:13px;opacity:.8}
.chart .bar{fill:#0f766e}
.chart .fell{fill:#b45309}
.chart .track{fill:#8a9a96;fill-opacity:.2}
.chart .past{fill:none;stroke:currentColor;stroke-width:1.5}
.chart .axis{stroke:currentColor;stroke-opacity:.5}
@media(prefers-color-scheme:dark){.chart .bar{fill:#5ac8bb}.chart .fell{fill:#f2a65a}}
`

const WIDTH = 480
const ROW = 46
/** Room on the right for the value. */
const VALUE = 84
const TRACK = WIDTH - VALUE

/** Inline SVG; its <title> names it for those who hear it, the table beside it holds the numbers. */
export function renderChart(chart: ReportChart): string {
  const rows = chart.kind === 'change' ? changeRows(chart) : barRows(chart)
  const height = rows.length * ROW + 4
  return html`<svg class="chart" xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img"><title>${chart.title}</title>${rows.map((row, at) => html`<g transform="translate(0 ${at * ROW})">${row}</g>`)}</svg>`
    .html
}

function barRows({ bars, max, unit }: ReportChart) {
  const full = max ?? Math.max(...bars.map(({ value }) => value), 1)
  const long = (value: number) => tenth((value / full) * TRACK)
  return bars.map(
    (bar) =>
      html`<text x="0" y="16">${shorten(bar.name)}${bar.class === null ? html`` : html`<tspan class="quiet"> · loại ${bar.class}</tspan>`}</text><rect class="track" x="0" y="22" width="${TRACK}" height="14" rx="3"/><rect class="bar" x="0" y="22" width="${long(bar.value)}" height="14" rx="3"/>${
        bar.past === null
          ? html``
          : html`<path class="past" d="M${long(bar.past)} 20v18"><title>Năm trước: ${formatNumber(bar.past)}</title></path>`
      }<text x="${WIDTH}" y="35" text-anchor="end">${formatNumber(bar.value)}${unit === '%' ? '%' : ''}</text>`,
  )
}

/** From the middle: won to the right, lost to the left, with its sign in the number. */
function changeRows({ bars }: ReportChart) {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 0.01)
  const middle = TRACK / 2
  return bars.map(({ name, value }) => {
    const long = tenth((Math.abs(value) / most) * middle)
    return html`<text x="0" y="16">${shorten(name)}</text><rect class="${value < 0 ? 'fell' : 'bar'}" x="${value < 0 ? tenth(middle - long) : middle}" y="22" width="${long}" height="14"/><path class="axis" d="M${middle} 20v18"/><text x="${WIDTH}" y="35" text-anchor="end">${formatChange(value)}</text>`
  })
}

/** What fits one line; the whole name stands in the table. */
const shorten = (name: string): string => (name.length > 48 ? `${name.slice(0, 47).trimEnd()}…` : name)

const tenth = (value: number): number => Math.round(value * 10) / 10
