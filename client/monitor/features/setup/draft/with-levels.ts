/** The campaign's levels into every question that scores, wherever a questionnaire holds it. Pure. */
import type { Block, Definition, Questionnaire } from '../../../../../server/campaigns/definition.ts'

type Json = Record<string, unknown>
type Levels = Pick<Definition, 'levels' | 'noOpinion'>

/** The same definition when its levels are those of `before`; a question that had other choices keeps them. */
export function withLevels(definition: Definition, before: Levels): Definition {
  const [was, now] = [choicesOf(before), choicesOf(definition)]
  if (JSON.stringify(was) === JSON.stringify(now)) return definition
  return { ...definition, blocks: definition.blocks.map((block) => inBlock(block, now)) }
}

const choicesOf = ({ levels, noOpinion }: Levels) =>
  [...levels, noOpinion].map(({ value, name }) => ({ value, text: name }))

function inBlock(block: Block, choices: Json[]): Block {
  const scored = new Set(block.criteria.flatMap(({ question }) => question ?? []))
  const changed = Object.entries(block.questionnaires).map(([name, json]) => [name, inElement(json, scored, choices)])
  return { ...block, questionnaires: Object.fromEntries(changed) as Record<string, Questionnaire> }
}

/** Pages, panels and questions nest in one way. */
function inElement(element: Json, scored: ReadonlySet<string>, choices: Json[]): Json {
  const inside = (['pages', 'elements', 'questions'] as const).flatMap((key) => {
    const list = element[key]
    return Array.isArray(list) ? [[key, list.map((one) => (isJson(one) ? inElement(one, scored, choices) : one))]] : []
  })
  const scores = typeof element.name === 'string' && scored.has(element.name) && 'choices' in element
  return { ...element, ...Object.fromEntries(inside), ...(scores && { choices }) }
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
