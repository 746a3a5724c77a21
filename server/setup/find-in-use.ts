/** Units and groups of the roster that a definition does not have (any more). Pure. */
import type { Definition } from '../campaigns/definition.ts'
import type { InUseDetails } from './schemas.ts'

type Cell = { block: string; unit: string; group: string; invited: number }

/** One entry a unit or group, with how many invitations name it. */
export function findInUse({ blocks }: Definition, cells: Cell[]): InUseDetails {
  const missing = new Map<string, InUseDetails[number]>()
  for (const { block: code, unit, group, invited } of cells) {
    const block = blocks.find((candidate) => candidate.code === code)
    const count = (kind: 'unit' | 'group', wanted: string, list: { code: string }[] = []) => {
      if (list.some((one) => one.code === wanted)) return
      const key = `${kind} ${code} ${wanted}`
      const people = (missing.get(key)?.people ?? 0) + invited
      missing.set(key, { kind, block: code, code: wanted, people })
    }
    count('unit', unit, block?.units)
    count('group', group, block?.groups)
  }
  return [...missing.values()]
}
