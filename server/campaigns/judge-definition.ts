/**
 * Whether a campaign may be opened with a definition (promise 6): it adds up, and survey-core takes every questionnaire.
 * An officer's edit is judged at every pause in typing, so what survey-core said of a questionnaire is remembered.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { Definition, DefinitionProblem, Questionnaire } from './definition.ts'
import { judgeQuestionnaire } from './judge-questionnaire.ts'
import { validateDefinition } from './validate-definition.ts'

/** By SHA-256 of the questionnaire without its words, the problems with their paths left out. */
const judged = new Map<string, DefinitionProblem[]>()
const KEPT = 500

/** Everything that keeps the campaign from being opened; empty when nothing does. */
export async function judgeDefinition(definition: Definition): Promise<DefinitionProblem[]> {
  const problems = validateDefinition(definition)
  for (const block of definition.blocks)
    for (const [name, questionnaire] of Object.entries(block.questionnaires)) {
      const path = `blocks[${block.code}].questionnaires[${name}]`
      for (const problem of await judgeOnce(questionnaire)) problems.push({ ...problem, path })
    }
  return problems
}

async function judgeOnce(questionnaire: Questionnaire): Promise<DefinitionProblem[]> {
  const key = createHash('sha256')
    .update(canonicalJson(withoutWords(questionnaire)))
    .digest('base64')
  let problems = judged.get(key)
  if (!problems) {
    problems = await judgeQuestionnaire(questionnaire, '')
    if (judged.size >= KEPT) judged.delete(judged.keys().next().value!)
    judged.set(key, problems)
  }
  return problems
}

/** Twenty milliseconds a questionnaire of fifty questions, and most edits are of words, which survey-core does not judge. */
const WORDS = new Set(['title', 'description', 'text', 'html', 'placeholder'])

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      WORDS.has(key) && typeof inner === 'string' ? '' : withoutWords(inner),
    ]),
  )
}
