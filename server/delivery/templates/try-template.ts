/** Words tried out before anybody gets them: on the screen, or in the mailbox of whoever writes them. No delivery is made. */
import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../channels/channel.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { describeCause } from '../picture/describe-cause.ts'
import type { MessageKind, Template } from './built-in-template.ts'
import { findTemplateCampaign } from './queries.ts'
import { composeSample, SAMPLE_TOKEN } from './sample-message.ts'
import type { TemplatePreview, TemplateTest } from './schemas.ts'
import { normalizeTemplate, validateTemplate } from './validate-template.ts'

/** Shows words that could not be kept too, with what is wrong. Throws campaign-unknown. */
export async function previewTemplate(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  code: string,
  kind: MessageKind,
  typed: Template,
): Promise<TemplatePreview> {
  const campaign = await findTemplateCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const { subject, text, html } = composeSample(kind, normalizeTemplate(typed), campaign, config.publicUrl)
  return { subject, text, html, ...validateTemplate(typed) }
}

/** Sends to the account's own address and to nobody else. Throws campaign-unknown, template-invalid. */
export async function testTemplate(
  { db, config, channels, log }: Pick<Deps, 'db' | 'config' | 'channels' | 'log'>,
  code: string,
  kind: MessageKind,
  typed: Template,
  staff: Staff,
): Promise<TemplateTest> {
  const campaign = await findTemplateCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const { problems } = validateTemplate(typed)
  if (problems.length > 0) throw errors.templateInvalid(problems)
  const sample = composeSample(kind, normalizeTemplate(typed), campaign, config.publicUrl)
  const outcome = await channels.email.send({
    ...sample,
    subject: `[Thử] ${sample.subject}`,
    // A delivery's form, so that a bounce of it is read like any other; there is no such row.
    deliveryId: randomUUID(),
    recipient: staff.email,
    token: SAMPLE_TOKEN,
    unsubscribe: `${config.publicUrl}/unsubscribe/${SAMPLE_TOKEN}`,
    campaign: campaign.title,
  })
  const failure = 'failure' in outcome ? outcome.failure : undefined
  log.info({ campaign: code, kind, outcome: outcome.kind, failure }, 'template.tested')
  const details = { kind, outcome: outcome.kind, ...(failure ? { failure } : {}) }
  await recordAudit(db, { actor: staff.email, action: 'template.test', campaign: code, details })
  return { sentTo: staff.email, outcome: outcome.kind, words: wordsOf(outcome, channels.email.unpaced === true) }
}

function wordsOf(outcome: Outcome, outbox: boolean): string {
  if (outcome.kind !== 'sent') {
    const { title, nextStep } = describeCause('email', outcome.failure)
    const begin = outcome.kind === 'unknown' ? 'Chưa rõ thư thử đã đi hay chưa' : 'Thư thử chưa gửi được'
    return `${begin}: ${title}. ${nextStep}`
  }
  return outbox
    ? 'Hệ thống chưa được nối với máy chủ thư, nên thư thử nằm trong hộp thư thử của hệ thống.'
    : 'Máy chủ thư đã nhận thư thử. Hãy mở hộp thư của bạn; nếu vài phút nữa chưa thấy, xem cả mục thư rác.'
}
