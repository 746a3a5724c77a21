/** Writes what an import or a draw plans: people new and corrected, and what they rate. */
import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { newId, sha256 } from '../secrets.ts'
import type { Person } from './plan-import.ts'
import {
  analyzeRoster,
  insertInvitations,
  insertRespondents,
  updateInvitationGroups,
  updateRespondents,
} from './queries.ts'

/** People a statement: their link hashes and their parameters are made in the few milliseconds that nobody else waits for. */
const PART = 1_000
/** From here on the planner is told. */
const MANY = 1_000

/** Writes who is new or changed of `people`, and what they rate. `onSaved` hears how many people of how many are written. */
export async function savePeople(
  tx: Tx,
  secrets: Deps['secrets'],
  campaignId: string,
  people: Person[],
  onSaved: (done: number, total: number) => void = () => {},
): Promise<void> {
  const written = people.filter(
    ({ id, changed, ratings }) => id === null || changed || [...ratings.values()].some((rating) => rating.changed),
  )
  for (let from = 0; from < written.length; from += PART) {
    onSaved(from, written.length)
    await savePart(tx, secrets, campaignId, written.slice(from, from + PART))
    await setImmediate()
  }
  if (written.length >= MANY) await analyzeRoster(tx)
  onSaved(written.length, written.length)
}

async function savePart(tx: Tx, secrets: Deps['secrets'], campaignId: string, people: Person[]): Promise<void> {
  const known = people.map((person) => ({ ...person, id: person.id ?? newId(), isNew: person.id === null }))
  const added = known
    .filter(({ isNew }) => isNew)
    .map((person) => ({ ...person, linkHash: sha256(secrets.linkToken(person.id, 1)) }))
  const corrected = known.filter(({ isNew, changed }) => !isNew && changed)
  const ratings = known.flatMap(({ id, ratings }) =>
    [...ratings.values()].filter(({ changed }) => changed).map((rating) => ({ ...rating, respondentId: id })),
  )
  const invited = ratings.filter(({ invitationId }) => invitationId === null)
  const moved = ratings.flatMap(({ invitationId, group }) => (invitationId ? [{ id: invitationId, group }] : []))
  if (added.length > 0) await insertRespondents(tx, campaignId, added)
  if (corrected.length > 0) await updateRespondents(tx, campaignId, corrected)
  if (invited.length > 0) {
    await insertInvitations(
      tx,
      campaignId,
      invited.map((rating) => ({ ...rating, id: newId() })),
    )
  }
  if (moved.length > 0) await updateInvitationGroups(tx, campaignId, moved)
}
