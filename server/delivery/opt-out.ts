/** Opts a person out of further messages of their campaign (Decree 91/2020). The link still works: they may answer after all. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { type Secrets, sha256 } from '../secrets.ts'
import { findOptOut, type OptOutKey, setOptedOut, withdrawQueued } from './opt-out-queries.ts'

/** Whose opt-out a token stands for: of an opt-out link, which works for ever, or of a personal link. */
export function optOutKeyOf(secrets: Secrets, token: string): OptOutKey {
  const respondentId = secrets.readOptOutToken(token)
  return respondentId === undefined ? { linkHash: sha256(token) } : { respondentId }
}

/** Doing it twice is fine. Throws link-unknown. */
export async function optOut(
  { db, clock, changes, secrets }: Pick<Deps, 'db' | 'clock' | 'changes' | 'secrets'>,
  token: string,
): Promise<void> {
  const key = optOutKeyOf(secrets, token)
  if (!(await findOptOut(db, key))) throw errors.linkUnknown()
  const done = await db.transaction(async (tx) => {
    const person = await setOptedOut(tx, key, clock.now())
    if (person) await withdrawQueued(tx, person.respondentId)
    return person
  })
  if (done) changes.publish({ campaign: done.campaignId, kind: 'progress' })
}
