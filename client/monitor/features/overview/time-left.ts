/** How long people can still answer, in words. Pure. */
import type { CampaignStatus } from '../../../shared/api-types.ts'
import { dayOf, daysBetween, formatDate, formatTime } from '../../../shared/format-vi.ts'

/** `figure` is large, `words` stand below it. `now` in milliseconds. */
export function timeLeft(
  status: CampaignStatus,
  closesAt: string | null,
  now: number,
): { figure: string; words: string } {
  if (status === 'closed' || status === 'final') return { figure: 'Đã đóng', words: 'không nhận thêm phiếu' }
  if (!closesAt) return { figure: 'Không hạn', words: 'đóng khi bạn quyết định' }
  if (Date.parse(closesAt) <= now) return { figure: 'Hết hạn', words: `từ ${formatDate(closesAt)}` }
  const days = daysBetween(dayOf(now), dayOf(closesAt))
  if (days === 0) return { figure: 'Hôm nay', words: `là hạn cuối, ${formatTime(closesAt)}` }
  return { figure: `${days} ngày`, words: 'còn lại' }
}
