/** A list names a unit once. */
import { namedPlaces } from '../named-places.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'

export const namesOnce: Rule = {
  name: 'names-once',
  examine: ({ blocks }) => blocks.flatMap((block) => [...examineTable(block), ...examineLists(block)]),
}

function examineLists(block: BlockContext): Remark[] {
  return namedPlaces(block).flatMap(({ place, names }) =>
    repeated(names, (name) => block.unitOf(name) ?? name).map((name) => ({
      place,
      against: [],
      printed: names,
      possible: { oneOf: [name] },
      message: `“${name}” có tên nhiều lần trong cùng một danh sách ${names.length} tên, nên chỉ có ${distinct(names, block)} đơn vị.`,
    })),
  )
}

function examineTable({ path, figures: { units = [] } }: BlockContext): Remark[] {
  const named = units.flatMap(({ name }) => name ?? [])
  return [
    ...repeated(
      units.map(({ code }) => code),
      (code) => code,
    ),
    ...repeated(named, (name) => name),
  ].map((name) => ({
    place: `${path}.units`,
    against: [],
    printed: name,
    possible: { oneOf: [name] },
    message: `“${name}” có nhiều lần trong bảng các đơn vị.`,
  }))
}

/** Each value that comes again, once. */
function repeated(values: string[], keyOf: (value: string) => string): string[] {
  const first = new Map<string, string>()
  const again = new Set<string>()
  for (const value of values) {
    const key = keyOf(value)
    if (first.has(key)) again.add(first.get(key)!)
    else first.set(key, value)
  }
  return [...again]
}

function distinct(names: string[], { unitOf }: BlockContext): number {
  return new Set(names.map((name) => unitOf(name) ?? name)).size
}
