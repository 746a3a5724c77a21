/** What the page calls what the server names by a code. */
import type { PrivacyRequest, RequestKind, RequestVia, RetentionRule } from '../../../shared/privacy-types.ts'
import type { Tone } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'

export const KINDS: RequestKind[] = ['see', 'correct', 'withdraw', 'erase']

export const KIND_NAMES: Record<RequestKind, string> = {
  see: t`Xem dữ liệu`,
  correct: t`Sửa dữ liệu`,
  withdraw: t`Rút lại sự đồng ý`,
  erase: t`Xóa dữ liệu`,
}

export const KIND_HINTS: Record<RequestKind, string> = {
  see: t`Muốn biết cơ quan đang giữ gì về mình.`,
  correct: t`Tên, chức vụ, thư hoặc số điện thoại chưa đúng.`,
  withdraw: t`Không muốn tham gia, không muốn nhận tin nữa.`,
  erase: t`Muốn tên mình không còn trong hệ thống.`,
}

/** What an officer can read out to the person who calls: what is done, and what nobody can do. */
export const SAY: Record<RequestKind, string> = {
  see: t`“Chúng tôi giữ họ tên, địa chỉ để gửi phiếu và việc ông/bà đã gửi phiếu hay chưa; tôi sẽ gửi bản kê đầy đủ. Câu trả lời thì không có trong đó: khi gửi, phiếu tách khỏi tên, nên không ai, kể cả chúng tôi, biết phiếu nào là của ông/bà.”`,
  correct: t`“Tên, chức vụ, thư và số điện thoại chúng tôi sửa được ngay. Phiếu đã gửi thì không sửa được, vì không ai biết phiếu nào là của ông/bà.”`,
  withdraw: t`“Từ lúc này ông/bà không nhận thêm tin nào; thư và số điện thoại được xóa ngay. Nếu chưa trả lời thì ông/bà không phải làm gì nữa. Nếu đã gửi phiếu thì phiếu ấy không rút được: nó không còn gắn với tên ai nên không ai tìm ra.”`,
  erase: t`“Tên, địa chỉ và những tin đã gửi cho ông/bà sẽ được xóa hẳn. Phiếu đã gửi, nếu có, vẫn được đếm: nó không gắn với tên ai nên không ai tìm ra để xóa, và cũng không ai biết đó là của ông/bà.”`,
}

export const VIA_NAMES: Record<RequestVia, string> = {
  phone: t`Điện thoại`,
  email: t`Thư điện tử`,
  letter: t`Công văn, thư giấy`,
  'in-person': t`Gặp trực tiếp`,
}

export const RULE_NAMES: Record<RetentionRule, string> = {
  messages: t`Tin đã gửi và việc gửi tay`,
  contacts: t`Thư điện tử, số điện thoại`,
  people: t`Họ tên và việc đã gửi phiếu hay chưa`,
  answers: t`Từng phiếu trả lời, không gắn với ai`,
}

const WHAT_NAMES: Record<string, (count: string) => string> = {
  messages: (count) => t`${count} tin`,
  marks: (count) => t`${count} lần gửi tay`,
  contacts: (count) => t`địa chỉ của ${count} người`,
  people: (count) => t`${count} người`,
  invitations: (count) => t`${count} phiếu mời`,
  answers: (count) => t`${count} phiếu trả lời`,
}

/** "16 người, 16 phiếu mời"; what is nothing is left out. */
export function countWords(counts: Record<string, number>, format: (count: number) => string): string {
  const words = Object.keys(WHAT_NAMES).flatMap((what) =>
    counts[what] ? [WHAT_NAMES[what]!(format(counts[what]))] : [],
  )
  return words.length > 0 ? words.join(', ') : t`không còn gì`
}

export function stateOf(request: PrivacyRequest): { tone: Tone; words: string } {
  if (request.state === 'done') return { tone: 'done', words: t`Đã giải quyết` }
  if (request.state === 'refused') return { tone: 'final', words: t`Không thực hiện được` }
  return request.overdue ? { tone: 'warn', words: t`Quá hạn` } : { tone: 'waiting', words: t`Đang giải quyết` }
}

/** A calendar day `2026-03-02` → `02/03/2026`. */
export const writeDay = (day: string): string => day.split('-').reverse().join('/')

export const nobodyWords = ({ kind, state }: PrivacyRequest): string =>
  kind === 'erase' && state === 'done' ? t`đã xóa khỏi hệ thống` : t`không có ai trong danh sách`
