/** The invitation as an officer would write it in a chat: short, the link alone on the last line. Pure. */
import { unitLabel } from '../compose-message.ts'
import { formatDeadline } from '../format-deadline.ts'

export type ChatParts = {
  name: string
  campaign: string
  /** Names of the units still to be rated. */
  units: string[]
  closesAt: Date | null
  organizer: { name: string; phone: string }
  link: string
}

export function composeChatMessage({ name, campaign, units, closesAt, organizer, link }: ChatParts): string {
  const until = closesAt ? ` Xin gửi phiếu chậm nhất ${formatDeadline(closesAt)}.` : ''
  const call = organizer.phone ? ` Cần hỏi, xin gọi ${organizer.phone}.` : ''
  return [
    `Kính gửi ông/bà ${name}. ${organizer.name} mời ông/bà trả lời phiếu “${campaign}”, đánh giá ${unitLabel(units)}: vài phút, làm ngay trên điện thoại, phiếu gửi đi không kèm tên.${until}${call}`,
    'Đường dẫn dưới đây dành riêng cho ông/bà, xin đừng chuyển cho người khác:',
    link,
  ].join('\n')
}

/** Opens the person's chat in Zalo (domain/README "Plain links"). `phone` is "84" and nine digits. */
export const chatUrlOf = (phone: string | null): string | null => phone && `https://zalo.me/${phone}`
