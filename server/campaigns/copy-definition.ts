/** A definition for the year after: the same words, counted on by one year. Pure. */
import { type Block, type Definition, LAST_YEAR, type Questionnaire } from './definition.ts'

/**
 * The year stands one higher, also where it is named in the title, in the notice's version and in questionnaires' titles;
 * the notice's text stays, because years in it may be those of laws. Units name no predecessor, which means that each
 * continues the unit of the same code.
 */
export function copyDefinition(definition: Definition): Definition {
  const year = Math.min(definition.year + 1, LAST_YEAR)
  // As a word of its own: not within a longer number.
  const before = new RegExp(`(?<!\\d)${definition.year}(?!\\d)`, 'g')
  const next = (text: string) => text.replace(before, String(year))
  return {
    ...definition,
    year,
    title: next(definition.title),
    notice: { ...definition.notice, version: next(definition.notice.version) },
    blocks: definition.blocks.map((block) => copyBlock(block, next)),
  }
}

function copyBlock(block: Block, next: (text: string) => string): Block {
  return {
    ...block,
    units: block.units.map(({ predecessors: _, ...unit }) => unit),
    questionnaires: Object.fromEntries(
      Object.entries(block.questionnaires).map(([name, json]) => [name, copyQuestionnaire(json, next)]),
    ),
  }
}

function copyQuestionnaire(json: Questionnaire, next: (text: string) => string): Questionnaire {
  const { title } = json
  if (typeof title === 'string') return { ...json, title: next(title) }
  if (typeof title !== 'object' || title === null) return json
  const texts = Object.entries(title).map(([key, text]) => [key, typeof text === 'string' ? next(text) : text])
  return { ...json, title: Object.fromEntries(texts) }
}
