/** A report that agrees with itself is never faulted, however it rounds and whatever it leaves out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consistentReport } from './consistent-report.fixture.ts'
import { examineFigures } from './examine-figures.ts'
import { PublishedFigures } from './schemas.ts'

test('no finding in a report made of one set of points', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const report = consistentReport(g)
      expect(PublishedFigures.safeParse(report).error).toBeUndefined()
      expect(examineFigures(report)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('nor when it prints only some of its figures', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const everywhere = new Set<string>(g(fc.subarray, OPTIONAL))
      const isDropped = (key: string) =>
        OPTIONAL.includes(key) && (everywhere.has(key) || g(fc.integer, { min: 0, max: 9 }) === 0)
      const report = PublishedFigures.parse(without(consistentReport(g), isDropped))
      expect(examineFigures(report)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

/** Figures that a report may leave out, all through or here and there, without saying something else by it. */
const OPTIONAL =
  'ballotsIssued ballotsReturned ballotsValid returnedPercent validPercent appraisal survey mean meanElsewhere meanPercent percent highest lowest unitsAboveMean unitsAtMean unitsBelowMean gap gapChange changeOnYear classA classB classC classD rose kept fell most change names appraised rank pastRank rankChange pastPoints criteria max index rankMoves pointMoves'.split(
    ' ',
  )

function without(value: unknown, isDropped: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((entry) => without(entry, isDropped))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !isDropped(key))
  return Object.fromEntries(kept.map(([key, entry]) => [key, without(entry, isDropped)]))
}
