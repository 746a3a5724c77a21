/** Gives a campaign its own words, or the built-in ones again. Messages that have not gone out yet carry them. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { sha256 } from '../../secrets.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import type { MessageKind, Template } from './built-in-template.ts'
import { deleteTemplate, findTemplateCampaign, type TemplateCampaign, upsertTemplate } from './queries.ts'
import { normalizeTemplate, validateTemplate } from './validate-template.ts'

type SetDeps = Pick<Deps, 'db' | 'clock'>

/** Throws campaign-unknown, campaign-closed, template-invalid (details [{path, problem}]). */
export async function setTemplate(
  { db, clock }: SetDeps,
  code: string,
  kind: MessageKind,
  typed: Template,
  staff: Staff,
): Promise<void> {
  const campaign = await findChangeable(db, code)
  const { problems } = validateTemplate(typed)
  if (problems.length > 0) throw errors.templateInvalid(problems)
  const words = normalizeTemplate(typed)
  await db.transaction(async (tx) => {
    await upsertTemplate(tx, { ...words, campaignId: campaign.id, kind, by: staff.email, now: clock.now() })
    // The hash proves later which words these were.
    const hash = sha256(`${words.subject}\n${words.body}`).toString('base64url')
    const details = { kind, subject: words.subject.length, body: words.body.length, hash }
    await recordAudit(tx, { actor: staff.email, action: 'template.set', campaign: code, details })
  })
}

/** Throws campaign-unknown, campaign-closed. */
export async function resetTemplate({ db }: SetDeps, code: string, kind: MessageKind, staff: Staff): Promise<void> {
  const campaign = await findChangeable(db, code)
  await db.transaction(async (tx) => {
    const deleted = await deleteTemplate(tx, campaign.id, kind)
    if (deleted) {
      await recordAudit(tx, { actor: staff.email, action: 'template.reset', campaign: code, details: { kind } })
    }
  })
}

async function findChangeable(db: Deps['db'], code: string): Promise<TemplateCampaign> {
  const campaign = await findTemplateCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status === 'closed' || campaign.status === 'final') throw errors.campaignClosed()
  return campaign
}
