/**
 * Nothing goes unannounced: a week before a rule falls due the audit log says so, and only what was said a week ago goes by
 * itself. After an upgrade, an import of old data or under a clock that ran away, somebody still has that week.
 */
import { dayInVietnam } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { listAnnounced } from './purge-queries.ts'
import { findPrivacyCampaign } from './queries.ts'
import { dueDayOf, RULES } from './read-retention.ts'
import { dayAfter, type RetentionRule } from './retention.ts'

const NOTICE_DAYS = 7

/** Announces what falls due within the week; returns the rules that were announced long enough ago. None for an unknown campaign. */
export async function announcePurges(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  code: string,
  actor: string,
): Promise<RetentionRule[]> {
  const campaign = await findPrivacyCampaign(db, code)
  if (campaign?.status !== 'final') return []
  const today = dayInVietnam(clock.now())
  const announced = await listAnnounced(db, code)
  const ready: RetentionRule[] = []
  for (const rule of RULES) {
    const dueOn = dueDayOf(campaign, rule)
    if (dueOn === null || dueOn > dayAfter(today, NOTICE_DAYS)) continue
    // Periods that were changed since give another day, which is announced anew.
    const said = announced.find((one) => one.rule === rule && one.dueOn === dueOn)
    if (said && dayAfter(said.on, NOTICE_DAYS) <= today) ready.push(rule)
    if (said) continue
    await recordAudit(db, { actor, action: 'privacy.announce', campaign: code, details: { rule, dueOn } })
  }
  return ready
}
