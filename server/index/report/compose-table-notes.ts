/** Notes below a table: that it is provisional, how its figures were rounded. Pure. */
import type { BlockContext } from './compose-context.ts'
import { PARTS_DIFFER, PROVISIONAL, sayWaiting } from './words-rules.ts'

export function tableNotes(
  { index }: BlockContext,
  { partsDiffer = false, more = [] }: { partsDiffer?: boolean | undefined; more?: string[] },
): string[] {
  const waiting = sayWaiting(index)
  return [
    ...(index.status === 'provisional' ? [`${PROVISIONAL}${waiting && `: ${waiting}`}.`] : []),
    ...more,
    ...(partsDiffer ? [PARTS_DIFFER] : []),
  ]
}
