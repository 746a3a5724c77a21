/** The words that a campaign's messages have now, and what may be used in them. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { builtInTemplate, closingOf, type MessageKind } from './built-in-template.ts'
import { findTemplateCampaign, listTemplates, type StoredTemplate, type TemplateCampaign } from './queries.ts'
import { samplePlaceholders, sampleZaloFields } from './sample-message.ts'
import type { TemplatesView, TemplateView } from './schemas.ts'

type ReadDeps = Pick<Deps, 'db' | 'config'>

/** Throws campaign-unknown. */
export async function readTemplates({ db, config }: ReadDeps, code: string): Promise<TemplatesView> {
  const campaign = await findTemplateCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const stored = await listTemplates(db, campaign.id)
  return {
    invitation: viewTemplate('invitation', stored, campaign),
    reminder: viewTemplate('reminder', stored, campaign),
    placeholders: samplePlaceholders(campaign, config.publicUrl),
    always: Object.values(closingOf(campaign.organizer)),
    zalo: {
      fields: sampleZaloFields(campaign, config.publicUrl),
      button: 'Mở phiếu',
      note: 'Lời của tin Zalo đã được Zalo duyệt trước nên không sửa được ở đây; hệ thống chỉ điền các ô này.',
    },
  }
}

function viewTemplate(kind: MessageKind, stored: StoredTemplate[], { closesAt }: TemplateCampaign): TemplateView {
  const own = stored.find((one) => one.kind === kind)
  const { subject, body } = own ?? builtInTemplate(kind, closesAt !== null)
  return {
    subject,
    body,
    custom: own !== undefined,
    updatedBy: own?.updatedBy ?? null,
    updatedAt: own?.updatedAt.toISOString() ?? null,
  }
}
