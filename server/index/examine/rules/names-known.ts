/** Every unit that is named stands in the block's table of units. */
import { foldName } from '../../../campaigns/fold-name.ts'
import { namedPlaces } from '../named-places.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'

export const namesKnown: Rule = {
  name: 'names-known',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      namedPlaces(block).flatMap(({ place, names }) =>
        names.filter((name) => block.unitOf(name) === null).map((name) => remarkOn(name, place, block)),
      ),
    ),
}

function remarkOn(name: string, place: string, { path, figures: { units = [] } }: BlockContext): Remark {
  const words = wordsOf(name)
  const meant = units.map((unit) => unit.name ?? unit.code).filter((known) => isWithin(words, wordsOf(known)))
  const hint = meant.length === 1 ? ` Có thể là “${meant[0]}” viết thiếu, hoặc bị tách làm nhiều tên.` : ''
  return {
    place,
    against: [`${path}.units`],
    printed: name,
    possible: { oneOf: meant },
    message: `“${name}” không phải là đơn vị nào của khối.${hint}`,
  }
}

function isWithin(words: Set<string>, whole: Set<string>): boolean {
  return [...words].every((word) => whole.has(word))
}

function wordsOf(name: string): Set<string> {
  return new Set(foldName(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
}
