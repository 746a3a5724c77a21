/** What differs between two definitions, by their hashes: it never changes, and the list of versions asks for it each time. */
import type { ChangeView } from './schemas.ts'

const known = new Map<string, ChangeView[]>()
const KEPT = 2_000

export function rememberChanges(before: string, after: string, changes: ChangeView[]): void {
  if (known.size >= KEPT) known.delete(known.keys().next().value!)
  known.set(`${before} ${after}`, changes)
}

export const rememberedChanges = (before: string, after: string): ChangeView[] | undefined =>
  known.get(`${before} ${after}`)
