/** The sets of a campaign: which it wants, how full each is, and every version with who and why. */
import type { Definition } from '../../campaigns/definition.ts'
import type { Db } from '../../db/client.ts'
import { findIndexedCampaign } from '../find-indexed-campaign.ts'
import { countFilled } from './compare-points.ts'
import { countWanted, type PlanKey, planPoints } from './plan-points.ts'
import { type CurrentSets, findCurrentSets, isIndexFrozen, listSets } from './queries.ts'
import type { SetsView } from './schemas.ts'

/** Throws campaign-unknown and index-not-configured. */
export async function readSets({ answerDb }: { answerDb: Db }, code: string): Promise<SetsView> {
  const { id, definition } = await findIndexedCampaign(answerDb, code)
  const [sets, current, frozen] = await Promise.all([
    listSets(answerDb, id),
    findCurrentSets(answerDb, id),
    isIndexFrozen(answerDb, id),
  ])
  const counting = new Set(
    [current.self, current.appraised, ...current.imported.map(({ set }) => set)].map((set) => set?.id),
  )
  return {
    sets: sets.map((set) => ({ ...set, at: set.at.toISOString(), current: counting.has(set.id) })),
    kinds: kindsOf(definition).flatMap(({ name, rounds, ...key }) => {
      const plan = planPoints(code, definition, key)
      if (!plan) return []
      const units = plan.blocks.reduce((sum, block) => sum + block.units.length, 0)
      const filled = countFilled(plan, currentOf(current, key)?.points)
      return [{ ...key, name, rounds, leaves: countWanted(plan), units, filled }]
    }),
    frozen,
  }
}

type NamedKind = PlanKey & { name: string; rounds: number[] }

function kindsOf({ blocks }: Definition): NamedKind[] {
  const sources = new Map(
    blocks.flatMap((block) =>
      block.sources.filter(({ origin }) => origin === 'imported').map((one) => [one.code, one.name]),
    ),
  )
  return [
    { kind: 'self', source: '', name: 'Điểm tự đánh giá', rounds: [1] },
    { kind: 'appraised', source: '', name: 'Điểm thẩm định', rounds: [1, 2] },
    ...[...sources].map(([source, name]) => ({ kind: 'imported' as const, source, name, rounds: [1] })),
  ]
}

/** The set that counts now of one kind. */
function currentOf(current: CurrentSets, { kind, source }: PlanKey) {
  if (kind !== 'imported') return current[kind]
  return current.imported.find((one) => one.source === source)?.set ?? null
}
