/** What can be wrong with one line or column of a table of points, whichever its shape. Pure. */
import Fraction from 'fraction.js'
import { isAmbiguous, readDecimal } from '../../sheets/read-decimal.ts'
import type { FoundRow } from './find-row.ts'
import type { UnitColumn } from './find-table.ts'
import type { PlannedRow } from './plan-points.ts'
import { comma, criterionOf, type Place, problemOf, titleOf } from './problem.ts'
import type { PointCell } from './read-tables.ts'
import type { PointProblem } from './schemas.ts'

export const unknownUnit = (label: string, nearest: UnitColumn['nearest']): string =>
  label === ''
    ? 'Có điểm mà không ghi đơn vị. Nếu ô được gộp, hãy bỏ gộp và ghi đơn vị ở từng chỗ.'
    : `Không có đơn vị “${label.slice(0, 100)}”.${nearest ? ` Có phải “${nearest.name}”?` : ' Hãy ghi đúng tên hoặc mã đơn vị.'}`

export function unknownCriterion(
  place: Place,
  { code, name }: { code: string; name: string },
  found: FoundRow,
): PointProblem {
  const value = [code, name].filter((text) => text !== '').join(' ')
  const about = { criterion: code || name, value }
  if (value === '') return problemOf('unknown-criterion', place, {}, 'Có điểm mà không ghi tiêu chí.')
  if (found.row === null && found.several)
    return problemOf(
      'unknown-criterion',
      place,
      about,
      'Mã hoặc tên này có thể là nhiều tiêu chí. Hãy ghi cả mã và tên.',
    )
  if (found.row === null && found.clash) {
    const message = `Mã “${code}” không phải của “${name.slice(0, 100)}” (mã ${found.clash.codes[0] ?? 'khác'}). Hãy sửa mã hoặc tên.`
    return problemOf('unknown-criterion', place, about, message)
  }
  return problemOf(
    'unknown-criterion',
    place,
    about,
    'Tiêu chí này không có trong bộ tiêu chí của đợt. Hãy ghi đúng mã.',
  )
}

/** What to say of a maximum that is not the row's; null when it is, or is left out. */
export function wrongMax(text: string, row: PlannedRow): string | null {
  if (text === '') return null
  const read = readDecimal(text)
  if ('text' in read && new Fraction(read.text).equals(row.max)) return null
  return `Điểm tối đa của “${titleOf(row)}” là ${comma(row.max)}, tệp ghi ${text.slice(0, 30)}.`
}

export const wrongCampaign = (place: Place, given: string, campaign: string): PointProblem =>
  problemOf('wrong-campaign', place, { value: given }, `Bảng này của đợt “${given}”, không phải đợt “${campaign}”.`)

/** What a problem about a cell names. */
export const aboutOf = ({ unit, row, text }: PointCell) => ({
  ...{ unit: unit.code, criterion: criterionOf(row), value: text },
})

export function notNumber(text: string): string {
  if (text.startsWith('#')) return `Ô có lỗi công thức ${text.slice(0, 30)}. Hãy sửa công thức hoặc ghi số.`
  const given = text.slice(0, 50)
  if (isAmbiguous(text))
    return `“${given}” có thể hiểu là số nghìn hoặc số lẻ. Hãy bỏ các số 0 ở cuối phần lẻ (1,25) hoặc dấu phân cách hàng nghìn (1250).`
  return `“${given}” không phải là số. Hãy ghi số, ví dụ 1,75; không có điểm thì ghi 0.`
}
