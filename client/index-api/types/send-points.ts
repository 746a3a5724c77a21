/**
 * Made by `npm run index-api` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
 */

/** Sent to POST /api/index/v1/campaigns/{code}/points: Brings in a set of points from outside */
export interface SendPointsBody {
  reason: string
  points: {
    [k: string]: {
      [k: string]: number | string
    }
  }
  /** The version that this one replaces; another one by now → 409 points-changed */
  seen?: number
}

/** POST /api/index/v1/campaigns/{code}/points: Brings in a set of points from outside */
export interface SendPointsAnswer {
  kind: 'self' | 'appraised' | 'imported'
  source: string
  round: number
  /** Null when nothing was kept: a rehearsal */
  version: number | null
  /** Units that the set holds */
  units: number
  /** Points wanted: units × criteria */
  leaves: number
  /** Points that the set holds */
  filled: number
  /** Points that differ from the current set */
  changed: number
  /** Names of blocks that the file left out: their points stay as they were */
  kept: string[]
  /** At most 500 */
  problems: {
    /** The sheet's name; null in .csv and JSON */
    sheet: string | null
    /** The spreadsheet's own row number */
    row: number | null
    /** The spreadsheet's own letters of the column, and its heading: “F · Sở Nội vụ” */
    column: string | null
    unit: string | null
    criterion: string | null
    code:
      | 'unknown-unit'
      | 'unknown-criterion'
      | 'missing'
      | 'not-a-number'
      | 'above-max'
      | 'negative'
      | 'too-many-decimals'
      | 'duplicate'
      | 'sum-differs'
      | 'not-appraised'
      | 'max-differs'
      | 'wrong-campaign'
      | 'wrong-kind'
    value: string
    message: string
  }[]
  problemCount: number
  totals: {
    unit: string
    points: number
  }[]
}
