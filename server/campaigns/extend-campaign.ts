/** Moves the last moment for answers further away, for everybody at once: nobody's answers or messages are touched. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { lockCampaign, updateCampaign } from './queries.ts'
import type { ExtendBody, ExtendedView } from './schemas.ts'

/** A slip of the keyboard in the year could never be taken back: a deadline only moves away. */
const FARTHEST_MS = 366 * 24 * 60 * 60_000

type ExtendDeps = Pick<Deps, 'db' | 'clock' | 'changes'>

/**
 * The same moment again is no error and writes nothing. Throws campaign-unknown (404), campaign-not-open (409) for a draft,
 * campaign-closed (409), closes-at-past (422), closes-at-not-later (409; details {closesAt}: the present one, null for
 * none), invalid-request beyond a year from now.
 */
export async function extendCampaign(
  { db, clock, changes }: ExtendDeps,
  code: string,
  { closesAt, reason }: ExtendBody,
  staff: Staff,
): Promise<ExtendedView> {
  const wished = new Date(closesAt)
  const now = clock.now()
  const { id, view } = await db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    const { id, status, closesAt: present } = campaign
    if (status === 'draft') throw errors.campaignNotOpen()
    if (status !== 'open' && status !== 'paused') throw errors.campaignClosed()
    const before = present?.toISOString() ?? null
    const view = { status, before, closesAt: wished.toISOString() }
    if (before === view.closesAt) return { id, view }
    if (wished <= now) throw errors.closesAtPast()
    if (!present || wished < present) throw errors.closesAtNotLater({ closesAt: before })
    if (wished.getTime() - now.getTime() > FARTHEST_MS) {
      throw errors.invalidRequest([{ path: 'closesAt', problem: 'Hạn mới xa quá một năm. Hãy xem lại năm đã ghi.' }])
    }
    await updateCampaign(tx, id, { closesAt: wished })
    const details = { before, after: view.closesAt, reason }
    await recordAudit(tx, { actor: staff.email, action: 'campaign.extend', campaign: code, details })
    return { id, view }
  })
  changes.publish({ campaign: id, kind: 'status' })
  return view
}
