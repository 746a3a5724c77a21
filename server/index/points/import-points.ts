/** Brings a set of points in as its next version, or says what is wrong with it: all of it or nothing. */
import { canonicalJson } from '../../campaigns/canonical-json.ts'
import { lockCampaign } from '../../campaigns/queries.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { digestOfText } from '../../scoring/digest.ts'
import type { SpreadsheetFile } from '../../sheets/sheet.ts'
import { insertEvent } from '../../staff/notify-webhooks.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { raiseRevision } from '../../tally/queries.ts'
import { findIndexedCampaign } from '../find-indexed-campaign.ts'
import { countChanged, keepAbsentBlocks } from './compare-points.ts'
import type { Judged } from './judge-points.ts'
import type { PointsPlan } from './plan-points.ts'
import { findBase, findLatestSet, insertPointSet, isIndexFrozen, type SetKey, type SetOrigin } from './queries.ts'
import { readGivenPoints } from './read-given-points.ts'
import { readPointsBody } from './read-points-body.ts'
import { readPointsFile } from './read-points-file.ts'
import { refuseAlteredSource } from './refuse-altered-source.ts'
import { reportImport } from './report-import.ts'
import { requirePlan } from './require-plan.ts'
import type { ImportView, PointsBody } from './schemas.ts'

export type PointsDeps = Pick<Deps, 'db' | 'answerDb' | 'changes' | 'log'>
export type PointsInput = { file: SpreadsheetFile } | { points: PointsBody['points'] }
export type ImportOptions = {
  /** Report only. */
  dryRun?: boolean
  /** Why; wanted unless it is a rehearsal. */
  reason?: string | undefined
  /** The version that whoever imports has seen, 0 for none: another one by now is a refusal. */
  seen?: number | undefined
  /** Id of the program that brings them in: its name may be another's too. */
  client?: string
}

/**
 * Throws campaign-unknown, index-not-configured, points-kind-invalid, reason-missing, index-frozen, scores-frozen,
 * second-appraisal-exists, points-changed, what reading a file throws, and points-invalid (422) with the whole answer as details. Whatever it throws, nothing has changed.
 * Points that are already the set's last version answer with that version and change nothing.
 */
export async function importPoints(
  deps: PointsDeps,
  code: string,
  key: SetKey,
  input: PointsInput,
  { dryRun = false, reason = '', seen, client }: ImportOptions,
  actor: string,
): Promise<ImportView> {
  const campaign = await findIndexedCampaign(deps.db, code)
  const plan = requirePlan(campaign, key)
  if (!dryRun && reason.trim().length < 3) throw errors.reasonMissing()
  if (await isIndexFrozen(deps.db, campaign.id)) throw errors.indexFrozen()
  const given = key.kind === 'imported' ? {} : await readGivenPoints(deps.answerDb, campaign)
  const { judged, origin } = await readInput(input, plan, given)

  const view = await deps.db.transaction(async (tx) => {
    // The campaign's row is the lock of its versions, and of freezing.
    if (!dryRun) await lockCampaign(tx, code)
    if (await isIndexFrozen(tx, campaign.id)) throw errors.indexFrozen()
    if (key.kind === 'appraised' && key.round === 1) await refuseFirstAppraisal(tx, campaign.id, key)
    const base = await findBase(tx, campaign.id, key)
    const latest = base?.round === key.round ? base : undefined
    if (seen !== undefined && seen !== (latest?.version ?? 0))
      throw errors.pointsChanged({ version: latest?.version ?? 0 })
    const points = keepAbsentBlocks(plan, judged, base?.points)
    if (key.kind === 'imported') await refuseAlteredSource(tx, campaign.id, [{ source: key.source, points }])
    const changed = countChanged(plan, base?.points, points)
    const report = reportImport(key, plan, { ...judged, points }, changed)
    if (dryRun) return report
    if (judged.problemCount > 0) throw errors.pointsInvalid(report)
    const digest = digestOfText(canonicalJson(points))
    if (latest?.digest === digest) return { ...report, version: latest.version }
    const set = { ...key, campaignId: campaign.id, points, digest, origin, reason: reason.trim(), actor }
    const { id, version } = await insertPointSet(tx, set)
    await raiseRevision(tx, campaign.id)
    await insertEvent(tx, campaign, 'index.points', { digest })
    const { units, filled } = report
    const details = {
      id,
      ...key,
      version,
      digest,
      units,
      filled,
      changed,
      origin,
      ...(client !== undefined && { client }),
    }
    await recordAudit(tx, { actor, action: 'index.points', campaign: code, details })
    return { ...report, version }
  })
  if (view.version !== null) {
    deps.log.info({ campaignId: campaign.id, ...key, version: view.version }, 'index.points-imported')
    deps.changes.publish({ campaign: campaign.id, kind: 'scores' })
  }
  return view
}

/** A second appraisal took over what it left out of the first, so that a later first one would count for nothing. */
async function refuseFirstAppraisal(tx: Tx, campaignId: string, key: SetKey): Promise<void> {
  if (await findLatestSet(tx, campaignId, { ...key, round: 2 })) throw errors.secondAppraisalExists()
}

async function readInput(
  input: PointsInput,
  plan: PointsPlan,
  given: Parameters<typeof readPointsFile>[2],
): Promise<{ judged: Judged; origin: SetOrigin }> {
  if ('file' in input) return readPointsFile(input.file, plan, given)
  return { judged: readPointsBody(input.points, plan, given), origin: 'api' }
}
