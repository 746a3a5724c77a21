/**
 * Made by `npm run index-api` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
 */

/** GET /api/index/v1/campaigns/{code}/scores: Survey points of a campaign, provisional or final */
export interface ReadScoresAnswer {
  campaign: string
  status: 'provisional' | 'final'
  revision: number
  digest: string
  minimumCell: number
  blocks: ScoresBlock[]
}

export interface ScoresBlock {
  code: string
  name: string
  units: ScoresUnit[]
}

export interface ScoresUnit {
  code: string
  name: string
  invited: number
  answered: number
  counted: number
  /** Responses never counted: the unit stayed under the minimum */
  withheld?: number
  /** Sum of the sources known so far */
  points: number
  /** Điểm, tối đa hai chữ số thập phân */
  max: number
  /** Every source is known in full */
  complete: boolean
  roundedPartsDiffer?: true
  hidden?: {
    reason: 'few-responses' | 'few-answers'
    needed: number
    /** Criteria still waited for; empty when the whole unit is */
    criteria: string[]
  }
  sources: {
    code: string
    name: string
    origin: 'survey' | 'imported'
    points: number | null
    /** Điểm, tối đa hai chữ số thập phân */
    max: number
    /** Where the points of an imported source come from: the version that was brought in, its day and digest */
    set?: {
      version: number
      on: string
      digest: string
    }
    /** Criteria with too few valid answers or none: they add nothing */
    without?: string[]
    /** The rounded criteria do not add up to the rounded points */
    roundedPartsDiffer?: true
  }[]
  criteria: {
    code: string
    name: string
    domain: string
    points: number | null
    /** Điểm, tối đa hai chữ số thập phân */
    max: number
    valid: number
    /** Answers "no opinion"; left out where the criterion is suppressed */
    noOpinion?: number
    suppressed?: true
    /** A group gave no valid answer; the other weights were scaled up */
    reweighted?: true
  }[]
}
