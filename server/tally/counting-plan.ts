/** The counting plan of a campaign: frozen at opening, so each worker reads it once. */
import type { Db } from '../db/client.ts'
import { sealedSizeOf } from '../responses/sealed-size.ts'
import { planUnits, type UnitPlan } from './audiences.ts'
import { findCountedCampaign, listStrata } from './queries.ts'

export type CountingPlan = { campaignId: string; k: number; sealedSize: number; units: Map<string, UnitPlan> }

const plans = new Map<string, CountingPlan>()
const KEPT_PLANS = 20

/** Undefined for a campaign that is unknown or a draft. */
export async function readCountingPlan(db: Db, campaignId: string): Promise<CountingPlan | undefined> {
  const kept = plans.get(campaignId)
  if (kept) return kept
  const campaign = await findCountedCampaign(db, campaignId)
  if (!campaign || campaign.status === 'draft') return undefined
  const units = planUnits(campaign.definition, await listStrata(db, campaignId))
  const plan = { campaignId, k: campaign.minimumCell, sealedSize: sealedSizeOf(campaign.definition), units }
  if (plans.size >= KEPT_PLANS) plans.delete(plans.keys().next().value!)
  plans.set(campaignId, plan)
  return plan
}
