/** Requests of respondents, and how many are open and late. */
import { dayInVietnam } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { listCards } from './people-queries.ts'
import { countOpenRequests, findPrivacyCampaign, listRequests } from './queries.ts'
import { retentionOf } from './retention.ts'
import type { RequestCounts, RequestsView } from './schemas.ts'
import { viewRequest } from './view-request.ts'

const MOST = 500

/** Throws campaign-unknown. A look at the names is audited. */
export async function readRequests(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  code: string,
  staff: Staff,
): Promise<RequestsView> {
  const campaign = await findPrivacyCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const today = dayInVietnam(clock.now())
  const [counts, rows] = await Promise.all([
    countOpenRequests(db, campaign.id, today),
    listRequests(db, campaign.id, MOST),
  ])
  const ids = [...new Set(rows.flatMap(({ respondentId }) => respondentId ?? []))]
  const cards = new Map((await listCards(db, campaign.id, ids)).map((card) => [card.id, card]))
  if (cards.size > 0) {
    const details = { requests: rows.length, shown: cards.size }
    await recordAudit(db, { actor: staff.email, action: 'privacy.look', campaign: code, details })
  }
  return {
    ...counts,
    today,
    days: retentionOf(campaign.retention).requests,
    requests: rows.map((row) => viewRequest(row, cards.get(row.respondentId ?? ''), today)),
  }
}

/** Throws campaign-unknown. */
export async function readRequestCounts(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  code: string,
): Promise<RequestCounts> {
  const campaign = await findPrivacyCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  return countOpenRequests(db, campaign.id, dayInVietnam(clock.now()))
}
