/** Why a planned wave cannot begin now. Pure. */

import type { Wave } from '../wave-queries.ts'
import { LEAST_PAUSE_MS, wavesMeet } from '../waves-meet.ts'
import type { PlanCampaign } from './queries.ts'

export type Hindrance = 'draft' | 'paused' | 'ended' | 'not-invited' | 'too-soon'

/** `others`: all waves of the campaign. */
export function findHindrance(
  wave: Wave,
  others: Wave[],
  { status, closesAt }: Pick<PlanCampaign, 'status' | 'closesAt'>,
  now: Date,
): Hindrance | null {
  if (status === 'closed' || status === 'final' || (closesAt && closesAt <= now)) return 'ended'
  if (status !== 'open') return status
  const begun = others.filter((other) => other.id !== wave.id && other.frozenAt && isUnderWay(other))
  if (wave.kind === 'reminder' && !begun.some(({ kind }) => kind === 'invitation')) return 'not-invited'
  const near = begun.some((other) => {
    const since = Math.max(other.frozenAt!.getTime(), other.startsAt.getTime())
    return now.getTime() - since < LEAST_PAUSE_MS && wavesMeet(other, wave)
  })
  return near ? 'too-soon' : null
}

/** Something of it has gone out, or may have. */
const isUnderWay = ({ state }: Wave): boolean => state === 'running' || state === 'paused' || state === 'stopped'
