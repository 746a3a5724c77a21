/** The search for people: by what they are called or reached by, by what became of their messages, by unit. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findPictureCampaign } from './campaign-queries.ts'
import { findPeoplePage, listPeople } from './people-queries.ts'
import { PEOPLE_PER_PAGE, type PeopleQuery, type PeopleView } from './schemas.ts'
import { searchPatterns } from './search-pattern.ts'
import { viewPerson } from './view-person.ts'

/** Throws campaign-unknown (404). Audited by the filters' shape; what was typed is personal data itself and stays out. */
export async function findPeople(
  { db }: Pick<Deps, 'db'>,
  code: string,
  { search, page, ...filter }: PeopleQuery,
  staff: Staff,
): Promise<PeopleView> {
  const campaign = await findPictureCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const patterns = search === undefined ? null : searchPatterns(search)
  const { total, ids } = await findPeoplePage(db, campaign.id, {
    patterns,
    filter,
    limit: PEOPLE_PER_PAGE,
    offset: (page - 1) * PEOPLE_PER_PAGE,
  })
  const rows = ids.length === 0 ? [] : await listPeople(db, campaign.id, ids)
  await recordAudit(db, {
    actor: staff.email,
    action: 'people.look',
    campaign: code,
    details: { ...filter, searched: patterns !== null, page, shown: rows.length },
  })
  return { total, page, perPage: PEOPLE_PER_PAGE, people: rows.map((row) => viewPerson(row, campaign.unitNames)) }
}
