/** How the answers stand against the plan, in words. Pure. */

import { formatCount } from '../../../shared/format-vi.ts'
import { t } from '../../words/t.ts'

/** `behind` as `answersBehind` gives it. */
export function paceWords(behind: number): string {
  if (behind > 0) return t`chậm ${formatCount(behind)} phiếu so với tiến độ đều từng ngày`
  if (behind < 0) return t`nhanh hơn ${formatCount(-behind)} phiếu so với tiến độ đều từng ngày`
  return t`đúng tiến độ đều từng ngày`
}
