/** An administrator removes now what is due, without waiting for the daily job. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { purgeCampaign } from './purge-campaign.ts'
import type { PurgedView } from './schemas.ts'

/** Throws purge-unconfirmed (422) unless `confirm` is the campaign's code, campaign-unknown (404), purge-nothing-due (409). */
export async function purgeConfirmed(
  deps: Pick<Deps, 'db' | 'clock' | 'changes' | 'log'>,
  code: string,
  confirm: string,
  staff: Staff,
): Promise<PurgedView> {
  if (confirm.trim().toLowerCase() !== code.toLowerCase()) throw errors.purgeUnconfirmed()
  const purged = await purgeCampaign(deps, code, { actor: staff.email })
  if (Object.keys(purged).length === 0) throw errors.purgeNothingDue()
  return { purged }
}
