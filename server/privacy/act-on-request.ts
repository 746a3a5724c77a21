/** What every act on a request has in common: it is open, of the fitting kind, its person is there, and it ends done. */
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { lockPerson } from './people-queries.ts'
import { closeRequestRow, findPrivacyCampaign, lockRequest, type PrivacyCampaign, type RequestRow } from './queries.ts'
import type { RequestKind } from './retention.ts'

export type RequestPlace = { code: string; request: string }
type ActDeps = Pick<Deps, 'db' | 'clock' | 'changes'>

/** Holds the campaign's state and the request. Throws campaign-unknown, request-unknown (404), request-closed (409). */
export async function lockOpenRequest(
  tx: Tx,
  { code, request }: RequestPlace,
): Promise<{ campaign: PrivacyCampaign; row: RequestRow }> {
  const campaign = await findPrivacyCampaign(tx, code, { lock: true })
  if (!campaign) throw errors.campaignUnknown()
  const row = await lockRequest(tx, campaign.id, request)
  if (!row) throw errors.requestUnknown()
  if (row.state !== 'open') throw errors.requestClosed()
  return { campaign, row }
}

/**
 * Does what a request of `kind` asks for and closes it, in one transaction. `act` returns ids and numbers for the audit
 * log. Throws as lockOpenRequest, request-kind, request-without-person (409).
 */
export async function actOnRequest(
  { db, clock, changes }: ActDeps,
  place: RequestPlace,
  kind: RequestKind,
  staff: Staff,
  act: (tx: Tx, campaign: PrivacyCampaign, person: string) => Promise<Record<string, unknown>>,
): Promise<void> {
  const campaignId = await db.transaction(async (tx) => {
    const { campaign, row } = await lockOpenRequest(tx, place)
    if (row.kind !== kind) throw errors.requestKind()
    if (!row.respondentId || !(await lockPerson(tx, campaign.id, row.respondentId))) throw errors.requestWithoutPerson()
    const details = await act(tx, campaign, row.respondentId)
    await closeRequestRow(tx, row.id, {
      ...{ state: 'done', outcome: '' },
      ...{ closedBy: staff.email, closedAt: clock.now() },
    })
    await recordAudit(tx, {
      actor: staff.email,
      action: `privacy.${kind}`,
      campaign: place.code,
      details: { request: row.id, person: row.respondentId, ...details },
    })
    return campaign.id
  })
  changes.publish({ campaign: campaignId, kind: 'progress' })
}
