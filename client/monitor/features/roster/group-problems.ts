/** Problems as an officer mends them: one place each, but a unit or group misspelt alike in many rows is mended at once. Pure. */
import type { Correction, RosterProblem } from '../../../shared/roster-types.ts'

/** What a cell that is wrong should have named; null: something of one person. */
export const namedBy = (code: string): 'unit' | 'group' | null =>
  code.startsWith('unit-') ? 'unit' : code.startsWith('group-') ? 'group' : null

export type Place = Pick<RosterProblem, 'column' | 'code' | 'value' | 'message'> & {
  key: string
  rows: number[]
  suggestions: string[]
}

export function groupProblems(problems: (Omit<RosterProblem, 'value'> & { value?: string | undefined })[]): Place[] {
  const places = new Map<string, Place>()
  for (const { row, column, code, value = '', message, suggestions = [] } of problems) {
    const alike = namedBy(code) !== null && value !== ''
    const key = alike ? `${column} ${code} ${value}` : `${column} ${code} ${row}`
    const place = places.get(key)
    if (place) place.rows.push(row)
    else places.set(key, { key, column, code, value, message, suggestions, rows: [row] })
  }
  return [...places.values()]
}

/** Whether a place can be mended in its cell; one of `row-ignored`, say, cannot. */
export const correctionsOf = (place: Pick<Place, 'rows' | 'column'>, value: string): Correction[] =>
  place.rows.map((row) => ({ row, column: place.column as CellColumn, value }))

export const skipsOf = (place: Pick<Place, 'rows'>): Correction[] => place.rows.map((row) => ({ row, skip: true }))

type CellColumn = Extract<Correction, { column: unknown }>['column']

/** "5, 6, 7 và 12 dòng khác" is made of these. */
export const firstRows = (rows: number[], most = 4): { shown: number[]; more: number } =>
  rows.length <= most + 1 ? { shown: rows, more: 0 } : { shown: rows.slice(0, most), more: rows.length - most }
