/** The one act that makes sense next, and the others that are possible now. Pure. */

import type { CampaignDetail } from '../../../shared/api-types.ts'
import { t } from '../../words/t.ts'

export type Act =
  | 'import'
  | 'open'
  | 'invite'
  | 'plan'
  | 'remind'
  | 'pause'
  | 'resume'
  | 'extend'
  | 'close'
  | 'finalize'
  | 'results'

export const ACT_NAMES: Record<Act, string> = {
  import: t`Nhập danh sách`,
  open: t`Mở đợt điều tra`,
  invite: t`Gửi lượt mời`,
  plan: t`Xem kế hoạch gửi`,
  remind: t`Gửi lượt nhắc`,
  pause: t`Tạm dừng nhận phiếu`,
  resume: t`Nhận phiếu trở lại`,
  extend: t`Gia hạn trả lời`,
  close: t`Đóng đợt điều tra`,
  finalize: t`Chốt kết quả`,
  results: t`Xem kết quả`,
}

type Known = Pick<CampaignDetail, 'status' | 'closesAt' | 'waves' | 'rosterCount' | 'invited' | 'answered'>

/** `now` in milliseconds. */
export function nextAct(campaign: Known, now: number): Act {
  const { status, waves, invited, answered } = campaign
  if (status === 'draft') return campaign.rosterCount.invitations > 0 ? 'open' : 'import'
  if (status === 'paused') return 'resume'
  if (status === 'closed') return 'finalize'
  if (status === 'final') return 'results'
  const due = campaign.closesAt !== null && Date.parse(campaign.closesAt) <= now
  if (due || (invited > 0 && answered >= invited)) return 'close'
  return sendingAct(waves)
}

/** An invitation that is planned is begun from the plan; nobody is reminded of what they have not been sent. */
function sendingAct(waves: Known['waves']): Act {
  const invitation = waves.find(({ kind }) => kind === 'invitation')
  if (!invitation) return 'invite'
  return invitation.state === 'planned' || invitation.state === 'overdue' ? 'plan' : 'remind'
}

/** What else may be done now, in the order of a campaign's life. */
export function otherActs(campaign: Known, now: number): Act[] {
  // A campaign without a deadline has nothing to extend.
  const extending: Act[] = campaign.closesAt === null ? [] : ['extend']
  const possible: Record<CampaignDetail['status'], Act[]> = {
    draft: campaign.rosterCount.invitations > 0 ? ['import', 'open'] : ['import'],
    open: [sendingAct(campaign.waves), ...extending, 'pause', 'close'],
    paused: ['resume', ...extending, 'close'],
    closed: ['finalize'],
    final: ['results'],
  }
  const next = nextAct(campaign, now)
  return possible[campaign.status].filter((act) => act !== next)
}
