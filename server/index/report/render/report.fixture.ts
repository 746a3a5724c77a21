/**
 * A report with everything in it that a renderer meets: two blocks, tables of units and of criteria, equal points, a unit
 * without a past, officers' texts, figures that lead to tables. Made by counting, not by chance, and of any size.
 */
import type { Figure, ReportDocument, ReportPart } from '../schemas.ts'
import { type SampleBlock, sampleBlock, sampleIndex } from './sample-index.fixture.ts'
import { sampleTables } from './sample-tables.fixture.ts'

export type SampleSize = { units: number; domains: number; criteriaADomain: number; final: boolean }
const SMALL: SampleSize = { units: 12, domains: 3, criteriaADomain: 4, final: true }

/** A report and the index it is made of, of `size`. */
export function sampleReport(size: Partial<SampleSize> = {}) {
  const { units, domains, criteriaADomain, final } = { ...SMALL, ...size }
  const blocks = [
    sampleBlock('so', 'Khối sở', '', units, domains, criteriaADomain),
    sampleBlock('huyen', 'Khối huyện', 'a', Math.max(5, Math.ceil(units / 2)), domains, criteriaADomain),
  ]
  const index = sampleIndex(blocks, final)
  const report: ReportDocument = {
    campaign: index.campaign,
    title: 'BÁO CÁO',
    subtitle:
      'Kết quả xác định Chỉ số cải cách hành chính năm 2024 của các sở, ban, ngành, Ủy ban nhân dân các huyện, thành phố',
    authority: 'Sở Nội vụ',
    superior: 'Ủy ban nhân dân tỉnh Sơn La',
    place: 'Sơn La',
    date: 'Sơn La, ngày 15 tháng 01 năm 2025',
    number: 'Số: 48/BC-SNV',
    signOff: {
      position: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
      name: 'Nguyễn Thị Hường',
      recipients: ['Chủ tịch UBND tỉnh;', 'Các sở, ban, ngành;', 'UBND các huyện, thành phố;', 'Lưu: VT, CCHC.'],
    },
    provisional: !final,
    indexDigest: index.digest,
    inputDigest: 'b'.repeat(64),
    parts: [...OPENING, ...blocks.flatMap(sampleParts), ...ENDING],
    tables: blocks.flatMap(sampleTables),
    charts: blocks.flatMap(sampleCharts),
  }
  return { report, index }
}

const OPENING: ReportPart[] = [
  { kind: 'heading', level: 1, text: 'I. TỔNG QUAN VỀ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024' },
  { kind: 'heading', level: 2, text: '1. Đối tượng đánh giá' },
  { kind: 'item', level: 1, runs: [{ text: 'Các sở, ban, ngành (gọi tắt là sở).' }] },
  { kind: 'item', level: 2, runs: [{ text: 'Kể cả Văn phòng Ủy ban nhân dân tỉnh.' }] },
  { kind: 'heading', level: 3, text: 'a) Thang điểm xác định Chỉ số CCHC' },
  {
    kind: 'paragraph',
    runs: [
      { text: 'Tổng điểm là ' },
      { text: '100 điểm', style: 'bold' },
      { text: ', trong đó điểm thẩm định 70 điểm, điểm điều tra xã hội học 30 điểm.' },
    ],
  },
  {
    ...{ kind: 'field', field: 'mo-dau', title: 'Mở đầu', hint: '', written: true },
    text: 'Năm 2024, công tác cải cách hành chính tiếp tục được Tỉnh ủy, Ủy ban nhân dân tỉnh xác định là nhiệm vụ trọng tâm; nghiêm túc, quyết liệt, đồng bộ ở mọi cấp, mọi ngành.\nKết quả được công khai để các cơ quan, đơn vị rút kinh nghiệm.',
  },
  { kind: 'heading', level: 1, text: 'II. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024' },
]

const ENDING: ReportPart[] = [
  { kind: 'heading', level: 1, text: 'III. NHẬN XÉT, ĐÁNH GIÁ' },
  {
    ...{ kind: 'field', field: 'nhan-xet-ket-qua', title: 'Những kết quả đạt được', written: false, text: '' },
    hint: 'Nêu hai đến ba kết quả nổi bật.',
  },
]

function sampleParts({ code, name, suffix, units, mean, domains }: SampleBlock, at: number): ReportPart[] {
  const best = units.toSorted((a, b) => b.points - a.points)[0]!
  const total = (text: string, value: number | string, formula: string, about: string[]): { figure: Figure } => ({
    figure: { text, value, source: { path: `blocks[${code}]`, formula, table: `1${suffix}`, units: about } },
  })
  return [
    { kind: 'heading', level: 2, text: `${at + 1}. Đối với ${name.toLowerCase()}` },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Tổng điểm trung bình đạt: ' },
        total(vi(mean), mean, `Trung bình cộng điểm của ${units.length} đơn vị`, []),
        { text: '/100 điểm, trong đó ' },
        total(best.name, best.name, 'Đơn vị có điểm cao nhất khối', [best.code]),
        { text: ' nhất bảng với ' },
        total(vi(best.points), best.points, `Tổng điểm các lĩnh vực của ${best.name}`, [best.code]),
        { text: ' điểm.' },
      ],
    },
    ...domains.map(
      (domain, place): ReportPart => ({
        kind: 'item',
        level: 1,
        runs: [
          { text: `${domain.name} (` },
          { text: `Biểu số ${4 + place}${suffix}`, style: 'italic' },
          { text: '): điểm trung bình đạt ' },
          {
            figure: {
              text: vi(domain.mean),
              value: domain.mean,
              source: {
                path: `blocks[${code}].domains[${place}]`,
                formula: 'Trung bình cộng',
                table: `${4 + place}${suffix}`,
                units: [],
              },
            },
          },
          { text: `/${vi(domain.max)} điểm.` },
        ],
      }),
    ),
  ]
}

const sampleCharts = ({ code, name, suffix, units, domains }: SampleBlock): ReportDocument['charts'] => [
  {
    ...{
      code: `diem-${code}`,
      block: code,
      title: `Chỉ số CCHC năm 2024, ${name.toLowerCase()}`,
      kind: 'bars',
      unit: 'điểm',
      max: 100,
    },
    bars: units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      value: unit.points,
      past: unit.past,
      class: unit.class,
    })),
  },
  {
    ...{
      code: `tang-giam-${code}`,
      block: code,
      title: `Tăng, giảm điểm so với năm 2023, ${name.toLowerCase()}`,
      kind: 'change',
      unit: 'điểm',
      max: null,
    },
    bars: units.flatMap((unit) =>
      unit.change === null ? [] : [{ code: unit.code, name: unit.name, value: unit.change, past: null, class: null }],
    ),
  },
  {
    ...{
      code: `linh-vuc-${code}`,
      block: code,
      title: `Tỷ lệ đạt theo lĩnh vực, ${name.toLowerCase()} (Biểu số 3${suffix})`,
      kind: 'domains',
      unit: '%',
      max: 100,
    },
    bars: domains.map((domain) => ({
      code: domain.code,
      name: domain.name,
      value: Math.round((domain.mean / domain.max) * 10_000) / 100,
      past: null,
      class: null,
    })),
  },
]

const vi = (value: number): string => value.toFixed(2).replace('.', ',')
