/** One unit and the rules of an index, for tests of what the screens make of them. */
import type { IndexBlock, IndexRules, IndexUnit } from '../../../shared/index-types.ts'

export const RULES: IndexRules = {
  total: 100,
  appraisedMax: 70,
  surveyMax: 30,
  ties: 'same-rank',
  classes: [
    { code: 'A', name: 'Tốt', from: 90 },
    { code: 'B', name: 'Khá', from: 70 },
    { code: 'C', name: 'C', from: 0 },
  ],
  minimumCell: 5,
}

/** Complete, with the points that can become nothing else; `changes` replaces what a test is about. */
export function indexUnit(name: string, points: number | null, changes: Partial<IndexUnit> = {}): IndexUnit {
  const fixed = points ?? 0
  return {
    ...{ code: name, name, points, exact: points === null ? null : String(points), complete: points !== null },
    ...{ rank: points === null ? null : 1, tied: false, class: points === null ? null : 'B' },
    parts: {
      appraised: 60,
      self: null,
      survey: 25,
      sources: [
        { code: 'ks', points: 16 },
        { code: 'nd', points: 9 },
      ],
    },
    participation: { invited: 40, answered: 30, counted: 25 },
    domains: [{ code: '1', points, exact: null }],
    criteria: [],
    missing: [],
    change: null,
    incomparable: null,
    ranges: {
      survey: null,
      interval: null,
      total: { low: fixed, high: fixed },
      rank: { best: 1, worst: 1 },
      class: { best: 'B', worst: 'B' },
    },
    ...changes,
  }
}

export function indexBlock(units: IndexUnit[], changes: Partial<IndexBlock> = {}): IndexBlock {
  return {
    ...{ code: 'so', name: 'Khối sở', groups: [], criteria: [], past: null, units },
    domains: [{ code: '1', name: 'Chỉ đạo', max: 100, criteria: 1, componentCriteria: 0 }],
    sources: [
      { code: 'ks', name: 'Phiếu', origin: 'survey', max: 20 },
      { code: 'nd', name: 'Người dân', origin: 'imported', max: 10 },
    ],
    ...changes,
  }
}
