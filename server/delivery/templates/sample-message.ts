/** The person and the link that a preview and a test mail are made with: nobody's, and leading nowhere personal. Pure. */
import { type ComposedMessage, composeMessage, unitLabel } from '../compose-message.ts'
import { formatDeadline } from '../format-deadline.ts'
import type { MessageKind, Template } from './built-in-template.ts'
import { listPlaceholders, type Placeholder } from './placeholders.ts'

export type SampleCampaign = {
  title: string
  closesAt: Date | null
  organizer: { name: string; phone: string; email: string }
  units: string[]
}

const NAME = 'Nguyễn Thị Hồng Ánh'
/** Takes the place of a personal link's token where a mail needs one; no link has it. */
export const SAMPLE_TOKEN = 'thu-mau'

export function composeSample(
  kind: MessageKind,
  template: Template | undefined,
  { title, closesAt, organizer, units }: SampleCampaign,
  publicUrl: string,
): ComposedMessage & { name: string; link: string } {
  const link = `${publicUrl}/`
  const unsubscribe = `${publicUrl}/unsubscribe/${SAMPLE_TOKEN}`
  const parts = { kind, template, name: NAME, campaign: title, units, closesAt, organizer, link, unsubscribe }
  return { ...composeMessage(parts), name: NAME, link }
}

export function samplePlaceholders(campaign: SampleCampaign, publicUrl: string): Placeholder[] {
  return listPlaceholders({
    name: NAME,
    campaign: campaign.title,
    units: campaign.units,
    deadline: campaign.closesAt && formatDeadline(campaign.closesAt),
    organizer: campaign.organizer,
    link: `${publicUrl}/p/…`,
  })
}

/** The fields of the Zalo template that was approved, as they would be filled. */
export function sampleZaloFields(campaign: SampleCampaign, publicUrl: string): Placeholder[] {
  const { deadline } = composeSample('invitation', undefined, campaign, publicUrl)
  return [
    { name: 'name', meaning: 'Họ và tên, rút gọn còn nhiều nhất 30 ký tự', example: NAME },
    { name: 'campaign', meaning: 'Tên đợt điều tra', example: campaign.title },
    { name: 'unit', meaning: 'Đơn vị được mời đánh giá', example: unitLabel(campaign.units) },
    { name: 'deadline', meaning: 'Hạn trả lời', example: deadline },
    { name: 'token', meaning: 'Phần riêng của đường dẫn, nằm trong nút bấm', example: '…' },
  ]
}
