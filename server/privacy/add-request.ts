/** Writes down what a respondent asked for, and by when it has to be done. */
import { dayInVietnam } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { newId } from '../secrets.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { listCards } from './people-queries.ts'
import { findPrivacyCampaign, insertRequest, lockRequest } from './queries.ts'
import { dayAfter, retentionOf } from './retention.ts'
import type { RequestBody, RequestView } from './schemas.ts'
import { viewRequest } from './view-request.ts'

/** Throws campaign-unknown, person-unknown (404), received-later (422, the day it came has not come yet). */
export async function addRequest(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  code: string,
  { kind, via, receivedOn, person, note }: RequestBody,
  staff: Staff,
): Promise<RequestView> {
  const today = dayInVietnam(clock.now())
  if (receivedOn > today) throw errors.receivedLater()
  return db.transaction(async (tx) => {
    const campaign = await findPrivacyCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    const [card] = person === null ? [] : await listCards(tx, campaign.id, [person])
    if (person !== null && !card) throw errors.personUnknown()
    const dueOn = dayAfter(receivedOn, retentionOf(campaign.retention).requests[kind])
    const id = newId()
    const row = { id, campaignId: campaign.id, respondentId: person, kind, via, receivedOn, dueOn, note }
    await insertRequest(tx, { ...row, createdBy: staff.email })
    await recordAudit(tx, {
      actor: staff.email,
      action: 'privacy.request',
      campaign: code,
      details: { request: id, kind, via, person, receivedOn, dueOn },
    })
    return viewRequest((await lockRequest(tx, campaign.id, id))!, card, today)
  })
}
