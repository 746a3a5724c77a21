/** What may stand in braces in a campaign's own words, and what takes its place. Pure. */
import { oneLine } from './one-line.ts'

export const LINK = '{đường_dẫn}'
export const UNITS = '{đơn_vị}'

export type Placeholder = { name: string; meaning: string; example: string }

/** `parts` of the message that the examples are made of; see sample-message.ts. */
export type PlaceholderParts = {
  name: string
  campaign: string
  units: string[]
  /** With its hour: "17:00 ngày 20/12/2024". */
  deadline: string | null
  organizer: { name: string; phone: string; email: string }
  link: string
}

const KNOWN: { name: string; meaning: string; value: (parts: PlaceholderParts) => string }[] = [
  { name: '{họ_tên}', meaning: 'Họ và tên người nhận', value: ({ name }) => name },
  { name: '{đợt}', meaning: 'Tên đợt điều tra', value: ({ campaign }) => campaign },
  {
    name: UNITS,
    meaning: 'Các đơn vị người nhận còn phải đánh giá; đứng một mình trên một dòng thì thành danh sách',
    value: ({ units }) => units.join(', '),
  },
  {
    name: '{hạn}',
    meaning: 'Hạn trả lời, có giờ và chữ “ngày”; khi đợt không có hạn thì là “khi đợt điều tra kết thúc”',
    value: ({ deadline }) => deadline ?? 'khi đợt điều tra kết thúc',
  },
  {
    name: LINK,
    meaning: 'Đường dẫn riêng của người nhận; bắt buộc, đúng một lần, đứng một mình trên một dòng',
    value: ({ link }) => link,
  },
  { name: '{cơ_quan}', meaning: 'Tên cơ quan tổ chức khảo sát', value: ({ organizer }) => organizer.name },
  { name: '{điện_thoại}', meaning: 'Số điện thoại của cơ quan', value: ({ organizer }) => organizer.phone },
  { name: '{thư_cơ_quan}', meaning: 'Địa chỉ thư điện tử của cơ quan', value: ({ organizer }) => organizer.email },
]

export const PLACEHOLDER_NAMES: readonly string[] = KNOWN.map(({ name }) => name)

/** Anything in braces, known or not. */
export const IN_BRACES = /\{[^{}\n]*\}/gu

const LONGEST_VALUE = 200

/** Puts values in place, in one go: braces inside a value stay what they are. Unknown placeholders stay as they were typed. */
export function fillPlaceholders(words: string, parts: PlaceholderParts): string {
  return words.replace(IN_BRACES, (found) => {
    const known = KNOWN.find(({ name }) => name === found)
    return known ? oneLine(known.value(parts), known.name === LINK ? Number.POSITIVE_INFINITY : LONGEST_VALUE) : found
  })
}

export function listPlaceholders(sample: PlaceholderParts): Placeholder[] {
  return KNOWN.map(({ name, meaning }) => ({ name, meaning, example: fillPlaceholders(name, sample) }))
}
