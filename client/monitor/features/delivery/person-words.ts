/** Words about a person's answering and addresses. Pure. */

import type { How, PersonView } from '../../../shared/delivery-types.ts'
import { t } from '../../words/t.ts'

export const ANSWERED_WORDS: Record<PersonView['answered'], string> = {
  none: t`Chưa trả lời`,
  some: t`Đã trả lời một phần`,
  all: t`Đã trả lời đủ`,
}

export const HOW_WORDS: Record<How, string> = {
  'zalo-chat': t`nhắn Zalo`,
  paper: t`đưa giấy`,
  other: t`cách khác`,
}

/** `84912345678` or `0912345678` → `0912 345 678`. */
export function phoneWords(phone: string): string {
  const local = phone.replace(/^84(?=\d{9}$)/, '0')
  return local.length === 10 ? `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}` : local
}
