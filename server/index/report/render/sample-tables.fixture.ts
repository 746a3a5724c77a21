/** Tables of a made-up block as the report has them: ranks, changes on last year, domains, and one of criteria a domain. */
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from '../schemas.ts'
import { cents, mean, type SampleBlock } from './sample-index.fixture.ts'

export const sampleTables = (block: SampleBlock): ReportTable[] => [
  ranks(block),
  changes(block),
  domains(block),
  ...block.domains.map((_, at) => criteria(block, at)),
]

function ranks({ code, suffix, units, mean: total }: SampleBlock): ReportTable {
  const rows = units
    .toSorted((a, b) => a.rank - b.rank)
    .map(
      (unit, at): ReportRow => ({
        ...{ key: unit.code, kind: 'unit', unit: unit.code },
        cells: {
          number: count(at + 1),
          name: text(unit.name),
          appraised: points(cents(unit.points - unit.survey)),
          survey: points(unit.survey),
          total: { ...points(unit.points), sum: ['appraised', 'survey'] },
          rank: count(unit.rank),
          class: text(unit.class),
        },
      }),
    )
  return {
    ...{ code: `1${suffix}`, block: code, title: 'Xếp hạng Chỉ số cải cách hành chính năm 2024', print: null },
    columns: [
      column('number', 'STT', 'number', 5),
      column('name', 'Đơn vị', 'text', 40),
      column('appraised', 'Điểm thẩm định', 'points', 12),
      column('survey', 'Điểm điều tra xã hội học', 'points', 12),
      column('total', 'Chỉ số CCHC', 'points', 12),
      { ...column('rank', 'Xếp hạng', 'rank', 8), formula: { by: 'rank', of: 'total', survey: 'survey' } },
      { ...column('class', 'Xếp loại', 'text', 8), formula: { by: 'class', of: 'total' } },
    ],
    rows: [
      ...rows,
      {
        key: 'mean',
        kind: 'mean',
        unit: null,
        cells: { name: text('Trung bình'), total: points(total) },
      },
    ],
    notes: ['Đơn vị bằng điểm xếp cùng hạng; hạng kế tiếp bỏ qua số đơn vị bằng điểm.'],
  }
}

const changes = ({ code, suffix, units }: SampleBlock): ReportTable => ({
  ...{
    code: `2${suffix}`,
    block: code,
    title: 'So sánh Chỉ số cải cách hành chính năm 2024 với năm 2023',
    print: null,
  },
  columns: [
    column('name', 'Đơn vị', 'text', 40),
    column('total', 'Điểm năm 2024', 'points', 12),
    column('past', 'Điểm năm 2023', 'points', 12),
    { ...column('change', 'Tăng, giảm điểm', 'change', 12), formula: { by: 'difference', of: 'total', less: 'past' } },
    column('rank', 'Hạng năm 2024', 'rank', 10),
    column('pastRank', 'Hạng năm 2023', 'rank', 10),
    { ...column('moved', 'Tăng, giảm bậc', 'change', 10), formula: { by: 'difference', of: 'pastRank', less: 'rank' } },
  ],
  rows: units.map((unit) => ({
    ...{ key: unit.code, kind: 'unit', unit: unit.code },
    cells: {
      name: text(unit.name),
      total: points(unit.points),
      past: unit.past === null ? text('–') : points(unit.past),
      change:
        unit.change === null ? text('không so sánh được') : { ...points(unit.change), text: signed(unit.change, 2) },
      rank: count(unit.rank),
      pastRank: unit.pastRank === null ? text('–') : count(unit.pastRank),
      moved:
        unit.pastRank === null
          ? text('–')
          : {
              ...count(unit.pastRank - unit.rank),
              text: signed(unit.pastRank - unit.rank, 0),
              minus: ['pastRank', 'rank'],
            },
    },
  })),
  notes: [],
})

function domains({ code, suffix, units, domains: all, mean: total }: SampleBlock): ReportTable {
  const rows = units.map(
    (unit): ReportRow => ({
      ...{ key: unit.code, kind: 'unit', unit: unit.code },
      cells: {
        name: text(unit.name),
        ...Object.fromEntries(
          all.map(({ code: domain, leaves }) => [
            domain,
            points(cents(leaves.reduce((sum, { at }) => sum + unit.leaves[at]!, 0))),
          ]),
        ),
        total: { ...points(unit.points), sum: all.map((domain) => domain.code) },
      },
    }),
  )
  return {
    ...{ code: `3${suffix}`, block: code, title: 'Tổng hợp điểm theo lĩnh vực', print: { repeat: 1, perPart: 12 } },
    columns: [
      column('name', 'Đơn vị', 'text', 40),
      ...all.map((domain) => column(domain.code, domain.name, 'points', 12)),
      column('total', 'Tổng điểm', 'points', 12),
    ],
    rows: [
      ...rows,
      {
        ...{ key: 'mean', kind: 'mean', unit: null },
        cells: {
          name: text('Trung bình'),
          ...Object.fromEntries(all.map((domain) => [domain.code, points(domain.mean)])),
          total: points(total),
        },
      },
    ],
    notes: [],
  }
}

/** Criteria and domains are rows, units columns; a criterion's exact points go two decimals further than the printed ones. */
function criteria({ code, suffix, units, domains: all }: SampleBlock, at: number): ReportTable {
  const domain = all[at]!
  const own = (unit: SampleBlock['units'][number]) => domain.leaves.map((leaf) => unit.leaves[leaf.at]!)
  const cells = (of: (unit: SampleBlock['units'][number]) => ReportCell): Record<string, ReportCell> =>
    Object.fromEntries(units.map((unit) => [unit.code, of(unit)]))
  return {
    ...{
      code: `${4 + at}${suffix}`,
      block: code,
      title: `Điểm lĩnh vực ${domain.name}`,
      print: { repeat: 3, perPart: 20 },
    },
    columns: [
      column('code', 'Mã', 'text', 8),
      column('name', 'Lĩnh vực, tiêu chí', 'text', 40),
      column('max', 'Điểm tối đa', 'points', 8),
      ...units.map((unit) => column(unit.code, unit.code, 'points', 8)),
      { ...column('mean', 'Trung bình', 'points', 8), formula: { by: 'mean', of: units.map((unit) => unit.code) } },
    ],
    rows: [
      ...domain.leaves.map(
        (leaf, place): ReportRow => ({
          ...{ key: leaf.code, kind: 'criterion', unit: null },
          cells: {
            code: text(leaf.code),
            name: text(`Tiêu chí ${leaf.code}: mức độ hoàn thành kế hoạch, tính kịp thời và chất lượng`),
            max: points(leaf.max),
            // Half a hundredth's tail that the domain's sum takes back at the last criterion.
            ...cells((unit) => ({
              ...points(own(unit)[place]!),
              exact: own(unit)[place]! + (place === 0 ? 0.0025 : place === 1 ? -0.0025 : 0),
            })),
            mean: points(mean(units.map((unit) => own(unit)[place]!))),
          },
        }),
      ),
      {
        ...{ key: 'total', kind: 'total', unit: null },
        cells: {
          name: text('Cộng'),
          max: points(domain.max),
          ...cells((unit) => points(cents(own(unit).reduce((sum, one) => sum + one, 0)))),
          mean: points(domain.mean),
        },
      },
    ],
    notes: ['Điểm tiêu chí được làm tròn đến hai chữ số thập phân khi công bố.'],
  }
}

const column = (key: string, title: string, kind: ReportColumn['kind'], width: number): ReportColumn => ({
  key,
  title,
  kind,
  width,
})
const points = (value: number): ReportCell => ({ value, text: value.toFixed(2).replace('.', ',') })
const count = (value: number): ReportCell => ({ value, text: String(value) })
const text = (value: string): ReportCell => ({ value, text: value })
const signed = (value: number, digits: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(digits).replace('.', ',')}`
