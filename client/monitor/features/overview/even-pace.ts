/** The plan that answers are held against: as many each hour from the opening to the deadline. Pure. */
import type { CampaignDetail, UnitProgress } from '../../../shared/api-types.ts'

type Known = Pick<CampaignDetail, 'status' | 'opensAt' | 'closesAt' | 'waves'>

const DAY = 24 * 60 * 60_000

/** Nobody has been asked: no invitation has begun, and no answer has come by a link that was handed over. */
export const isUninvited = ({ waves }: Pick<CampaignDetail, 'waves'>, answered: number): boolean =>
  answered === 0 &&
  !waves.some(({ kind, state }) => kind === 'invitation' && state !== 'planned' && state !== 'overdue')

/**
 * How much of the time is over, 0 to 1; null where nothing is held against a plan: no deadline, no answers are taken,
 * nobody has been invited, or the first day is not over. `now` in milliseconds.
 */
export function expectedShare(campaign: Known, answered: number, now: number): number | null {
  const { status, opensAt, closesAt } = campaign
  if (!opensAt || !closesAt || (status !== 'open' && status !== 'paused')) return null
  if (isUninvited(campaign, answered) || now - Date.parse(opensAt) < DAY) return null
  const [from, to] = [Date.parse(opensAt), Date.parse(closesAt)]
  return to > from ? Math.min(1, Math.max(0, (now - from) / (to - from))) : 1
}

/** Whole answers by which the plan is ahead of what is there; negative: as many more than planned. */
export const answersBehind = ({ answered, invited }: { answered: number; invited: number }, share: number): number =>
  Math.floor(share * invited) - answered

/** Units with fewer answers than planned by now, and some still to come; the furthest behind by share first. */
export function unitsBehind(units: UnitProgress[], share: number | null): UnitProgress[] {
  if (share === null) return []
  const lag = (unit: UnitProgress) => answersBehind(unit, share) / unit.invited
  return units.filter((unit) => answersBehind(unit, share) > 0).sort((a, b) => lag(b) - lag(a))
}
