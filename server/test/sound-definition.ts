/** The repository's own definitions, each call a fresh copy that a test may spoil. */
import { fileURLToPath } from 'node:url'
import type { Block, Criterion, Definition } from '../campaigns/definition.ts'
import { readDefinition } from '../campaigns/load-definitions.ts'
import type { QuestionJson } from '../campaigns/survey-questions.ts'

export const surveysFolder = fileURLToPath(new URL('../../surveys', import.meta.url))

/** One thing broken in a sound definition: the validator must name exactly `paths`, in order, the first with `problem`. */
export type SpoiltCase = [
  name: string,
  slug: 'son-la-2024' | 'example-commune',
  spoil: (definition: Definition) => unknown,
  paths: string[],
  problem: RegExp,
]

const entries: Record<string, ReturnType<typeof readDefinition>> = {}

export async function soundDefinition(slug: string): Promise<Definition> {
  entries[slug] ??= readDefinition(surveysFolder, slug)
  const entry = await entries[slug]
  if (!entry?.definition) throw new Error(`surveys/${slug} cannot be read: ${JSON.stringify(entry?.problems)}`)
  return structuredClone(entry.definition)
}

/** Its survey alone: what is spoilt there would also be told by the criteria set of the index, which takes its points. */
export async function soundSurvey(slug: string): Promise<Definition> {
  const { index: _, ...definition } = await soundDefinition(slug)
  return { ...definition, blocks: definition.blocks.map(({ criteriaSet: __, ...block }) => block) }
}

export function criterion(block: Block, code: string): Criterion {
  return block.criteria.find((one) => one.code === code)!
}

/** The authored element itself, so that changing it changes the definition. */
export function ask(block: Block, questionnaire: string, name: string): QuestionJson {
  return pages(block, questionnaire)
    .flatMap(({ elements }) => elements)
    .find((element) => element.name === name)!
}

export function addElement(block: Block, questionnaire: string, element: object): void {
  pages(block, questionnaire)[0]!.elements.push(element as QuestionJson)
}

function pages(block: Block, questionnaire: string): { elements: QuestionJson[] }[] {
  return block.questionnaires[questionnaire]!.pages as { elements: QuestionJson[] }[]
}
