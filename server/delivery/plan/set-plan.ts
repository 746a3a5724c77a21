/**
 * Sets a campaign's plan: hours, days off, the most messages a person, and the waves that are yet to begin. All of it or
 * nothing, in one transaction that no wave can begin beside. A dry run writes nothing and locks nothing.
 */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { newId } from '../../secrets.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { lockCampaignForWave, type Wave } from '../wave-queries.ts'
import { judgePlan } from './judge-plan.ts'
import { type MergedPlan, mergePlan } from './merge-plan.ts'
import { missingChannels } from './missing-channels.ts'
import {
  deletePlannedWaves,
  findPlanCampaign,
  insertPlannedWaves,
  listPlanWaves,
  lockPlanCampaign,
  type PlanCampaign,
  recallDeferred,
  updatePlannedWave,
  updatePlanSettings,
} from './queries.ts'
import type { PlanBody, PlanView } from './schemas.ts'
import { revisionOf, viewPlan } from './view-plan.ts'

type PlanDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'channels' | 'changes'>

/** Throws campaign-unknown. */
export async function readPlan({ db, clock, channels }: PlanDeps, code: string): Promise<PlanView> {
  const campaign = await findPlanCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  return viewPlan({ db, channels, now: clock.now() }, campaign, await listPlanWaves(db, campaign.id))
}

/**
 * Throws campaign-unknown, campaign-closed, plan-changed, wave-begun, wave-unknown, sending-hours-any, and plan-invalid with
 * details [{path, problem}]. Nothing is written then.
 */
export async function setPlan(
  deps: PlanDeps,
  code: string,
  body: PlanBody,
  { dryRun }: { dryRun: boolean },
  staff: Staff,
): Promise<PlanView> {
  const { db, clock, channels, config, changes } = deps
  if (body.hours === 'any' && config.production) throw errors.sendingHoursAny()
  const now = clock.now()
  if (dryRun) {
    const campaign = await findPlanCampaign(db, code)
    if (!campaign) throw errors.campaignUnknown()
    const { wished, merged } = judge(deps, campaign, await listPlanWaves(db, campaign.id), body, staff, now)
    return viewPlan({ db, channels, now }, wished, merged.waves)
  }
  const campaignId = await db.transaction(async (tx) => {
    const before = await findPlanCampaign(tx, code)
    if (!before) throw errors.campaignUnknown()
    // Only settings need the campaign's own row, behind which arriving responses would wait.
    const settles = changesSettings(before, body)
    if (settles) await lockPlanCampaign(tx, code)
    else await lockCampaignForWave(tx, code)
    const campaign = (await findPlanCampaign(tx, code))!
    if (!settles && changesSettings(campaign, body)) throw errors.planChanged()
    const current = await listPlanWaves(tx, campaign.id)
    const { wished, merged } = judge(deps, campaign, current, body, staff, now)
    if (settles) {
      const { sendingHours, daysOff, maxMessages } = wished
      await updatePlanSettings(tx, campaign.id, { sendingHours, daysOff, maxMessages })
      await recallDeferred(tx, campaign.id, now)
    }
    await deletePlannedWaves(
      tx,
      merged.removed.map(({ id }) => id),
    )
    await insertPlannedWaves(tx, merged.added)
    for (const wave of merged.changed) await updatePlannedWave(tx, wave)
    const details = auditOf({ plan: campaign, waves: current }, { plan: wished, merged })
    await recordAudit(tx, { actor: staff.email, action: 'plan.set', campaign: code, details })
    return campaign.id
  })
  changes.publish({ campaign: campaignId, kind: 'progress' })
  return readPlan(deps, code)
}

function judge(
  { config }: PlanDeps,
  campaign: PlanCampaign,
  current: Wave[],
  body: PlanBody,
  staff: Staff,
  now: Date,
): { wished: PlanCampaign; merged: MergedPlan } {
  if (campaign.status === 'closed' || campaign.status === 'final') throw errors.campaignClosed()
  if (body.revision !== undefined && body.revision !== revisionOf(campaign, current)) throw errors.planChanged()
  const merged = mergePlan(current, body.waves, { campaignId: campaign.id, by: staff.email, now, newId })
  const wished = withSettings(campaign, body)
  const { closesAt, sendingHours: hours } = wished
  const problems = judgePlan(merged, { hours, closesAt, now, missing: missingChannels(config) })
  if (problems.length > 0) throw errors.planInvalid(problems)
  return { wished, merged }
}

function withSettings(campaign: PlanCampaign, { hours, daysOff, maxMessages }: PlanBody): PlanCampaign {
  return {
    ...campaign,
    sendingHours: hours ?? campaign.sendingHours,
    daysOff: daysOff ? [...new Set(daysOff)].sort() : campaign.daysOff,
    maxMessages: maxMessages ?? campaign.maxMessages,
  }
}

function changesSettings(campaign: PlanCampaign, body: PlanBody): boolean {
  const plain = ({ sendingHours: hours, daysOff, maxMessages }: PlanCampaign): string =>
    JSON.stringify([hours === 'any' ? hours : [hours.from, hours.to], daysOff, maxMessages])
  return plain(campaign) !== plain(withSettings(campaign, body))
}

/** The settings and each planned wave that changes, before and after. */
function auditOf(
  now: { plan: PlanCampaign; waves: Wave[] },
  then: { plan: PlanCampaign; merged: MergedPlan },
): Record<string, unknown> {
  const settings = ({ sendingHours, daysOff, maxMessages }: PlanCampaign) => ({
    hours: sendingHours,
    daysOff,
    maxMessages,
  })
  const short = ({ number, kind, channels, channelOrder, audience, units, startsAt }: Wave) => ({
    ...{ wave: number, kind, channels, order: channelOrder, audience, ...(units ? { units } : {}) },
    at: startsAt.toISOString(),
  })
  const { added, changed, removed } = then.merged
  const touched = new Set([...changed, ...removed].map(({ number }) => number))
  return {
    before: { ...settings(now.plan), waves: now.waves.filter(({ number }) => touched.has(number)).map(short) },
    after: { ...settings(then.plan), waves: [...changed, ...added].map(short) },
  }
}
