/** The hold as the console shows it, in red. */
import type { Deps } from '../../deps.ts'
import { describeHold } from './describe-hold.ts'
import { countDue, findHold } from './queries.ts'
import type { HoldView } from './schemas.ts'

/** Null while sending is free. */
export async function viewHold({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<HoldView | null> {
  const hold = await findHold(db)
  if (!hold) return null
  const { reason, since } = hold
  return { reason, words: describeHold(reason), since: since.toISOString(), due: await countDue(db, clock.now()) }
}
