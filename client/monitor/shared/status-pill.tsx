/** The state of a campaign. */
import type { CampaignStatus } from '../../shared/api-types.ts'
import { StatePill, type Tone } from './state-pill.tsx'

export const STATUS_NAMES: Record<CampaignStatus, string> = {
  draft: 'Đang soạn',
  open: 'Đang mở',
  paused: 'Tạm dừng',
  closed: 'Đã đóng',
  final: 'Đã chốt kết quả',
}

const TONES: Record<CampaignStatus, Tone> = {
  draft: 'waiting',
  open: 'good',
  paused: 'paused',
  closed: 'done',
  final: 'final',
}

export function StatusPill({ status }: { status: CampaignStatus }) {
  return <StatePill tone={TONES[status]} words={STATUS_NAMES[status]} />
}
