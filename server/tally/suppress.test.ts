import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivableSets, type Sum } from './subtraction-attack.fixture.ts'
import { type Cell, type Showing, suppress } from './suppress.ts'

const K = 5
const cellsOf = (...counts: number[]): Cell[] => counts.map((n) => ({ n, asked: n }))
const together = (cells: Cell[]): Cell => ({
  n: cells.reduce((sum, { n }) => sum + n, 0),
  asked: cells.reduce((sum, { asked }) => sum + asked, 0),
})
const groups = (cells: Cell[], whole = together(cells)) => suppress({ parts: 'people', minimum: K, cells, whole })
const criteria = (cells: Cell[], settled: boolean) => suppress({ parts: 'questions', minimum: K, cells, settled })

describe('groups of one criterion', () => {
  test('all are shown when each holds enough', () => {
    expect(groups(cellsOf(5, 9, 30))).toEqual({ total: 'shown', cells: ['shown', 'shown', 'shown'] })
  })

  test('one that is too small takes the next smallest with it', () => {
    expect(groups(cellsOf(30, 3, 12, 9))).toEqual({ total: 'shown', cells: ['shown', 'hidden', 'shown', 'hidden'] })
  })

  test('two small ones that together hold enough cover each other', () => {
    expect(groups(cellsOf(30, 3, 2))).toEqual({ total: 'shown', cells: ['shown', 'hidden', 'hidden'] })
  })

  test('two small ones that together are still too few take a third', () => {
    expect(groups(cellsOf(30, 1, 12, 2))).toEqual({ total: 'shown', cells: ['shown', 'hidden', 'hidden', 'hidden'] })
  })

  test('under the minimum altogether, nothing is shown', () => {
    expect(groups(cellsOf(3, 1))).toEqual({ total: 'hidden', cells: ['hidden', 'hidden'] })
  })

  test('a group that was not asked is not a secret, one that wholly had no opinion is', () => {
    expect(groups([...cellsOf(8, 9), { n: 0, asked: 0 }]).cells).toEqual(['shown', 'shown', 'none'])
    expect(groups([...cellsOf(8, 9), { n: 0, asked: 3 }]).cells).toEqual(['hidden', 'shown', 'hidden'])
  })

  test('people who are in no cell count as hidden', () => {
    expect(groups(cellsOf(8, 9), { n: 19, asked: 19 }).cells).toEqual(['hidden', 'shown'])
    expect(groups(cellsOf(8, 9), { n: 22, asked: 22 }).cells).toEqual(['shown', 'shown'])
  })

  test('nobody asked, nothing to show', () => {
    expect(groups([])).toEqual({ total: 'none', cells: [] })
    expect(groups([{ n: 0, asked: 0 }])).toEqual({ total: 'none', cells: ['none'] })
  })
})

describe('criteria of one source while the campaign is open', () => {
  test('the total waits until every criterion holds enough', () => {
    expect(criteria(cellsOf(5, 6, 7), false)).toEqual({ total: 'shown', cells: ['shown', 'shown', 'shown'] })
    expect(criteria(cellsOf(4, 6, 7), false)).toEqual({ total: 'hidden', cells: ['hidden', 'shown', 'shown'] })
    expect(criteria(cellsOf(0, 6, 7), false)).toEqual({ total: 'hidden', cells: ['none', 'shown', 'shown'] })
  })

  test('a single criterion is its own total', () => {
    expect(criteria(cellsOf(4), false)).toEqual({ total: 'hidden', cells: ['hidden'] })
    expect(criteria(cellsOf(5), false)).toEqual({ total: 'shown', cells: ['shown'] })
  })

  test('nothing counted yet is nothing, not a secret', () => {
    expect(criteria(cellsOf(0, 0), false)).toEqual({ total: 'none', cells: ['none', 'none'] })
  })

  test('a small group that stands by itself in the formula hides the criterion', () => {
    expect(criteria([{ n: 20, asked: 20, smallest: 1 }], false)).toEqual({ total: 'hidden', cells: ['hidden'] })
  })
})

describe('criteria of one source after close', () => {
  test('a small one is hidden alone, and the total is handed over without it', () => {
    expect(criteria(cellsOf(9, 3, 12, 9), true)).toEqual({
      total: 'shown',
      cells: ['shown', 'hidden', 'shown', 'shown'],
    })
    expect(criteria(cellsOf(3, 3, 12), true)).toEqual({ total: 'shown', cells: ['hidden', 'hidden', 'shown'] })
  })

  test('where all are small, so is the total', () => {
    expect(criteria(cellsOf(4), true)).toEqual({ total: 'hidden', cells: ['hidden'] })
    expect(criteria(cellsOf(4, 3, 0), true)).toEqual({ total: 'hidden', cells: ['hidden', 'hidden', 'none'] })
  })

  test('one without a valid answer is left out of the total and hides nothing', () => {
    expect(criteria(cellsOf(0, 6, 7), true)).toEqual({ total: 'shown', cells: ['none', 'shown', 'shown'] })
  })
})

const indexes = (showing: Showing[], wanted: Showing) =>
  showing.flatMap((state, index) => (state === wanted ? [index] : []))
const unit = (width: number, index: number): Sum => Array.from({ length: width }, (_, at) => (at === index ? 1 : 0))
const ones = (width: number): Sum => Array.from({ length: width }, () => 1)

/** A fresh seed each run, printed so that a failure can be repeated. */
function seeded() {
  const seed = randomInt(2 ** 31)
  console.info(`suppress.test seed ${seed}`)
  return { seed, numRuns: 400 }
}

const group = fc.tuple(fc.nat(12), fc.nat(4)).map(([n, noOpinion]): Cell => ({ n, asked: n + noOpinion }))

test('no subtraction of published groups and their total leaves fewer than k people', () => {
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 1, maxLength: 6 }),
      group,
      fc.integer({ min: 3, max: 6 }),
      (cells, rest, k) => {
        // The last unknown is whoever is in no cell.
        const all = [...cells, rest]
        const verdict = suppress({ parts: 'people', minimum: k, cells, whole: together(all) })
        const published = indexes(verdict.cells, 'shown').map((index) => unit(all.length, index))
        if (verdict.total === 'shown') published.push(ones(all.length))
        for (const set of derivableSets(published, all.length)) {
          const { n, asked } = together(set.map((index) => all[index]!))
          expect(asked === 0 || n >= k, `${set} of ${JSON.stringify(all)}`).toBe(true)
        }
      },
    ),
    seeded(),
  )
})

test('a group is hidden only for a reason: it is small, or another hidden one needs it', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (cells) => {
      const { cells: showing } = groups(cells)
      const small = cells.some(({ n, asked }) => asked > 0 && n < K)
      if (!small) expect(showing).not.toContain('hidden')
    }),
    seeded(),
  )
})

/**
 * One campaign as an attacker sees it. Each round, the last at close among them, asks the people of some audience, at
 * least k of them, or nobody; any number of them may have no opinion, and then the criterion's value stays what it was.
 * An unknown is the value of one question between two changes of it.
 */
const rounds = fc.array(
  fc.array(fc.oneof(fc.constant(null), fc.record({ asked: fc.integer({ min: K, max: 9 }), silent: fc.nat(9) })), {
    minLength: 4,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 6 },
)

function playCampaign(drawn: ({ asked: number; silent: number } | null)[][]) {
  const cells = ones(4).map((): Cell => ({ n: 0, asked: 0 }))
  const unknowns: { n: number }[] = []
  const current: (number | undefined)[] = []
  const published: number[][] = []
  drawn.forEach((round, index) => {
    round.forEach((one, question) => {
      if (!one) return
      const cell = cells[question]!
      const valid = Math.max(0, one.asked - one.silent)
      cells[question] = { n: cell.n + valid, asked: cell.asked + one.asked }
      if (valid > 0) current[question] = unknowns.push({ n: cell.n + valid }) - 1
    })
    const verdict = criteria(cells, index === drawn.length - 1)
    const shown = indexes(verdict.cells, 'shown').map((question) => current[question]!)
    published.push(...shown.map((unknown) => [unknown]))
    // What scoring/score-unit.ts adds up.
    if (verdict.total === 'shown') published.push(shown)
  })
  return { unknowns, published }
}

test('whoever keeps everything published from the first count to the last learns nothing of criteria under k', () => {
  fc.assert(
    fc.property(rounds, (drawn) => {
      const { unknowns, published } = playCampaign(drawn)
      expect(published.flat().filter((unknown) => unknowns[unknown]!.n < K)).toEqual([])
    }),
    seeded(),
  )
})

test('once shown, a criterion stays shown while the campaign is open', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }), fc.array(fc.nat(6)), (before, more) => {
      const after = before.map((n, index) => n + (more[index] ?? 0))
      const shown = indexes(criteria(cellsOf(...before), false).cells, 'shown')
      expect(indexes(criteria(cellsOf(...after), false).cells, 'shown')).toEqual(expect.arrayContaining(shown))
    }),
    seeded(),
  )
})
