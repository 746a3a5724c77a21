/** Opts a person out of further messages of their campaign (Decree 91/2020). The link still works: they may answer after all. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import { findOptOut, setOptedOut, withdrawQueued } from './opt-out-queries.ts'

/** Doing it twice is fine. Throws link-unknown. */
export async function optOut(
  { db, clock, changes }: Pick<Deps, 'db' | 'clock' | 'changes'>,
  token: string,
): Promise<void> {
  const linkHash = sha256(token)
  if (!(await findOptOut(db, linkHash))) throw errors.linkUnknown()
  const done = await db.transaction(async (tx) => {
    const person = await setOptedOut(tx, linkHash, clock.now())
    if (person) await withdrawQueued(tx, person.respondentId)
    return person
  })
  if (done) changes.publish({ campaign: done.campaignId, kind: 'progress' })
}
