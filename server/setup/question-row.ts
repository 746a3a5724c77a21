/**
 * One row of the table in which officers edit questions and criteria: a criterion with its question, a criterion whose
 * points come from elsewhere (no question), or a question that scores nothing (no criterion). Pure.
 */

/** Kinds of question that a new row may have; others ("matrix", "checkbox"…) can be kept, moved and worded, not made. */
export const NEW_KINDS = ['levels', 'comment', 'text', 'boolean', 'rating', 'html'] as const

/** Rows that a table may have. */
export const MOST_ROWS = 500

export type QuestionRow = {
  /** Code and name of the domain; both empty for a question that stands on no domain's page. */
  domain: string
  domainName: string
  /** Code and name of the criterion; both empty for a question that scores nothing. */
  criterion: string
  name: string
  /** Decimal text ("0.75") and code of the source; both empty without a criterion. */
  max: string
  source: string
  /** SurveyJS name; empty for a new question (one is made) and for a criterion without a question. */
  question: string
  /** "levels" for a scored question, else the SurveyJS type; empty for a criterion without a question. */
  kind: string
  /** Wording, and the explanation under it. For kind "html" the title is the markup. */
  title: string
  description: string
  required: boolean
  /** Codes of the groups that see the question, in the block's order. */
  groups: string[]
}

/** A problem with one cell; `at` is the row's index, -1 for the table as a whole; `column` null for a whole row. */
export type RowProblem = {
  at: number
  column: keyof QuestionRow | null
  code: string
  value: string
  values: string[]
  message: string
}
