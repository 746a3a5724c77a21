import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SampleMethod } from './schemas.ts'
import { sizeStrata, sizeStratum, withLeast } from './size-stratum.ts'

const margin = (e: string, bounds: object = {}): SampleMethod => ({ kind: 'margin', e, ...bounds })
const share = (percent: string, bounds: object = {}): SampleMethod => ({ kind: 'share', percent, ...bounds })

/** The same formula over integers only: e = a/10^d, so n = ⌈N·10^2d / (10^2d + N·a²)⌉. */
function byIntegers(staff: number, e: string): number {
  const digits = e.split('.')[1]!
  const a = BigInt(digits)
  const scale = 10n ** BigInt(2 * digits.length)
  const below = scale + BigInt(staff) * a * a
  return Number((BigInt(staff) * scale + below - 1n) / below)
}

describe('the size of a stratum', () => {
  it('is that of the published tables', () => {
    expect([100, 500, 1_000, 10_000, 100_000].map((staff) => sizeStratum(staff, margin('0.05')))).toEqual([
      80, 223, 286, 385, 399,
    ])
    expect(sizeStratum(1_000, margin('0.1'))).toBe(91)
  })

  it('equals integer arithmetic for every list and margin', () => {
    const e = fc.integer({ min: 1, max: 500_000 }).map((millionths) => `0.${String(millionths).padStart(6, '0')}`)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), e, (staff, text) => {
        expect(sizeStratum(staff, margin(text))).toBe(byIntegers(staff, text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes exactly the share where floats would take one more', () => {
    // 0.07 * 100 is 7.000000000000001 in floats.
    expect(sizeStratum(100, share('7'))).toBe(7)
    expect(sizeStratum(1_000, share('0.1'))).toBe(1)
    expect(sizeStratum(101, share('7'))).toBe(8)
    expect(sizeStratum(33, share('100'))).toBe(33)
    const every = (size: (staff: number, percent: number) => number) =>
      Array.from({ length: 301 }, (_, staff) => Array.from({ length: 100 }, (__, at) => size(staff, at + 1)))
    expect(every((staff, percent) => sizeStratum(staff, share(String(percent))))).toEqual(
      every((staff, percent) => Number((BigInt(staff * percent) + 99n) / 100n)),
    )
  })

  it('is never more than there are, and within its bounds', () => {
    expect(sizeStratum(3, share('10', { atLeast: '5' }))).toBe(3)
    expect(sizeStratum(50, share('2', { atLeast: '5' }))).toBe(5)
    expect(sizeStratum(5_000, margin('0.05', { atLeast: '5', atMost: '100' }))).toBe(100)
    expect(sizeStratum(0, margin('0.05', { atLeast: '5' }))).toBe(0)
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 200 }), (n, low, high) => {
        const size = sizeStratum(n, margin('0.05', { atLeast: String(low), atMost: String(high) }))
        expect(size).toBeGreaterThanOrEqual(Math.min(n, low))
        expect(size).toBeLessThanOrEqual(Math.min(n, high))
      }),
    )
  })

  it('grows with the list', () => {
    let last = 0
    for (let staff = 0; staff <= 2_000; staff++) {
      const size = sizeStratum(staff, margin('0.05'))
      expect(size).toBeGreaterThanOrEqual(last)
      last = size
    }
  })

  it('takes everybody of the groups that are taken whole', () => {
    const strata = [
      { unit: 'SNV', group: 'LDS', staff: 40 },
      { unit: 'SNV', group: 'CC', staff: 40 },
    ]
    expect(sizeStrata(strata, share('10', { whole: 'LDS,HDND' })).map(({ drawn }) => drawn)).toEqual([40, 4])
    expect(sizeStrata(strata, { kind: 'everybody' }).map(({ drawn }) => drawn)).toEqual([40, 40])
  })

  it('has the campaign’s lower bound where none is said', () => {
    expect(withLeast(share('10'), 5)).toEqual({ kind: 'share', percent: '10', atLeast: '5' })
    expect(withLeast(share('10', { atLeast: '0' }), 5)).toMatchObject({ atLeast: '0' })
    expect(withLeast({ kind: 'everybody' }, 5)).toEqual({ kind: 'everybody' })
  })
})
