import { expect, test } from 'vitest'
import { dealOpinions } from './deal-opinions.ts'
import { seededRandom } from './seeded-random.ts'

const counts = { q1: { tot: 3, kha: 1 }, q2: { tot: 1, 'khong-biet': 1 } }
const all = { asked: new Set(['q1', 'q2', 'gop-y']) }
const some = { asked: new Set(['q1']) }
const deal = (raters: { asked: Set<string> }[]) => dealOpinions(counts, raters, 'khong-biet', seededRandom(1))

test('when everybody answers, each question has the answers that were to be dealt, from those who are asked it', () => {
  const opinions = deal([all, some, all, some])
  expect(opinions.map(({ q1 }) => q1).sort()).toEqual(['kha', 'tot', 'tot', 'tot'])
  expect([opinions[0]!.q2, opinions[2]!.q2].sort()).toEqual(['khong-biet', 'tot'])
  expect([opinions[1]!.q2, opinions[3]!.q2]).toEqual([undefined, undefined])
})

test('whoever stays away leaves answers undealt, and one more rater than the tally has has no opinion', () => {
  expect(deal([some]).flatMap(({ q1 }) => q1)).toHaveLength(1)
  expect(deal([some, some, some, some, some]).map(({ q1 }) => q1)).toEqual(expect.arrayContaining(['khong-biet']))
})
