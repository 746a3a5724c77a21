/**
 * Starts a wave: one row per message before anything is sent (DESIGN promise 3). The audience is frozen here; who
 * answers or opts out before their turn is withdrawn when the row is claimed.
 *
 * Pressing twice is safe. An invitation wave exists once. A reminder is refused while the last one over any of the same
 * channels and units is younger than ten minutes, and reminds nobody whose earlier message has not gone out yet.
 */
import type { ChannelName } from '../channels/channel.ts'
import type { Config } from '../config.ts'
import type { Db, Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { newId } from '../secrets.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { missingChannels } from './plan/missing-channels.ts'
import {
  type Audience,
  findUnknownUnits,
  insertDeliveries,
  insertWave,
  listWaves,
  lockCampaignForWave,
  type Wave,
  type WaveKind,
} from './wave-queries.ts'
import { LEAST_PAUSE_MS, wavesMeet } from './waves-meet.ts'

export type WaveInput = {
  kind: WaveKind
  /** In the order of trial, where `order` is one after the other. */
  channels: ChannelName[]
  at?: Date | undefined
  order?: Wave['channelOrder'] | undefined
  audience?: Wave['audience'] | undefined
  /** Of a reminder: only those who have not answered about these units. */
  units?: string[] | undefined
}
export type CreatedWave = {
  /** 1, 2, 3… within the campaign. */
  wave: number
  deliveries: number
  /** People, each counted once; see `Audience`. */
  skipped: Omit<Audience, 'people' | 'email' | 'zalo'>
}

/**
 * Throws campaign-unknown, campaign-not-open, campaign-paused, campaign-closed, wave-exists, wave-order, what
 * refuseUnits throws, and in production invalid-request for a channel that is not configured: the outbox would swallow its messages.
 */
export async function createWave(
  { config, db, clock, changes }: Pick<Deps, 'config' | 'db' | 'clock' | 'changes'>,
  code: string,
  { kind, channels, at, order = 'together', audience = 'all', units: wished }: WaveInput,
  staff: Staff,
): Promise<CreatedWave> {
  refuseUnconfigured(config, channels)
  const now = clock.now()
  const startsAt = at && at > now ? at : now
  const created = await db.transaction(async (tx) => {
    const campaign = await lockCampaignForWave(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    refuseUnlessOpen(campaign, now)
    await refuseUnits(tx, campaign.id, kind, wished)
    const units = wished ? [...new Set(wished)].sort() : null
    const earlier = await listWaves(tx, campaign.id)
    refuseRepeat({ kind, channels, units, startsAt }, earlier, now)

    const number = (earlier[0]?.number ?? 0) + 1
    const parts = { kind, channels: [...new Set(channels)], channelOrder: order, audience, units }
    const wave = { campaignId: campaign.id, ...parts, id: newId(), number, startsAt }
    const state = startsAt > now ? 'planned' : 'running'
    await insertWave(tx, { ...wave, state, createdAt: now, createdBy: staff.email })
    const { people, email, zalo, ...skipped } = await insertDeliveries(tx, { ...wave, now }, now)
    const deliveries = email + zalo
    await recordAudit(tx, {
      actor: staff.email,
      action: 'wave.create',
      campaign: code,
      details: {
        wave: number,
        kind,
        channels: wave.channels,
        order,
        audience,
        ...(units ? { units } : {}),
        startsAt: startsAt.toISOString(),
        people,
        deliveries,
        skipped,
      },
    })
    return { campaignId: campaign.id, view: { wave: number, deliveries, skipped } }
  })
  changes.publish({ campaign: created.campaignId, kind: 'progress' })
  return created.view
}

function refuseUnconfigured(config: Config, channels: ChannelName[]): void {
  const missing = missingChannels(config).find((channel) => channels.includes(channel))
  if (!missing) return
  const name = missing === 'email' ? 'Thư điện tử' : 'Zalo'
  throw errors.invalidRequest([{ path: 'channels', problem: `${name} chưa được cấu hình trên hệ thống này.` }])
}

function refuseUnlessOpen({ status, closesAt }: { status: string; closesAt: Date | null }, now: Date): void {
  if (closesAt && closesAt <= now) throw errors.campaignClosed()
  if (status === 'open') return
  if (status === 'paused') throw errors.campaignPaused()
  throw status === 'draft' ? errors.campaignNotOpen() : errors.campaignClosed()
}

/**
 * Throws wave-units-invitation: an invitation goes to everybody at once, else a reminder to all would remind people of what
 * nobody has told them. Throws wave-unit-unknown with details {units}.
 */
export async function refuseUnits(
  db: Db | Tx,
  campaignId: string,
  kind: WaveKind,
  units: string[] | undefined,
): Promise<void> {
  if (!units) return
  if (kind === 'invitation') throw errors.waveUnitsInvitation()
  const unknown = await findUnknownUnits(db, campaignId, units)
  if (unknown.length > 0) throw errors.waveUnitUnknown({ units: unknown })
}

type Wish = { kind: WaveKind; channels: ChannelName[]; units: string[] | null; startsAt: Date }

function refuseRepeat({ kind, channels, units, startsAt }: Wish, earlier: Wave[], now: Date): void {
  const invitations = earlier.filter((wave) => wave.kind === 'invitation')
  if (kind === 'invitation') {
    // One that was stopped leaves room for another, which goes to those whom it did not reach.
    const standing = invitations.find(({ state }) => state !== 'stopped')
    if (standing) throw errors.waveExists({ wave: standing.number })
    return
  }
  // One that was taken off the plan before it had an audience was never sent.
  const invitation = invitations.find(({ state, frozenAt }) => state !== 'stopped' || frozenAt)
  if (!invitation || isYetToBegin(invitation)) throw errors.waveKindInvalid()
  const near = (moment: Date, other: Date): boolean => Math.abs(moment.getTime() - other.getTime()) < LEAST_PAUSE_MS
  const recent = earlier.find(
    (wave) =>
      wave.kind === 'reminder' &&
      ((wave.frozenAt && near(wave.frozenAt, now)) ||
        ((wave.frozenAt || isYetToBegin(wave)) && near(wave.startsAt, startsAt))) &&
      wavesMeet(wave, { channels, units }),
  )
  if (recent) throw errors.waveExists({ wave: recent.number })
}

const isYetToBegin = ({ state }: Wave): boolean => state === 'planned' || state === 'overdue'
