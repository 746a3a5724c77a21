/**
 * Examines a report's printed figures against one another. Pure: no files, no clock. A figure is judged as what it can have
 * been before it was rounded to the decimals it has, so that a report whose figures come from one set of values is never
 * faulted, whether its means were made from exact or from already rounded points.
 */
import { readContext } from './report-context.ts'
import type { Rule } from './rule.ts'
import { aroundMean } from './rules/around-mean.ts'
import { ballots } from './rules/ballots.ts'
import { classExtremes } from './rules/class-extremes.ts'
import { classPoints } from './rules/class-points.ts'
import { criteriaCounts } from './rules/criteria-counts.ts'
import { datesInOrder } from './rules/dates-in-order.ts'
import { documentCited } from './rules/document-cited.ts'
import { documentOrder } from './rules/document-order.ts'
import { domainMaximaSum } from './rules/domain-maxima-sum.ts'
import { domainMeansSum } from './rules/domain-means-sum.ts'
import { extremesOfUnits } from './rules/extremes-of-units.ts'
import { furthestOfUnits } from './rules/furthest-of-units.ts'
import { gapOfExtremes } from './rules/gap.ts'
import { listCounts } from './rules/list-counts.ts'
import { meanBetween } from './rules/mean-between.ts'
import { meanFeasible } from './rules/mean-feasible.ts'
import { meanOfUnits } from './rules/mean-of-units.ts'
import { mostMover } from './rules/most-mover.ts'
import { movesOfUnits } from './rules/moves-of-units.ts'
import { namesInOneList } from './rules/names-in-one-list.ts'
import { namesInSomeList } from './rules/names-in-some-list.ts'
import { namesKnown } from './rules/names-known.ts'
import { namesOnce } from './rules/names-once.ts'
import { partitionCounts } from './rules/partition-counts.ts'
import { pastCounts } from './rules/past-counts.ts'
import { percentOfWhole } from './rules/percent.ts'
import { printedTwice } from './rules/printed-twice.ts'
import { rankBalance } from './rules/rank-balance.ts'
import { rankPoints } from './rules/rank-points.ts'
import { scaleSum } from './rules/scale-sum.ts'
import { surveyShare } from './rules/survey-share.ts'
import { unitChanges } from './rules/unit-changes.ts'
import { unitParts } from './rules/unit-parts.ts'
import { unitTotals } from './rules/unit-totals.ts'
import { withinBounds } from './rules/within-bounds.ts'
import { yearChange } from './rules/year-change.ts'
import type { Finding, PublishedFigures } from './schemas.ts'

/** In the order in which a reader checks a report: the scale, the figures, the units, last year, the papers. */
export const RULES: Rule[] = [
  scaleSum,
  domainMaximaSum,
  criteriaCounts,
  ballots,
  withinBounds,
  percentOfWhole,
  printedTwice,
  meanBetween,
  meanFeasible,
  domainMeansSum,
  gapOfExtremes,
  aroundMean,
  surveyShare,
  partitionCounts,
  listCounts,
  namesKnown,
  namesOnce,
  namesInOneList,
  namesInSomeList,
  classPoints,
  classExtremes,
  unitTotals,
  unitParts,
  extremesOfUnits,
  meanOfUnits,
  rankPoints,
  unitChanges,
  movesOfUnits,
  furthestOfUnits,
  mostMover,
  rankBalance,
  yearChange,
  pastCounts,
  documentCited,
  documentOrder,
  datesInOrder,
]

/** Every figure that can't be right, rule by rule; none for a report that agrees with itself. */
export function examineFigures(published: PublishedFigures, rules: Rule[] = RULES): Finding[] {
  const report = readContext(published)
  return rules.flatMap(({ name, examine }) => examine(report).map((remark) => ({ rule: name, ...remark })))
}
