/** The picture of a campaign: each wave and channel as a funnel, who was reached at all, and what failed and why. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { findPictureCampaign } from './campaign-queries.ts'
import { describeCause } from './describe-cause.ts'
import {
  type FailureRow,
  findPurgeDay,
  findReach,
  listFailureGroups,
  listFunnelSteps,
  listFunnelWaves,
  type StepRow,
  type WaveRow,
} from './funnel-queries.ts'
import type { FailureGroup, FunnelView, FunnelWave } from './schemas.ts'

/** Throws campaign-unknown (404). All of it is one moment's picture, so that its numbers add up. */
export async function readFunnel({ db }: Pick<Deps, 'db'>, code: string): Promise<FunnelView> {
  return db.transaction(
    async (tx) => {
      const campaign = await findPictureCampaign(tx, code)
      if (!campaign) throw errors.campaignUnknown()
      const waves = await listFunnelWaves(tx, campaign.id)
      const steps = await listFunnelSteps(tx, campaign.id)
      const reach = await findReach(tx, campaign.id)
      const failures = await listFailureGroups(tx, campaign.id)
      const purgedOn = await findPurgeDay(tx, campaign.id)
      return { waves: waves.map((wave) => funnelOf(wave, steps)), ...reach, failures: failures.map(groupOf), purgedOn }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

const NONE = { planned: 0, queued: 0, sending: 0, sent: 0, delivered: 0, failed: 0, unknown: 0, withdrawn: 0 }

function funnelOf({ channels, ...wave }: WaveRow, steps: StepRow[]): FunnelWave {
  const own = steps.filter((step) => step.wave === wave.wave)
  // Somebody may have been sent a message of the wave over another channel than its own.
  const others = own.map(({ channel }) => channel).filter((channel) => !channels.includes(channel))
  return {
    ...wave,
    channels: [...channels, ...others].map((channel) => {
      const step = own.find((candidate) => candidate.channel === channel)
      return step ?? { channel, ...NONE, started: 0, answered: 0 }
    }),
  }
}

/** An address that failed is worth another try only once somebody of the group has a corrected one. */
function groupOf({ addressed, ...group }: FailureRow): FailureGroup {
  const words = describeCause(group.channel, group.cause, group.state === 'queued')
  const retryable = group.state === 'failed' && addressed > 0
  return { ...group, title: words.title, nextStep: words.nextStep, retryable }
}
