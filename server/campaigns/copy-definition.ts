/** A definition for the year after: the same words, counted on by one year. Pure. */
import type { Block, Definition, Questionnaire } from './definition.ts'

/**
 * The year stands one higher, also where it is named in the title, in the notice's version and in questionnaires' titles;
 * the notice's text stays, because years in it may be those of laws. Units name no predecessor, which means that each
 * continues the unit of the same code.
 */
export function copyDefinition(definition: Definition): Definition {
  const { year } = definition
  const next = (text: string) => countOn(text, year)
  return {
    ...definition,
    year: Math.min(year + 1, LAST_YEAR),
    title: next(definition.title),
    notice: { ...definition.notice, version: next(definition.notice.version) },
    blocks: definition.blocks.map((block) => copyBlock(block, next)),
  }
}

/** What a definition may hold. */
const LAST_YEAR = 2100

/** The year as a word of its own: not within a longer number. */
const countOn = (text: string, year: number): string =>
  text.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g'), String(Math.min(year + 1, LAST_YEAR)))

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
