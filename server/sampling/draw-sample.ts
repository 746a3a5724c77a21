/**
 * Draws a sample from a full staff list and puts the drawn on the roster, in one transaction with the record of how it was
 * done. Drawn twice (a double click, two officers) is as once: what is on the roster by this very draw is not drawn again.
 */
import { randomBytes } from 'node:crypto'
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { listPeople } from '../roster/list-people.ts'
import { type Person, type Plan, planSteps } from '../roster/plan-import.ts'
import type { Rejection } from '../roster/problem.ts'
import { deleteRoster, findRosterCampaign } from '../roster/queries.ts'
import type { RosterRow } from '../roster/read-row.ts'
import { requireDraft, requireSame } from '../roster/require-draft.ts'
import { runInTurns } from '../roster/run-in-turns.ts'
import { savePeople } from '../roster/save-people.ts'
import { isWithdrawn } from '../roster/withdrawn-people.ts'
import { newId } from '../secrets.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { digestOf, drawStrata, type Ranked } from './draw.ts'
import { namesOf } from './names-of.ts'
import { findSampleLike, insertSample, type Sample } from './queries.ts'
import { readStaffList, type StaffList, type StaffMember } from './read-staff-list.ts'
import type { SampleMethod, SampleReport } from './schemas.ts'
import { withLeast } from './size-stratum.ts'

type DrawDeps = Pick<Deps, 'db' | 'secrets' | 'clock'>
export type DrawOptions = {
  method: SampleMethod
  /** Random when absent: 128 bits. */
  seed?: string | undefined
  /** Report only. */
  dryRun?: boolean
  /** Draw from the good rows even if others are rejected. */
  partial?: boolean
  roster?: 'replace' | 'add' | undefined
}
type Draw = Pick<Sample, 'method' | 'seed' | 'fileHash' | 'drawDigest' | 'strata'>

/**
 * Throws campaign-unknown, campaign-not-draft, campaign-busy (the definition was edited meanwhile), what reading a roster
 * throws, roster-rejected (details: {rejected}), sample-empty and roster-not-empty (details: {respondents, invitations}).
 * Whatever it throws, nothing has changed.
 */
export async function drawSample(
  deps: DrawDeps,
  code: string,
  file: SpreadsheetFile,
  options: DrawOptions,
  staff: Staff,
): Promise<SampleReport> {
  const campaign = requireDraft(await findRosterCampaign(deps.db, code))
  const list = await readStaffList(file, campaign.definition)
  const method = withLeast(options.method, campaign.minimumCell)
  const seed = options.seed ?? randomBytes(16).toString('hex')
  const { strata, ranked } = drawStrata(list.members, method, seed)
  const drawDigest = digestOf(ranked)
  const draw: Draw = { method: plain(method), seed, fileHash: list.fileHash, drawDigest, strata }
  const rows = rowsOf(ranked)
  return deps.db.transaction(async (tx) => {
    const locked = requireSame(await findRosterCampaign(tx, code, { lock: !options.dryRun }), campaign)
    const before = await listPeople(tx, locked.id)
    const roster = countOf(before)
    const names = namesOf(campaign.definition)
    const report = { ...reportOn(list, draw, rows), names, roster, repeated: false }
    if (options.dryRun) return { id: null, ...report }
    if (list.rejected.length > 0 && !options.partial) throw rejected(list.rejected)
    if (rows.length === 0) throw errors.sampleEmpty()
    const known = await findSameDraw(tx, locked.id, draw, rows, options.roster)
    if (known) return { id: known.id, ...report, repeated: true }
    if (roster.respondents > 0 && !options.roster) throw errors.rosterNotEmpty(roster)
    if (options.roster === 'replace') await deleteRoster(tx, locked.id)
    const left = options.roster === 'replace' ? before.filter(isWithdrawn) : before
    const plan = await runInTurns(planSteps(rows, left))
    if (plan.rejected.length > 0) throw rejected(plan.rejected)
    await savePeople(tx, deps.secrets, locked.id, plan.people)
    const id = newId()
    await insertSample(tx, { id, campaignId: locked.id, actor: staff.email, ...draw }, deps.clock.now())
    await recordAudit(tx, {
      actor: staff.email,
      action: 'sample.draw',
      campaign: code,
      details: {
        ...{ sample: id, seed, fileHash: list.fileHash, drawDigest, method: draw.method },
        ...{ staff: list.members.length, drawn: sumOf(strata), rejectedRows: report.rejectedRows },
        ...{ roster: options.roster ?? 'empty', before: roster },
      },
    })
    return { id, ...report }
  })
}

/** As it is recorded: without what was not said. */
function plain(method: SampleMethod): Record<string, string> {
  return Object.fromEntries(Object.entries(method).filter(([, value]) => value !== undefined))
}

/** The drawn as rows of a roster: each person once, with the units for which they were drawn. */
function rowsOf(ranked: Ranked<StaffMember>[]): RosterRow[] {
  const rows = new Map<Person, RosterRow>()
  for (const { member, drawn } of ranked) {
    if (!drawn) continue
    const { name, nameKey, email, phone, position, externalCode, rows: from } = member.person
    const said = { name, nameKey, email, phone, position, externalCode }
    const row = rows.get(member.person) ?? { row: Math.min(...from), ...said, ratings: [] }
    const { block, unit, group } = member.rating
    row.ratings.push({ block, unit, group })
    rows.set(member.person, row)
  }
  return [...rows.values()].sort((a, b) => a.row - b.row)
}

const SHOWN = 1_000

function reportOn(list: StaffList, draw: Draw, rows: RosterRow[]) {
  return {
    ...draw,
    rows: list.rows,
    people: list.people,
    drawnPeople: rows.length,
    rejectedRows: new Set(list.rejected.map(({ row }) => row)).size,
    rejected: list.rejected.slice(0, SHOWN),
    duplicates: list.duplicates,
  }
}

/** The record of this draw when the roster is already as it would make it. */
async function findSameDraw(
  tx: Tx,
  campaignId: string,
  draw: Draw,
  rows: RosterRow[],
  mode: DrawOptions['roster'],
): Promise<Sample | undefined> {
  const same = await findSampleLike(tx, campaignId, draw)
  if (!same) return undefined
  // Read anew: a plan changes the people that it is given.
  const people = await listPeople(tx, campaignId)
  const { invitations } = countOf(people)
  const plan = await runInTurns(planSteps(rows, people))
  const nobodyElse = mode === 'add' || invitations === sumOf(draw.strata)
  return nobodyElse && changesNothing(plan) ? same : undefined
}

const changesNothing = ({ people, rejected }: Plan): boolean =>
  rejected.length === 0 &&
  people.every(
    ({ id, changed, ratings }) => id !== null && !changed && [...ratings.values()].every((rating) => !rating.changed),
  )

const countOf = (people: Person[]) => ({
  respondents: people.length,
  invitations: people.reduce((sum, { ratings }) => sum + ratings.size, 0),
})
const sumOf = (strata: Draw['strata']): number => strata.reduce((sum, { drawn }) => sum + drawn, 0)
const rejected = (rows: Rejection[]) => errors.rosterRejected({ rejected: rows.slice(0, SHOWN) })
