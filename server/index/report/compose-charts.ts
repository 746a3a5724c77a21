/** Bars of each block: units' points, their change on the year before, and how far each domain is from its maximum. Pure. */
import type { BlockContext } from './compose-context.ts'
import { rankedOf } from './compute-statistics.ts'
import type { ReportChart } from './schemas.ts'
import { withinSentence } from './words-lists.ts'

export function composeCharts(context: BlockContext): ReportChart[] {
  const { index, block, statistics, number } = context
  const units = rankedOf(block.units)
  const compared = units.flatMap(({ change, ...unit }) => (change ? [{ ...unit, change }] : []))
  const chart = (code: string, rest: Omit<ReportChart, 'code' | 'block'>): ReportChart => ({
    code: `${code}-${number}`,
    block: block.code,
    ...rest,
  })
  const of = withinSentence(block.name)
  const points = chart('diem', {
    ...{ title: `Chỉ số cải cách hành chính năm ${index.year} của ${of}`, kind: 'bars', unit: 'điểm' },
    max: index.rules.total,
    bars: units.map(({ code, name, points, change, class: own }) => ({
      ...{ code, name, value: points!, past: change?.past.points ?? null, class: own },
    })),
  })
  const changes = chart('tang-giam', {
    ...{ title: `Tăng, giảm điểm so với năm ${index.sets.past?.year} của ${of}`, kind: 'change', unit: 'điểm' },
    max: null,
    bars: compared.map(({ code, name, change, class: own }) => ({
      ...{ code, name, value: change.points, past: null, class: own },
    })),
  })
  const domains = chart('linh-vuc', {
    ...{ title: `Tỷ lệ đạt điểm tối đa theo lĩnh vực năm ${index.year} của ${of}`, kind: 'domains', unit: '%' },
    max: 100,
    bars: statistics.domains.flatMap(({ code, name, spread }) =>
      spread?.percent === undefined ? [] : [{ code, name, value: spread.percent, past: null, class: null }],
    ),
  })
  return [points, ...(compared.length > 0 ? [changes] : []), domains].filter(({ bars }) => bars.length > 0)
}
