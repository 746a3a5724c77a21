import { expect, test } from 'vitest'
import type { ReportRun } from '../../../shared/report-types.ts'
import { glueRuns } from './glue-runs.ts'

const figure = (text: string): ReportRun => ({
  figure: { text, value: text, source: { path: '', formula: '', table: null, units: [] } },
})
const read = (runs: ReportRun[]) =>
  glueRuns(runs).map(({ text, before, figure: one, after }) => (one ? `[${before}|${one.text}|${after}]` : text))

test('signs that touch a figure stay with it, and nothing is lost or said twice', () => {
  const runs = [
    { text: 'đạt ' },
    figure('89,05'),
    { text: '/100 điểm (đạt ' },
    figure('35%'),
    { text: '), tăng (' },
    figure('2'),
    { text: '.' },
  ]
  expect(read(runs)).toEqual(['đạt ', '[|89,05|/100]', ' điểm (đạt ', '[|35%|),]', ' tăng ', '[(|2|.]', ''])
})

test('what stands between two figures without a blank is written once', () => {
  expect(read([figure('12'), { text: '/' }, figure('20'), figure('7')])).toEqual(['[|12|/]', '', '[|20|]', '[|7|]'])
})
