/** Imports a roster into a campaign that is still a draft: all of it, its good rows only, or as a rehearsal. */
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { newId, sha256 } from '../secrets.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { nameKeyOf } from './person-name.ts'
import { type Person, type Plan, planImport } from './plan-import.ts'
import {
  findRosterCampaign,
  insertInvitations,
  insertRespondents,
  listInvitations,
  listRespondents,
  type RosterCampaign,
  updateInvitationGroups,
  updateRespondents,
} from './queries.ts'
import type { Reading } from './read-roster.ts'
import { readRosterFile } from './read-roster-file.ts'
import type { RosterReport } from './schemas.ts'

type ImportDeps = Pick<Deps, 'db' | 'secrets'>
export type ImportOptions = {
  /** Report only. */
  dryRun?: boolean
  /** Import the accepted rows even if others are rejected. */
  partial?: boolean
}

/**
 * The report of CONTRACT "Staff". Throws campaign-unknown, campaign-not-draft, file-missing, file-unreadable, too-large,
 * header-missing, several-rosters; and roster-rejected with the whole report as details when rows are rejected and
 * neither option is set. Whatever it throws, nothing has changed.
 */
export async function importRoster(
  deps: ImportDeps,
  campaignCode: string,
  file: SpreadsheetFile,
  options: ImportOptions,
  staff: Staff,
): Promise<RosterReport> {
  const { definition } = requireDraft(await findRosterCampaign(deps.db, campaignCode))
  const reading = await readRosterFile(file, definition)
  return deps.db.transaction(async (tx) => {
    const campaign = requireDraft(await findRosterCampaign(tx, campaignCode, { lock: !options.dryRun }))
    const plan = planImport(reading.rows, await listPeople(tx, campaign.id))
    const report = reportOn(campaign, reading, plan)
    if (options.dryRun) return report
    if (report.rejected.length > 0 && !options.partial) throw errors.rosterRejected(report)
    await savePeople(tx, deps.secrets, campaign.id, plan.people)
    const { rows, accepted, added, updated } = report
    const details = { rows, accepted, rejected: rows - accepted - report.duplicates.length, added, updated }
    await recordAudit(tx, { actor: staff.email, action: 'roster.import', campaign: campaignCode, details })
    return report
  })
}

export function requireDraft(campaign: RosterCampaign | undefined): RosterCampaign {
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status !== 'draft') throw errors.campaignNotDraft()
  return campaign
}

export async function listPeople(tx: Tx, campaignId: string): Promise<Person[]> {
  const people = new Map<string, Person>()
  for (const known of await listRespondents(tx, campaignId)) {
    people.set(known.id, { ...known, nameKey: nameKeyOf(known.name), rows: [], changed: false, ratings: new Map() })
  }
  for (const { id, respondentId, block, unit, group } of await listInvitations(tx, campaignId)) {
    people.get(respondentId)?.ratings.set(unit, { block, unit, group, row: null, invitationId: id, changed: false })
  }
  return [...people.values()]
}

function reportOn(
  campaign: RosterCampaign,
  reading: Reading,
  { people, rejected, duplicates, warnings }: Plan,
): RosterReport {
  const allRejected = [...reading.rejected, ...rejected].sort((a, b) => a.row - b.row)
  const changed = people.flatMap((person) => [...person.ratings.values()]).filter((rating) => rating.changed)
  return {
    rows: reading.count,
    accepted: reading.count - new Set(allRejected.map(({ row }) => row)).size - duplicates.length,
    rejected: allRejected,
    duplicates,
    warnings: [...reading.warnings, ...warnings].sort((a, b) => a.row - b.row),
    added: {
      respondents: people.filter(({ id }) => id === null).length,
      invitations: changed.filter(({ invitationId }) => invitationId === null).length,
    },
    updated: {
      respondents: people.filter(({ id, changed }) => id !== null && changed).length,
      invitations: changed.filter(({ invitationId }) => invitationId !== null).length,
    },
    strata: countStrata(people, campaign.minimumCell),
  }
}

function countStrata(people: Person[], minimumCell: number): RosterReport['strata'] {
  const counts = new Map<string, { unit: string; group: string; invited: number }>()
  for (const { unit, group } of people.flatMap((person) => [...person.ratings.values()])) {
    const key = `${unit} ${group}`
    const count = counts.get(key) ?? { unit, group, invited: 0 }
    counts.set(key, { ...count, invited: count.invited + 1 })
  }
  return [...counts.values()].map((count) => ({ ...count, small: count.invited < minimumCell }))
}

/** Writes who is new or changed of `people`, and what they rate. */
export async function savePeople(
  tx: Tx,
  secrets: Deps['secrets'],
  campaignId: string,
  people: Person[],
): Promise<void> {
  const known = people.map((person) => ({ ...person, id: person.id ?? newId(), isNew: person.id === null }))
  const added = known.filter(({ isNew }) => isNew)
  const ratings = known.flatMap(({ id, ratings }) =>
    [...ratings.values()].filter(({ changed }) => changed).map((rating) => ({ ...rating, respondentId: id })),
  )
  await insertRespondents(
    tx,
    campaignId,
    added.map((person) => ({ ...person, linkHash: sha256(secrets.linkToken(person.id, 1)) })),
  )
  await updateRespondents(
    tx,
    campaignId,
    known.filter(({ isNew, changed }) => !isNew && changed),
  )
  await insertInvitations(
    tx,
    campaignId,
    ratings.filter(({ invitationId }) => invitationId === null).map((rating) => ({ ...rating, id: newId() })),
  )
  await updateInvitationGroups(
    tx,
    campaignId,
    ratings.flatMap(({ invitationId, group }) => (invitationId ? [{ id: invitationId, group }] : [])),
  )
}
