/** The last scores document made of each campaign, used while status, revision and participation, read anew each time, are the same. */
import type { ScoresState } from './collect-input.ts'
import { createKept } from './keep-made.ts'
import type { Scores } from './schemas.ts'

/** What must be the same for a kept document to hold. */
export function scoresState(status: string, state: ScoresState): string {
  return JSON.stringify([status, state.revision, state.participation])
}

export const keepScores = createKept<Scores>()
