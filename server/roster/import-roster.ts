/** Imports a roster into a campaign that is still a draft: all of it, its good rows only, or as a rehearsal. */
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { findMissing } from './compare-roster.ts'
import { listPeople } from './list-people.ts'
import { type Person, type Plan, planSteps } from './plan-import.ts'
import { deleteInvitations, deleteRespondents, findRosterCampaign, type RosterCampaign } from './queries.ts'
import type { Reading, ReadOptions } from './read-roster.ts'
import { readRosterFile } from './read-roster-file.ts'
import { reportOn } from './report-import.ts'
import { requireDraft, requireSame } from './require-draft.ts'
import { runInTurns } from './run-in-turns.ts'
import { savePeople } from './save-people.ts'
import type { ImportProgress, RosterReport } from './schemas.ts'

type ImportDeps = Pick<Deps, 'db' | 'secrets'>
export type ImportOptions = ReadOptions & {
  /** Report only. */
  dryRun?: boolean
  /** Import the accepted rows even if others are rejected. */
  partial?: boolean
  /** Takes off the roster who is not in the file, and what people of the file no longer rate. */
  removeMissing?: boolean
  /** Hears how far the import is, a few hundred times in all. */
  onProgress?: (progress: ImportProgress) => void
}

/**
 * The report of CONTRACT "Staff". Throws campaign-unknown, campaign-not-draft, campaign-busy (the definition was edited while the
 * file was read), file-missing, file-unreadable, too-large,
 * header-missing, several-rosters; and roster-rejected with the whole report as details when rows are rejected and
 * neither option is set, or when the missing should be removed: nobody can tell who a rejected row is about. Whatever it
 * throws, nothing has changed.
 */
export async function importRoster(
  deps: ImportDeps,
  campaignCode: string,
  file: SpreadsheetFile,
  options: ImportOptions,
  staff: Staff,
): Promise<RosterReport> {
  const { dryRun, partial, removeMissing, onProgress = () => {}, choice, corrections } = options
  const began = requireDraft(await findRosterCampaign(deps.db, campaignCode))
  onProgress({ phase: 'reading', done: 0, total: 0 })
  const reading = await readRosterFile(file, began.definition, { choice, corrections }, (done, total) =>
    onProgress({ phase: 'checking', done, total }),
  )
  if (reading.header.missing.length > 0 && !dryRun) throw errors.headerMissing(missingColumns(reading))
  return deps.db.transaction(async (tx) => {
    const campaign = requireSame(await findRosterCampaign(tx, campaignCode, { lock: !dryRun }), began)
    const plan = await planOnTop(tx, campaign, reading, onProgress)
    const report = await reportOn(campaign, reading, plan)
    if (dryRun) {
      await recordLook(tx, campaign, report, staff)
      return report
    }
    if (report.rejected.length > 0 && (!partial || removeMissing)) throw errors.rosterRejected(report)
    const removed = removeMissing ? await removeWhoIsMissing(tx, campaign, plan.people) : report.removed
    await savePeople(tx, deps.secrets, campaign.id, plan.people, (done, total) =>
      onProgress({ phase: 'saving', done, total }),
    )
    const { rows, accepted, added, updated } = report
    const details = {
      ...{ rows, accepted, rejected: rows - accepted - report.duplicates.length, added, updated },
      ...(removeMissing ? { removed } : {}),
      ...(corrections?.length ? { corrected: corrections.length } : {}),
    }
    await recordAudit(tx, { actor: staff.email, action: 'roster.import', campaign: campaignCode, details })
    return { ...report, removed }
  })
}

async function planOnTop(
  tx: Tx,
  campaign: RosterCampaign,
  { rows }: Reading,
  onProgress: (progress: ImportProgress) => void,
): Promise<Plan> {
  const existing = await listPeople(tx, campaign.id)
  return runInTurns(planSteps(rows, existing), (done) => onProgress({ phase: 'comparing', done, total: rows.length }))
}

async function removeWhoIsMissing(
  tx: Tx,
  campaign: RosterCampaign,
  people: Person[],
): Promise<RosterReport['removed']> {
  const missing = findMissing(people)
  const ids = missing.people.flatMap(({ id }) => id ?? [])
  const invitations = missing.invitations.flatMap(({ invitationId }) => invitationId ?? [])
  await deleteInvitations(tx, campaign.id, invitations)
  await deleteRespondents(tx, campaign.id, ids)
  const theirs = missing.people.reduce((sum, { ratings }) => sum + ratings.size, 0)
  return { respondents: ids.length, invitations: invitations.length + theirs }
}

/** A rehearsal shows names of people who are on the roster already; one on an empty roster shows only what is in the officer's file. */
async function recordLook(tx: Tx, { code }: RosterCampaign, { changes }: RosterReport, staff: Staff): Promise<void> {
  const { changed, missing } = changes
  if (changed.count + missing.count === 0) return
  const details = { changed: changed.count, missing: missing.count }
  await recordAudit(tx, { actor: staff.email, action: 'roster.compare', campaign: code, details })
}

const missingColumns = ({ header }: Reading) =>
  header.missing.map((title) => ({ path: 'header', problem: `Chưa có cột “${title}”.` }))
