/** What the units and groups of a definition are called, by their codes. A unit's code is its own over all blocks, a group's is not. Pure. */
import type { Definition } from '../campaigns/definition.ts'
import type { StratumNames } from './schemas.ts'

export const namesOf = ({ blocks }: Definition): StratumNames => ({
  units: Object.fromEntries(blocks.flatMap((block) => block.units).map(({ code, name }) => [code, name])),
  groups: Object.fromEntries(
    [
      ...Map.groupBy(
        blocks.flatMap((block) => block.groups),
        ({ code }) => code,
      ),
    ].map(([code, groups]) => [code, [...new Set(groups.map(({ name }) => name))].join(' / ')]),
  ),
})
