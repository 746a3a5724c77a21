import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, firstDraft, methodOf, methodWords, percentOf } from './sample-draft.ts'

const draft = firstDraft(5)

test('a margin in percent becomes the exact decimal', () => {
  expect(['5', '2,5', '2.5', '12', '0,5', '50', '100', '0,0001', '10,10'].map(decimalOf)).toEqual([
    ...['0.05', '0.025', '0.025', '0.12', '0.005', '0.5', '1.0', '0.000001', '0.101'],
  ])
  expect(['', 'năm', '5%', '1.000,5', '-1', '5,'].map(decimalOf)).toEqual([null, null, null, null, null, null])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), (hundredths) => {
      const typed = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`
      expect(Number(decimalOf(typed))).toBeCloseTo(hundredths / 10_000, 12)
      expect(percentOf(decimalOf(typed)!)).toBe(typed.replace(/,?0+$/, '') || '0')
    }),
  )
})

test('what is typed becomes the method, or is said to be wrong beside its field', () => {
  expect(methodOf(draft).method).toEqual({ kind: 'margin', e: '0.05', atLeast: '5' })
  expect(methodOf({ ...draft, kind: 'share', share: '12,5', atMost: '80', whole: ['TT', 'LD'] }).method).toEqual({
    ...{ kind: 'share', percent: '12.5', atLeast: '5', atMost: '80', whole: 'LD,TT' },
  })
  expect(methodOf({ ...draft, kind: 'everybody', margin: 'gì đó' }).method).toEqual({ kind: 'everybody' })
  expect(Object.keys(methodOf({ ...draft, margin: '0' }).problems!)).toEqual(['margin'])
  expect(Object.keys(methodOf({ ...draft, kind: 'share', share: '101', margin: '0' }).problems!)).toEqual(['share'])
  expect(Object.keys(methodOf({ ...draft, atLeast: '9', atMost: '8' }).problems!)).toEqual(['atMost'])
})

test('a recorded method reads as words', () => {
  expect(methodWords({ kind: 'margin', e: '0.025', atLeast: '5' })).toBe('sai số 2,5 %')
  expect(methodWords({ kind: 'share', percent: '12.5', whole: 'LD,TT' })).toBe('tỷ lệ 12,5 %, lấy tất cả ở nhóm LD, TT')
  expect(methodWords({ kind: 'everybody' })).toBe('tất cả mọi người')
})
