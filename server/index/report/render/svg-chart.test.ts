import { describe, expect, it } from 'vitest'
import type { ReportChart } from '../schemas.ts'
import { CHART_STYLE, renderChart } from './svg-chart.ts'

const bar = (name: string, value: number, past: number | null = null, grade: string | null = null) => ({
  ...{ code: name, name, value, past, class: grade },
})
const chart = (bars: ReportChart['bars'], more: Partial<ReportChart> = {}): ReportChart => ({
  ...{ code: 'c', block: 'so', title: 'Chỉ số', kind: 'bars', unit: 'điểm', max: 100, bars },
  ...more,
})
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
const widthsOf = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<rect class="${kind}"[^>]* width="([\\d.]+)"`, 'g'))].map(([, width]) => Number(width))

describe('a chart', () => {
  it('says name, class, value and last year in words', () => {
    expect(textsOf(renderChart(chart([bar('Sở A', 89.05, 86, 'B')])))).toEqual([
      'Sở A · loại B',
      '89,05',
      'năm trước 86,00',
    ])
  })

  it('prints changes with their sign, shares with %, ranks whole, as the tables do', () => {
    const change = { kind: 'change', max: null } as const
    expect(textsOf(renderChart(chart([bar('A', 3.08), bar('B', -2)], change)))).toEqual(['A', '+3,08', 'B', '−2,00'])
    expect(textsOf(renderChart(chart([bar('A', -2)], { ...change, unit: 'bậc' })))).toContain('−2 bậc')
    expect(textsOf(renderChart(chart([bar('A', 88.75)], { kind: 'domains', unit: '%' })))).toContain('88,75%')
  })

  it('has bars as long as their values', () => {
    const [long, half] = widthsOf(renderChart(chart([bar('A', 80), bar('B', 40)])), 'bar')
    expect(half! / long!).toBeCloseTo(0.5, 2)
  })

  it('is told as a whole to who cannot see it, and an empty one says so', () => {
    expect(renderChart(chart([bar('A', 80), bar('B', 40)]))).toContain('cao nhất: A (80,00); thấp nhất: B (40,00)')
    expect(renderChart(chart([]))).toContain('Chưa có số liệu')
  })

  it('of many bars comes in drawings that each fit a page', () => {
    const drawings = renderChart(chart(Array.from({ length: 75 }, (_, at) => bar(`Đơn vị ${at}`, at))))
      .split('<svg')
      .slice(1)
    for (const one of drawings) expect(Number(/viewBox="0 0 360 (\d+)"/.exec(one)![1])).toBeLessThan(900)
    expect(drawings.flatMap((one) => one.match(/class="bar"/g) ?? [])).toHaveLength(75)
  })

  it('passes a strict policy and stands beside others: no styles, no ids, nothing of a name is markup', () => {
    const svg = renderChart(chart([bar('<script> & "x"', 1)]))
    expect(svg).not.toMatch(/ style=| id=|<script/)
    expect(svg).toContain('&lt;script&gt; &amp; &quot;x&quot;')
  })

  it('has words that can be read by day and in the dark', () => {
    const [day, dark] = CHART_STYLE.split('@media (prefers-color-scheme:dark)')
    const colour = (css: string, rule: string) => new RegExp(`\\.chart ${rule}\\{[^}]*fill:(#\\w{6})`).exec(css)![1]!
    for (const rule of ['text', '.past-value']) {
      expect(contrast(colour(day!, rule), '#ffffff')).toBeGreaterThan(4.5)
      expect(contrast(colour(dark!, rule), '#121a1a')).toBeGreaterThan(4.5)
    }
  })
})

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}
