/** What is wrong in a table of points, with its place, in words for officers. Pure. */
import { columnLetters } from '../../sheets/column-letters.ts'
import type { PlannedRow } from './plan-points.ts'
import type { PointProblem, PointProblemCode } from './schemas.ts'

/** Where in a file; all null for points that came by API. */
export type Place = Pick<PointProblem, 'sheet' | 'row' | 'column'>

export const NOWHERE: Place = { sheet: null, row: null, column: null }

/** “F · Sở Nội vụ”; `column` counts from 0, and the heading stands alone where the table has no such column. */
export const placeOf = (sheet: string, row: number, column: number | undefined, heading = ''): Place => ({
  sheet: sheet === '' ? null : sheet,
  row,
  column:
    [column === undefined ? '' : columnLetters(column), heading].filter((part) => part !== '').join(' · ') || null,
})

type About = { unit?: string | undefined; criterion?: string | undefined; value?: string | undefined }

export const problemOf = (code: PointProblemCode, place: Place, about: About, message: string): PointProblem => ({
  ...place,
  unit: about.unit ?? null,
  criterion: about.criterion ?? null,
  code,
  value: (about.value ?? '').slice(0, 100),
  message,
})

/** “1.1 Ban hành kế hoạch”, or the name alone. */
export const titleOf = ({ codes, name }: PlannedRow): string => [codes[0] ?? '', name].filter(Boolean).join(' ')

/** What a problem names of a row: its code, or the total's name. */
export const criterionOf = ({ codes, name }: PlannedRow): string => codes[0] ?? name

/** A canonical decimal as a Vietnamese reader writes it. */
export const comma = (decimal: string): string => decimal.replace('.', ',')
