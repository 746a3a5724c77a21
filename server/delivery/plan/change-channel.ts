/** Changes a channel's pace, pauses and resumes it; counts from the next message on, in every worker. */
import type { ChannelName } from '../../channels/channel.ts'
import type { Deps } from '../../deps.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findChannels, pauseChannel, resumeChannel, updateChannel } from '../channel-queries.ts'
import type { ChannelBody } from './schemas.ts'

type ChangeDeps = Pick<Deps, 'db' | 'clock'>

export async function changePace(
  { db }: ChangeDeps,
  channel: ChannelName,
  body: ChannelBody,
  staff: Staff,
): Promise<void> {
  if (Object.keys(body).length === 0) return
  await db.transaction(async (tx) => {
    const row = (await findChannels(tx)).find((one) => one.channel === channel)
    const before = Object.fromEntries(Object.keys(body).map((key) => [key, row?.[key as keyof ChannelBody] ?? null]))
    await updateChannel(tx, channel, body)
    await recordAudit(tx, { actor: staff.email, action: 'channel.pace', details: { channel, before, after: body } })
  })
}

/** Paused already: the first reason stays. What is under way is finished. */
export async function pauseSending(
  { db, clock }: ChangeDeps,
  channel: ChannelName,
  reason: string | null,
  staff: Staff,
): Promise<void> {
  await db.transaction(async (tx) => {
    const paused = await pauseChannel(tx, channel, { by: staff.email, reason, now: clock.now() })
    if (paused) await recordAudit(tx, { actor: staff.email, action: 'channel.pause', details: { channel } })
  })
}

/** Also ends a hold that waits for its next try. */
export async function resumeSending({ db, clock }: ChangeDeps, channel: ChannelName, staff: Staff): Promise<void> {
  await db.transaction(async (tx) => {
    const resumed = await resumeChannel(tx, channel, clock.now())
    if (resumed) await recordAudit(tx, { actor: staff.email, action: 'channel.resume', details: { channel } })
  })
}
