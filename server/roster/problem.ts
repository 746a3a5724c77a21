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

/** `suggestions`: what the whole cell should probably say, the likeliest first. */
export type Problem = { code: ProblemCode; message: string; suggestions?: string[] }

/** `row` is the spreadsheet's own number, `column` the roster's title of the column, `value` what stood there. */
export type Rejection = {
  row: number
  column: string
  code: ProblemCode
  value: string
  message: string
  suggestions?: string[]
}

const SHOWN_CHARACTERS = 200

export function reject(row: number, field: Field, value: string, problem: Problem): Rejection {
  const { code, message, suggestions = [] } = problem
  const said = { row, column: FIELDS[field], code, value: value.slice(0, SHOWN_CHARACTERS), message }
  return suggestions.length > 0 ? { ...said, suggestions } : said
}
