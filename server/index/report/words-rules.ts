/** The rules that made the figures, in the words that the report prints. Pure. */
import type { IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import { formatNumber } from './words-numbers.ts'

type Rules = IndexDocument['rules']

export const TIES: Record<Rules['ties'], string> = {
  'same-rank':
    'các đơn vị bằng điểm nhau thì cùng thứ hạng, đơn vị kế tiếp xếp sau tất cả các đơn vị đó (ví dụ: 1, 1, 3)',
  'same-rank-dense':
    'các đơn vị bằng điểm nhau thì cùng thứ hạng, đơn vị kế tiếp nhận thứ hạng liền sau (ví dụ: 1, 1, 2)',
  'higher-survey':
    'các đơn vị bằng điểm nhau thì đơn vị có điểm điều tra xã hội học cao hơn xếp trên; nếu vẫn bằng nhau thì cùng thứ hạng, đơn vị kế tiếp xếp sau tất cả các đơn vị đó (ví dụ: 1, 1, 3)',
}

export const ROUNDING =
  'điểm được tính chính xác từ điểm của từng tiêu chí, tiêu chí thành phần và chỉ làm tròn một lần đến hai chữ số thập phân (phần bỏ đi từ 5 trở lên thì làm tròn lên); thứ hạng, xếp loại, giá trị trung bình và mức tăng, giảm được xác định trên điểm đã làm tròn'

export const PARTS_DIFFER =
  'Do làm tròn, tổng các điểm thành phần đã làm tròn có thể chênh lệch với tổng điểm; tổng điểm được làm tròn từ tổng chính xác.'

/** "từ 90 điểm trở lên", "từ 70 đến dưới 90 điểm", "dưới 50 điểm". */
export function classBounds(from: number, below: number | null): string {
  if (below === null) return `từ ${formatNumber(from)} điểm trở lên`
  return from === 0
    ? `dưới ${formatNumber(below)} điểm`
    : `từ ${formatNumber(from)} đến dưới ${formatNumber(below)} điểm`
}

export const INCOMPARABLE: Record<NonNullable<IndexUnitView['incomparable']>, string> = {
  'no-past-year': 'chưa có kết quả của năm trước',
  'new-unit': 'đơn vị mới',
  merged: 'hợp nhất từ nhiều đơn vị',
  split: 'tách ra từ đơn vị khác',
  'not-in-past-results': 'không có trong kết quả của năm trước',
}

export const INCOMPARABLE_WORDS = 'không so sánh được'

export const PROVISIONAL = 'SỐ LIỆU TẠM TÍNH'

const WAITING: Record<IndexDocument['waiting'][number], string> = {
  'survey-running': 'cuộc điều tra xã hội học đang tiến hành',
  'survey-not-final': 'kết quả điều tra xã hội học chưa được chốt',
  'appraised-missing': 'chưa đủ điểm thẩm định',
  'imported-missing': 'chưa đủ điểm của các cuộc khảo sát khác',
  'not-frozen': 'Chỉ số CCHC chưa được chốt',
}

/** What a provisional result still waits for. */
export const sayWaiting = ({ waiting }: Pick<IndexDocument, 'waiting'>): string =>
  waiting.map((reason) => WAITING[reason]).join('; ')
