/** Empties the list of a campaign that is still a draft, for the officer who imported the wrong file. */
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { deleteRoster, findRosterCampaign } from './queries.ts'
import { requireDraft } from './require-draft.ts'

/** Returns how many people were taken off. Throws campaign-unknown (404), campaign-not-draft (409). */
export async function clearRoster({ db }: Pick<Deps, 'db'>, code: string, staff: Staff): Promise<{ removed: number }> {
  return db.transaction(async (tx) => {
    const campaign = requireDraft(await findRosterCampaign(tx, code, { lock: true }))
    const removed = await deleteRoster(tx, campaign.id)
    await recordAudit(tx, { actor: staff.email, action: 'roster.clear', campaign: code, details: { removed } })
    return { removed }
  })
}
