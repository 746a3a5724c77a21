/** The index as tables: one row a unit for .csv and the first sheet, each block's criteria, and what it was made of. Pure. */
import { formatRounded } from '../../scoring/format-decimal.ts'
import type { Cell, Column, Table } from '../../sheets/table.ts'
import type { IndexBlockView, IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import { formatDay } from '../report/words-numbers.ts'
import { INCOMPARABLE, INCOMPARABLE_WORDS } from '../report/words-rules.ts'

const LONGEST_SHEET_NAME = 31

const column = (title: string, width = 12): Column => ({ title, width })
const table = (name: string, columns: Column[], rows: Cell[][]): Table => ({ name, columns, rows: [rows] })

/** Every unit of every block, in the definition's order; domains that several blocks share have one column. */
export function resultTable({ blocks, rules }: IndexDocument): Table {
  const domains = domainsOf(blocks)
  const sources = distinct(blocks.flatMap((block) => block.sources.map(({ code, name }) => [code, name] as const)))
  const columns = [
    ...[column('Khối', 14), column('Mã đơn vị'), column('Đơn vị', 36)],
    ...[
      column(`Chỉ số (tối đa ${formatRounded(rules.total)})`, 16),
      column('Xếp hạng'),
      column('Đồng hạng'),
      column('Xếp loại'),
    ],
    ...[column(`Thẩm định (tối đa ${formatRounded(rules.appraisedMax)})`, 18), column('Tự đánh giá')],
    column(`Điều tra xã hội học (tối đa ${formatRounded(rules.surveyMax)})`, 18),
    ...sources.map(([, name]) => column(name, 18)),
    ...domains.map(([code, name]) => column(`Lĩnh vực ${code}: ${name}`, 18)),
    ...[column('Năm trước'), column('Tăng, giảm điểm'), column('Tăng, giảm bậc'), column('So với năm trước', 30)],
    ...[column('Phiếu phát ra'), column('Phiếu thu về'), column('Phiếu hợp lệ'), column('Còn thiếu', 24)],
  ]
  const rows = blocks.flatMap((block) => block.units.map((unit) => resultCells(block, unit, { domains, sources })))
  return table('Kết quả', columns, rows)
}

type Named = (readonly [code: string, name: string])[]

function resultCells(
  block: IndexBlockView,
  unit: IndexUnitView,
  { domains, sources }: Record<'domains' | 'sources', Named>,
): Cell[] {
  const { parts, change, participation } = unit
  const inDomain = new Map(unit.domains.map(({ code, points }) => [code, points]))
  const ofSource = new Map(parts.sources.map(({ code, points }) => [code, points]))
  return [
    ...[block.name, unit.code, unit.name, unit.points, unit.rank, unit.tied ? 'có' : null, unit.class],
    ...[parts.appraised, parts.self, parts.survey],
    ...sources.map(([code]) => ofSource.get(code) ?? null),
    ...domains.map(([code]) => inDomain.get(code) ?? null),
    ...[change?.past.points ?? null, change?.points ?? null, change?.rank ?? null],
    change ? change.past.name : unit.incomparable && `${INCOMPARABLE_WORDS}: ${INCOMPARABLE[unit.incomparable]}`,
    ...[participation.invited, participation.answered, participation.counted],
    unit.missing.length > 0 ? unit.missing.join('; ') : null,
  ]
}

/** One sheet a block: the criteria set down, the units across. */
export function criteriaTables({ blocks }: IndexDocument): Table[] {
  const taken = new Set(['kết quả', 'nguồn'])
  return blocks.map((block) => {
    const columns = [
      ...[column('Mã tiêu chí'), column('Tiêu chí', 60), column('Điểm tối đa')],
      ...block.units.map(({ code, name }) => column(`${code}: ${name}`, 16)),
    ]
    const points = block.units.map((unit) => new Map(unit.criteria.map((leaf) => [leaf.code, leaf.points])))
    const rows = block.criteria.map(({ code, name, max, leaf }): Cell[] => [
      ...[code, name, max],
      ...points.map((ofUnit) => (leaf ? (ofUnit.get(code) ?? null) : null)),
    ])
    return table(sheetName(`Tiêu chí ${block.name}`, taken), columns, rows)
  })
}

/** What made the figures, so that a file that was passed on can be held against the API. */
export function originTable(index: IndexDocument): Table {
  const { sets } = index
  const version = (set: { round: number; version: number; on: string } | null): string =>
    set ? `lần ${set.round}, bản ${set.version}, ngày ${formatDay(set.on)}` : 'chưa có'
  const rows: Cell[][] = [
    ['Đợt', `${index.campaign}: ${index.title}`],
    ['Trạng thái', index.status === 'final' ? 'Kết quả cuối cùng, đã chốt' : 'Tạm thời, còn có thể thay đổi'],
    ['Bản số', index.revision],
    ['Mã băm của Chỉ số (SHA-256)', index.digest],
    ['Mã băm của điểm điều tra (SHA-256)', index.scoresDigest],
    ['Điểm thẩm định', version(sets.appraised)],
    ['Điểm tự đánh giá', version(sets.self)],
    ...sets.imported.map(({ source, set }): Cell[] => [`Điểm nhập từ nguồn ${source}`, version(set)]),
    ['Kết quả năm trước', sets.past ? `năm ${sets.past.year}, bản ${sets.past.version}` : 'chưa có'],
    ['Cách tính', 'Thứ hạng, xếp loại và tăng giảm tính từ điểm đã làm tròn hai chữ số thập phân.'],
  ]
  return table('Nguồn', [column('Mục', 36), column('Nội dung', 80)], rows)
}

/** Domains by code in order of first appearance; named as in the first block that has them. */
const domainsOf = (blocks: IndexBlockView[]): Named =>
  distinct(blocks.flatMap((block) => block.domains.map(({ code, name }) => [code, name] as const)))

/** Each code once, with the name that came first. */
const distinct = (named: Named): Named =>
  [...new Map(named.toReversed())].toSorted(
    ([a], [b]) => named.findIndex(([code]) => code === a) - named.findIndex(([code]) => code === b),
  )

/** At most 31 characters, without those that a sheet's name may not hold, and unlike the other sheets'. */
function sheetName(wish: string, taken: Set<string>): string {
  const plain = wish.replace(/[[\]:*?/\\']/g, ' ').trim()
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` ${number}`
    const name = `${plain.slice(0, LONGEST_SHEET_NAME - end.length)}${end}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
