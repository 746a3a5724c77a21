/**
 * A respondent takes back their consent: no further message, and nowhere to send one. Answers already given are nobody's
 * and stay counted. The name stays on the list until the retention rule takes it, or they ask for that too.
 */
import { withdrawQueued } from '../delivery/opt-out-queries.ts'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { actOnRequest, type RequestPlace } from './act-on-request.ts'
import { withdrawRow } from './people-queries.ts'

/** Throws as actOnRequest. */
export async function withdrawPerson(
  deps: Pick<Deps, 'db' | 'clock' | 'changes'>,
  place: RequestPlace,
  staff: Staff,
): Promise<void> {
  await actOnRequest(deps, place, 'withdraw', staff, async (tx, _campaign, person) => {
    await withdrawRow(tx, person, deps.clock.now())
    await withdrawQueued(tx, person)
    return {}
  })
}
