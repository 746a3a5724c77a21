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
