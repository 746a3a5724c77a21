/** One person's link and the words to send it with. Each look is in the audit log: who has a link can answer with it. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { chatUrlOf, composeChatMessage } from './chat-message.ts'
import { findOpenCampaign, requirePerson, unitsOf } from './find-open-campaign.ts'
import type { HandMessageView } from './schemas.ts'

/** Throws campaign-unknown, campaign-not-open, campaign-closed, person-unknown, and credential-issued when nothing is left to answer. */
export async function showMessage(
  { db, clock, config, secrets }: Pick<Deps, 'db' | 'clock' | 'config' | 'secrets'>,
  { code, person: id }: { code: string; person: string },
  staff: Staff,
): Promise<HandMessageView> {
  return db.transaction(async (tx) => {
    const campaign = await findOpenCampaign(tx, code, clock.now())
    const person = await requirePerson(tx, campaign, id)
    if (person.units.length === 0) throw errors.nothingLeft()
    const link = `${config.publicUrl}/p/${secrets.linkToken(person.id, person.linkIssue)}`
    await recordAudit(tx, { actor: staff.email, action: 'hand.look', campaign: code, details: { person: id } })
    const units = unitsOf(campaign, person.units).map(({ name }) => name)
    const text = composeChatMessage({ ...campaign, name: person.name, campaign: campaign.title, units, link })
    return { text, chatUrl: chatUrlOf(person.phone), link, optedOut: person.optedOut }
  })
}
