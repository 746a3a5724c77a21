/** Corrects one person of a draft by the rules of the import, or takes them off the list. */
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { newId } from '../secrets.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { hasPhone, listPeopleById, type PersonRow } from './people-queries.ts'
import {
  deleteInvitations,
  deleteRespondents,
  findRosterCampaign,
  insertInvitations,
  type KnownInvitation,
  listInvitationsOf,
  type RosterCampaign,
  updateInvitationGroups,
  updateRespondents,
} from './queries.ts'
import { type ChangedPerson, readPersonBody } from './read-person-body.ts'
import { requireDraft } from './require-draft.ts'
import type { PersonBody, RosterCard } from './schemas.ts'
import { catalogueOf, createPersonView } from './view-people.ts'

type Place = { code: string; id: string }

/**
 * Throws campaign-unknown, campaign-not-draft, person-unknown, and person-invalid with what is wrong in which field. The
 * audit entry names the fields, never what stood in them: the log is kept longer than the people. Units and groups are
 * codes of the campaign, and are told before and after.
 */
export async function changePerson(
  { db }: Pick<Deps, 'db'>,
  { code, id }: Place,
  body: PersonBody,
  staff: Staff,
): Promise<RosterCard> {
  return db.transaction(async (tx) => {
    const { campaign, person } = await findPerson(tx, { code, id })
    const changed = readPersonBody(body, person, campaign.definition)
    if (changed.phone && (await hasPhone(tx, campaign.id, changed.phone, id))) {
      const problem = 'Số điện thoại này đã ghi cho một người khác trong danh sách.'
      throw errors.personInvalid([{ path: 'phone', problem }])
    }
    const fields = FIELDS.filter((field) => changed[field] !== person[field])
    if (fields.length > 0) await updateRespondents(tx, campaign.id, [{ ...changed, id, externalCode: changed.code }])
    const moved = await changeRatings(tx, campaign, person, changed)
    if (fields.length > 0 || moved) {
      const ratings = moved ? { ratings: { before: codesOf(person), after: codesOf(changed) } } : {}
      const details = { person: id, fields, ...ratings }
      await recordAudit(tx, { actor: staff.email, action: 'roster.edit', campaign: code, details })
    }
    const [row] = await listPeopleById(tx, campaign.id, [id])
    return {
      ...createPersonView(campaign.definition)(row!),
      editable: true,
      catalogue: catalogueOf(campaign.definition),
    }
  })
}

/** Takes one person off. Throws campaign-unknown, campaign-not-draft, person-unknown: also the second time. */
export async function removePerson(
  { db }: Pick<Deps, 'db'>,
  { code, id }: Place,
  staff: Staff,
): Promise<{ removed: number }> {
  return db.transaction(async (tx) => {
    const { campaign, person } = await findPerson(tx, { code, id })
    const removed = await deleteRespondents(tx, campaign.id, [id])
    const details = { person: id, ratings: { before: codesOf(person), after: [] } }
    await recordAudit(tx, { actor: staff.email, action: 'roster.remove', campaign: code, details })
    return { removed }
  })
}

const FIELDS = ['name', 'email', 'phone', 'position', 'code'] as const

const codesOf = ({ ratings }: Pick<PersonRow, 'ratings'>) =>
  ratings.map(({ unit, group }) => `${unit}/${group}`).toSorted()

/** Under the campaign's lock, so that nobody opens it meanwhile. */
async function findPerson(tx: Tx, { code, id }: Place): Promise<{ campaign: RosterCampaign; person: PersonRow }> {
  const campaign = requireDraft(await findRosterCampaign(tx, code, { lock: true }))
  const [person] = await listPeopleById(tx, campaign.id, [id])
  if (!person) throw errors.personUnknown()
  return { campaign, person }
}

/** Whether anything changed. */
async function changeRatings(tx: Tx, campaign: RosterCampaign, person: PersonRow, { ratings }: ChangedPerson) {
  const known = new Map((await listInvitationsOf(tx, campaign.id, person.id)).map((one) => [one.unit, one]))
  const kept = new Set(ratings.map(({ unit }) => unit))
  const gone = [...known.values()].filter(({ unit }) => !kept.has(unit))
  const added = ratings.filter(({ unit }) => !known.has(unit))
  const moved = ratings.flatMap(({ unit, group }) => {
    const before: KnownInvitation | undefined = known.get(unit)
    return before && before.group !== group ? [{ id: before.id, group }] : []
  })
  await deleteInvitations(
    tx,
    campaign.id,
    gone.map(({ id }) => id),
  )
  await insertInvitations(
    tx,
    campaign.id,
    added.map((rating) => ({ ...rating, id: newId(), respondentId: person.id })),
  )
  await updateInvitationGroups(tx, campaign.id, moved)
  return gone.length + added.length + moved.length > 0
}
