/** What the units and groups of a definition are called, by their codes. Pure. */
import type { Definition } from '../campaigns/definition.ts'
import type { StratumNames } from './schemas.ts'

export const namesOf = ({ blocks }: Definition): StratumNames => ({
  units: Object.fromEntries(blocks.flatMap((block) => block.units).map(({ code, name }) => [code, name])),
  groups: Object.fromEntries(blocks.flatMap((block) => block.groups).map(({ code, name }) => [code, name])),
})
