/**
 * The way back from the table of questions (question-table.ts) to the definition. A table that was not changed gives the
 * very same definition; a changed one changes only what it says differently. Pure.
 */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Block, Criterion, Definition } from '../campaigns/definition.ts'
import { askedQuestions } from '../campaigns/survey-questions.ts'
import { editCriteriaSet } from './edit-criteria-set.ts'
import { type Element, editElement, levelChoices, newElement } from './edit-element.ts'
import { editQuestionnaire, type QuestionnaireEdit } from './edit-questionnaire.ts'
import { judgeRows, type MeantRow } from './judge-table-rows.ts'
import type { QuestionRow, RowProblem } from './question-row.ts'
import { rowsOf } from './question-table.ts'
import { type GroupForm, shareQuestionnaires } from './share-questionnaires.ts'

/** `definition` is there exactly when `problems` is empty. It may not add up all the same. */
export type AppliedTable = { definition?: Definition; problems: RowProblem[] }

/** `rows` in place of the table of block `code`. Throws a RangeError when there is no such block. */
export function applyTable(definition: Definition, code: string, rows: QuestionRow[]): AppliedTable {
  const block = definition.blocks.find((candidate) => candidate.code === code)
  if (!block) throw new RangeError(`there is no block ${code}`)
  const before = rowsOf(block)
  if (canonicalJson(before) === canonicalJson(rows)) return { definition, problems: [] }
  const judged = judgeRows(block, before, rows)
  if (judged.problems.length > 0) return { problems: judged.problems }
  const edited = editBlock(block, before, judged.rows, levelChoices(definition))
  return {
    definition: { ...definition, blocks: definition.blocks.map((one) => (one === block ? edited : one)) },
    problems: [],
  }
}

function editBlock(block: Block, before: QuestionRow[], rows: MeantRow[], levels: Element[]): Block {
  const set = block.criteriaSet && editCriteriaSet(block.criteriaSet, pairsOf(block.criteria, rows))
  const domains = editDomains({ ...block, ...(set && { criteriaSet: set }) }, before, rows)
  const criteria = rows.flatMap(({ row }) => (row.criterion === '' ? [] : [criterionOf(row)]))
  const forms = editForms(block, before, rows, domains, levels)
  return { ...block, domains, criteria, ...shareQuestionnaires(block, forms), ...(set && { criteriaSet: set }) }
}

const criterionOf = ({ criterion: code, name, domain, source, max, kind, question }: QuestionRow): Criterion => ({
  ...{ code, name, domain, source, max },
  ...(kind === 'levels' ? { question } : {}),
})

function pairsOf(criteria: Criterion[], rows: MeantRow[]) {
  const kept = new Map(rows.flatMap(({ row, was }) => (was?.criterion && row.criterion ? [[was.criterion, row]] : [])))
  const added = rows.filter(({ row, was }) => row.criterion !== '' && !was?.criterion)
  return [
    ...criteria.map((was) => {
      const row = kept.get(was.code)
      return { was, now: row && criterionOf(row) }
    }),
    ...added.map(({ row }) => ({ was: undefined, now: criterionOf(row) })),
  ]
}

/** In the order of the table where that changed; a domain that never had a row stays, and one of the index's criteria. */
function editDomains({ domains, criteriaSet = [] }: Block, before: QuestionRow[], rows: MeantRow[]): Block['domains'] {
  const names = new Map(rows.map(({ row }) => [row.domain, row.domainName]))
  names.delete('')
  const had = [...new Set(before.map(({ domain }) => domain))]
  const inSet = new Set(criteriaSet.map(({ domain }) => domain))
  const kept = domains.filter(({ code }) => names.has(code) || !had.includes(code) || inSet.has(code))
  const now = [...names.keys()]
  const orderOf = (list: string[]) =>
    list.filter((code) => kept.some((domain) => domain.code === code) && names.has(code) && had.includes(code))
  const reordered = orderOf(now).some((code, at) => code !== orderOf(had)[at])
  const list = kept.map(({ code, name }) => ({ code, name: names.get(code) ?? name }))
  for (const [at, code] of now.entries()) {
    if (list.some((domain) => domain.code === code)) continue
    const behind = list.findIndex((domain) => domain.code === now[at - 1])
    list.splice(behind + 1, 0, { code, name: names.get(code)! })
  }
  return reordered ? sortLike(list, now) : list
}

/** What is not in `order` stays behind what it stood behind. */
function sortLike(list: Block['domains'], order: string[]): Block['domains'] {
  let last = -1
  const ranked = list.map((domain) => {
    if (order.includes(domain.code)) last = order.indexOf(domain.code)
    return { domain, rank: last }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ domain }) => domain)
}

/** What each group is to be asked. */
function editForms(
  block: Block,
  before: QuestionRow[],
  rows: MeantRow[],
  domains: Block['domains'],
  levels: Element[],
): GroupForm[] {
  const asked = askedQuestions(block)
  const make: QuestionnaireEdit['make'] = (meant) => {
    const known = asked.get(meant.row.question)?.question
    if (!known) return newElement(meant, levels)
    const { page: _, ...element } = known
    return editElement(element, meant, levels)
  }
  const renamed = new Map(
    block.domains.flatMap(({ code, name }) => {
      const now = domains.find((domain) => domain.code === code)
      return now && now.name !== name ? [[name, now.name]] : []
    }),
  )
  const orderBefore = before.map(({ question }) => question)
  return block.groups.map(({ code, questionnaire }) => {
    const wanted = rows.filter(({ row }) => row.question !== '' && row.groups.includes(code))
    const base = block.questionnaires[questionnaire]
    if (!base && wanted.length === 0) return { group: code, json: undefined }
    const json = editQuestionnaire(base ?? emptyLike(block), { wanted, orderBefore, make, renamed, levels })
    return { group: code, json }
  })
}

/** For a group whose questionnaire is missing: the words around the questions of another one. */
function emptyLike({ questionnaires }: Block): Element {
  const { title, locale, showQuestionNumbers } = Object.values(questionnaires)[0] ?? {}
  const frame = Object.entries({ title, locale, showQuestionNumbers }).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(frame), pages: [] }
}
