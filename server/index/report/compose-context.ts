/** What the parts of the report know of the block that they speak of. Pure. */
import type { IndexBlockView, IndexDocument } from '../compute/schemas.ts'
import { type BlockStatistics, computeStatistics } from './compute-statistics.ts'

export type BlockContext = {
  index: IndexDocument
  block: IndexBlockView
  statistics: BlockStatistics
  /** Its number among the blocks, from 1. */
  number: number
  /** Code of one of its tables: 3 → "3", of the second block "3a". */
  table(number: number): string
  /** Place in the index document: "blocks[so]" and what follows. */
  path(rest?: string): string
}

/** Tables 1 to 3 are of the whole block; the first domain's is the fourth. */
export const FIRST_DOMAIN_TABLE = 4

export function composeContexts(index: IndexDocument): BlockContext[] {
  const statistics = computeStatistics(index)
  return index.blocks.map((block, at) => ({
    index,
    block,
    statistics: statistics[at]!,
    number: at + 1,
    table: (number) => `${number}${at === 0 ? '' : String.fromCharCode('a'.charCodeAt(0) + at - 1)}`,
    path: (rest = '') => `blocks[${block.code}]${rest}`,
  }))
}
