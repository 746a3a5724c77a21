/**
 * Bars as inline SVG, for any page: no script, no ids, no style attributes, so that it passes a strict content security
 * policy and stands beside others. Each bar has its name above it and its value beside it, and last year's is a hatch-free
 * thin bar with its own value: nothing is told by colour alone. Drawn 360 wide, so that letters on a phone stay legible.
 */
import type { ReportChart } from '../schemas.ts'
import { formatFixed, formatNumber } from '../words-numbers.ts'
import { escapeMarkup } from './markup-text.ts'
import { textWidth } from './text-width.ts'

const WIDTH = 360
const LEFT = 2
/** Kept free on the right for values. */
const VALUE_ROOM = 98
const LINE = 15
const BAR = 13
const PAST_BAR = 5
const GAP = 12
const TYPE = 12

type Bar = ReportChart['bars'][number]
type Scale = { zero: number; at: (value: number) => number }

/** CSS for renderChart, light and dark; contrast at least 4.5 for text, 3 for bars. */
export const CHART_STYLE = `
.chart{display:block;width:100%;max-width:28rem;height:auto;margin:0 0 1rem;font-family:inherit;break-inside:avoid}
.chart text{font-size:${TYPE}px;fill:#1c2526}
.chart .value{font-weight:600;font-variant-numeric:tabular-nums}
.chart .past-value{font-size:10.5px;fill:#4b5657;font-variant-numeric:tabular-nums}
.chart .bar{fill:#0f6b6b}
.chart .fall{fill:#9a4a00}
.chart .past{fill:#fff;stroke:#4b5657;stroke-width:1}
.chart .axis{stroke:#6a7576;stroke-width:1}
@media (prefers-color-scheme:dark){
.chart text{fill:#e8eeee}.chart .past-value{fill:#b4c0c0}.chart .bar{fill:#4fb8b0}.chart .fall{fill:#e8a35c}
.chart .past{fill:#14201f;stroke:#b4c0c0}.chart .axis{stroke:#8a9696}}
@media print{.chart text,.chart .past-value{fill:#000}.chart .bar{fill:#0f6b6b;print-color-adjust:exact}.chart .fall{fill:#9a4a00;print-color-adjust:exact}.chart .past{fill:#fff;stroke:#000}}
`

/** Up to this many bars a drawing, so that none is higher than a printed page. */
const BARS_A_DRAWING = 18

/** One or more drawings, one under the other. */
export function renderChart(chart: ReportChart): string {
  const scale = scaleOf(chart)
  const count = Math.max(1, Math.ceil(chart.bars.length / BARS_A_DRAWING))
  const each = Math.ceil(chart.bars.length / count)
  return Array.from({ length: count }, (_, at) => {
    const title = count === 1 ? chart.title : `${chart.title} (phần ${at + 1}/${count})`
    return drawing(chart, title, chart.bars.slice(at * each, (at + 1) * each), scale)
  }).join('')
}

function drawing(chart: ReportChart, title: string, bars: Bar[], scale: Scale): string {
  let y = 4
  const rows = bars.map((bar) => {
    const names = wrap(nameOf(bar))
    const row = names.map((line, at) => `<text x="${LEFT}" y="${y + 11 + at * LINE}">${escapeMarkup(line)}</text>`)
    y += names.length * LINE + 1
    const top = y
    row.push(
      mark(scale, bar.value, y, BAR, bar.value < 0 ? 'fall' : 'bar'),
      valueText(scale, bar.value, y + 11, 'value', printBar(chart, bar.value)),
    )
    y += BAR
    if (bar.past !== null) {
      row.push(
        mark(scale, bar.past, y + 2, PAST_BAR, 'past'),
        valueText(scale, bar.past, y + 9, 'past-value', `năm trước ${printBar(chart, bar.past)}`),
      )
      y += PAST_BAR + 5
    }
    row.push(`<line class="axis" x1="${scale.zero}" x2="${scale.zero}" y1="${top - 2}" y2="${y + 1}"/>`)
    y += GAP
    return row.join('')
  })
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${y}" role="img"><title>${escapeMarkup(`${title}. ${summary(chart, bars)}`)}</title>${rows.join('')}</svg>`
}

/** What a screen reader says instead of the drawing; the numbers stand in the table beside it. */
function summary(chart: ReportChart, bars: Bar[]): string {
  if (bars.length === 0) return 'Chưa có số liệu.'
  const sorted = bars.toSorted((a, b) => b.value - a.value)
  const told = (bar: Bar) => `${bar.name} (${printBar(chart, bar.value)})`
  return `Biểu đồ thanh gồm ${bars.length} mục; cao nhất: ${told(sorted[0]!)}; thấp nhất: ${told(sorted.at(-1)!)}.`
}

const nameOf = ({ name, class: grade }: Bar): string => (grade === null ? name : `${name} · loại ${grade}`)

function mark({ zero, at }: Scale, value: number, y: number, height: number, kind: string): string {
  const end = at(value)
  return `<rect class="${kind}" x="${round(Math.min(zero, end))}" y="${y}" width="${round(Math.max(Math.abs(end - zero), 0.5))}" height="${height}"/>`
}

/** Behind the end of the bar, or behind the axis where the bar runs to the left. */
const valueText = ({ zero, at }: Scale, value: number, y: number, kind: string, text: string): string =>
  `<text class="${kind}" x="${round(Math.max(at(value), zero) + 4)}" y="${y}">${escapeMarkup(text)}</text>`

/** From zero (or the largest loss) to the maximum, or to the largest value where there is none. */
function scaleOf({ bars, max }: ReportChart): Scale {
  const values = bars.flatMap(({ value, past }) => (past === null ? [value] : [value, past]))
  const low = Math.min(0, ...values)
  const high = Math.max(max ?? 0, ...values)
  const span = high - low || 1
  const room = WIDTH - LEFT - VALUE_ROOM
  const at = (value: number) => LEFT + ((value - low) / span) * room
  return { zero: round(at(0)), at }
}

function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer, TYPE) * 1.12 <= WIDTH - LEFT * 2) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** As the tables print it: "89,05", "+3,08", "−2 bậc", "88,75%". */
export function printBar({ kind, unit }: ReportChart, value: number): string {
  const sign = kind === 'change' && value > 0 ? '+' : ''
  const number = sign + (unit === 'bậc' ? formatNumber(value) : formatFixed(value))
  return unit === '%' ? `${number}%` : unit === 'bậc' ? `${number} bậc` : number
}

const round = (value: number): number => Math.round(value * 10) / 10
