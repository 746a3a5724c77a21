/** Shapes that stand at more than one place of the calls, or are too large to be read inside of another, get a name of their own. */
import type { JSONSchema } from 'json-schema-to-typescript'

/** Name → where the shape stands: a body or answer, then its properties; lists and `| null` are passed through. */
export type ShapeNames = Record<string, string>

/**
 * The same types with a reference to the name wherever a named shape stands, and each named shape once after them. Shapes are
 * the same when all but their own description is.
 * @throws when nothing stands at a place
 */
export function nameShapes(types: Map<string, JSONSchema>, names: ShapeNames): Map<string, JSONSchema> {
  const nameOf = new Map<string, string>()
  const shapes = new Map<string, JSONSchema>()
  for (const [name, place] of Object.entries(names)) {
    const [type, ...properties] = place.split('.')
    const shape = properties.reduce<JSONSchema | undefined>(
      (within, property) => within && objectIn(within.properties?.[property]),
      objectIn(types.get(type!)),
    )
    if (!shape) throw new Error(`Nothing stands at ${place}, which is to be named ${name}`)
    nameOf.set(keyOf(shape), name)
    shapes.set(name, withoutDescription(shape))
  }

  const refer = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(refer)
    if (typeof value !== 'object' || value === null) return value
    const name = nameOf.get(keyOf(value))
    return name === undefined ? referWithin(value) : { ...describedAs(value), tsType: name }
  }
  const referWithin = (schema: JSONSchema): JSONSchema =>
    Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, refer(value)]))
  return new Map([...types, ...shapes].map(([name, schema]) => [name, referWithin(schema)]))
}

/** The object that a schema is, lists, or is unless null. */
function objectIn(schema: JSONSchema | undefined): JSONSchema | undefined {
  if (!schema || schema.properties) return schema
  return objectIn((schema.items as JSONSchema | undefined) ?? schema.anyOf?.find(({ type }) => type !== 'null'))
}

const withoutDescription = ({ description: _, ...shape }: JSONSchema): JSONSchema => shape
const describedAs = ({ description }: JSONSchema) => (description === undefined ? {} : { description })
const keyOf = (schema: JSONSchema): string => JSON.stringify(withoutDescription(schema))
