/**
 * What a wished plan changes of the waves that are there. Pure. Waves that are only planned may be changed, added or taken
 * off; one that has begun, or whose audience is written already, must be named unchanged: whoever leaves it out has not
 * seen that it began, and would believe it was off.
 */
import { errors } from '../../errors.ts'
import type { Wave } from '../wave-queries.ts'
import type { PlannedWave } from './schemas.ts'

export type MergedPlan = {
  /** All waves of the campaign as they would be, by number. */
  waves: Wave[]
  added: Wave[]
  changed: Wave[]
  removed: Wave[]
  /** Place in the wish of each wave that is planned there, by the wave's number. */
  places: Map<number, number>
}

/** Its audience is rows, or will never be: nothing about it can be planned any more. */
export const hasBegun = ({ frozenAt, state }: Pick<Wave, 'frozenAt' | 'state'>): boolean =>
  frozenAt !== null || (state !== 'planned' && state !== 'overdue')

const isSame = (wave: Wave, wish: PlannedWave): boolean =>
  wave.kind === wish.kind &&
  wave.channels.join() === wish.channels.join() &&
  wave.channelOrder === (wish.order ?? wave.channelOrder) &&
  wave.audience === (wish.audience ?? wave.audience) &&
  wave.startsAt.getTime() === Date.parse(wish.at)

/** Throws wave-unknown, wave-begun (details: the waves' numbers), invalid-request for a wave named twice. */
export function mergePlan(
  current: Wave[],
  wished: PlannedWave[],
  { campaignId, by, now, newId }: { campaignId: string; by: string; now: Date; newId: () => string },
): MergedPlan {
  const byNumber = new Map(current.map((wave) => [wave.number, wave]))
  const named = new Set<number>()
  for (const [place, { wave }] of wished.entries()) {
    if (wave === undefined) continue
    if (!byNumber.has(wave)) throw errors.waveUnknown({ wave })
    if (named.has(wave)) {
      throw errors.invalidRequest([
        { path: `waves.${place}.wave`, problem: 'Một lượt được ghi hai lần trong kế hoạch.' },
      ])
    }
    named.add(wave)
  }
  const wishes = new Map(wished.filter(({ wave }) => wave !== undefined).map((wish) => [wish.wave!, wish]))
  const begun = current.filter((wave) => hasBegun(wave) && wave.state !== 'stopped')
  const touched = begun.filter((wave) => !wishes.has(wave.number) || !isSame(wave, wishes.get(wave.number)!))
  if (touched.length > 0) throw errors.waveBegun({ waves: touched.map(({ number }) => number) })

  const plan: MergedPlan = { waves: [], added: [], changed: [], removed: [], places: new Map() }
  for (const wave of current) {
    const wish = wishes.get(wave.number)
    if (hasBegun(wave)) plan.waves.push(wave)
    else if (!wish) plan.removed.push(wave)
    else if (isSame(wave, wish)) plan.waves.push(wave)
    else {
      const moved = wave.startsAt.getTime() !== Date.parse(wish.at)
      const changed = { ...wave, ...partsOf(wish, wave), ...(moved ? { state: 'planned' as const } : {}) }
      plan.waves.push(changed)
      plan.changed.push(changed)
    }
  }
  let number = Math.max(0, ...current.map((wave) => wave.number))
  const fresh = wished.filter(({ wave }) => wave === undefined).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  for (const wish of fresh) {
    number += 1
    const own = {
      id: newId(),
      campaignId,
      number,
      units: null,
      state: 'planned',
      frozenAt: null,
      createdBy: by,
      createdAt: now,
    } as const
    plan.added.push({ ...own, ...partsOf(wish) })
  }
  plan.waves.push(...plan.added)
  for (const [place, wish] of wished.entries()) {
    const wave = wish.wave ?? plan.added[fresh.indexOf(wish)]!.number
    if (!hasBegun(plan.waves.find((one) => one.number === wave)!)) plan.places.set(wave, place)
  }
  return plan
}

function partsOf(
  { kind, channels, order, audience, at }: PlannedWave,
  before?: Wave,
): Pick<Wave, 'kind' | 'channels' | 'channelOrder' | 'audience' | 'startsAt'> {
  return {
    kind,
    channels,
    channelOrder: order ?? before?.channelOrder ?? 'together',
    audience: audience ?? before?.audience ?? 'all',
    startsAt: new Date(at),
  }
}
