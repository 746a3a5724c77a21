/** The roster as it is, as people that the rows of a file are held against. */
import type { Tx } from '../db/client.ts'
import { nameKeyOf } from './person-name.ts'
import type { Person } from './plan-import.ts'
import { type KnownInvitation, listInvitations, listRespondents } from './queries.ts'
import { runInTurns } from './run-in-turns.ts'

const STEP = 1_000

export async function listPeople(tx: Tx, campaignId: string): Promise<Person[]> {
  const respondents = await listRespondents(tx, campaignId)
  return runInTurns(joinPeople(respondents, await listInvitations(tx, campaignId)))
}

function* joinPeople(
  respondents: Awaited<ReturnType<typeof listRespondents>>,
  invitations: KnownInvitation[],
): Generator<number, Person[]> {
  const people = new Map<string, Person>()
  for (const [at, known] of respondents.entries()) {
    if (at % STEP === STEP - 1) yield at
    people.set(known.id, { ...known, nameKey: nameKeyOf(known.name), rows: [], changed: false, ratings: new Map() })
  }
  for (const [at, { id, respondentId, block, unit, group }] of invitations.entries()) {
    if (at % (STEP * 10) === STEP * 10 - 1) yield at
    people.get(respondentId)?.ratings.set(unit, { block, unit, group, row: null, invitationId: id, changed: false })
  }
  return [...people.values()]
}
