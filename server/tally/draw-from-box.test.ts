import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../test/respondent.ts'
import { seedOf } from '../test/seed.ts'
import { drawFromBox, shuffle, type Waiting } from './draw-from-box.ts'

const seed = seedOf('draw-from-box.test')

const boxOf = (strata: string[]): Waiting[] => strata.map((stratum, index) => ({ id: `r${index}`, stratum }))
const everybody = new Set(['a', 'b', 'c', 'd'])

/** Some strata, who sees which question among them, k, and who arrives before each look into the box. */
const histories = fc.record({
  k: fc.integer({ min: 3, max: 7 }),
  audiences: fc
    .array(fc.subarray([...everybody], { minLength: 1 }), { maxLength: 5 })
    .map((sets) => [everybody, ...sets.map((set) => new Set(set))]),
  arrivals: fc.array(fc.array(fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd'), { maxLength: 9 }), { maxLength: 25 }),
  seed: fc.nat(),
})

test('over any history every draw takes nobody or at least k of each audience, and leaves at least k of it', () => {
  let draws = 0
  fc.assert(
    fc.property(histories, ({ k, audiences, arrivals, seed }) => {
      const random = seededRandom(seed)
      let waiting: Waiting[] = []
      const arrived: string[] = []
      const counted: string[] = []
      for (const strata of arrivals) {
        const fresh = strata.map((stratum, index) => ({ id: `r${arrived.length + index}`, stratum }))
        waiting = [...waiting, ...fresh]
        arrived.push(...fresh.map(({ id }) => id))
        const drawn = new Set(drawFromBox(waiting, audiences, k, random))
        const left = waiting.filter(({ id }) => !drawn.has(id))
        expect(waiting.length - left.length).toBe(drawn.size)
        for (const audience of audiences) {
          const sizeIn = (items: Waiting[]) => items.filter(({ stratum }) => audience.has(stratum)).length
          const drawnOf = sizeIn(waiting) - sizeIn(left)
          if (drawnOf === 0) continue
          expect(drawnOf).toBeGreaterThanOrEqual(k)
          expect(sizeIn(left)).toBeGreaterThanOrEqual(k)
        }
        if (drawn.size > 0) draws += 1
        counted.push(...drawn)
        waiting = left
      }
      expect([...counted, ...waiting.map(({ id }) => id)].sort()).toEqual(arrived.sort())
    }),
    { seed, numRuns: 1_500 },
  )
  expect(draws, 'histories in which something is drawn').toBeGreaterThan(500)
})

test('where everybody is asked everything, the box opens at 2k and all but k are drawn', () => {
  const random = seededRandom(seed)
  for (const k of [3, 5, 8]) {
    for (let size = 0; size < 4 * k; size += 1) {
      const drawn = drawFromBox(boxOf(Array(size).fill('a')), [new Set(['a'])], k, random)
      expect(drawn.length).toBe(size < 2 * k ? 0 : size - k)
    }
  }
})

test('a group too small to be drawn does not keep the others waiting for good', () => {
  const random = seededRandom(seed)
  const box = boxOf([...Array(3).fill('a'), ...Array(20).fill('b')])
  const drawn = new Set(drawFromBox(box, [new Set(['a', 'b']), new Set(['a']), new Set(['b'])], 5, random))
  expect(drawn.size).toBeGreaterThanOrEqual(5)
  expect(box.filter(({ id, stratum }) => stratum === 'a' && drawn.has(id))).toHaveLength(0)
})

/** Σ (observed − expected)² / variance, over equally likely cells; near `cells` when fair. */
function spread(observed: number[], expected: number, variance: number): number {
  return observed.reduce((sum, count) => sum + (count - expected) ** 2 / variance, 0)
}

/** Beyond this a fair draw would come once in a million (χ², Wilson and Hilferty). */
const unlikely = (degrees: number) => degrees * (1 - 2 / (9 * degrees) + 4.75 * Math.sqrt(2 / (9 * degrees))) ** 3

// Chance must not turn a build red: these use one seed.
test('every response is equally likely to be drawn, whenever it came', () => {
  const [random, rounds, size, k] = [seededRandom(1574), 20_000, 15, 5]
  const box = boxOf(Array(size).fill('a'))
  const times = new Map(box.map(({ id }) => [id, 0]))
  const first = new Map(times)
  for (let round = 0; round < rounds; round += 1) {
    const drawn = drawFromBox(box, [new Set(['a'])], k, random)
    for (const id of drawn) times.set(id, times.get(id)! + 1)
    first.set(drawn[0]!, first.get(drawn[0]!)! + 1)
  }
  const share = (size - k) / size
  // Ten of fifteen are always drawn, so the counts are bound together; hence the factor.
  const statistic = spread([...times.values()], rounds * share, rounds * share * (1 - share)) * ((size - 1) / size)
  expect(statistic).toBeLessThan(unlikely(size - 1))
  expect(spread([...first.values()], rounds / size, rounds / size)).toBeLessThan(unlikely(size - 1))
})

test('within a stratum all are equally likely, also where audiences put responses back', () => {
  const [random, rounds] = [seededRandom(2024), 20_000]
  const strata = [
    'a',
    'b',
    'b',
    'a',
    'b',
    'a',
    'a',
    'b',
    'a',
    'b',
    'a',
    'b',
    'a',
    'b',
    'a',
    'a',
    'a',
    'b',
    'b',
    'b',
    'b',
  ]
  const box = boxOf(strata)
  const times = new Map(box.map(({ id }) => [id, 0]))
  for (let round = 0; round < rounds; round += 1) {
    const audiences = [new Set(['a', 'b']), new Set(['a']), new Set(['b'])]
    for (const id of drawFromBox(box, audiences, 5, random)) times.set(id, times.get(id)! + 1)
  }
  for (const stratum of ['a', 'b']) {
    const counts = box.filter((item) => item.stratum === stratum).map(({ id }) => times.get(id)!)
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const share = mean / rounds
    expect(share).toBeGreaterThan(0.2)
    expect(spread(counts, mean, rounds * share * (1 - share))).toBeLessThan(unlikely(counts.length - 1))
  }
})

test('shuffling keeps every item and leaves the list given as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (items, at) => {
      const before = [...items]
      expect(shuffle(items, seededRandom(at)).sort()).toEqual([...items].sort())
      expect(items).toEqual(before)
    }),
    { seed },
  )
})
