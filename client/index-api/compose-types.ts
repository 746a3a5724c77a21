/** The types of the index module's calls, written out from the server's own OpenAPI document. */
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { nameShapes, type ShapeNames } from './name-shapes.ts'

type Content = Record<string, { schema?: JSONSchema }>
type Operation = {
  operationId?: string
  summary?: string
  parameters?: { in: string; name: string; required?: boolean; schema: JSONSchema }[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
export type OpenApi = { paths: Record<string, Record<string, Operation>> }

const HEAD = `/**
 * Made by \`npm run index-api\` from the server's OpenAPI document: do not edit. One type for each body and answer of the
 * calls under /api/index; their names come from the calls' own (operationId). After them what they are made of.
 */
`
const NAMES: ShapeNames = {
  IndexRules: 'ReadIndexAnswer.rules',
  IndexSets: 'ReadIndexAnswer.sets',
  IndexSet: 'ReadIndexAnswer.sets.appraised',
  IndexSurvey: 'ReadIndexAnswer.survey',
  IndexBlock: 'ReadIndexAnswer.blocks',
  IndexUnit: 'ReadIndexAnswer.blocks.units',
  IndexRanges: 'ReadIndexAnswer.blocks.units.ranges',
  PointRange: 'ReadIndexAnswer.blocks.units.ranges.total',
  PastUnit: 'ReadIndexAnswer.blocks.past.units',
  ScoresBlock: 'ReadScoresAnswer.blocks',
  ScoresUnit: 'ReadScoresAnswer.blocks.units',
}
const STYLE = { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' } as const

/** TypeScript source, formatted; the same document gives the same text. */
export async function composeTypes({ paths }: OpenApi, names: ShapeNames = NAMES): Promise<string> {
  const calls = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/index/'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, call]) => ({ path, method, call })))
    .toSorted((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
  const types = new Map<string, JSONSchema>()
  for (const { path, method, call } of calls) {
    const name = typeName(call.operationId ?? `${method} ${path.replace(/^\/api\/index\/(v1\/)?/, '')}`)
    const about = `${method.toUpperCase()} ${path}${call.summary ? `: ${call.summary}` : ''}`
    const body = jsonOf(call.requestBody?.content)
    if (body) types.set(`${name}Body`, { ...body, description: `Sent to ${about}` })
    const answer = jsonOf((call.responses['200'] ?? call.responses['201'])?.content)
    if (answer) types.set(`${name}Answer`, { ...answer, description: about })
  }
  const parts = await Promise.all([...nameShapes(types, names)].map(([name, schema]) => typeOf(name, schema)))
  return `${HEAD}\n${parts.join('\n')}`
}

const jsonOf = (content: Content | undefined): JSONSchema | undefined => content?.['application/json']?.schema

async function typeOf(name: string, { $schema: _, ...schema }: JSONSchema): Promise<string> {
  const text = await compile(schema, name, { bannerComment: '', style: STYLE, additionalProperties: false })
  return text.replace(/\/\*\*\n *\* (.*)\n *\*\//g, '/** $1 */')
}

/** "readIndex" → "ReadIndex", "post campaigns/{code}/points" → "PostCampaignsCodePoints". */
const typeName = (id: string): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
