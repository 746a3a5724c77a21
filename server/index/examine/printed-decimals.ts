/**
 * With how many decimals each kind of figure was printed. JSON holds 86.3 for "86,30", so it is the most that any figure
 * of the same kind has, over the whole report: figures that all end in 0 are then judged too mildly, never too harshly.
 */
import type { Moves, PublishedFigures } from './schemas.ts'

export type PrintedDecimals = Record<
  | 'surveyMean'
  | 'surveyExtreme'
  | 'surveyPercent'
  | 'indexMean'
  | 'indexExtreme'
  | 'change'
  | 'gap'
  | 'domainMean'
  | 'domainExtreme'
  | 'domainPercent'
  | 'unitPoints'
  | 'unitPart'
  | 'unitChange'
  | 'unitDomain'
  | 'share'
  | 'ballots',
  number
>

export function printedDecimals({ campaign, blocks }: PublishedFigures): PrintedDecimals {
  const surveys = blocks.flatMap(({ survey }) => survey ?? [])
  const indexes = blocks.flatMap(({ index }) => index ?? [])
  const domains = blocks.flatMap((block) => block.domains ?? [])
  const units = blocks.flatMap((block) => block.units ?? [])
  const moves = blocks.flatMap(({ rankMoves, pointMoves }) => [rankMoves, pointMoves])
  return {
    surveyMean: most(surveys.map(({ mean }) => mean)),
    surveyExtreme: most(surveys.flatMap(({ highest, lowest }) => [highest?.points, lowest?.points])),
    surveyPercent: most(
      surveys.flatMap(({ meanPercent, highest, lowest }) => [meanPercent, highest?.percent, lowest?.percent]),
    ),
    indexMean: most([
      ...indexes.flatMap(({ mean, meanElsewhere }) => [mean, meanElsewhere]),
      ...blocks.map(({ past }) => past?.mean),
    ]),
    indexExtreme: most(indexes.flatMap(({ highest, lowest }) => [highest?.points, lowest?.points])),
    change: most(indexes.map(({ changeOnYear }) => changeOnYear)),
    gap: most(blocks.flatMap(({ index, past }) => [index?.gap, index?.gapChange, past?.gap])),
    domainMean: most(domains.map(({ mean }) => mean)),
    domainExtreme: most(domains.flatMap(({ highest, lowest }) => [highest?.points, lowest?.points])),
    domainPercent: most(
      domains.flatMap(({ meanPercent, highest, lowest }) => [meanPercent, highest?.percent, lowest?.percent]),
    ),
    unitPoints: most(units.flatMap(({ points, pastPoints }) => [points, pastPoints])),
    unitPart: most(units.flatMap(({ appraised, survey }) => [appraised, survey])),
    unitChange: most([
      ...units.map(({ change }) => change),
      ...blocks.flatMap(({ pointMoves }) => [pointMoves?.rose?.most?.by, pointMoves?.fell?.most?.by]),
    ]),
    unitDomain: most(units.flatMap((unit) => Object.values(unit.domains ?? {}))),
    share: most([
      ...blocks.flatMap((block) => (block.classes ?? []).map(({ percent }) => percent)),
      ...moves.flatMap(sharesOf),
    ]),
    ballots: most([campaign.returnedPercent, campaign.validPercent]),
  }
}

function sharesOf(moves: Moves | undefined): (number | undefined)[] {
  return Object.values(moves ?? {}).map((move) => move?.percent)
}

function most(values: (number | undefined)[]): number {
  return Math.max(0, ...values.map((value) => (value === undefined ? 0 : decimalsOf(value))))
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}
