/** Ends a request with an officer's own words: what was done, or why not. */
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { lockOpenRequest, type RequestPlace } from './act-on-request.ts'
import { closeRequestRow } from './queries.ts'
import type { CloseBody } from './schemas.ts'

/** Throws campaign-unknown, request-unknown (404), request-closed (409). */
export async function closeRequest(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  place: RequestPlace,
  { state, outcome }: CloseBody,
  staff: Staff,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { row } = await lockOpenRequest(tx, place)
    await closeRequestRow(tx, row.id, { state, outcome, closedBy: staff.email, closedAt: clock.now() })
    await recordAudit(tx, {
      actor: staff.email,
      action: 'privacy.close',
      campaign: place.code,
      details: { request: row.id, person: row.respondentId, kind: row.kind, state },
    })
  })
}
