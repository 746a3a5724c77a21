/** Brings last year's published results in as the next version, or says what is wrong with them: all of it or nothing. */
import { canonicalJson } from '../../campaigns/canonical-json.ts'
import type { Definition } from '../../campaigns/definition.ts'
import { type Campaign, lockCampaign } from '../../campaigns/queries.ts'
import type { Db } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { digestOfText } from '../../scoring/digest.ts'
import type { SpreadsheetFile } from '../../sheets/sheet.ts'
import { insertEvent } from '../../staff/notify-webhooks.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { raiseRevision } from '../../tally/queries.ts'
import type { IndexDocument } from '../compute/schemas.ts'
import { findIndexedCampaign } from '../find-indexed-campaign.ts'
import { NOWHERE } from '../points/problem.ts'
import { isIndexFrozen } from '../points/queries.ts'
import { judgePast } from './judge-past.ts'
import { pastOfIndex } from './past-of-index.ts'
import { findFrozenOfYear, findPast, insertPast, type PastOrigin } from './queries.ts'
import type { PastReading } from './read-past.ts'
import { readPastFile } from './read-past-file.ts'
import type { PastImportView, PastResults } from './schemas.ts'

export type PastDeps = Pick<Deps, 'db' | 'changes' | 'log'>
/** `campaign`: code of a campaign here whose index of the year before is frozen. */
export type PastInput = { file: SpreadsheetFile } | { document: PastResults } | { campaign: string }
export type PastOptions = { dryRun?: boolean; reason?: string | undefined }

const MOST_PROBLEMS = 500

/**
 * Throws campaign-unknown, index-not-configured, reason-missing, index-frozen, past-campaign-unsuitable, what reading a file
 * throws, and past-invalid (422) with the whole answer as details. Whatever it throws, nothing has changed. Results that
 * are already the last version answer with that version and change nothing.
 */
export async function importPast(
  deps: PastDeps,
  code: string,
  input: PastInput,
  { dryRun = false, reason = '' }: PastOptions,
  actor: string,
): Promise<PastImportView> {
  const campaign = await findIndexedCampaign(deps.db, code)
  if (!dryRun && reason.trim().length < 3) throw errors.reasonMissing()
  if (await isIndexFrozen(deps.db, campaign.id)) throw errors.indexFrozen()
  const { document, problems, origin } = await readInput(deps.db, input, campaign)
  const report = reportPast(document, problems, campaign.definition)
  if (dryRun) return report
  if (problems.length > 0) throw errors.pastInvalid(report)
  const digest = digestOfText(canonicalJson(document))

  const { version, isNew } = await deps.db.transaction(async (tx) => {
    await lockCampaign(tx, code)
    if (await isIndexFrozen(tx, campaign.id)) throw errors.indexFrozen()
    const latest = await findPast(tx, campaign.id)
    if (latest?.digest === digest) return { version: latest.version, isNew: false }
    const past = { campaignId: campaign.id, document, digest, origin, reason: reason.trim(), actor }
    const inserted = await insertPast(tx, past)
    await raiseRevision(tx, campaign.id)
    await insertEvent(tx, campaign, 'index.past', { digest })
    const details = { version: inserted.version, year: document.year, digest, units: report.units, origin }
    await recordAudit(tx, { actor, action: 'index.past', campaign: code, details })
    return { version: inserted.version, isNew: true }
  })
  if (isNew) {
    deps.log.info({ campaignId: campaign.id, version }, 'index.past-imported')
    deps.changes.publish({ campaign: campaign.id, kind: 'scores' })
  }
  return { ...report, version }
}

async function readInput(
  db: Db,
  input: PastInput,
  { definition }: Campaign,
): Promise<PastReading & { origin: PastOrigin }> {
  const year = definition.year - 1
  if ('file' in input) return readPastFile(input.file, definition, year)
  if ('document' in input) return { ...judgeDocument(input.document, definition, year), origin: 'api' }
  const frozen = await findFrozenOfYear(db, input.campaign, year)
  if (!frozen) throw errors.pastCampaignUnsuitable()
  const index = JSON.parse(frozen.document) as IndexDocument
  // Of that campaign its own maximum is known.
  const ofItsYear = { ...definition, surveyMax: String(index.rules.surveyMax) }
  return { ...judgeDocument(pastOfIndex(index), ofItsYear, year), origin: 'campaign' }
}

function judgeDocument(document: PastResults, definition: Definition, year: number): PastReading {
  const faults = judgePast(document, definition).map(({ unit, code, value, message }) => ({
    ...{ ...NOWHERE, unit, code, value, message },
  }))
  if (document.year === year) return { document, problems: faults }
  const message = `Kết quả phải của năm ${year}, không phải năm ${document.year}.`
  const wrong = { ...NOWHERE, unit: null, code: 'wrong-year' as const, value: String(document.year), message }
  return { document, problems: [wrong, ...faults] }
}

function reportPast(document: PastResults, problems: PastReading['problems'], { blocks }: Definition): PastImportView {
  const named = document.blocks.map(({ code, units }) => ({
    ...{ code, units: units.length, name: blocks.find((block) => block.code === code)?.name ?? code },
  }))
  return {
    ...{ version: null, year: document.year, units: named.reduce((sum, { units }) => sum + units, 0), blocks: named },
    ...{ problems: problems.slice(0, MOST_PROBLEMS), problemCount: problems.length },
  }
}
