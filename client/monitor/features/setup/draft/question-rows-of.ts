/** The rows of one block's questions as the server's table knows them: codes in place of ids. Pure. */
import type { QuestionRow } from '../../../../../server/setup/question-row.ts'
import { cellOf, type Row, type Sheet } from '../sheet/sheet.ts'
import { decimalOf } from './decimal-text.ts'
import { type Draft, isSeen, rowsOf, sheetOf } from './draft.ts'

/** In the order of the table; a maximum that can't be read goes as it was typed. */
export function questionRowsOf(draft: Draft, block: string): QuestionRow[] {
  const groups = rowsOf(draft, sheetOf(block, 'groups'))
  const domains = rowsOf(draft, sheetOf(block, 'domains'))
  const sources = rowsOf(draft, sheetOf(block, 'sources'))
  return rowsOf(draft, sheetOf(block, 'questions')).map((row) => {
    const text = (column: string) => cellOf(row, column).trim()
    const domain = rowBy(domains, text('domain'))
    const isCriterion = text('code') !== '' || text('name') !== '' || text('max') !== ''
    const source = rowBy(sources, text('source'))
    // Points that come from elsewhere have no question; an emptied one would else be named as missing.
    const asks = text('title') !== '' || !(isCriterion && cellOf(source, 'origin') === 'imported')
    return {
      domain: domain ? cellOf(domain, 'code').trim() : text('domain'),
      domainName: cellOf(domain, 'name').trim(),
      criterion: text('code'),
      name: text('name'),
      max: decimalOf(text('max')) ?? text('max'),
      source: isCriterion ? (source ? cellOf(source, 'code').trim() : text('source')) : '',
      question: asks ? text('question') : '',
      kind: asks ? kindOf(row, isCriterion) : '',
      title: text('title'),
      description: text('description'),
      required: asks && text('required') !== '',
      groups: asks ? groups.filter(({ id }) => isSeen(row, id)).map((group) => cellOf(group, 'code').trim()) : [],
    }
  })
}

/** A question with a criterion is answered by the levels; one without keeps its kind, or is a comment. */
function kindOf(row: Row, isCriterion: boolean): string {
  if (isCriterion) return 'levels'
  const kind = cellOf(row, 'kind')
  return kind === '' || kind === 'levels' ? 'comment' : kind
}

const rowBy = (sheet: Sheet, id: string): Row | undefined => sheet.find((row) => row.id === id)

/** The code that stands in the row of that id now; a text that is no id stays, to be named as a problem. */
export function codeOf(sheet: Sheet, id: string): string {
  const row = rowBy(sheet, id)
  return row ? cellOf(row, 'code').trim() : id
}
