/** What a unit's points do not hold: criteria without points to add, responses that were never counted. Pure. */

import type { UnitScore } from '../../shared/api-types.ts'
import { formatCount } from '../../shared/format-vi.ts'
import { t } from '../words/t.ts'
import { criterionNames } from './criterion-names.ts'

/** Codes of the criteria that add nothing to the points shown. */
export const criteriaWithout = ({ sources }: Pick<UnitScore, 'sources'>): string[] =>
  sources.flatMap(({ without = [] }) => without)

/** For a unit's row; null when its points are whole. */
export function leftOutWords(unit: UnitScore): string | null {
  const codes = criteriaWithout(unit)
  return codes.length > 0 ? t`không gồm tiêu chí ${criterionNames(unit, codes)}` : null
}

/** Imported sources of which nothing is known, by name; null when there is none. */
export function sourcesMissingWords({ sources }: Pick<UnitScore, 'sources'>): string | null {
  const missing = sources.filter(({ origin, points }) => origin === 'imported' && points === null)
  return missing.length > 0 ? t`chưa có ${missing.map(({ name }) => `“${name}”`).join(', ')}` : null
}

/** In full sentences, for a unit's own page; empty when nothing is left out. */
export function leftOutReasons(unit: UnitScore, minimum: number): string[] {
  const { sources, withheld = 0 } = unit
  const partial = sources.flatMap(({ name, without = [] }) =>
    without.length > 0
      ? [
          t`Điểm “${name}” không gồm tiêu chí ${criterionNames(unit, without)}: không đủ ý kiến nên không có điểm để cộng.`,
        ]
      : [],
  )
  if (withheld === 0) return partial
  const uncounted = t`${formatCount(withheld)} phiếu đã nhận không được kiểm và đã bị hủy mà không ai xem, vì đơn vị không đủ ${minimum} phiếu.`
  return [...partial, uncounted]
}
