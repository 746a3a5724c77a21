import { expect, test } from 'vitest'
import type { CriterionScore, UnitScore } from '../../shared/api-types.ts'
import { domainSums, knownMax, meanPoints, surveyPoints } from './survey-points.ts'

const criterion = (code: string, points: number | null): CriterionScore => ({
  code,
  name: code,
  domain: code.split('.')[0]!,
  points,
  max: 0.75,
  valid: 5,
})
const unit = (points: number | null, criteria: CriterionScore[] = []): UnitScore => ({
  code: 'u',
  name: 'U',
  invited: 10,
  answered: 10,
  counted: 10,
  points: points ?? 0,
  max: 30,
  complete: false,
  sources: [
    { code: 'officials', name: 'O', origin: 'survey', points, max: 20 },
    { code: 'citizens', name: 'C', origin: 'imported', points: null, max: 10 },
  ],
  criteria,
})

test('an imported source that is still unknown does not hide the survey’s own points', () => {
  expect(surveyPoints(unit(17.75))).toEqual({ points: 17.75, max: 20 })
  expect(surveyPoints(unit(null)).points).toBeNull()
})

test('domains add up exactly, and are unknown as soon as one criterion is; what is known of them still adds up', () => {
  const sums = domainSums(
    unit(1, [criterion('1.1', 0.1), criterion('1.2', 0.2), criterion('2.1', null), criterion('2.2', 0.5)]),
  )
  expect(sums.map(({ domain, points, max }) => [domain, points, max])).toEqual([
    ['1', 0.3, 1.5],
    ['2', null, 1.5],
  ])
  expect(sums.map(({ known }) => known)).toEqual([
    { points: 0.3, max: 1.5 },
    { points: 0.5, max: 0.75 },
  ])
})

test('points are out of what is known: no source that is not in, no criterion that adds nothing', () => {
  const whole = unit(1, [criterion('1.1', 0.1), criterion('1.2', null)])
  expect(knownMax(whole)).toBe(20)
  const [officials, citizens] = whole.sources
  expect(knownMax({ ...whole, sources: [{ ...officials!, without: ['1.2'] }, citizens!] })).toBe(19.25)
  expect(knownMax(unit(null))).toBe(0)
})

test('the mean covers the units that show points only', () => {
  expect(meanPoints([unit(17), unit(null), unit(18)])).toBe(17.5)
  expect(meanPoints([unit(null)])).toBeNull()
})
