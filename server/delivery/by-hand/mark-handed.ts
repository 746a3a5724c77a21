/** Marks that a link was handed over, by whom and how, and takes the newest mark back. */
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { deleteHandMark, findHandMark, insertHandMarks } from './change-queries.ts'
import { findOpenCampaign, requirePerson } from './find-open-campaign.ts'
import type { Handed, How } from './schemas.ts'

type MarkDeps = Pick<Deps, 'db' | 'clock' | 'changes'>
type At = { code: string; person: string }

/** Throws campaign-unknown, campaign-not-open, campaign-closed, person-unknown. */
export async function markHanded(deps: MarkDeps, { code, person }: At, how: How, staff: Staff) {
  return change(deps, code, async (tx, campaign) => {
    const marked = await insertHandMarks(tx, { campaignId: campaign.id, people: [person], how, by: staff.email })
    if (marked.length === 0) throw errors.personUnknown()
    await recordAudit(tx, { actor: staff.email, action: 'hand.mark', campaign: code, details: { person, how } })
    return { handed: await findHandMark(tx, { campaign, person }) }
  })
}

/** A pile of cards at once; people of other campaigns are passed over. Returns how many were marked. */
export async function markManyHanded(deps: MarkDeps, code: string, people: string[], how: How, staff: Staff) {
  return change(deps, code, async (tx, campaign) => {
    const unique = [...new Set(people)]
    const marked = await insertHandMarks(tx, { campaignId: campaign.id, people: unique, how, by: staff.email })
    await recordAudit(tx, { actor: staff.email, action: 'hand.mark', campaign: code, details: { people: marked, how } })
    return { handed: marked.length }
  })
}

/** Takes the newest mark back, whoever made it, and returns the one before; nothing to take back is fine. */
export async function unmarkHanded(
  deps: MarkDeps,
  { code, person }: At,
  staff: Staff,
): Promise<{ handed: Handed | null }> {
  return change(deps, code, async (tx, campaign) => {
    await requirePerson(tx, campaign, person)
    if (await deleteHandMark(tx, { campaign, person }))
      await recordAudit(tx, { actor: staff.email, action: 'hand.unmark', campaign: code, details: { person } })
    return { handed: await findHandMark(tx, { campaign, person }) }
  })
}

async function change<Result>(
  { db, clock, changes }: MarkDeps,
  code: string,
  work: (tx: Tx, campaign: { id: string; code: string }) => Promise<Result>,
): Promise<Result> {
  const done = await db.transaction(async (tx) => {
    const campaign = await findOpenCampaign(tx, code, clock.now())
    return { campaignId: campaign.id, result: await work(tx, campaign) }
  })
  changes.publish({ campaign: done.campaignId, kind: 'progress' })
  return done.result
}
