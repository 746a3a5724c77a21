/** Reports that are in the format and like no report: they are examined too, and nothing breaks. */
import { expect, test } from 'vitest'
import { examineFigures } from './examine-figures.ts'
import { PublishedFigures } from './schemas.ts'

const campaign = { code: 'c', year: 2024 }
const rulesOf = (block: object) =>
  examineFigures(PublishedFigures.parse({ campaign, blocks: [block] })).map(({ rule }) => rule)

test.each(['toString', 'constructor', '__proto__'])(
  'a domain that is called %s has only the points printed',
  (code) => {
    const units = [{ code: 'u1', points: 50 }, { code: 'u2' }]
    expect(rulesOf({ code, units, domains: [{ code, max: 60, mean: 50 }] })).toEqual([])
  },
)

test('a block without units that says how its mean changed', () => {
  const none = { count: 0 }
  const moves = { rose: none, kept: none, fell: none }
  const index = { mean: 0, changeOnYear: 0, rose: 0, kept: 0, fell: 0 }
  expect(rulesOf({ code: 'x', unitCount: 0, units: [], index, rankMoves: moves, pointMoves: moves })).toEqual([])
})
