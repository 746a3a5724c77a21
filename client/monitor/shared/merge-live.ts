/**
 * A live event lays its absolute values over what the screen has: units that it leaves out stay as they were
 * (CONTRACT "live"). Pure.
 */
import type { BlockProgress, BlockScores, Progress, Scores } from '../../shared/api-types.ts'

type Coded = { code: string }

/** `next` laid over `known` by code, in the order of `known`; what is new comes last. */
function overlay<T extends Coded>(known: T[], next: T[], merge: (before: T, after: T) => T): T[] {
  const fresh = new Map(next.map((item) => [item.code, item]))
  const merged = known.map((before) => {
    const after = fresh.get(before.code)
    fresh.delete(before.code)
    return after ? merge(before, after) : before
  })
  return [...merged, ...fresh.values()]
}

const replace = <T>(_before: T, after: T): T => after

export function mergeProgress(known: Progress | undefined, next: Progress): Progress {
  if (!known) return next
  const mergeBlock = (before: BlockProgress, after: BlockProgress): BlockProgress => ({
    ...after,
    units: overlay(before.units, after.units, replace),
  })
  return {
    ...next,
    blocks: overlay(known.blocks, next.blocks, mergeBlock),
  }
}

export function mergeScores(known: Scores | undefined, next: Scores): Scores {
  if (!known) return next
  const mergeBlock = (before: BlockScores, after: BlockScores): BlockScores => ({
    ...after,
    units: overlay(before.units, after.units, replace),
  })
  return { ...next, blocks: overlay(known.blocks, next.blocks, mergeBlock) }
}
