/** What differs between what two states of a block ask, and whom. Pure. */
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Block, Group, Questionnaire } from '../campaigns/definition.ts'
import {
  type AskedQuestion,
  askedQuestions,
  pagesOf,
  type QuestionJson,
  questionsOf,
  textOf,
} from '../campaigns/survey-questions.ts'
import { change } from './change-words.ts'
import { compareLists } from './compare-lists.ts'
import { differs } from './describe-values.ts'
import type { ChangeView } from './schemas.ts'

export function describeQuestions(before: Block, after: Block): ChangeView[] {
  const block = after.name
  const [old, now] = [askedQuestions(before), askedQuestions(after)]
  const { added, removed, kept } = compareLists([...old.values()], [...now.values()], ({ question }) => question.name)
  return [
    ...added.map(({ question }) => change('question-added', block, shown(question))),
    ...removed.map(({ question }) => change('question-removed', block, shown(question))),
    ...kept.flatMap((pair) => describeQuestion(block, pair.before, pair.after)),
    ...describeForms(before, after),
  ]
}

const namesOf = (groups: Group[]) => groups.map(({ name }) => name).join('; ')
const shown = (question: QuestionJson) => textOf(question.title) || question.name

function describeQuestion(block: string, before: AskedQuestion, after: AskedQuestion): ChangeView[] {
  const [old, now] = [before.question, after.question]
  const title = shown(now)
  const differ = (part: string) => canonicalJson(old[part] ?? null) !== canonicalJson(now[part] ?? null)
  const required = (question: QuestionJson) => question.isRequired === true
  const told = [
    ...differs('question-title', shown(old), title, block),
    ...(textOf(old.description) === textOf(now.description) ? [] : [change('question-description', block, title)]),
    ...(required(old) === required(now)
      ? []
      : [change(required(now) ? 'question-required' : 'question-optional', block, title)]),
    ...(['choices', 'rateValues', 'columns', 'rows'].some(differ) ? [change('question-choices', block, title)] : []),
    ...differs('question-audience', namesOf(before.groups), namesOf(after.groups), block, title),
  ]
  if (told.length > 0 || canonicalJson(bare(old)) === canonicalJson(bare(now))) return told
  return [change('question-other', block, title)]
}

/** Without its place: a moved question is told as another order. */
const bare = ({ page: _, ...question }: QuestionJson) => question

/** Order and pages, for each group that is in both. */
function describeForms(before: Block, after: Block): ChangeView[] {
  const { kept } = compareLists(before.groups, after.groups, ({ code }) => code)
  return kept.flatMap(({ before: old, after: now }) => {
    const [from, to] = [before.questionnaires[old.questionnaire] ?? {}, after.questionnaires[now.questionnaire] ?? {}]
    const { reordered } = compareLists(questionsOf(from), questionsOf(to), ({ name }) => name)
    if (reordered) return [change('question-order', after.name, now.name)]
    return framesDiffer(from, to) ? [change('questionnaire-other', after.name, now.name)] : []
  })
}

/** What stands around the questions: the questionnaire's own words, and those of the pages that are in both. */
function framesDiffer(before: Questionnaire, after: Questionnaire): boolean {
  if (frameOf(before) !== frameOf(after)) return true
  const { kept, reordered } = compareLists(pagesOf(before), pagesOf(after), ({ name }) => String(name ?? ''))
  return reordered || kept.some((pair) => frameOf(pair.before) !== frameOf(pair.after))
}

function frameOf({ pages: _, elements: __, questions: ___, ...frame }: Record<string, unknown>): string {
  return canonicalJson(frame)
}
