/**
 * Begins planned waves whose moment has come; the delivery sweep calls it. Once over all processes: the wave's row is
 * locked and looked at again. What came too late (nobody was there to send it, the database is a restored one), or cannot
 * begin (campaign paused, nobody invited yet), is never made up for silently: it becomes `overdue` and waits for a person.
 */
import type { ChannelName } from '../../channels/channel.ts'
import type { Deps } from '../../deps.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { sendingHeld } from '../hold/queries.ts'
import { lockCampaignForWave, lockWave, setWaveState, type Wave, withdrawWave } from '../wave-queries.ts'
import { beginWave } from './begin-wave.ts'
import { findHindrance } from './find-hindrance.ts'
import { missingChannels } from './missing-channels.ts'
import { findPlanCampaign, listDueWaves, listPlanWaves } from './queries.ts'

/** So long after its moment a wave still begins by itself. */
export const LATEST_MS = 2 * 60 * 60_000

type StartDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'changes' | 'log'>

/** Who acts, in the audit log. */
const SYSTEM = 'hệ thống'

/** Returns the channels of the waves that began; whoever sends finds their messages as due rows. */
export async function startDueWaves(deps: StartDeps): Promise<ChannelName[]> {
  const { db, clock, log } = deps
  const started = new Set<ChannelName>()
  for (const { code, number } of await listDueWaves(db, clock.now())) {
    try {
      for (const channel of await startDueWave(deps, code, number)) started.add(channel)
    } catch (error) {
      // One campaign's trouble keeps no other from sending; the next sweep tries again.
      log.error({ campaign: code, wave: number, error: (error as Error).name }, 'wave.start-failed')
    }
  }
  return [...started]
}

async function startDueWave(
  { db, clock, config, changes, log }: StartDeps,
  code: string,
  number: number,
): Promise<ChannelName[]> {
  const now = clock.now()
  const done = await db.transaction(async (tx) => {
    const locked = await lockCampaignForWave(tx, code)
    const campaign = locked && (await findPlanCampaign(tx, code))
    const wave = campaign && (await lockWave(tx, campaign.id, number))
    if (!wave || (wave.state !== 'planned' && wave.state !== 'overdue')) return undefined
    const act = async (state: Wave['state'], action: string, details: Record<string, unknown>) => {
      await recordAudit(tx, { actor: SYSTEM, action, campaign: code, details: { wave: number, ...details } })
      return { state, campaignId: campaign.id, channels: wave.channels as ChannelName[] }
    }
    if (campaign.status === 'closed' || campaign.status === 'final') {
      await setWaveState(tx, wave.id, 'stopped')
      return act('stopped', 'wave.stop', { withdrawn: await withdrawWave(tx, wave.id) })
    }
    if (wave.state !== 'planned' || wave.startsAt > now) return undefined
    const isLate = now.getTime() - wave.startsAt.getTime() > LATEST_MS
    // Left as it is while sending is held: whoever ends the hold makes it overdue (hold/release-hold.ts).
    if (!isLate && (await sendingHeld(tx))) return undefined
    const missing = missingChannels(config).some((channel) => wave.channels.includes(channel))
    const why = isLate
      ? 'late'
      : (findHindrance(wave, await listPlanWaves(tx, campaign.id), campaign, now) ?? (missing ? 'unconfigured' : null))
    if (why) {
      await setWaveState(tx, wave.id, 'overdue')
      return act('overdue', 'wave.overdue', { why })
    }
    return act('running', 'wave.start', { deliveries: await beginWave(tx, wave, now) })
  })
  if (!done) return []
  log.info({ campaign: code, wave: number, state: done.state }, 'wave.moved')
  changes.publish({ campaign: done.campaignId, kind: 'progress' })
  return done.state === 'running' ? done.channels : []
}
