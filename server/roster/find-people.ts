/** The list of people: searched, narrowed and sorted, a window of it at a time. */

import type { Block } from '../campaigns/definition.ts'
import { searchPatterns } from '../delivery/picture/search-pattern.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { findPeoplePage, listPeopleById } from './people-queries.ts'
import { findRosterCampaign } from './queries.ts'
import type { PeopleQuery, RosterPeople } from './schemas.ts'
import { createPersonView } from './view-people.ts'

/**
 * Throws campaign-unknown (404). One audit entry a window, with the filters; what was typed into the search is personal data
 * itself and stays out.
 */
export async function findRosterPeople(
  { db }: Pick<Deps, 'db'>,
  code: string,
  query: PeopleQuery,
  staff: Staff,
): Promise<RosterPeople> {
  const campaign = await findRosterCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const { blocks } = campaign.definition
  const ranked = (block: Block): { code: string }[] => (query.sort === 'unit' ? block.units : block.groups)
  const order = blocks.flatMap(ranked).map((one) => one.code)
  const patterns = query.search === undefined ? null : searchPatterns(query.search)
  const { total, ids } = await findPeoplePage(db, { campaignId: campaign.id, patterns, query, order })
  const rows = ids.length === 0 ? [] : await listPeopleById(db, campaign.id, ids)
  const { search: _, ...filter } = query
  const details = { ...filter, searched: patterns !== null, shown: rows.length }
  await recordAudit(db, { actor: staff.email, action: 'roster.look', campaign: code, details })
  return { total, offset: query.offset, people: rows.map(createPersonView(campaign.definition)) }
}
