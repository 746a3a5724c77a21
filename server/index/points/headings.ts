/** The columns of a table of points and the headings people give them. Pure. */
import { headingKey } from '../../sheets/heading-key.ts'
import { createHeadingMatcher } from '../../sheets/match-heading.ts'
import type { SheetRow } from '../../sheets/sheet.ts'

export type ColumnKind =
  | 'criterion'
  | 'criterionName'
  | 'max'
  | 'number'
  | 'unit'
  | 'unitName'
  | 'block'
  | 'campaign'
  | 'set'
  | 'points'

const HEADINGS: Record<ColumnKind, string[]> = {
  criterion: ['Mã tiêu chí', 'Mã TC', 'Mã', 'Mã số', 'Mã số tiêu chí', 'Ký hiệu'],
  criterionName: [
    'Tiêu chí',
    'Tên tiêu chí',
    'Lĩnh vực/Tiêu chí',
    'Lĩnh vực, tiêu chí',
    'Lĩnh vực/Tiêu chí/Tiêu chí thành phần',
    'Lĩnh vực, tiêu chí, tiêu chí thành phần',
    'Tiêu chí, tiêu chí thành phần',
    'Tiêu chí/Tiêu chí thành phần',
    'Tiêu chí thành phần',
    'Nội dung',
    'Nội dung đánh giá',
    'Tiêu chí đánh giá',
  ],
  max: ['Điểm tối đa', 'Điểm chuẩn', 'Thang điểm', 'Tối đa', 'Điểm quy định', 'Điểm tối đa quy định'],
  number: ['STT', 'TT', 'Số thứ tự', 'Số TT', 'No'],
  unit: ['Mã đơn vị', 'Mã cơ quan', 'Mã ĐV'],
  unitName: [
    'Đơn vị',
    'Tên đơn vị',
    'Cơ quan, đơn vị',
    'Tên cơ quan, đơn vị',
    'Cơ quan',
    'Tên cơ quan',
    'Sở, ngành',
    'Huyện, thành phố',
  ],
  block: ['Khối', 'Tên khối', 'Mã khối', 'Khối đơn vị'],
  campaign: ['Đợt', 'Mã đợt', 'Đợt điều tra', 'Mã đợt điều tra'],
  set: ['Loại điểm'],
  points: [
    'Điểm',
    'Số điểm',
    'Điểm số',
    'Điểm thẩm định',
    'Điểm tự đánh giá',
    'Điểm tự chấm',
    'Điểm đạt được',
    'Điểm đạt',
    'Kết quả',
    'Điểm đánh giá',
    'Điểm khảo sát',
    'Điểm hài lòng',
  ],
}

export const matchHeading = createHeadingMatcher(HEADINGS)

/** Column index of each kind of heading in a row; of two of a kind the surer, then the first. */
export function findColumns({ cells }: SheetRow): Partial<Record<ColumnKind, number>> {
  const best: Partial<Record<ColumnKind, { column: number; rank: number }>> = {}
  cells.forEach((text, column) => {
    const match = matchHeading(text)
    if (!match) return
    const taken = best[match.kind]
    if (!taken || match.rank < taken.rank) best[match.kind] = { column, rank: match.rank }
  })
  const columns: Partial<Record<ColumnKind, number>> = {}
  for (const kind of Object.keys(best) as ColumnKind[]) columns[kind] = best[kind]!.column
  return columns
}

/** Columns beside the units' that are nobody's points. */
const NOT_UNITS = new Set(
  [
    'Tổng',
    'Tổng cộng',
    'Trung bình',
    'Điểm trung bình',
    'Bình quân',
    'Cao nhất',
    'Thấp nhất',
    'Ghi chú',
    'Tỷ lệ',
    'Chênh lệch',
    'Minh chứng',
    'Tài liệu kiểm chứng',
    'Tài liệu minh chứng',
    'Giải trình',
    'Diễn giải',
    'Lý do',
    'Lý do trừ điểm',
    'Nhận xét',
    'Ý kiến',
    'Cách tính',
    'Cách chấm điểm',
    'Phương pháp đánh giá',
    'Cơ quan chủ trì',
    'Cơ quan theo dõi',
    'Cơ quan thẩm định',
    'Đơn vị chủ trì',
    'Đơn vị tính',
    'ĐVT',
  ].map(headingKey),
)

export const isNoUnit = (label: string): boolean =>
  NOT_UNITS.has(headingKey(label)) || matchHeading(label) !== undefined
