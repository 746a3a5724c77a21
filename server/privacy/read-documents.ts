/** The two documents of privacy: what is held about a person who asks to see it, and the register of processing. */
import { countPeople, findCampaign, listTotals } from '../campaigns/queries.ts'
import { dayInVietnam } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import type { RequestPlace } from './act-on-request.ts'
import { composeHeld } from './documents/compose-held.ts'
import { composeRegister } from './documents/compose-register.ts'
import type { OfficeDocument } from './documents/document.ts'
import { findHeld, listCards } from './people-queries.ts'
import { countOpenRequests, countRequests, findPrivacyCampaign, findRequest } from './queries.ts'
import { readNotices } from './read-notices.ts'
import { dueDayOf } from './read-retention.ts'

/** Throws campaign-unknown, request-unknown (404), request-kind, request-without-person (409). A look at personal data: audited. */
export async function readHeldDocument(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { code, request }: RequestPlace,
  staff: Staff,
): Promise<OfficeDocument> {
  const campaign = await findPrivacyCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const row = await findRequest(db, campaign.id, request)
  if (!row) throw errors.requestUnknown()
  if (row.kind !== 'see') throw errors.requestKind()
  const [card] = row.respondentId ? await listCards(db, campaign.id, [row.respondentId]) : []
  const held = card && (await findHeld(db, card.id))
  if (!card || !held) throw errors.requestWithoutPerson()
  await recordAudit(db, {
    actor: staff.email,
    action: 'privacy.document',
    campaign: code,
    details: { request, person: card.id },
  })
  const today = dayInVietnam(clock.now())
  return composeHeld({ campaign, card, held, today, dueOn: (rule) => dueDayOf(campaign, rule) })
}

/** Throws campaign-unknown. Holds counts, no person. */
export async function readRegister(
  { db, clock, config }: Pick<Deps, 'db' | 'clock' | 'config'>,
  code: string,
): Promise<OfficeDocument> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const today = dayInVietnam(clock.now())
  const [people, [totals], { notices }, counts, all] = await Promise.all([
    countPeople(db, campaign.id),
    listTotals(db, [campaign.id]),
    readNotices({ db }, code),
    countOpenRequests(db, campaign.id, today),
    countRequests(db, campaign.id),
  ])
  const dayOf = (moment: Date | null): string | null => moment && dayInVietnam(moment)
  return composeRegister({
    ...{ campaign, notices, today },
    ...{ people, invitations: totals?.invited ?? 0 },
    requests: { ...counts, all },
    channels: { email: config.smtp !== undefined, zalo: config.zalo !== undefined },
    ...{ opensOn: dayOf(campaign.opensAt), closesOn: dayOf(campaign.closesAt), finalOn: dayOf(campaign.finalizedAt) },
  })
}
