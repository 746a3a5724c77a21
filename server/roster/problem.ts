/** What is wrong with one cell or row of a roster, as reported to the person who uploaded it. Pure. */
import { FIELDS, type Field } from './columns.ts'

export type ProblemCode =
  | 'cell-too-long'
  | 'cell-error'
  | 'name-missing'
  | 'name-too-long'
  | 'name-invalid'
  | 'contact-missing'
  | 'email-invalid'
  | 'email-several'
  | 'phone-invalid'
  | 'phone-several'
  | 'phone-damaged'
  | 'phone-landline'
  | 'phone-foreign'
  | 'unit-missing'
  | 'unit-unknown'
  | 'unit-ambiguous'
  | 'group-missing'
  | 'group-unknown'
  | 'group-ambiguous'
  | 'group-other-block'
  | 'group-count'
  | 'person-conflict'
  | 'group-conflict'

export type Problem = { code: ProblemCode; message: string }

/** `row` is the spreadsheet's own number, `column` the roster's title of the column, `value` what stood there. */
export type Rejection = { row: number; column: string; code: ProblemCode; value: string; message: string }

const SHOWN_CHARACTERS = 200

export function reject(row: number, field: Field, value: string, { code, message }: Problem): Rejection {
  return { row, column: FIELDS[field], code, value: value.slice(0, SHOWN_CHARACTERS), message }
}
