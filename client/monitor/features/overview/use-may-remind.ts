import type { CampaignDetail } from '../../../shared/api-types.ts'
import { useMayChange } from '../../shared/may-change.ts'
import { nextAct, otherActs } from '../campaign/next-action.ts'

/** Reminders go out of an open campaign whose invitation has been sent, and by whoever may act. */
export function useMayRemind(campaign: CampaignDetail): boolean {
  const mayChange = useMayChange()
  const now = Date.now()
  return mayChange && [nextAct(campaign, now), ...otherActs(campaign, now)].includes('remind')
}
