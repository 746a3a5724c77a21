/** How each channel stands: its pace, why it does not send, what waits. The truth is the gate's row (channel-queries.ts). */
import type { ChannelName } from '../../channels/channel.ts'
import type { Deps } from '../../deps.ts'
import { type ChannelRow, findChannels } from '../channel-queries.ts'
import { countDue } from '../hold/queries.ts'
import { viewHold } from '../hold/view-hold.ts'
import { describeCause } from '../picture/describe-cause.ts'
import { triedToday } from './read-situation.ts'
import type { ChannelView, SendingView } from './schemas.ts'

export type SendingDeps = Pick<Deps, 'db' | 'clock' | 'channels'>

export async function viewSending(deps: SendingDeps): Promise<SendingView> {
  return { hold: await viewHold(deps), channels: await viewChannels(deps) }
}

export async function viewChannel(deps: SendingDeps, channel: ChannelName): Promise<ChannelView> {
  return (await viewChannels(deps)).find((view) => view.channel === channel)!
}

async function viewChannels({ db, clock, channels }: SendingDeps): Promise<ChannelView[]> {
  const now = clock.now()
  const due = await countDue(db, now)
  return (await findChannels(db)).map((row) => ({
    ...stateOf(row, now),
    channel: row.channel,
    outbox: channels[row.channel].unpaced === true,
    perMinute: row.perMinute,
    perDay: row.perDay,
    parallel: row.parallel,
    failureLimit: row.failureLimit,
    needsPerson: row.needsPerson,
    trouble: troubleOf(row, now),
    quota: quotaOf(row),
    sentToday: triedToday(row, now),
    due: due[row.channel],
  }))
}

function stateOf(
  { pausedAt, pausedBy, pauseReason, heldUntil, heldFor }: ChannelRow,
  now: Date,
): Pick<ChannelView, 'state' | 'paused' | 'held'> {
  const paused = pausedAt && { at: pausedAt.toISOString(), by: pausedBy, reason: pauseReason }
  const held = heldUntil && heldUntil > now ? { until: heldUntil.toISOString(), failure: heldFor ?? '' } : null
  return { state: paused ? 'paused' : held ? 'held' : 'running', paused, held }
}

/** What a person must mend comes first; a pause that a person made explains itself. */
function troubleOf(row: ChannelRow, now: Date): ChannelView['trouble'] {
  const held = row.heldUntil && row.heldUntil > now ? row.heldFor : null
  const cause = row.needsPerson ?? (row.pausedAt && !row.pausedBy ? row.pauseReason : null) ?? held
  if (!cause) return null
  const { title, nextStep } = describeCause(row.channel, cause)
  return { title, nextStep }
}

function quotaOf({ quotaDaily: daily, quotaRemaining: remaining, quotaAt }: ChannelRow): ChannelView['quota'] {
  return daily === null || remaining === null || !quotaAt ? null : { daily, remaining, at: quotaAt.toISOString() }
}
