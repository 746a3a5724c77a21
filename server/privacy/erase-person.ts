/**
 * Erases a respondent from the identity side. What they have answered stays: nobody can tell which answer it was. While
 * answers are still taken, invitations that they had not answered are no longer invitations; after close every count stays.
 */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { actOnRequest, type RequestPlace } from './act-on-request.ts'
import { countErasable } from './people-queries.ts'
import { takePeople } from './purge-queries.ts'
import { findPrivacyCampaign, findRequest, type PrivacyCampaign } from './queries.ts'
import type { ErasePreview } from './schemas.ts'

/** What is typed before it is done. */
export const ERASE_WORD = 'xóa'

const unansweredOf = ({ status }: PrivacyCampaign): 'counted' | 'dropped' =>
  status === 'closed' || status === 'final' ? 'counted' : 'dropped'

/** Throws campaign-unknown, request-unknown (404), request-without-person (409). */
export async function previewErasure({ db }: Pick<Deps, 'db'>, { code, request }: RequestPlace): Promise<ErasePreview> {
  const campaign = await findPrivacyCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const row = await findRequest(db, campaign.id, request)
  if (!row) throw errors.requestUnknown()
  if (!row.respondentId) throw errors.requestWithoutPerson()
  const { messages, open, answered } = await countErasable(db, row.respondentId)
  const leaves = unansweredOf(campaign) === 'dropped' ? open : 0
  return { messages, leaves, stays: open + answered - leaves }
}

/** Throws as actOnRequest, erase-unconfirmed (422). */
export async function erasePerson(
  deps: Pick<Deps, 'db' | 'clock' | 'changes'>,
  place: RequestPlace,
  confirm: string,
  staff: Staff,
): Promise<void> {
  if (confirm.normalize('NFC').trim().toLowerCase() !== ERASE_WORD) throw errors.eraseUnconfirmed()
  await actOnRequest(deps, place, 'erase', staff, (tx, campaign, person) =>
    takePeople(tx, campaign.id, [person], { unanswered: unansweredOf(campaign) }),
  )
}
