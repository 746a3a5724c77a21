/** Who on the list a request may come from: by name, address or number, without anything about answers. */
import { findPeoplePage } from '../delivery/picture/people-queries.ts'
import { searchPatterns } from '../delivery/picture/search-pattern.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { listCards } from './people-queries.ts'
import { findPrivacyCampaign } from './queries.ts'
import type { CandidatesView } from './schemas.ts'

const MOST = 20

/** Throws campaign-unknown. What was typed is personal data itself and stays out of the audit log. */
export async function findCandidates(
  { db }: Pick<Deps, 'db'>,
  code: string,
  search: string,
  staff: Staff,
): Promise<CandidatesView> {
  const campaign = await findPrivacyCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const range = { patterns: searchPatterns(search), filter: {}, limit: MOST, offset: 0 }
  const { total, ids } = await findPeoplePage(db, campaign.id, range)
  const people = ids.length === 0 ? [] : await listCards(db, campaign.id, ids)
  await recordAudit(db, {
    actor: staff.email,
    action: 'privacy.look',
    campaign: code,
    details: { searched: true, shown: people.length },
  })
  return { total, people: [...people] }
}
