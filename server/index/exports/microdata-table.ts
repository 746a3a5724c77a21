/** The microdata as a table of codes, its heading the variables' names, so that a statistics program reads it as it is. Pure. */
import type { Definition } from '../../campaigns/definition.ts'
import type { Cell, Table } from '../../sheets/table.ts'
import type { CellAnswer, MicrodataRow } from './anonymise-microdata.ts'
import { CODES, questionVariables } from './build-codebook.ts'
import type { CodebookVariable } from './codebook-schemas.ts'

const ROWS_AT_ONCE = 500

export function microdataTable(definition: Definition, variables: CodebookVariable[], rows: MicrodataRow[]): Table {
  const questions = questionVariables(definition)
  const codes = codesOf(definition)
  const cellsOf = ({ block, unit, groups, answers }: MicrodataRow): Cell[] => [
    ...[block, unit, groups.join('+')],
    ...questions.map((one) => (one.block === block ? codeOf(answers.get(one.question), codes) : null)),
  ]
  function* parts() {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      yield rows.slice(from, from + ROWS_AT_ONCE).map(cellsOf)
  }
  return { name: 'Dữ liệu', columns: variables.map(({ name }) => ({ title: name, width: 12 })), rows: parts() }
}

function codesOf({ levels, noOpinion }: Definition): ReadonlyMap<string, number> {
  return new Map([
    ...levels.map(({ value }, at) => [value, at + 1] as const),
    [noOpinion.value, CODES.noOpinion],
    ['', CODES.empty],
  ])
}

function codeOf(answer: CellAnswer | undefined, codes: ReadonlyMap<string, number>): number | null {
  if (answer === undefined || answer === 'unasked') return null
  if (answer === 'withheld') return CODES.withheld
  return codes.get(answer.level) ?? CODES.empty
}
