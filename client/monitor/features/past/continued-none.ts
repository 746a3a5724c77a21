/** Last year's units that no unit of this year is compared with. Pure. */
import type { IndexBlock } from '../../../shared/index-types.ts'

export function continuedNone({ past, units }: IndexBlock) {
  const continued = new Set(units.flatMap(({ predecessor }) => predecessor?.code ?? []))
  return (past?.units ?? []).filter(({ code }) => !continued.has(code))
}
