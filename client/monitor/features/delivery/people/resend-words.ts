/** Over which channels one person can be sent their message now, and how that is said. Pure. */

import type { ChannelName } from '../../../../shared/api-types.ts'
import type { HistoryEntry, PersonHistoryView } from '../../../../shared/delivery-types.ts'
import { t } from '../../../words/t.ts'

export const RESEND_WORDS: Record<ChannelName, string> = { email: t`qua thư điện tử`, zalo: t`qua Zalo` }

type Known = Pick<
  PersonHistoryView,
  'answered' | 'optedOut' | 'email' | 'phone' | 'emailFailure' | 'phoneFailure' | 'last' | 'history'
>

/**
 * The channels whose address is not known to fail and over which nothing went out or waits. `renewed`: an address or the
 * link was changed just now, so that a message is wanted whatever became of the last one; what went out with another link
 * does not count.
 */
export function resendChannels(person: Known, renewed: 'address' | 'link' | null): ChannelName[] {
  if (person.answered === 'all' || person.optedOut) return []
  if (!renewed && person.last?.state !== 'failed') return []
  const free = (['email', 'zalo'] as const).filter(
    (channel) => renewed === 'link' || !isUnderWay(person.history, channel),
  )
  return free.filter((channel) =>
    channel === 'email' ? person.email && !person.emailFailure : person.phone && !person.phoneFailure,
  )
}

/** A message with the present link went out over the channel, or may have, or is about to. */
function isUnderWay(history: HistoryEntry[], channel: ChannelName): boolean {
  const renewal = history.findLastIndex((entry) => entry.channel === 'link' && entry.state === 'reissued')
  const entries = history.slice(renewal + 1).filter((entry) => entry.channel === channel)
  return [...new Set(entries.map(({ wave }) => wave))].some((number) => {
    const states = entries.filter(({ wave }) => wave === number).map(({ state }) => state)
    // A message's beginning has its wave's moment, which need not come before what was noted of it.
    const begun = states.indexOf('queued')
    const last = states.filter((_, place) => place !== begun).at(-1)
    return last !== 'failed' && last !== 'withdrawn'
  })
}
