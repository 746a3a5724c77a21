/** Messages that nobody can tell of, for a person to settle. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findPictureCampaign } from './campaign-queries.ts'
import { describeCause } from './describe-cause.ts'
import { UNKNOWN_PER_PAGE, type UnknownView } from './schemas.ts'
import { countUnknown, listUnknown, type UnknownRow } from './unknown-queries.ts'
import { writtenPhone } from './view-person.ts'

/** Throws campaign-unknown (404). */
export async function listUnknownDeliveries(
  { db }: Pick<Deps, 'db'>,
  code: string,
  page: number,
  staff: Staff,
): Promise<UnknownView> {
  const campaign = await findPictureCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const total = await countUnknown(db, campaign.id)
  const window = { limit: UNKNOWN_PER_PAGE, offset: (page - 1) * UNKNOWN_PER_PAGE }
  const rows = await listUnknown(db, campaign.id, window)
  await recordAudit(db, {
    actor: staff.email,
    action: 'people.look',
    campaign: code,
    details: { state: 'unknown', page, shown: rows.length },
  })
  return { total, page, perPage: UNKNOWN_PER_PAGE, deliveries: rows.map(viewUnknown) }
}

function viewUnknown(row: UnknownRow): UnknownView['deliveries'][number] {
  const { title, nextStep } = describeCause(row.channel, row.cause)
  const address = row.channel === 'zalo' && row.address ? writtenPhone(row.address) : row.address
  return { ...row, address, title, nextStep }
}
