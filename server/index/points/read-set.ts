/** One version of a set, each point beside that of the version before. */
import type { Db } from '../../db/client.ts'
import type { PointTable } from '../../db/index-schema.ts'
import { errors } from '../../errors.ts'
import { findIndexedCampaign } from '../find-indexed-campaign.ts'
import { countChanged } from './compare-points.ts'
import { codeOf, leavesOf, type PlannedBlock } from './plan-points.ts'
import { findBase, findSet } from './queries.ts'
import { totalOf } from './report-import.ts'
import { requirePlan } from './require-plan.ts'
import type { SetView } from './schemas.ts'

/** Throws campaign-unknown, index-not-configured, and points-unknown for an id that is not this campaign's. */
export async function readSet({ answerDb }: { answerDb: Db }, code: string, id: string): Promise<SetView> {
  const campaign = await findIndexedCampaign(answerDb, code)
  const set = await findSet(answerDb, campaign.id, id)
  if (!set) throw errors.pointsUnknown()
  const plan = requirePlan(campaign, set)
  const before = await findBase(answerDb, campaign.id, set, set.version)
  const { points, at, ...head } = set
  return {
    ...head,
    at: at.toISOString(),
    against: before ? { round: before.round, version: before.version } : null,
    changed: countChanged(plan, before?.points, points),
    blocks: plan.blocks.map((block) => viewBlock(block, before?.points, points)),
  }
}

function viewBlock(block: PlannedBlock, before: PointTable | undefined, after: PointTable): SetView['blocks'][number] {
  const leaves = leavesOf(block)
  const numbers = (points: Record<string, string> | undefined) =>
    leaves.map((leaf) => {
      const text = points?.[codeOf(leaf)]
      return text === undefined ? null : Number(text)
    })
  const total = (points: Record<string, string> | undefined) => (points ? totalOf(points) : null)
  return {
    code: block.code,
    name: block.name,
    leaves: leaves.map((leaf) => ({ code: codeOf(leaf), name: leaf.name, max: Number(leaf.max) })),
    units: block.units.map(({ code, name }) => ({
      ...{ code, name, before: numbers(before?.[code]), after: numbers(after[code]) },
      ...{ totalBefore: total(before?.[code]), total: total(after[code]) },
    })),
  }
}
