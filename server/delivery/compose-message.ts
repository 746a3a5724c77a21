/**
 * The words of an invitation and a reminder. Pure. Plain, because people are taught to distrust links: who asks, why
 * you, how long, what happens to the answer, whom to call. The link stands alone on a line of the text (CONTRACT "Zalo and mail").
 */
import { renderEmailHtml } from './email-html.ts'

export type MessageParts = {
  kind: 'invitation' | 'reminder'
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

export function composeMessage(parts: MessageParts): ComposedMessage {
  const deadline = parts.closesAt && DATE.format(parts.closesAt)
  const words = wordsOf(parts, deadline)
  return {
    subject: words.subject,
    text: textOf(parts, words),
    html: renderEmailHtml({ ...parts, ...words }),
    unit: unitLabel(parts.units),
    deadline: deadline ?? 'khi đợt điều tra kết thúc',
  }
}

/** The sentences that both forms of a message share; none of them holds markup. */
export type MessageWords = {
  subject: string
  greeting: string
  request: string
  effort: string
  linkNote: string
  anonymity: string
  contact: string
  optOut: string
}

function wordsOf({ kind, name, campaign, organizer }: MessageParts, deadline: string | null): MessageWords {
  const reminder = kind === 'reminder'
  const until = deadline ? ` Xin ông/bà gửi phiếu chậm nhất ngày ${deadline}.` : ''
  const reach = [organizer.phone && `gọi ${organizer.phone}`, organizer.email && `viết tới ${organizer.email}`]
  return {
    subject: reminder ? `Nhắc trả lời phiếu khảo sát: ${campaign}` : `Mời trả lời phiếu khảo sát: ${campaign}`,
    greeting: `Kính gửi ông/bà ${name},`,
    request: reminder
      ? `${organizer.name} đã gửi ông/bà phiếu “${campaign}” và chưa nhận được phiếu trả lời. Ông/bà còn phiếu đánh giá:`
      : `${organizer.name} mời ông/bà trả lời phiếu “${campaign}”. Ông/bà nhận được thư này vì có tên trong danh sách khảo sát, để đánh giá:`,
    effort: `Trả lời mất khoảng 3 phút, làm được ngay trên điện thoại.${until}`,
    linkNote: 'Đường dẫn dưới đây dành riêng cho ông/bà, xin đừng chuyển cho người khác:',
    anonymity:
      'Phiếu được gửi đi không kèm tên, không kèm đường dẫn này; kết quả chỉ được công bố khi đã gộp từ nhiều người.',
    contact: `Cần hỏi, hoặc muốn biết thư này có thật không, xin ${reach.filter(Boolean).join(' hoặc ') || 'liên hệ'} (${organizer.name}).`,
    optOut: 'Không muốn nhận thêm thư của đợt này:',
  }
}

function textOf({ units, link, unsubscribe }: MessageParts, words: MessageWords): string {
  return [
    words.greeting,
    '',
    words.request,
    ...units.map((unit) => `- ${unit}`),
    '',
    words.effort,
    '',
    words.linkNote,
    '',
    link,
    '',
    words.anonymity,
    '',
    words.contact,
    '',
    `${words.optOut} ${unsubscribe}`,
    '',
  ].join('\n')
}

export function unitLabel([first = '', ...others]: string[]): string {
  return others.length === 0 ? first : `${first} và ${others.length} đơn vị khác`
}

/** dd/mm/yyyy in Viet Nam; made once, because making one costs more than composing a message. */
const DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
