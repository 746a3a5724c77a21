/** Sets how long a campaign's personal data are kept. The daily job goes by it, so it is an administrator's act. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { lockRetention, setRetention } from './queries.ts'
import { type Retention, retentionOf } from './retention.ts'

/** Throws campaign-unknown. */
export async function changeRetention(
  { db }: Pick<Deps, 'db'>,
  code: string,
  retention: Retention,
  staff: Staff,
): Promise<void> {
  await db.transaction(async (tx) => {
    const campaign = await lockRetention(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    await setRetention(tx, campaign.id, retention)
    await recordAudit(tx, {
      actor: staff.email,
      action: 'privacy.retention',
      campaign: code,
      details: { before: retentionOf(campaign.retention), after: retention },
    })
  })
}
