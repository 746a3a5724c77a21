/** The retention rules of a campaign: what each would remove and when, and what was removed so far. */
import { dayInVietnam } from '../clock.ts'
import type { Db } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { countRemovable, listPurges } from './purge-queries.ts'
import { findPrivacyCampaign, type PrivacyCampaign } from './queries.ts'
import { DEFAULT_RETENTION, dayAfter, type RetentionRule, retentionOf } from './retention.ts'
import type { RetentionView, RuleView } from './schemas.ts'

/** In the order in which they fall due by default; removing people removes what is left of the first two as well. */
export const RULES: RetentionRule[] = ['messages', 'contacts', 'people', 'answers']

/** When a rule falls due; null until the result is final. */
export function dueDayOf({ finalizedAt, retention }: PrivacyCampaign, rule: RetentionRule): string | null {
  return finalizedAt && dayAfter(dayInVietnam(finalizedAt), retentionOf(retention)[rule])
}

/** Throws campaign-unknown. */
export async function readRetention({ db, clock }: Pick<Deps, 'db' | 'clock'>, code: string): Promise<RetentionView> {
  const campaign = await findPrivacyCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const today = dayInVietnam(clock.now())
  const [rules, purges] = await Promise.all([
    Promise.all(RULES.map((rule) => viewRule(db, campaign, rule, today))),
    listPurges(db, campaign.id),
  ])
  return {
    status: campaign.status,
    finalOn: campaign.finalizedAt && dayInVietnam(campaign.finalizedAt),
    retention: retentionOf(campaign.retention),
    defaults: DEFAULT_RETENTION,
    rules,
    purges: [...purges],
  }
}

async function viewRule(db: Db, campaign: PrivacyCampaign, rule: RetentionRule, today: string): Promise<RuleView> {
  const dueOn = dueDayOf(campaign, rule)
  const { counts, waiting } = await countRemovable(db, campaign.id, rule)
  const days = retentionOf(campaign.retention)[rule]
  return { rule, days, dueOn, due: dueOn !== null && dueOn <= today, counts, waiting }
}
