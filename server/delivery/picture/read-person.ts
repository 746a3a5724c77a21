/** One person and everything that was done to reach them. Of answering it tells none, some or all, and no day. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findPictureCampaign } from './campaign-queries.ts'
import { describeEvent, HOW_WORDS, LINK_WORDS } from './describe-state.ts'
import {
  type Handover,
  type LinkChange,
  listHandovers,
  listLinkChanges,
  listMessageEvents,
  type MessageEvent,
} from './history-queries.ts'
import { listPeople } from './people-queries.ts'
import type { HistoryEntry, PersonHistoryView } from './schemas.ts'
import { viewPerson } from './view-person.ts'

/** Throws campaign-unknown, person-unknown (404). */
export async function readPerson(
  { db }: Pick<Deps, 'db'>,
  { code, id }: { code: string; id: string },
  staff: Staff,
): Promise<PersonHistoryView> {
  const campaign = await findPictureCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const [person] = await listPeople(db, campaign.id, [id])
  if (!person) throw errors.personUnknown()
  const [events, handovers, changes] = await Promise.all([
    listMessageEvents(db, id),
    listHandovers(db, id),
    listLinkChanges(db, code, id),
  ])
  await recordAudit(db, { actor: staff.email, action: 'people.look', campaign: code, details: { person: id } })
  const history = [...events.map(ofMessage), ...handovers.map(ofHandover), ...changes.map(ofLink)]
  // Each list is in order already, and the sort keeps the order of equals.
  history.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { ...viewPerson(person, campaign.unitNames), history }
}

const ofMessage = ({ first, ...event }: MessageEvent): HistoryEntry => ({
  ...event,
  title: describeEvent({ ...event, first }),
})

const ofHandover = ({ how, by, at }: Handover): HistoryEntry => ({
  ...{ at, channel: 'hand', wave: null, state: how, cause: null },
  ...{ title: HOW_WORDS[how], by },
})

const ofLink = ({ action, by, at }: LinkChange): HistoryEntry => ({
  ...{ at, channel: 'link', wave: null, cause: null, by },
  ...LINK_WORDS[action],
})
