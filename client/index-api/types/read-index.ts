/**
 * Made by `npm run index-api` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
 */

/** GET /api/index/v1/campaigns/{code}/index: The index of a campaign, provisional or final */
export interface ReadIndexAnswer {
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
  digest: string
}

export interface IndexRules {
  /** Điểm, tối đa hai chữ số thập phân */
  total: number
  /** Điểm, tối đa hai chữ số thập phân */
  appraisedMax: number
  /** Điểm, tối đa hai chữ số thập phân */
  surveyMax: number
  ties: 'same-rank' | 'same-rank-dense' | 'higher-survey'
  classes: {
    code: string
    name: string
    /** Điểm, tối đa hai chữ số thập phân */
    from: number
  }[]
  minimumCell: number
}

export interface IndexSets {
  self: IndexSet | null
  appraised: IndexSet | null
  imported: {
    source: string
    set: IndexSet | null
  }[]
  past: {
    year: number
    version: number
    digest: string
  } | null
}

export interface IndexSet {
  round: number
  version: number
  on: string
  digest: string
}

export interface IndexSurvey {
  /** Phiếu phát ra: invitations */
  issued: number
  /** Phiếu thu về: credentials issued */
  returned: number
  /** Phiếu hợp lệ: responses counted */
  valid: number
  opensOn: string | null
  closedOn: string | null
}

export interface IndexBlock {
  code: string
  name: string
  domains: {
    code: string
    name: string
    /** Điểm, tối đa hai chữ số thập phân */
    max: number
    criteria: number
    componentCriteria: number
  }[]
  sources: {
    code: string
    name: string
    origin: 'survey' | 'imported'
    /** Điểm, tối đa hai chữ số thập phân */
    max: number
  }[]
  groups: {
    code: string
    name: string
  }[]
  criteria: {
    code: string
    name: string
    domain: string
    parent: string | null
    leaf: boolean
    /** Điểm, tối đa hai chữ số thập phân */
    max: number
    /** Null where it is no leaf */
    origin: ('appraised' | 'survey' | 'imported') | null
    /** The survey's criterion whose points it takes */
    from: string | null
  }[]
  /** In the definition's order */
  units: IndexUnit[]
  past: {
    units: PastUnit[]
    /** Ranks, that year against the one before */
    moves: {
      rose: number
      kept: number
      fell: number
    } | null
  } | null
}

export interface IndexUnit {
  code: string
  name: string
  /** Sum of what is known; null while nothing is */
  points: number | null
  exact: string | null
  /** Every point that makes it is known */
  complete: boolean
  /** Among the units of the block that have one; null while an appraised, imported or survey part of this unit is missing, never in a final index */
  rank: number | null
  /** Another unit has the same rank */
  tied: boolean
  /** Null while rank is */
  class: string | null
  /** The rounded domains do not add up to the rounded total */
  roundedPartsDiffer?: true
  parts: {
    /** Null while any of it is missing */
    appraised: number | null
    /** Self-assessed; null while any of it is missing */
    self: number | null
    /** The whole survey component, imported sources included; null while any of it is missing */
    survey: number | null
    sources: {
      code: string
      points: number | null
    }[]
  }
  participation: {
    invited: number
    answered: number
    counted: number
  }
  domains: {
    code: string
    points: number | null
    exact: string | null
    /** The rounded leaves do not add up to the rounded points */
    roundedPartsDiffer?: true
  }[]
  /** Every leaf, in the order of the criteria set */
  criteria: {
    code: string
    points: number | null
    exact: string | null
    /** Self-assessed, beside appraised ones only */
    self?: number | null
  }[]
  /** Leaves without points */
  missing: string[]
  /** Null while rank is, and where incomparable says why */
  change: {
    points: number
    /** Places won; negative: lost */
    rank: number | null
    past: PastUnit
  } | null
  incomparable: ('no-past-year' | 'new-unit' | 'merged' | 'split' | 'not-in-past-results') | null
  /** The unit that it continues, also while its own points are not complete */
  predecessor?: PastUnit | null
  ranges: IndexRanges
}

export interface IndexRanges {
  /** Counted source(s): if all who were invited and not counted answered lowest, or highest. Stays after close, as what the silent could have made of it. A hidden criterion counts as 0 to its maximum; null: nobody was invited */
  survey: PointRange | null
  /** Counted source(s): 95 %, finite population, silence assumed at random, criteria’s half-widths added; null while any criterion is hidden */
  interval: PointRange | null
  /** What the total can still become: while answers can arrive, by the survey; and by what is not brought in yet. After close the survey’s part is what it is; in a final index low = high = points */
  total: PointRange
  /** The best and worst rank that can still come, among all units of the block: also those that have no rank yet, so the rank of now may lie outside. In a final index both are the rank */
  rank: {
    best: number
    worst: number
  }
  /** Classes of the highest and the lowest total; in a final index both are the class */
  class: {
    best: string
    worst: string
  }
}

export interface PointRange {
  /** Điểm, tối đa hai chữ số thập phân */
  low: number
  /** Điểm, tối đa hai chữ số thập phân */
  high: number
}

export interface PastUnit {
  code: string
  name: string
  /** Điểm, tối đa hai chữ số thập phân */
  points: number
  rank: number | null
  class: string | null
}
