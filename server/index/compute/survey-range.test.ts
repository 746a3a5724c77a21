import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { planBlock } from '../../scoring/plan-block.ts'
import { type CellCounts, criterionPoints, sharesOf } from '../../scoring/points.ts'
import { type CriterionScore, scoreUnit } from '../../scoring/score-unit.ts'
import { NO_OPINION, smallDefinition } from '../../scoring/small-definition.fixture.ts'
import { extremeLevels, type SilenceContext, surveyRange } from './survey-range.ts'

const seed = randomInt(2 ** 31)
console.info(`survey-range.test seed ${seed}`)
const LEVELS = ['rat-tot', 'tot', 'kha', 'trung-binh', 'kem']
const shares = sharesOf(smallDefinition.levels)
type Cells = Record<string, Record<string, number>>
type Invited = Record<string, number>

/** The score of question q1 in block "p" (pooled) or "f" (ld 0.5, cc 0.3, xa 0.2), with what the ranges need beside it. */
function scored(block: 'p' | 'f', cells: Cells, invited: Invited, { settled = true, minimum = 1 } = {}) {
  const plan = planBlock(smallDefinition, smallDefinition.blocks.find(({ code }) => code === block)!)
  const counts = Object.entries(cells).map(
    ([cell, levels]): CellCounts => ({ cell, counts: new Map(Object.entries(levels)) }),
  )
  const strata = Object.keys(invited).map((group) => ({ groups: [group], questionnaire: group === 'ld' ? 'ld' : 'cc' }))
  const input = { cells: new Map([['q1', counts]]), strata, imported: new Map(), minimum, settled }
  const score = scoreUnit(plan, input).criteria.find(({ criterion }) => criterion.code === '1.1')!
  const context: SilenceContext = {
    shares,
    extremes: extremeLevels(shares),
    invited: new Map(Object.entries(invited)),
    settled,
    minimum,
  }
  return { score, context, range: surveyRange(score, context) }
}

const answer = fc.constantFrom(...LEVELS, NO_OPINION, '')
const someone = fc.constantFrom(...LEVELS)
const tallyOf = (answers: string[]) => {
  const counts: Record<string, number> = {}
  for (const one of answers) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

/** Points of every way in which the silent of each cell may yet answer: any level, no opinion, nothing at all. */
function completions(score: CriterionScore, cells: { cell: string; counts: Record<string, number>; silent: number }[]) {
  const found: Fraction[] = []
  const visit = (at: number, done: CellCounts[]): void => {
    const next = cells[at]
    if (!next) {
      const { points } = criterionPoints(score.max, done, shares, score.weighting)
      if (points) found.push(points)
      return
    }
    const fill = (left: number, from: number, counts: Record<string, number>): void => {
      if (left === 0) {
        const filled = new Map(Object.entries(counts))
        visit(at + 1, filled.size > 0 ? [...done, { cell: next.cell, counts: filled }] : done)
        return
      }
      for (let choice = from; choice <= LEVELS.length; choice++) {
        const level = LEVELS[choice] ?? NO_OPINION
        fill(left - 1, choice, { ...counts, [level]: (counts[level] ?? 0) + 1 })
      }
    }
    fill(next.silent, 0, next.counts)
  }
  visit(0, [])
  const sorted = found.sort((a, b) => a.compare(b))
  return { low: sorted[0]!, high: sorted.at(-1)! }
}

describe('the range of a criterion is that of all its completions', () => {
  test('where groups are pooled', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 5 }), someone, fc.nat(4), (answers, first, silent) => {
        const counts = tallyOf([first, ...answers])
        const invited = { ld: 1, cc: answers.length, xa: silent }
        const { score, range } = scored('p', { '*': counts }, invited)
        expect(range).toEqual(completions(score, [{ cell: '*', counts, silent }]))
      }),
      { seed, numRuns: 150 },
    )
  })

  test('where weights are fixed, also when a group has not been heard at all', () => {
    const group = fc.record({ answers: fc.array(answer, { maxLength: 3 }), silent: fc.nat(2) })
    fc.assert(
      fc.property(someone, group, group, group, (first, ld, cc, xa) => {
        const groups = { ld: { ...ld, answers: [first, ...ld.answers] }, cc, xa }
        const cells = Object.entries(groups).map(([cell, { answers, silent }]) => ({
          cell,
          counts: tallyOf(answers),
          silent,
        }))
        const heard = cells.filter(({ counts }) => Object.keys(counts).length > 0)
        const invited = Object.fromEntries(
          Object.entries(groups).map(([code, one]) => [code, one.answers.length + one.silent]),
        )
        const { score, range } = scored(
          'f',
          Object.fromEntries(heard.map(({ cell, counts }) => [cell, counts])),
          invited,
        )
        expect(range).toEqual(completions(score, cells))
      }),
      { seed, numRuns: 40 },
    )
  })

  test('where groups were merged, over both of them', () => {
    const { score, range } = scored('f', { 'ld+cc': { tot: 3 }, xa: { kha: 2 } }, { ld: 2, cc: 3, xa: 3 })
    const cells: Parameters<typeof completions>[1] = [
      { cell: 'ld+cc', counts: { tot: 3 }, silent: 2 },
      { cell: 'xa', counts: { kha: 2 }, silent: 1 },
    ]
    expect(range).toEqual(completions(score, cells))
  })
})

describe('what the range may not tell', () => {
  const whole = { low: new Fraction(0), high: new Fraction(2) }

  test('a criterion with too few answers, or none, can be anything', () => {
    expect(scored('p', { '*': { 'rat-tot': 4 } }, { ld: 10 }, { minimum: 5 }).range).toEqual(whole)
    expect(scored('p', { '*': { [NO_OPINION]: 9 } }, { ld: 10 }, { minimum: 5 }).range).toEqual(whole)
  })

  test('a criterion that nobody was invited to judge stays at nothing', () => {
    expect(scored('p', {}, {}).range).toEqual({ low: new Fraction(0), high: new Fraction(0) })
  })

  test('with fixed weights and the campaign open it follows from published figures: groups’ means may change places', () => {
    const invited = { ld: 16, cc: 12, xa: 9 }
    // 0.5·m1 + 0.3·m2 + 0.2·m3 twice over: (1, 0, 0.5) and (0.5, 0.5, 1) both give 0.6.
    const one = scored('f', { ld: { 'rat-tot': 8 }, cc: { kem: 8 }, xa: { kha: 8 } }, invited, {
      settled: false,
      minimum: 5,
    })
    const other = scored('f', { ld: { kha: 8 }, cc: { kha: 8 }, xa: { 'rat-tot': 8 } }, invited, {
      settled: false,
      minimum: 5,
    })
    expect(one.score.points).toEqual(other.score.points)
    expect(one.range).toEqual(other.range)
    expect(surveyRange(one.score, { ...one.context, settled: true })).not.toEqual(
      surveyRange(other.score, { ...other.context, settled: true }),
    )
  })

  test('and that range holds whatever the groups were', () => {
    const group = fc.record({ answers: fc.array(answer, { minLength: 2, maxLength: 6 }), silent: fc.nat(5) })
    fc.assert(
      fc.property(group, group, group, someone, (ld, cc, xa, first) => {
        const groups = Object.entries({ ld, cc, xa }).map(([code, { answers, silent }]) => ({
          ...{ code, silent },
          counts: tallyOf([first, first, ...answers]),
          size: answers.length + 2 + silent,
        }))
        const cells = Object.fromEntries(groups.map(({ code, counts }) => [code, counts]))
        const invited = Object.fromEntries(groups.map(({ code, size }) => [code, size]))
        const { score, context, range } = scored('f', cells, invited, { settled: false, minimum: 2 })
        const exact = surveyRange(score, { ...context, settled: true })
        expect(range.low.lte(exact.low) && range.high.gte(exact.high)).toBe(true)
      }),
      { seed, numRuns: 200 },
    )
  })

  test('it narrows to the points themselves once everybody has answered', () => {
    const invited = { ld: 6, cc: 6, xa: 6 }
    const { score, range } = scored('f', { ld: { tot: 6 }, cc: { kha: 6 }, xa: { kem: 6 } }, invited, {
      settled: false,
      minimum: 5,
    })
    expect(range).toEqual({ low: score.points, high: score.points })
  })

  test('a group that has not been heard may bring anything, and hide the criterion again', () => {
    const cells = { ld: { tot: 6 }, cc: { tot: 6 } }
    expect(scored('f', cells, { ld: 6, cc: 6, xa: 6 }, { settled: false, minimum: 5 }).range).toEqual(whole)
  })
})
