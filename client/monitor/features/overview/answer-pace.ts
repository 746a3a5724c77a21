/** Answers by day as running totals, from the opening to the last day, for the line in the headline. Pure. */
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { addDays, dayOf, daysBetween } from '../../../shared/format-vi.ts'
import { isSettled } from '../../shared/hidden-words.ts'

export type Pace = {
  first: string
  last: string
  /** How many days the whole campaign has, at least 1. */
  length: number
  /** Total at the end of each day from `first` to today (or the last day), so that `totals[0]` is the first day's. */
  totals: number[]
  today: number
  /** Whether there is a last day to keep pace with. */
  planned: boolean
}

type Known = Pick<CampaignDetail, 'status' | 'opensAt' | 'closesAt' | 'days'>

/** `answered`: the live total, which the last day runs up to. `today` as `2024-11-30`. After the close the last day with an answer is the last. */
export function paceOf(campaign: Known, answered: number, today: string): Pace | null {
  const days = [...campaign.days].sort((a, b) => a.day.localeCompare(b.day))
  const first = [campaign.opensAt ? dayOf(campaign.opensAt) : undefined, days[0]?.day]
    .filter((d) => d !== undefined)
    .sort()[0]
  if (!first) return null
  const lastAnswer = days.at(-1)?.day ?? first
  const settled = isSettled(campaign.status)
  const planned = settled ? lastAnswer : campaign.closesAt ? dayOf(campaign.closesAt) : today
  const last = [planned, lastAnswer].sort().at(-1)!
  const until = [today < last ? today : last, lastAnswer].sort().at(-1)!
  const perDay = new Map(days.map(({ day, answered: count }) => [day, count]))
  const totals: number[] = []
  for (let day = first, total = 0; day <= until; day = addDays(day, 1)) {
    total += perDay.get(day) ?? 0
    totals.push(total)
  }
  const counted = totals.at(-1) ?? 0
  if (totals.length > 0) totals[totals.length - 1] = Math.max(counted, answered)
  const newer = Math.max(0, answered - counted)
  return {
    first,
    last,
    planned: campaign.closesAt !== null && !settled,
    length: Math.max(1, daysBetween(first, last) + 1),
    totals,
    today: settled ? 0 : (perDay.get(today) ?? 0) + (until === today ? newer : 0),
  }
}
