import { expect, test } from 'vitest'
import { domainMean, figuresOf, meanOf, missingOf } from './block-figures.ts'
import { indexBlock, indexUnit, RULES } from './index-unit.fixture.ts'

test('a mean is rounded half up, exactly', () => {
  expect(meanOf([1, 1.01])).toBe(1.01)
  expect(meanOf([0.1, 0.2])).toBe(0.15)
  expect(meanOf([88.33, 88.33, 88.34])).toBe(88.33)
  expect(meanOf([])).toBeNull()
})

test('figures of a block are of the units that are ranked; shared extremes name everybody', () => {
  const units = [
    indexUnit('a', 92.1, { class: 'A' }),
    indexUnit('b', 80, {}),
    indexUnit('c', 80, {}),
    indexUnit('d', 30, { rank: null, class: null }),
  ]
  const figures = figuresOf(indexBlock(units), RULES)
  expect(figures).toMatchObject({ ranked: 3, units: 4, mean: 84.03, gap: 12.1 })
  expect(figures.highest.map(({ code }) => code)).toEqual(['a'])
  expect(figures.lowest.map(({ code }) => code)).toEqual(['b', 'c'])
  expect(figures.classes.map(({ code, units: count }) => [code, count])).toEqual([
    ['A', 1],
    ['B', 2],
    ['C', 0],
  ])
  expect(figuresOf(indexBlock([indexUnit('a', null)]), RULES)).toMatchObject({ ranked: 0, mean: null, gap: null })
})

test('the mean of a domain leaves out units without points in it', () => {
  expect(domainMean(indexBlock([indexUnit('a', 10), indexUnit('b', null), indexUnit('c', 11)]), '1')).toBe(10.5)
})

test('missing points are counted by where they come from', () => {
  const entry = (code: string, origin: 'appraised' | 'survey' | 'imported') => ({
    ...{ code, name: code, domain: '1', parent: null, leaf: true, max: 1, origin, from: null },
  })
  const block = indexBlock(
    [indexUnit('a', 1, { missing: ['1', '2', '3'] }), indexUnit('b', 1, { missing: ['1'] }), indexUnit('c', 1)],
    { criteria: [entry('1', 'appraised'), entry('2', 'survey'), entry('3', 'imported')] },
  )
  expect(missingOf(block, 'appraised')).toEqual({ units: 2, points: 2 })
  expect(missingOf(block, 'imported')).toEqual({ units: 1, points: 1 })
})
