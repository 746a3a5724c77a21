/** Names of units by their codes, as the index knows them; a code that it does not know stays as it is. */
import { useIndex } from './index-query.ts'

export function useUnitName(campaign: string): (code: string) => string {
  const blocks = useIndex(campaign).data?.blocks ?? []
  const names = new Map(blocks.flatMap((block) => block.units.map((unit) => [unit.code, unit.name])))
  return (code) => names.get(code) ?? code
}
