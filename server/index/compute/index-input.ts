/** What the index is made of. Plain data, so that a document can be made without a database. */
import type { PointTable } from '../../db/index-schema.ts'
import type { ScoresInput } from '../../scoring/build-scores.ts'
import type { PastResults } from '../past/schemas.ts'

/** One version of points that came from outside; `on`: the day it came in (Viet Nam). */
export type SetInput = { round: number; version: number; on: string; digest: string; points: PointTable }

/** The versions that count; points/queries.ts findCurrentSets gives them. */
export type SetsInput = {
  self: SetInput | null
  appraised: SetInput | null
  imported: { source: string; set: SetInput | null }[]
}

export type IndexInput = {
  title: string
  /** The campaign's own: `final` says that its scores are frozen, not yet that the index is. */
  status: 'open' | 'paused' | 'closed' | 'final'
  /** Makes the document that is frozen: status `final`, every unit ranked. */
  freeze: boolean
  /** Days in Viet Nam, ISO. */
  opensOn: string | null
  closedOn: string | null
  /** The survey's counts, with the definition (its `index` and criteria sets must be there). Its `imported` is not read: `sets` is. */
  scores: ScoresInput
  /** Digest of the survey's scores; left out, it is worked out from `scores`. */
  scoresDigest?: string
  sets: SetsInput
  past: { version: number; digest: string; document: PastResults } | null
}
