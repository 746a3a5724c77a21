/** The microdata as a table of codes, its heading the variables' names, so that a statistics program reads it as it is. Pure. */
import type { Definition } from '../../campaigns/definition.ts'
import type { Cell, Table } from '../../sheets/table.ts'
import type { CellAnswer, MicrodataRow } from './anonymise-microdata.ts'
import { CODES, PLACE, questionVariables } from './build-codebook.ts'

/** `rows` come unit by unit. */
export function microdataTable(definition: Definition, rows: AsyncIterable<MicrodataRow[]>): Table {
  const questions = questionVariables(definition)
  const codes = codesOf(definition)
  const cellsOf = ({ block, unit, groups, answers }: MicrodataRow): Cell[] => [
    ...[block, unit, groups.join('+')],
    ...questions.map((one) => (one.block === block ? codeOf(answers.get(one.question), codes) : null)),
  ]
  async function* parts() {
    for await (const part of rows) yield part.map(cellsOf)
  }
  const names = [...PLACE, ...questions.map(({ name }) => name)]
  return { name: 'Dữ liệu', columns: names.map((title) => ({ title, width: 12 })), rows: parts() }
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
