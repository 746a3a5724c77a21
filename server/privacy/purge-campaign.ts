/**
 * Removes what a final campaign's rules no longer allow to be kept. In batches of a transaction each, every one with its own
 * record in identity.purges: killed at any moment, what is gone is recorded, what is not goes next time, and nothing is
 * ever counted twice. Frozen points, counts and receipts are not touched (purge-queries.ts).
 */
import { dayInVietnam } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { newId } from '../secrets.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { type Counts, insertPurge, removeBatch, tryPurgeLock, vacuumPurged } from './purge-queries.ts'
import { findPrivacyCampaign, type PrivacyCampaign } from './queries.ts'
import { dueDayOf, RULES } from './read-retention.ts'
import { type RetentionRule, retentionOf } from './retention.ts'

/** Rows a transaction: about a quarter of a second among 100,000 people, whose rows alone are held. */
const BATCH = 1_000

type PurgeDeps = Pick<Deps, 'db' | 'clock' | 'changes' | 'log'>
type PurgeOptions = {
  actor: string
  batch?: number
  signal?: AbortSignal
  /** Only these, where they are due. */
  rules?: RetentionRule[]
}

/** Returns what is gone, by rule; empty when nothing was due. Throws campaign-unknown. */
export async function purgeCampaign(
  deps: PurgeDeps,
  code: string,
  { actor, batch = BATCH, signal, rules = RULES }: PurgeOptions,
): Promise<Partial<Record<RetentionRule, Counts>>> {
  const campaign = await findPrivacyCampaign(deps.db, code)
  if (!campaign) throw errors.campaignUnknown()
  const purged: Partial<Record<RetentionRule, Counts>> = {}
  for (const rule of rules.filter((one) => isDue(deps, campaign, one))) {
    const counts = await purgeRule(deps, campaign, rule, { actor, batch, ...(signal && { signal }) })
    if (Object.keys(counts).length > 0) purged[rule] = counts
  }
  if (Object.keys(purged).length > 0) {
    await vacuumPurged(deps.db)
    deps.log.info({ campaignId: campaign.id, purged }, 'privacy.purged')
    deps.changes.publish({ campaign: campaign.id, kind: 'progress' })
  }
  return purged
}

function isDue({ clock }: PurgeDeps, campaign: PrivacyCampaign, rule: RetentionRule): boolean {
  const dueOn = dueDayOf(campaign, rule)
  return campaign.status === 'final' && dueOn !== null && dueOn <= dayInVietnam(clock.now())
}

async function purgeRule(
  { db }: PurgeDeps,
  { id, code, retention }: PrivacyCampaign,
  rule: RetentionRule,
  { actor, batch, signal }: Required<Pick<PurgeOptions, 'actor' | 'batch'>> & { signal?: AbortSignal },
): Promise<Counts> {
  const total: Counts = {}
  while (!signal?.aborted) {
    const counts = await db.transaction(async (tx) => {
      if (!(await tryPurgeLock(tx, id))) return {}
      const gone = await removeBatch(tx, id, rule, batch)
      if (Object.keys(gone).length === 0) return gone
      const purge = newId()
      await insertPurge(tx, { id: purge, campaignId: id, actor, rule, counts: gone })
      const details = { purge, rule, days: retentionOf(retention)[rule], ...gone }
      await recordAudit(tx, { actor, action: 'privacy.purge', campaign: code, details })
      return gone
    })
    if (Object.keys(counts).length === 0) break
    for (const [what, number] of Object.entries(counts)) total[what] = (total[what] ?? 0) + number
  }
  return total
}
