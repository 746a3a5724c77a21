/** One person's card: what the roster says of them, and nothing of what they did with their link. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { listPeopleById } from './people-queries.ts'
import { findRosterCampaign } from './queries.ts'
import type { RosterCard } from './schemas.ts'
import { catalogueOf, createPersonView } from './view-people.ts'

/** Throws campaign-unknown, and person-unknown (404) also for a person of another campaign. */
export async function readCard(
  { db }: Pick<Deps, 'db'>,
  { code, id }: { code: string; id: string },
  staff: Staff,
): Promise<RosterCard> {
  const campaign = await findRosterCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const [row] = await listPeopleById(db, campaign.id, [id])
  if (!row) throw errors.personUnknown()
  await recordAudit(db, { actor: staff.email, action: 'roster.person', campaign: code, details: { person: id } })
  const editable = campaign.status === 'draft'
  const catalogue = editable ? catalogueOf(campaign.definition) : []
  return { ...createPersonView(campaign.definition)(row), editable, catalogue }
}
