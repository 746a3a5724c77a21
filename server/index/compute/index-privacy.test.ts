/** The index tells no more of answers than the scores and their account (tally/suppress.ts). */
import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildScores } from '../../scoring/build-scores.ts'
import { explainUnit } from '../../scoring/explain-unit.ts'
import { smallIndexDefinition } from '../small-index.fixture.ts'
import { buildIndex } from './build-index.ts'
import { type Counts, indexInput, scoresInput, tallyOf } from './index-input.fixture.ts'

const seed = randomInt(2 ** 31)
console.info(`index-privacy.test seed ${seed}`)

type Answers = Record<string, Record<string, Counts>>
const counts = fc.dictionary(fc.constantFrom('rat-tot', 'kha', 'kem', 'khong-biet', ''), fc.nat(5))
const someAnswers: fc.Arbitrary<Answers> = fc.record({
  q1: fc.record({ ld: counts, cc: counts }),
  q2: fc.record({ ld: counts, cc: counts }),
})

/** One unit of a block is answered as given, the others always alike; while open only the cells that counting then keeps. */
function indexOf(unit: string, answers: Answers, settled: boolean) {
  const scores = scoresOf(unit, answers, settled)
  return buildIndex(indexInput({ status: settled ? 'closed' : 'open', scores, scoresDigest: 'như nhau' }))
}
function scoresOf(unit: string, answers: Answers, settled: boolean) {
  const fixed = new Set(smallIndexDefinition.blocks[1]!.units.map(({ code }) => code))
  const rows = tallyOf(smallIndexDefinition, (of, group, question) =>
    of === unit ? answers[question]![group]! : { tot: 6, kha: 2 },
  )
  const tally = rows.filter(({ cell, unit: of }) => (fixed.has(of) ? cell !== '*' : settled || cell === '*'))
  return scoresInput({ tally, settled })
}

const valid = (one: Counts) => (one['rat-tot'] ?? 0) + (one.kha ?? 0) + (one.kem ?? 0)
const isHidden = (unit: string, groups: Record<string, Counts>) => {
  const each = Object.values(groups).map(valid)
  if (unit === 'SNV') return each.reduce((sum, n) => sum + n) < 5
  return each.some((n) => n > 0 && n < 5)
}

test.each(['SNV', 'MC'])('nothing depends on what the answers to a hidden criterion of %s were', (unit) => {
  const worsened = ({ 'rat-tot': a = 0, kha: b = 0, kem: c = 0, ...rest }: Counts) => ({ ...rest, kem: a + b + c })
  fc.assert(
    fc.property(someAnswers, fc.boolean(), (answers, settled) => {
      const others = Object.fromEntries(
        Object.entries(answers).map(([question, groups]) => [
          question,
          isHidden(unit, groups)
            ? Object.fromEntries(Object.entries(groups).map(([group, one]) => [group, worsened(one)]))
            : groups,
        ]),
      )
      expect(indexOf(unit, others, settled)).toEqual(indexOf(unit, answers, settled))
    }),
    { seed, numRuns: 100 },
  )
})

test('while groups are hidden, two boxes that give the same scores and the same account give the same index', () => {
  // Leaders weigh 0.4 and officials 0.6: 0.4·m + 0.6·n stays the same when m falls by 3 eighths of a level and n rises by 2.
  const published = (answers: Answers) => {
    const input = scoresOf('MC', answers, false)
    return { scores: buildScores(input), account: explainUnit(input, 'MC') }
  }
  const moved = (down: number, up: number): Answers => {
    const groups = { ld: { tot: 8 - down, kha: down }, cc: { tot: 8 - up, 'rat-tot': up } }
    return { q1: groups, q2: groups }
  }
  const [still, shifted] = [moved(0, 0), moved(3, 2)]
  expect(published(shifted)).toEqual(published(still))
  expect(indexOf('MC', shifted, false)).toEqual(indexOf('MC', still, false))
  expect(indexOf('MC', shifted, true)).not.toEqual(indexOf('MC', still, true))
})
