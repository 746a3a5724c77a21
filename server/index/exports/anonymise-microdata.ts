/**
 * What of single responses may leave the house, after the final result only; pure, and the one place that decides it.
 * The reader of the rows also has every published figure: points, the accounts of the units with their counts by group.
 *
 * - A row tells its unit and its cell of groups, nothing else of the person. A cell under k joins the smallest other one of
 *   its unit, and so on; a unit under k is left out. So unit and cell together single out nobody.
 * - A question stands in a cell's rows exactly where the unit's account publishes that cell's counts of it (tally/suppress.ts),
 *   and the rows must add up to those counts. So rows and published figures together, added or subtracted, give no count
 *   that the account does not give by itself: each is of nobody or of at least k. What is kept back for one group is
 *   kept back in all of its rows; what is kept back for a unit, in all of the unit's.
 * - Before a row leaves, suppress() judges once more the counts that the rows themselves make.
 * - The answers of one person stand together within a domain only (shuffle-domains.ts): where more than one domain is shown,
 *   no row is all that somebody said. A block with one domain has whole rows, and the codebook's reader must know.
 * - Only scored questions: nothing is published beside the others, and free text may name its author.
 * - Rows stand in the order of their contents, never in that of storage.
 *
 * What it does not stop is written in docs/threat-model.md: who knows a person's answers to some questions of a domain may
 * find those to its others.
 */
import { mergeSmallGroups } from '../../campaigns/merge-small-groups.ts'
import { suppress } from '../../tally/suppress.ts'
import { shuffleDomains } from './shuffle-domains.ts'

export type LevelCount = { level: string; count: number }

/** A scored question of a unit, as the account of the unit publishes it. `everyone` null: the criterion is not shown. */
export type PublishedQuestion = {
  question: string
  domain: string
  everyone: LevelCount[] | null
  /** Groups whose counts the account shows; those that it keeps back are not among them. */
  cells: { groups: string[]; counts: LevelCount[] }[]
}

export type UnitResponses = {
  block: string
  unit: string
  questions: PublishedQuestion[]
  /** Which questions the groups of a stratum were asked. */
  strata: { groups: string[]; asked: ReadonlySet<string> }[]
  rows: { groups: string[]; answers: Record<string, unknown> }[]
}

/** A level's value, the no-opinion value or "" (left empty); "withheld"; "unasked" where nobody of the cell was asked. */
export type CellAnswer = { level: string } | 'withheld' | 'unasked'

export type MicrodataRow = { block: string; unit: string; groups: string[]; answers: Map<string, CellAnswer> }

export type AnonymiseOptions = {
  /** Values of levels that count as valid answers, from the best down. */
  levels: string[]
  noOpinion: string
  /** k. */
  minimum: number
  /** The digest of the published scores: the same result gives the same rows. */
  seed: string
}

type Cell = { groups: string[]; parts: string[]; rows: UnitResponses['rows'] }

/** The rows of one unit, in the order of its cells' names and their answers. */
export function anonymiseMicrodata(unit: UnitResponses, options: AnonymiseOptions): MicrodataRow[] {
  const cells = cellsOf(unit, options.minimum)
  const shown = new Map(unit.questions.map((question) => [question.question, shownCells(question, cells, options)]))
  const domains = [...Map.groupBy(unit.questions, ({ domain }) => domain).values()].map((questions) =>
    questions.map(({ question }) => question),
  )
  return cells.flatMap((cell) => {
    if (!unit.questions.some(({ question }) => shown.get(question)!.has(cell))) return []
    const seed = [options.seed, unit.block, unit.unit, nameOf(cell.groups)].join(' ')
    const together = cell.rows.map(({ answers }) => answers)
    const rows = shuffleDomains(together, domains, seed).map((answers) => ({
      ...{ block: unit.block, unit: unit.unit, groups: cell.groups },
      answers: new Map(
        unit.questions.map(({ question }) => [question, answerOf(question, answers, cell, unit, shown.get(question)!)]),
      ),
    }))
    return rows.toSorted((a, b) => compareRows(a, b, unit.questions, options))
  })
}

const nameOf = (groups: string[]): string => groups.join('+')

/** Cells of at least k, or the one cell of a unit that is smaller, in which no question can be shown. */
function cellsOf({ rows }: UnitResponses, minimum: number): Cell[] {
  const stored = Map.groupBy(rows, ({ groups }) => nameOf(groups))
  const names = [...stored.keys()].sort()
  const targets = mergeSmallGroups(
    names.map((key) => ({ key, questionnaire: '', size: stored.get(key)!.length })),
    minimum,
  )
  return [...Map.groupBy(names, (name) => targets.get(name)).values()].map((parts) => {
    const together = parts.flatMap((name) => stored.get(name)!)
    return { groups: [...new Set(together.flatMap(({ groups }) => groups))], parts, rows: together }
  })
}

/** The cells whose rows may hold the question. */
function shownCells(question: PublishedQuestion, cells: Cell[], options: AnonymiseOptions): Set<Cell> {
  if (question.everyone === null) return new Set()
  const published = new Map(question.cells.map(({ groups, counts }) => [nameOf(groups), counts]))
  const agreeing = cells.filter((cell) => {
    const parts = cell.parts.map((name) => published.get(name))
    if (parts.some((counts) => counts === undefined)) return false
    return addsUp(
      question.question,
      cell,
      parts.flatMap((counts) => counts!),
    )
  })
  const whole = sizeOf(question.everyone, options)
  const verdict = suppress({
    parts: 'people',
    minimum: options.minimum,
    whole,
    cells: agreeing.map((cell) =>
      sizeOf(
        cell.parts.flatMap((name) => published.get(name)!),
        options,
      ),
    ),
  })
  return new Set(agreeing.filter((_, at) => verdict.cells[at] === 'shown'))
}

/** Answers that were given, no opinion included, are the published ones; "left empty" looks like "not asked" in a row. */
function addsUp(question: string, { rows }: Cell, published: LevelCount[]): boolean {
  const counts = new Map<string, number>()
  for (const { level, count } of published) counts.set(level, (counts.get(level) ?? 0) + count)
  for (const { answers } of rows) {
    const level = levelOf(answers[question])
    counts.set(level, (counts.get(level) ?? 0) - 1)
  }
  counts.delete('')
  return [...counts.values()].every((count) => count === 0)
}

function sizeOf(counts: LevelCount[], { levels }: AnonymiseOptions): { n: number; asked: number } {
  const valid = counts.filter(({ level }) => levels.includes(level))
  return { n: sum(valid), asked: sum(counts) }
}

const sum = (counts: LevelCount[]): number => counts.reduce((total, { count }) => total + count, 0)
const levelOf = (answer: unknown): string => (typeof answer === 'string' ? answer : '')

function answerOf(
  question: string,
  answers: Record<string, unknown>,
  cell: Cell,
  { strata }: UnitResponses,
  shown: Set<Cell>,
): CellAnswer {
  if (shown.has(cell)) return { level: levelOf(answers[question]) }
  const asked = strata.some(({ groups, asked }) => asked.has(question) && groups.some((g) => cell.groups.includes(g)))
  return asked ? 'withheld' : 'unasked'
}

/** By the levels of the questions in turn; rows that are alike in all of them are the same row to a reader. */
function compareRows(a: MicrodataRow, b: MicrodataRow, questions: PublishedQuestion[], options: AnonymiseOptions) {
  const order = [...options.levels, options.noOpinion, '']
  const placeOf = (answer: CellAnswer) => (typeof answer === 'string' ? -1 : order.indexOf(answer.level))
  for (const { question } of questions) {
    const difference = placeOf(a.answers.get(question)!) - placeOf(b.answers.get(question)!)
    if (difference !== 0) return difference
  }
  return 0
}
