/** How the answers stand against the plan, in words. Pure. */

import { formatCount } from '../../../shared/format-vi.ts'
import { t } from '../../words/t.ts'

/** `behind` as `answersBehind` gives it. */
export function paceWords(behind: number): string {
  if (behind > 0) return t`chậm ${formatCount(behind)} phiếu so với nhịp đều`
  if (behind < 0) return t`nhanh hơn nhịp đều ${formatCount(-behind)} phiếu`
  return t`đúng nhịp đều tới hạn`
}
