/**
 * The questions and criteria of a block as one table: what officers edit in the console, and download and upload as .xlsx.
 * apply-table.ts is the way back; a table that was not changed changes nothing. Pure.
 */
import type { Block, Definition } from '../campaigns/definition.ts'
import {
  type AskedQuestion,
  askedQuestions,
  pagesOf,
  type QuestionJson,
  questionsOf,
  scoredQuestions,
  textOf,
} from '../campaigns/survey-questions.ts'
import type { QuestionRow } from './question-row.ts'

/** In the order of the criteria; questions that score nothing stand where they are asked. Undefined: no such block. */
export function tableOf({ blocks }: Pick<Definition, 'blocks'>, code: string): QuestionRow[] | undefined {
  const block = blocks.find((candidate) => candidate.code === code)
  return block && rowsOf(block)
}

/** As tableOf, of a block at hand. */
export function rowsOf(block: Block): QuestionRow[] {
  const scored = scoredQuestions(block)
  const asked = askedQuestions(block)
  const rows = block.criteria.map((criterion): QuestionRow => {
    const question = criterion.question === undefined ? undefined : asked.get(criterion.question)
    return {
      ...{ domain: criterion.domain, domainName: nameOfDomain(block, criterion.domain) },
      ...{ criterion: criterion.code, name: criterion.name, max: criterion.max, source: criterion.source },
      ...wordsOf(criterion.question ?? '', question),
      kind: criterion.question === undefined ? '' : 'levels',
    }
  })
  for (const { questionnaire } of block.groups) {
    let previous = -1
    for (const question of questionsOf(block.questionnaires[questionnaire] ?? {})) {
      const at = rows.findIndex((row) => row.question === question.name)
      if (at >= 0) {
        previous = at
        continue
      }
      if (scored.has(question.name)) continue
      const domain = domainOfPage(block, scored, questionnaire, question.page)
      previous += 1
      rows.splice(previous, 0, {
        ...{ domain, domainName: nameOfDomain(block, domain), criterion: '', name: '', max: '', source: '' },
        ...wordsOf(question.name, asked.get(question.name)),
        kind: question.type,
      })
    }
  }
  return rows
}

function wordsOf(name: string, asked: AskedQuestion | undefined) {
  const question = asked?.question
  return {
    question: name,
    title: question ? titleOf(question) : '',
    description: textOf(question?.description),
    required: question?.isRequired === true,
    groups: asked?.groups.map(({ code }) => code) ?? [],
  }
}

/** What is asked; for a text without a question, its markup. */
export const titleOf = (question: QuestionJson): string =>
  textOf(question.type === 'html' ? question.html : question.title)

const nameOfDomain = (block: Block, code: string): string =>
  block.domains.find((domain) => domain.code === code)?.name ?? ''

/** The one domain whose criteria the page asks about; empty when it asks about none or several. */
function domainOfPage(
  block: Block,
  scored: ReturnType<typeof scoredQuestions>,
  questionnaire: string,
  page: number,
): string {
  const json = block.questionnaires[questionnaire]!
  if (pagesOf(json).length < 2) return ''
  const here = questionsOf(json).filter((question) => question.page === page)
  const domains = new Set(here.flatMap(({ name }) => scored.get(name)?.domain ?? []))
  return domains.size === 1 ? [...domains][0]! : ''
}
