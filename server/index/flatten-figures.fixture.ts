/** Published figures as places and values, so that two reports can be held against each other figure by figure. */
import type { BlockFigures, PublishedFigures } from './examine/schemas.ts'

/** Place as the examiner names it (`blocks[so].domains[7].mean`) → the figure. */
export type FlatFigures = Map<string, string | number>

/** Names of units as codes in alphabetical order, however they are named; `documents` and `steps` are left out. */
export function flattenFigures(
  { campaign, scale, classes, blocks }: PublishedFigures,
  units: Map<string, string>,
): FlatFigures {
  const found: FlatFigures = new Map()
  const codesOf = (names: unknown[]) =>
    names
      .map((name) => units.get(String(name)) ?? String(name))
      .sort()
      .join()

  function walk(value: unknown, place: string): void {
    if (Array.isArray(value)) {
      if (place.endsWith('.names')) found.set(place, codesOf(value))
      else if (value.every((item) => typeof item === 'object'))
        for (const item of value) walk(item, `${place}[${(item as { code: unknown }).code}]`)
      else found.set(place, value.join())
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'unit') found.set(`${place}.units`, codesOf([inner]))
        else if (key === 'units' && isNames(inner)) found.set(`${place}.units`, codesOf(inner))
        else if (key === 'code') found.set(`${place}.code`, String(inner))
        else walk(inner, place ? `${place}.${key}` : key)
      }
    } else if (typeof value === 'string' || typeof value === 'number') found.set(place, value)
  }

  walk({ campaign, scale, classes, blocks }, '')
  return found
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

/** Unit's name → its code, of every block. */
export function unitCodes(blocks: BlockFigures[]): Map<string, string> {
  return new Map(blocks.flatMap(({ units = [] }) => units.map(({ code, name }) => [name ?? code, code] as const)))
}
