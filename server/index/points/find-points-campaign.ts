/** The campaign that points are for, and the plan of the set that is meant. */
import { type Campaign, findCampaign } from '../../campaigns/queries.ts'
import type { Db, Tx } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import { type PointsPlan, planPoints } from './plan-points.ts'
import type { SetKey } from './queries.ts'

/** Throws campaign-unknown, or index-not-configured where the definition knows no index. */
export async function findPointsCampaign(db: Db | Tx, code: string): Promise<Campaign> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  if (!campaign.definition.index) throw errors.indexNotConfigured()
  return campaign
}

/** Throws points-kind-invalid: an unknown source, a source where there is none, a second round of what is not appraised. */
export function requirePlan({ code, definition }: Campaign, key: SetKey): PointsPlan {
  const plan = key.round === 2 && key.kind !== 'appraised' ? undefined : planPoints(code, definition, key)
  if (!plan) throw errors.pointsKindInvalid()
  return plan
}
