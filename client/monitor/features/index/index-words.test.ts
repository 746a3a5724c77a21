import { expect, test } from 'vitest'
import { indexUnit, RULES } from './index-unit.fixture.ts'
import {
  className,
  countedPoints,
  pointsChange,
  possibleSentence,
  possibleWords,
  rangeText,
  rankChange,
} from './index-words.ts'

test('a change has a sign for the eye and words for the ear, and none is neither up nor down', () => {
  expect(pointsChange(1.25)).toEqual({ sign: '▲', size: '1,25', words: 'tăng 1,25 điểm' })
  expect(pointsChange(-0.5)).toEqual({ sign: '▼', size: '0,50', words: 'giảm 0,50 điểm' })
  expect(pointsChange(0).sign).toBe('=')
  expect(rankChange(2).words).toBe('lên 2 bậc')
  expect(rankChange(-1).words).toBe('xuống 1 bậc')
  expect(rankChange(0).words).toBe('giữ nguyên hạng')
})

test('what can still come about is said as a span, and what is certain as certain', () => {
  const { ranges } = indexUnit('Sở Y tế', 80)
  const open = indexUnit('Sở Y tế', 80, {
    ranges: { ...ranges, rank: { best: 3, worst: 7 }, class: { best: 'A', worst: 'B' } },
  })
  expect(possibleWords(open)).toEqual({ rank: 'hạng 3 – 7', class: 'loại A – B' })
  expect(possibleSentence(open)).toBe('còn có thể từ hạng 3 đến hạng 7; còn có thể từ loại A đến loại B')
  expect(possibleSentence(indexUnit('Sở Y tế', 80))).toBe('hạng 1 đã chắc chắn; loại B đã chắc chắn')
})

test('a class that has a word is called by it, one that has only its letter is not called twice', () => {
  expect(className(RULES, 'A')).toBe('loại A (Tốt)')
  expect(className(RULES, 'C')).toBe('loại C')
})

test('the points beside the two ranges are the survey’s own, without imported ones, and unknown while any is', () => {
  const { sources } = {
    sources: [
      { code: 'a', origin: 'survey', max: 0.1 },
      { code: 'b', origin: 'survey', max: 0.2 },
      { code: 'nd', origin: 'imported', max: 10 },
    ],
  }
  const unit = (b: number | null) => {
    const { parts } = indexUnit('Sở Y tế', 80)
    return indexUnit('Sở Y tế', 80, {
      parts: {
        ...parts,
        sources: [
          { code: 'a', points: 0.1 },
          { code: 'b', points: b },
          { code: 'nd', points: 9 },
        ],
      },
    })
  }
  expect(countedPoints(unit(0.2), sources)).toEqual({ points: 0.3, max: 0.3 })
  expect(countedPoints(unit(null), sources).points).toBeNull()
})

test('a span that has no width is one figure', () => {
  expect(rangeText({ low: 15.2, high: 18.4 })).toBe('15,20 – 18,40')
  expect(rangeText({ low: 7, high: 7 })).toBe('7,00')
})
