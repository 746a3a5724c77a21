/** What a unit's points do not hold: criteria without points to add, responses that were never counted. Pure. */

import type { UnitScore } from '../../shared/api-types.ts'
import { formatCount } from '../../shared/format-vi.ts'
import { t } from '../words/t.ts'

/** Codes of the criteria that add nothing to the points shown. */
export const criteriaWithout = ({ sources }: Pick<UnitScore, 'sources'>): string[] =>
  sources.flatMap(({ without = [] }) => without)

/** For a unit's row; null when its points are whole. */
export function leftOutWords(unit: UnitScore): string | null {
  const codes = criteriaWithout(unit)
  return codes.length > 0 ? t`không gồm tiêu chí ${codes.join(', ')}` : null
}

/** In full sentences, for a unit's own page; empty when nothing is left out. */
export function leftOutReasons({ sources, withheld = 0 }: UnitScore, minimum: number): string[] {
  const partial = sources.flatMap(({ name, without = [] }) =>
    without.length > 0
      ? [t`Điểm “${name}” không gồm tiêu chí ${without.join(', ')}: không đủ ý kiến nên không có điểm để cộng.`]
      : [],
  )
  if (withheld === 0) return partial
  const uncounted = t`${formatCount(withheld)} phiếu đã nhận không được kiểm và đã bị hủy mà không ai xem, vì đơn vị không đủ ${minimum} phiếu.`
  return [...partial, uncounted]
}
