/** This year's units beside what they continue, as the table and its copy show them. Pure. */

import { formatPoints } from '../../../shared/format-vi.ts'
import type { IndexUnit } from '../../../shared/index-types.ts'
import { t } from '../../words/t.ts'
import { incomparableWords } from '../index/index-words.ts'

export type PastRow = {
  code: string
  name: string
  /** Name of the unit of last year, only where it is another one. */
  continues: string
  points: string
  rank: string
  mark: string
  comparable: boolean
  words: string
}

/** By last year's rank; units without one last, in the campaign's order. */
export function pastRows(units: IndexUnit[]): PastRow[] {
  const rankOf = ({ predecessor }: IndexUnit) => predecessor?.rank ?? Number.MAX_SAFE_INTEGER
  return [...units]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ code, name, predecessor, incomparable }) => ({
      ...{ code, name },
      continues: predecessor && predecessor.name !== name ? predecessor.name : '',
      points: predecessor ? formatPoints(predecessor.points) : '',
      rank: predecessor?.rank == null ? '' : String(predecessor.rank),
      mark: predecessor?.class ?? '',
      comparable: !incomparable,
      words: incomparable ? t`không so sánh được: ${incomparableWords(incomparable)}` : t`so sánh được`,
    }))
}
