/** The columns of last year's results and the headings people give them. Pure. */
import { headingKey } from '../../sheets/heading-key.ts'
import { createHeadingMatcher } from '../../sheets/match-heading.ts'
import type { Sheet, SheetRow } from '../../sheets/sheet.ts'

export type PastColumn = 'block' | 'code' | 'name' | 'points' | 'rank' | 'class' | 'survey'

export const TITLES: Record<PastColumn, string> = {
  block: 'Khối',
  code: 'Mã đơn vị',
  name: 'Đơn vị',
  points: 'Điểm',
  rank: 'Xếp hạng',
  class: 'Xếp loại',
  survey: 'Điểm khảo sát',
}

const matchHeading = createHeadingMatcher<PastColumn>({
  block: ['Khối', 'Tên khối', 'Mã khối', 'Khối đơn vị'],
  code: ['Mã đơn vị', 'Mã', 'Mã ĐV', 'Mã cơ quan'],
  name: ['Đơn vị', 'Tên đơn vị', 'Cơ quan, đơn vị', 'Tên cơ quan, đơn vị', 'Cơ quan', 'Tên cơ quan'],
  points: [
    'Điểm',
    'Tổng điểm',
    'Điểm Chỉ số',
    'Điểm Chỉ số CCHC',
    'Chỉ số CCHC',
    'Chỉ số',
    'Kết quả',
    'Tổng cộng',
    'Số điểm',
  ],
  rank: ['Xếp hạng', 'Hạng', 'Thứ hạng', 'Xếp thứ', 'Vị thứ'],
  class: ['Xếp loại', 'Loại', 'Phân loại', 'Nhóm xếp loại'],
  survey: ['Điểm khảo sát', 'Điểm điều tra XHH', 'Điểm điều tra xã hội học', 'Điểm XHH', 'Khảo sát', 'Điều tra XHH'],
})

/** `domains`: column of each domain's code. */
export type PastTable = {
  sheet: string
  header: number
  columns: Partial<Record<PastColumn, number>>
  domains: Map<string, number>
  body: SheetRow[]
}

const SEARCHED_ROWS = 30

/** The table of a sheet: points, and a code or a name, in any of the first 30 rows; undefined without. `domainOf`: a heading's domain. */
export function findPastTable(
  { name, rows }: Sheet,
  domainOf: (heading: string) => string | null,
): PastTable | undefined {
  let best: PastTable | undefined
  rows.forEach((row, index) => {
    if (row.row > SEARCHED_ROWS) return
    const table = readHeader(row, domainOf)
    const size = Object.keys(table.columns).length + table.domains.size
    if (table.columns.points === undefined || (table.columns.code ?? table.columns.name) === undefined) return
    if (best && size <= Object.keys(best.columns).length + best.domains.size) return
    best = { sheet: name, header: row.row, ...table, body: rows.slice(index + 1) }
  })
  return best
}

function readHeader({ cells }: SheetRow, domainOf: (heading: string) => string | null) {
  const ranks: Partial<Record<PastColumn, number>> = {}
  const columns: PastTable['columns'] = {}
  const domains: PastTable['domains'] = new Map()
  cells.forEach((text, column) => {
    const match = matchHeading(text)
    const domain = match ? null : domainOf(text)
    if (domain !== null && !domains.has(domain)) domains.set(domain, column)
    if (!match || (ranks[match.kind] ?? Number.POSITIVE_INFINITY) <= match.rank) return
    ranks[match.kind] = match.rank
    columns[match.kind] = column
  })
  return { columns, domains }
}

/** "Lĩnh vực 1" by its code, or the domain's own name; null for any other heading. */
export function createDomainFinder(domains: { code: string; name: string }[]): (heading: string) => string | null {
  const known = new Map<string, string>()
  for (const { code, name } of domains) {
    for (const label of [`Lĩnh vực ${code}`, `LV ${code}`, `LV${code}`, name, `Lĩnh vực ${name}`])
      if (!known.has(headingKey(label))) known.set(headingKey(label), code)
  }
  return (heading) => known.get(headingKey(heading)) ?? known.get(headingKey(heading.split(/[\n(:]/)[0] ?? '')) ?? null
}
