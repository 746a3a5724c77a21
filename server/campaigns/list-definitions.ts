/** Definitions as an officer chooses among them, each with what does not add up. Pure. */
import type { DefinitionEntry } from './load-definitions.ts'
import type { DefinitionsView } from './schemas.ts'
import { countQuestions } from './survey-questions.ts'
import { validateDefinition } from './validate-definition.ts'

export function listDefinitions(entries: DefinitionEntry[]): DefinitionsView {
  return entries.map(({ slug, title, definition, problems }) => ({
    slug,
    title,
    problems: definition ? validateDefinition(definition) : problems,
    blocks: (definition?.blocks ?? []).map((block) => ({
      code: block.code,
      name: block.name,
      units: block.units.length,
      groups: block.groups.length,
      questions: Math.max(0, ...Object.values(block.questionnaires).map(countQuestions)),
    })),
  }))
}
