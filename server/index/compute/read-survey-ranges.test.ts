import { expect, test } from 'vitest'
import { buildIndex } from './build-index.ts'
import { indexInput, scoresInput } from './index-input.fixture.ts'
import { buildSurveyRanges } from './read-survey-ranges.ts'
import { SurveyRangesView } from './schemas.ts'

test('the ranges beside the live points are those of the index, unit by unit', () => {
  const input = scoresInput()
  const ranges = buildSurveyRanges(input)
  expect(SurveyRangesView.strict().parse(ranges)).toEqual(ranges)
  const units = buildIndex({ ...indexInput(), scores: input }).blocks.flatMap((block) => block.units)
  expect(ranges.units).toEqual(units.map(({ code, ranges: { survey, interval } }) => ({ code, survey, interval })))
  expect(ranges.units.some(({ interval }) => interval !== null && interval.low < interval.high)).toBe(true)
  expect(ranges.revision).toBe(input.revision)
})
