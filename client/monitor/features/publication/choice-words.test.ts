import { expect, test } from 'vitest'
import { CHOICES, EVERYTHING, hindranceOf, namesOf, RESULTS_ONLY, withoutHindered } from './choice-words.ts'

test('everything may be published together', () => {
  expect(CHOICES.map(({ choice }) => hindranceOf(choice, EVERYTHING))).toEqual(CHOICES.map(() => undefined))
  expect(CHOICES.map(({ choice }) => choice).sort()).toEqual(Object.keys(EVERYTHING).sort())
})

test('a first publication begins with the result alone', () => {
  expect(namesOf(RESULTS_ONLY)).toBe('Xếp loại, Xếp hạng, Tổng điểm')
})

test('without the total, what adds up to it and what draws it falls away', () => {
  const choices = withoutHindered({ ...EVERYTHING, points: false })
  expect(namesOf(choices)).toBe('Xếp loại, Xếp hạng, So với năm trước, Điều tra xã hội học, Danh sách biên nhận')
})

test('with classes alone there is nothing to compare', () => {
  const choices = withoutHindered({ ...EVERYTHING, points: false, ranks: false })
  expect(namesOf(choices)).toBe('Xếp loại, Điều tra xã hội học, Danh sách biên nhận')
  expect(hindranceOf('change', choices)).toBe('Cần chọn “Tổng điểm” hoặc “Xếp hạng”.')
})
