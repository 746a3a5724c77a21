import type { JSONSchema } from 'json-schema-to-typescript'
import { expect, test } from 'vitest'
import { composeTypes, type OpenApi } from './compose-types.ts'

const object = (properties: Record<string, JSONSchema>): JSONSchema => ({
  ...{ type: 'object', additionalProperties: false },
  ...{ properties, required: Object.keys(properties) },
})
const range = object({ low: { type: 'number' }, high: { type: 'number' } })
const answer = object({
  total: { ...range, description: 'What it can still become' },
  units: { type: 'array', items: object({ range: { anyOf: [range, { type: 'null' }] } }) },
})
const document: OpenApi = {
  paths: {
    '/api/index/v1/x': {
      get: {
        operationId: 'readX',
        responses: { 200: { content: { 'application/json': { schema: answer } } } },
      },
    },
  },
}

test('a named shape is written once, and its name stands wherever the shape does', async () => {
  const files = await composeTypes(document, { Range: 'ReadXAnswer.total', Unit: 'ReadXAnswer.units' })
  const text = files.get('read-x.ts')!
  expect(text.match(/low: number/g)).toHaveLength(1)
  expect(text).toContain('export interface Range {\n  low: number\n  high: number\n}\n')
  expect(text).toContain('/** What it can still become */\n  total: Range\n  units: Unit[]\n')
  expect(text).toContain('export interface Unit {\n  range: Range | null\n}\n')
})

test('a call has a file of its own, which imports the shapes that stand in another', async () => {
  const other = {
    operationId: 'keepXTwice',
    responses: { 201: { content: { 'application/json': { schema: answer } } } },
  }
  const paths = { ...document.paths, '/api/index/v1/a': { post: other }, '/api/else': { get: other } }
  const files = await composeTypes({ paths }, { Range: 'ReadXAnswer.total', Unit: 'ReadXAnswer.units' })
  expect([...files.keys()]).toEqual(['keep-x-twice.ts', 'read-x.ts'])
  expect(files.get('keep-x-twice.ts')).toContain("\nimport type { Range, Unit } from './read-x.ts'\n\n/** POST ")
  expect(files.get('keep-x-twice.ts')).toContain('  total: Range\n  units: Unit[]\n')
  expect(files.get('read-x.ts')).not.toContain('import')
})

test('a name for a shape that is not there any more is refused', async () => {
  const composing = composeTypes(document, { Range: 'ReadXAnswer.units.ranges' })
  await expect(composing).rejects.toThrow('Nothing stands at ReadXAnswer.units.ranges')
})
