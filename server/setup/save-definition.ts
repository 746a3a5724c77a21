/** Saves an edited definition of a draft as its next version, in one transaction, with who changed what in the audit log. */
import type { Definition } from '../campaigns/definition.ts'
import { definitionHash } from '../campaigns/definition-hash.ts'
import { type Campaign, lockCampaign, updateCampaign } from '../campaigns/queries.ts'
import { findVersionHead, insertVersion } from '../campaigns/version-queries.ts'
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { countByCell } from '../roster/queries.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { cleanDefinition } from './clean-definition.ts'
import { describeChanges } from './describe-changes.ts'
import { findInUse } from './find-in-use.ts'
import { viewDefinition } from './read-definition.ts'
import { rememberChanges } from './remember-changes.ts'
import type { ChangeView, ConflictDetails, SaveBody, SavedView } from './schemas.ts'

type SaveDeps = Pick<Deps, 'db' | 'changes' | 'clock'>

/**
 * What does not add up may be saved (it is listed, and cannot be opened); what has not the right shape may not. Nothing is
 * written when nothing changed. Throws campaign-unknown (404), campaign-not-draft, definition-changed (409, details
 * {version, by, at}), unit-in-use (409, details [{kind, block, code, people}]), definition-invalid (422).
 */
export async function saveDefinition(
  deps: SaveDeps,
  code: string,
  { version, definition: sent }: SaveBody,
  staff: Staff,
): Promise<SavedView> {
  const { definition, problems } = cleanDefinition(sent)
  if (!definition) throw errors.definitionInvalid(problems)
  const saved = await deps.db.transaction(async (tx) => {
    const campaign = await lockDraft(tx, code, version)
    return saveVersion(tx, campaign, definition, staff, deps.clock.now())
  })
  deps.changes.publish({ campaign: saved.campaign.id, kind: 'status' })
  return { ...(await viewDefinition(deps.db, saved.campaign)), changes: saved.changes }
}

/** The campaign, locked, while it is a draft and still at `version`. */
export async function lockDraft(tx: Tx, code: string, version: number): Promise<Campaign> {
  const campaign = await lockCampaign(tx, code)
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status !== 'draft') throw errors.campaignNotDraft()
  if (campaign.definitionVersion === version) return campaign
  const head = await findVersionHead(tx, campaign.id, campaign.definitionVersion)
  const by: ConflictDetails = {
    version: campaign.definitionVersion,
    by: head?.actor ?? '',
    at: (head?.createdAt ?? campaign.createdAt).toISOString(),
  }
  throw errors.definitionChanged(by)
}

/** Writes the next version of a locked draft. */
export async function saveVersion(
  tx: Tx,
  campaign: Campaign,
  definition: Definition,
  staff: Staff,
  now: Date,
): Promise<{ campaign: Campaign; changes: ChangeView[] }> {
  const { id, code, definitionHash: before } = campaign
  const hash = definitionHash(definition)
  if (hash === before) return { campaign, changes: [] }
  const inUse = findInUse(definition, await countByCell(tx, id))
  if (inUse.length > 0) throw errors.unitInUse(inUse)
  const changes = describeChanges(campaign.definition, definition)
  const version = campaign.definitionVersion + 1
  const { title, minimumCell } = definition
  const update = { definition, definitionHash: hash, definitionVersion: version, title, minimumCell }
  await updateCampaign(tx, id, update)
  await insertVersion(tx, { campaignId: id, version, definition, hash, actor: staff.email, createdAt: now })
  const details = { version, before, after: hash, changes }
  await recordAudit(tx, { actor: staff.email, action: 'definition.edit', campaign: code, details })
  rememberChanges(before, hash, changes)
  return { campaign: { ...campaign, ...update }, changes }
}
