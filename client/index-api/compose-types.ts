/** The types of the index module's calls, written out from the server's own OpenAPI document, one file for each call. */
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { nameShapes, type ShapeNames } from './name-shapes.ts'

type Content = Record<string, { schema?: JSONSchema }>
type Operation = {
  operationId?: string
  summary?: string
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
export type OpenApi = { paths: Record<string, Record<string, Operation>> }

const HEAD = `/**
 * Made by \`npm run index-api\` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
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

/**
 * TypeScript source, formatted, by the name of its file ("read-index.ts"); the same document gives the same text. A named
 * shape stands in the file of the call that it was found in, and the others import it.
 */
export async function composeTypes({ paths }: OpenApi, names: ShapeNames = NAMES): Promise<Map<string, string>> {
  const calls = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/index/'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, call]) => ({ path, method, call })))
    .toSorted((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
  const types = new Map<string, JSONSchema>()
  const files = new Map<string, string>()
  const add = (type: string, file: string, schema: JSONSchema) => {
    types.set(type, schema)
    files.set(type, file)
  }
  for (const { path, method, call } of calls) {
    const name = typeName(call.operationId ?? `${method} ${path.replace(/^\/api\/index\/(v1\/)?/, '')}`)
    const file = `${name.replace(/(?<=.)(?=[A-Z])/g, '-').toLowerCase()}.ts`
    const about = `${method.toUpperCase()} ${path}${call.summary ? `: ${call.summary}` : ''}`
    const body = jsonOf(call.requestBody?.content)
    if (body) add(`${name}Body`, file, { ...body, description: `Sent to ${about}` })
    const answer = jsonOf((call.responses['200'] ?? call.responses['201'])?.content)
    if (answer) add(`${name}Answer`, file, { ...answer, description: about })
  }
  const shapes = nameShapes(types, names)
  for (const [name, place] of Object.entries(names)) files.set(name, files.get(place.split('.')[0]!)!)
  const sources = [...Map.groupBy(shapes, ([name]) => files.get(name)!)].map(
    async ([file, parts]) => [file, await sourceOf(file, parts, files)] as const,
  )
  return new Map(await Promise.all(sources))
}

const jsonOf = (content: Content | undefined): JSONSchema | undefined => content?.['application/json']?.schema

async function sourceOf(file: string, shapes: [string, JSONSchema][], files: Map<string, string>): Promise<string> {
  const elsewhere = [...new Set(shapes.flatMap(([, schema]) => namesIn(schema)))]
    .filter((name) => files.get(name) !== file)
    .toSorted()
  const imports = [...Map.groupBy(elsewhere, (name) => files.get(name)!)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, those]) => `import type { ${those.join(', ')} } from './${from}'\n`)
  const types = await Promise.all(shapes.map(([name, schema]) => typeOf(name, schema)))
  return [HEAD + imports.join(''), ...types].join('\n')
}

/** Named shapes that a schema refers to. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => (key === 'tsType' ? [value as string] : namesIn(value)))
}

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
