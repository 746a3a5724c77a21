/** The state of a campaign. */

import type { CampaignStatus } from '../../shared/api-types.ts'
import { t } from '../words/t.ts'
import { StatePill, type Tone } from './state-pill.tsx'

export const STATUS_NAMES: Record<CampaignStatus, string> = {
  draft: t`Đang soạn`,
  open: t`Đang mở`,
  paused: t`Tạm dừng`,
  closed: t`Đã đóng`,
  final: t`Đã chốt kết quả`,
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
