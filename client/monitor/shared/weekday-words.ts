import { dayOf, formatDate } from '../../shared/format-vi.ts'
import { t } from '../words/t.ts'

const WEEKDAYS = [t`Chủ nhật`, t`Thứ hai`, t`Thứ ba`, t`Thứ tư`, t`Thứ năm`, t`Thứ sáu`, t`Thứ bảy`]

/** An ISO time or a calendar day → `Thứ hai, ngày 02/03/2026`. */
export const weekdayWords = (at: string): string =>
  t`${WEEKDAYS[new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay()]!}, ngày ${formatDate(at)}`
