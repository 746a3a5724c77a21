/**
 * The last document built of each campaign. Building one of 100 units × 30 criteria takes some 25 ms of processor time,
 * and consoles and programs ask far more often than something is counted. Only a copy of what the database says: it is
 * used while status, revision and participation, read anew each time, are the same.
 */
import type { Db } from '../db/client.ts'
import type { ScoresState } from './collect-input.ts'
import type { Scores } from './schemas.ts'

const MOST = 20
const kept = new WeakMap<Db, Map<string, { state: string; scores: Scores }>>()

/** What must be the same for a kept document to hold. */
export function scoresState(status: string, state: ScoresState): string {
  return JSON.stringify([status, state.revision, state.participation])
}

/** `state` must change whenever the document would; `build` runs when it has. */
export async function keepScores(
  db: Db,
  campaignId: string,
  state: string,
  build: () => Promise<Scores>,
): Promise<Scores> {
  const documents = kept.get(db) ?? new Map<string, { state: string; scores: Scores }>()
  kept.set(db, documents)
  const known = documents.get(campaignId)
  if (known?.state === state) return known.scores
  const scores = await build()
  documents.delete(campaignId)
  documents.set(campaignId, { state, scores })
  const [oldest] = documents.keys()
  if (documents.size > MOST && oldest !== undefined) documents.delete(oldest)
  return scores
}
