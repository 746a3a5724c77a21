/** What a person does with a wave: start it now (or confirm one whose moment passed), pause, resume, stop for good. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { lockCampaignForWave, lockWave, setWaveState, type Wave, withdrawWave } from '../wave-queries.ts'
import { beginWave } from './begin-wave.ts'
import { findHindrance, type Hindrance } from './find-hindrance.ts'
import { missingChannels } from './missing-channels.ts'
import { listPlanWaves, listWaveCounts } from './queries.ts'
import type { WaveAct, WaveView } from './schemas.ts'
import { viewWave } from './view-plan.ts'

const REFUSALS: Record<Hindrance, () => Error> = {
  draft: errors.campaignNotOpen,
  paused: errors.campaignPaused,
  ended: errors.campaignClosed,
  'not-invited': errors.waveKindInvalid,
  'too-soon': errors.waveTooSoon,
}

/** In which states an act does something, and where it leads; in the state that it leads to, it has been done already. */
const ACTS: Record<WaveAct, { from: Wave['state'][]; to: Wave['state'] }> = {
  start: { from: ['planned', 'overdue'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  stop: { from: ['planned', 'overdue', 'running', 'paused'], to: 'stopped' },
}

/**
 * Twice is as once. Throws campaign-unknown, wave-unknown, wave-state; `start` also campaign-not-open, campaign-paused,
 * campaign-closed, wave-order and wave-too-soon, and invalid-request for a channel that production has not configured.
 */
export async function actOnWave(
  { db, clock, config, changes }: Pick<Deps, 'db' | 'clock' | 'config' | 'changes'>,
  code: string,
  number: number,
  act: WaveAct,
  staff: Staff,
): Promise<WaveView> {
  const now = clock.now()
  const { view, campaignId } = await db.transaction(async (tx) => {
    const campaign = await lockCampaignForWave(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    const wave = await lockWave(tx, campaign.id, number)
    if (!wave) throw errors.waveUnknown()
    const { from, to } = ACTS[act]
    if (wave.state !== to) {
      if (!from.includes(wave.state)) throw errors.waveStateInvalid({ state: wave.state })
      const details: Record<string, unknown> = { wave: number, before: wave.state }
      if (act === 'start') {
        const hindrance = findHindrance(wave, await listPlanWaves(tx, campaign.id), campaign, now)
        if (hindrance) throw REFUSALS[hindrance]()
        if (missingChannels(config).some((channel) => wave.channels.includes(channel))) {
          throw errors.invalidRequest([{ path: 'channels', problem: 'Kênh gửi chưa được cấu hình trên hệ thống này.' }])
        }
        details.deliveries = await beginWave(tx, wave, now)
      } else {
        await setWaveState(tx, wave.id, to)
        if (act === 'stop') details.withdrawn = await withdrawWave(tx, wave.id)
      }
      await recordAudit(tx, { actor: staff.email, action: `wave.${act}`, campaign: code, details })
    }
    const after = (await listPlanWaves(tx, campaign.id)).find(({ id }) => id === wave.id)!
    return { view: viewWave(after, await listWaveCounts(tx, campaign.id)), campaignId: campaign.id }
  })
  changes.publish({ campaign: campaignId, kind: 'progress' })
  return view
}
