/** The officer's list of whom to reach by hand. It holds no link: one link at a time, on request (show-message.ts). */
import type { Deps } from '../../deps.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findOpenCampaign, unitsOf } from './find-open-campaign.ts'
import { listHandPeople } from './queries.ts'
import type { ByHandQuery, ByHandView } from './schemas.ts'

const PAGE_SIZE = 50

/** Throws campaign-unknown, campaign-not-open, campaign-closed. Every look at names is in the audit log. */
export async function listPeopleByHand(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  code: string,
  { scope, unit, page }: ByHandQuery,
  staff: Staff,
): Promise<ByHandView> {
  const campaign = await findOpenCampaign(db, code, clock.now())
  const range = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const { total, handed, people } = await listHandPeople(db, { campaign, scope, unit }, range)
  await recordAudit(db, {
    actor: staff.email,
    action: 'people.look',
    campaign: code,
    // Not how many: that changes with each answer, and the log keeps the second.
    details: { list: 'by-hand', scope, unit: unit ?? null, page },
  })
  return {
    total,
    handed,
    pageSize: PAGE_SIZE,
    people: people.map(({ id, name, phone, units, reason, how, by, at }) => ({
      id,
      name,
      units: unitsOf(campaign, units),
      phone,
      reason,
      handed: how && by && at ? { how, by, at: new Date(at).toISOString() } : null,
    })),
  }
}
