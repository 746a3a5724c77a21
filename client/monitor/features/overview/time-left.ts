/** How long people can still answer, in words. Pure. */

import type { CampaignStatus } from '../../../shared/api-types.ts'
import { dayOf, daysBetween, formatDate, formatTime } from '../../../shared/format-vi.ts'
import { t } from '../../words/t.ts'

/** `figure` is large, `words` stand below it. `now` in milliseconds. */
export function timeLeft(
  status: CampaignStatus,
  closesAt: string | null,
  now: number,
): { figure: string; words: string } {
  if (status === 'closed' || status === 'final') return { figure: t`Đã đóng`, words: t`không nhận thêm phiếu` }
  if (!closesAt) return { figure: t`Không hạn`, words: t`đóng khi bạn quyết định` }
  if (Date.parse(closesAt) <= now) return { figure: t`Hết hạn`, words: t`từ ${formatDate(closesAt)}` }
  const days = daysBetween(dayOf(now), dayOf(closesAt))
  if (days === 0) return { figure: t`Hôm nay`, words: t`là hạn cuối, ${formatTime(closesAt)}` }
  return { figure: t`${days} ngày`, words: t`còn lại` }
}
