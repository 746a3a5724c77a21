/**
 * An invitation or a reminder, in the campaign's own words or the built-in ones. Pure. Below any words stands what people
 * are owed: that answers are nameless, whom to call, how to get no more. The link stands alone on a line of the text
 * (CONTRACT "Zalo and mail").
 */
import { renderEmailHtml } from './email-html.ts'
import { formatDeadline, shortDeadline } from './format-deadline.ts'
import { builtInTemplate, closingOf, type MessageKind, type Template } from './templates/built-in-template.ts'
import { renderTemplate } from './templates/render-template.ts'

export type MessageParts = {
  kind: MessageKind
  /** The campaign's own words; without them the built-in ones. */
  template?: Template | undefined
  name: string
  /** Title of the campaign. */
  campaign: string
  /** Names of the units that this person still has to rate. */
  units: string[]
  closesAt: Date | null
  organizer: { name: string; phone: string; email: string }
  link: string
  unsubscribe: string
}

export type ComposedMessage = {
  subject: string
  text: string
  html: string
  /** For Zalo's template, which has room for a few words. */
  unit: string
  deadline: string
}

export function composeMessage({ kind, template, closesAt, ...parts }: MessageParts): ComposedMessage {
  const deadline = closesAt && formatDeadline(closesAt)
  const closing = closingOf(parts.organizer)
  const words = template ?? builtInTemplate(kind, deadline !== null)
  const { subject, text, blocks } = renderTemplate(words, { ...parts, deadline }, closing)
  return {
    subject,
    text,
    html: renderEmailHtml({ ...parts, ...closing, subject, blocks }),
    unit: unitLabel(parts.units),
    deadline: closesAt ? shortDeadline(closesAt) : 'khi kết thúc đợt',
  }
}

export function unitLabel([first = '', ...others]: string[]): string {
  return others.length === 0 ? first : `${first} và ${others.length} đơn vị khác`
}
