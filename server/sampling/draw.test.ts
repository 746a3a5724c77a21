import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, drawStrata, hashOf, keyOf, type Member } from './draw.ts'
import type { SampleMethod } from './schemas.ts'

const HALF: SampleMethod = { kind: 'share', percent: '50' }
const member = (at: number, unit = 'SNV', group = 'CC'): Member => ({
  unit,
  group,
  key: `người ${at}|||${unit}|${group}`,
})
const members = (count: number, unit?: string, group?: string) =>
  Array.from({ length: count }, (_, at) => member(at, unit, group))
const drawnOf = (list: Member[], method: SampleMethod, seed: string) =>
  drawStrata(list, method, seed).ranked.flatMap(({ drawn, member: { key } }) => (drawn ? [key] : []))
/** What sha256sum itself says of a text. */
const sha256sum = (text: string) => execFileSync('sha256sum', { input: text }).toString().slice(0, 64)

describe('a key', () => {
  const someone = { nameKey: { folded: 'lò thị hoà' }, email: null, phone: '84912345678', externalCode: 'A|1' }

  it('is one line of six parts whatever the parts hold', () => {
    expect(keyOf(someone, 'SNV', 'CC')).toBe('lò thị hoà||84912345678|A/1|SNV|CC')
    expect(keyOf({ ...someone, externalCode: 'a\nb' }, 'SNV', 'CC').split('|')).toHaveLength(6)
  })
})

describe('the draw', () => {
  it('is what sha256sum and sort say', () => {
    const list = members(12)
    const ranks = list
      .map(({ key }) => `${sha256sum(`thu-tu-2026|${key}`)} ${key}`)
      .sort()
      .slice(0, 6)
      .map((line) => line.slice(65))
    expect(drawnOf(list, HALF, 'thu-tu-2026')).toEqual(ranks)
    const drawn = execFileSync('sh', ['-c', 'LC_ALL=C sort | sha256sum'], { input: `${ranks.join('\n')}\n` })
    expect(digestOf(drawStrata(list, HALF, 'thu-tu-2026').ranked)).toBe(drawn.toString().slice(0, 64))
  })

  it('does not depend on the order of rows', () => {
    const list = [...members(40), ...members(30, 'SYT'), ...members(20, 'SNV', 'LD')]
    const whole = drawStrata(list, HALF, 'seed')
    const shuffled = fc.shuffledSubarray(list, { minLength: list.length })
    fc.assert(
      fc.property(shuffled, (other) => {
        expect(drawStrata(other, HALF, 'seed')).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  it('takes each stratum apart: who comes and goes elsewhere changes nothing here', () => {
    const here = drawnOf(members(40), HALF, 'seed')
    const both = drawnOf([...members(40), ...members(17, 'SYT')], HALF, 'seed')
    expect(both.filter((key) => key.endsWith('SNV|CC'))).toEqual(here)
  })

  it('takes exactly the sizes, of every stratum, and nobody twice', () => {
    const stratum = fc.record({
      unit: fc.constantFrom('A', 'B', 'C'),
      group: fc.constantFrom('X', 'Y'),
      at: fc.nat(400),
    })
    fc.assert(
      fc.property(fc.uniqueArray(stratum, { selector: (one) => JSON.stringify(one) }), fc.string(), (list, seed) => {
        const all = list.map(({ unit, group, at }) => member(at, unit, group))
        const { strata, ranked } = drawStrata(all, { kind: 'margin', e: '0.2' }, seed)
        expect(strata.reduce((sum, { staff }) => sum + staff, 0)).toBe(all.length)
        for (const { unit, group, drawn } of strata) {
          const keys = ranked.filter((one) => one.drawn && one.member.unit === unit && one.member.group === group)
          expect(new Set(keys.map(({ member: { key } }) => key)).size).toBe(drawn)
        }
      }),
    )
  })

  it('favours nobody: over many seeds each member and each pair comes as often as chance has it', () => {
    const [size, count, seeds] = [30, 6, 4_000]
    const method: SampleMethod = { kind: 'share', percent: '20' }
    const list = members(size)
    const times = new Map<string, number>()
    const pairs = new Map<string, number>()
    for (let seed = 0; seed < seeds; seed++) {
      const drawn = drawnOf(list, method, `gieo-${seed}`).sort()
      expect(drawn).toHaveLength(count)
      for (const [at, key] of drawn.entries()) {
        times.set(key, (times.get(key) ?? 0) + 1)
        for (const other of drawn.slice(at + 1)) {
          const pair = `${key} ${other}`
          pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
        }
      }
    }
    // Without replacement the counts of one draw are not apart from each other: the statistic shrinks by (N−n)/(N−1).
    const single = chiSquare([...times.values()], size, (seeds * count) / size) / ((size - count) / (size - 1))
    expect(single).toBeLessThan(quantile999(size - 1))
    const pairCount = (size * (size - 1)) / 2
    const expected = (seeds * count * (count - 1)) / (size * (size - 1))
    // Pairs share members, so only a loose bound: what a hash of twins or neighbours would break by far.
    expect(chiSquare([...pairs.values()], pairCount, expected)).toBeLessThan(1.5 * pairCount)
  })

  it('puts no weight on a member’s place in the ranking by seed either', () => {
    const first = Array.from(
      { length: 3_000 },
      (_, seed) => drawnOf(members(10), { kind: 'share', percent: '10' }, `s${seed}`)[0]!,
    )
    const counts = Map.groupBy(first, (key) => key)
    expect(
      chiSquare(
        [...counts.values()].map((list) => list.length),
        10,
        300,
      ),
    ).toBeLessThan(quantile999(9))
  })

  it('ranks fifty thousand within a second', () => {
    const list = Array.from({ length: 100 }, (_, unit) => members(500, `U${unit}`)).flat()
    const before = performance.now()
    const { ranked } = drawStrata(list, { kind: 'margin', e: '0.05' }, 'seed')
    expect(ranked).toHaveLength(50_000)
    expect(performance.now() - before).toBeLessThan(2_000)
  })

  it('hashes seed and key with a bar between', () => {
    expect(hashOf('1', '2|3')).toBe(sha256sum('1|2|3'))
  })
})

function chiSquare(counts: number[], cells: number, expected: number): number {
  const seen = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return seen + (cells - counts.length) * expected
}

/** The 99.9 % quantile of chi-square, by Wilson and Hilferty (1931). */
const quantile999 = (degrees: number): number =>
  degrees * (1 - 2 / (9 * degrees) + 3.0902 * Math.sqrt(2 / (9 * degrees))) ** 3
