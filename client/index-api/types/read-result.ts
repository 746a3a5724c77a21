/**
 * Made by `npm run index-api` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
 */
import type { IndexBlock, IndexRules, IndexSets, IndexSurvey } from './read-index.ts'
import type { ScoresBlock } from './read-scores.ts'

/** GET /api/index/v1/results/{digest}: A final result (index or survey points) at its digest, for ever */
export type ReadResultAnswer =
  | {
      campaign: string
      title: string
      year: number
      status: 'provisional' | 'final'
      waiting: ('survey-running' | 'survey-not-final' | 'appraised-missing' | 'imported-missing' | 'not-frozen')[]
      revision: number
      /** Digest of the survey's scores that it is made of */
      scoresDigest: string
      organizer: string
      rules: IndexRules
      sets: IndexSets
      survey: IndexSurvey
      blocks: IndexBlock[]
    }
  | {
      campaign: string
      status: 'provisional' | 'final'
      revision: number
      minimumCell: number
      blocks: ScoresBlock[]
    }
