/** A plan as the console shows it: every wave with its counts, whom a planned one would reach, and until when each goes out. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Channel, ChannelName } from '../../channels/channel.ts'
import type { Db, Tx } from '../../db/client.ts'
import { countAudience, type Wave } from '../wave-queries.ts'
import { estimateSending, type WaveToEstimate } from './estimate-sending.ts'
import { hasBegun } from './merge-plan.ts'
import { countAhead, listWaveCounts, type PlanCampaign, type WaveCount } from './queries.ts'
import { readSituation } from './read-situation.ts'
import type { AudienceView, DayOff, EstimateView, PlanView, WaveView } from './schemas.ts'

type PlanWaveView = PlanView['waves'][number]
type Tools = { db: Db | Tx; channels: Record<ChannelName, Channel>; now: Date }

/** `campaign` and `waves` may be as wished, not as stored; `waves` by number. */
export async function viewPlan({ db, channels, now }: Tools, campaign: PlanCampaign, waves: Wave[]): Promise<PlanView> {
  const [counts, expected, ahead] = await Promise.all([
    listWaveCounts(db, campaign.id),
    expectedAudiences(db, campaign, waves, now),
    countAhead(db, campaign.id, now),
  ])
  const situation = await readSituation(db, channels, campaign, ahead, now)
  const ordered = waves
    .flatMap((wave) => estimable(wave, counts, expected.get(wave.id), now))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.number - b.number)
  const estimates = estimateSending(ordered, situation)
  const estimateOf = (wave: Wave): EstimateView | null => {
    const place = ordered.findIndex(({ number }) => number === wave.number)
    return place < 0 ? null : estimates[place]!
  }
  return {
    revision: revisionOf(campaign, waves),
    hours: campaign.sendingHours,
    daysOff: campaign.daysOff as z.infer<typeof DayOff>[],
    maxMessages: campaign.maxMessages,
    closesAt: campaign.closesAt?.toISOString() ?? null,
    waves: waves.map(
      (wave): PlanWaveView => ({
        ...viewWave(wave, counts),
        expected: expected.get(wave.id) ?? null,
        estimate: estimateOf(wave),
      }),
    ),
  }
}

export function viewWave(wave: Wave, counts: WaveCount[]): WaveView {
  const own = counts.filter(({ waveId }) => waveId === wave.id)
  return {
    wave: wave.number,
    kind: wave.kind,
    channels: wave.channels as ChannelName[],
    order: wave.channelOrder,
    audience: wave.audience,
    units: wave.units,
    state: wave.state,
    startsAt: wave.startsAt.toISOString(),
    frozenAt: wave.frozenAt?.toISOString() ?? null,
    deliveries: own.reduce((sum, { deliveries }) => sum + deliveries, 0),
    waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
    createdBy: wave.createdBy,
  }
}

/** The same again while nobody changes the plan and no wave begins or ends. */
export function revisionOf(campaign: PlanCampaign, waves: Wave[]): string {
  const plain = [
    [campaign.sendingHours, campaign.daysOff, campaign.maxMessages],
    ...waves.map((wave) => [
      wave.number,
      wave.kind,
      wave.channels,
      wave.channelOrder,
      wave.audience,
      wave.units,
      wave.state,
      wave.startsAt,
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(plain)).digest('base64url').slice(0, 22)
}

/** By wave id; of waves whose audience is not written yet. */
async function expectedAudiences(
  db: Db | Tx,
  campaign: PlanCampaign,
  waves: Wave[],
  now: Date,
): Promise<Map<string, AudienceView>> {
  const known = new Map<string, AudienceView>()
  const found = new Map<string, AudienceView>()
  for (const wave of waves.filter((one) => !hasBegun(one))) {
    // Until a later moment, what waits now will have gone out: it leaves nobody out.
    const forecast = wave.startsAt > now
    const kind = forecast ? 'invitation' : wave.kind
    const { channelOrder, audience, units } = wave
    const rule = {
      campaignId: campaign.id,
      kind,
      forecast: forecast && wave.kind === 'reminder',
      channels: wave.channels as ChannelName[],
      channelOrder,
      audience,
      units,
    } as const
    const key = JSON.stringify(rule)
    const answer =
      known.get(key) ?? viewAudience(await countAudience(db, { ...rule, maxMessages: campaign.maxMessages }))
    known.set(key, answer)
    found.set(wave.id, answer)
  }
  return found
}

export function viewAudience({
  people,
  email,
  zalo,
  ...skipped
}: Awaited<ReturnType<typeof countAudience>>): AudienceView {
  return { people, messages: { email, zalo }, skipped }
}

function estimable(
  wave: Wave,
  counts: WaveCount[],
  expected: AudienceView | undefined,
  now: Date,
): (WaveToEstimate & { number: number })[] {
  const { number, channelOrder: order } = wave
  const startsAt = wave.startsAt > now ? wave.startsAt : now
  const uses = (channel: ChannelName, messages: number) => (wave.channels.includes(channel) ? messages : null)
  if (expected) {
    const { people, messages } = expected
    return [
      {
        number,
        order,
        startsAt,
        people,
        messages: { email: uses('email', messages.email), zalo: uses('zalo', messages.zalo) },
      },
    ]
  }
  const waiting = (channel: ChannelName) =>
    counts.find((one) => one.waveId === wave.id && one.channel === channel)?.queued ?? 0
  const [email, zalo] = [waiting('email'), waiting('zalo')]
  if (wave.state === 'stopped' || email + zalo === 0) return []
  return [
    {
      number,
      order,
      startsAt,
      people: Math.max(email, zalo),
      messages: { email: uses('email', email), zalo: uses('zalo', zalo) },
    },
  ]
}
