import { expect, test } from 'vitest'
import { barWords, scaleOf } from './bar-words.ts'

test('values are written as the tables print them', () => {
  expect(barWords({ kind: 'bars', unit: 'điểm' }, 89.05)).toBe('89,05')
  expect(barWords({ kind: 'change', unit: 'điểm' }, 3.08)).toBe('+3,08')
  expect(barWords({ kind: 'change', unit: 'điểm' }, -1.15)).toBe('−1,15')
  expect(barWords({ kind: 'change', unit: 'bậc' }, 0)).toBe('0 bậc')
  expect(barWords({ kind: 'domains', unit: '%' }, 88.75)).toBe('88,75%')
})

const bar = (value: number) => ({ code: 'A', name: 'A', value, past: null, class: null })

test('bars begin at zero, which stands further right where something fell', () => {
  expect(scaleOf({ bars: [bar(50)], max: 100 })).toMatchObject({ zero: 0 })
  const { zero, at } = scaleOf({ bars: [bar(-1), bar(3)], max: null })
  expect([zero, at(-1), at(3)]).toEqual([0.25, 0, 1])
  expect(scaleOf({ bars: [bar(0)], max: null }).at(0)).toBe(0)
})
