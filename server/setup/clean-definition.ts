/**
 * A definition as a browser sent it, made sure of: no deeper than any definition is, text as surveys/ is read (NFC), nothing
 * that the database or a hash cannot hold, and the right shape with a path for each problem.
 */
import { Definition, type DefinitionProblem } from '../campaigns/definition.ts'
import { describeShapeProblems } from '../campaigns/describe-shape-problems.ts'
import { MOST_PROBLEMS } from './schemas.ts'

/** A questionnaire nests pages, panels, elements, choices and texts. */
const DEEPEST = 40

export type CleanDefinition =
  | { definition: Definition; problems?: undefined }
  | { definition?: undefined; problems: DefinitionProblem[] }

/** `problems` are of the shape: what stands there cannot even be saved. */
export function cleanDefinition(sent: unknown): CleanDefinition {
  if (!isShallow(sent, DEEPEST)) return { problems: [{ path: '', problem: `lồng nhau quá ${DEEPEST} cấp` }] }
  const data = cleanValue(sent)
  const parsed = Definition.safeParse(data)
  if (parsed.success) return { definition: parsed.data }
  return { problems: describeShapeProblems(parsed.error, data).slice(0, MOST_PROBLEMS) }
}

function isShallow(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return left > 0 && Object.values(value).every((inner) => isShallow(inner, left - 1))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]/g

const cleanText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, ' ').normalize('NFC')

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanValue(inner)]))
}
