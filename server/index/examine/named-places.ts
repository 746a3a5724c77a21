/** Every place of a block where the report names units, list by list. */
import { columnsOf } from './columns.ts'
import { type BlockContext, unitsNamed } from './report-context.ts'
import { divisionsOf } from './unit-lists.ts'

export type NamedPlace = { place: string; names: string[] }

export function namedPlaces(block: BlockContext): NamedPlace[] {
  const { path, figures } = block
  const extremes = columnsOf(block).flatMap(({ path: at, highest, lowest }) => [
    ...(highest ? [{ place: `${at}.highest`, names: unitsNamed(highest) }] : []),
    ...(lowest ? [{ place: `${at}.lowest`, names: unitsNamed(lowest) }] : []),
  ])
  const movers = (['rankMoves', 'pointMoves'] as const).flatMap((kind) =>
    (['rose', 'fell'] as const).flatMap((move) => {
      const most = figures[kind]?.[move]?.most
      return most ? [{ place: `${path}.${kind}.${move}.most`, names: unitsNamed(most) }] : []
    }),
  )
  const lists = divisionsOf(block).flatMap((division) =>
    division.lists.flatMap(({ place, names }) => (names ? [{ place: `${place}.names`, names }] : [])),
  )
  return [...extremes, ...lists, ...movers]
}
