import { expect, test } from 'vitest'
import type { UnitScore } from '../../shared/api-types.ts'
import { leftOutReasons, leftOutWords, sourcesMissingWords } from './left-out-words.ts'

const unit = (without: string[], withheld?: number): UnitScore => ({
  code: 'u',
  name: 'U',
  invited: 40,
  answered: 20,
  counted: 20,
  ...(withheld !== undefined && { withheld }),
  points: 16,
  max: 30,
  complete: false,
  sources: [
    { code: 'o', name: 'Công chức', origin: 'survey', points: 16, max: 20, ...(without.length > 0 && { without }) },
    { code: 'c', name: 'Người dân', origin: 'imported', points: null, max: 10 },
  ],
  criteria: without.map((code) => ({ code, name: `Việc ${code}`, domain: '6', points: null, max: 1, valid: 2 })),
})

test('points that lack criteria say which, in the row and in full', () => {
  expect(leftOutWords(unit(['6.1', '6.2']))).toBe('không gồm tiêu chí “Việc 6.1”, “Việc 6.2”')
  expect(leftOutReasons(unit(['6.1', '6.2']), 5)).toEqual([
    'Điểm “Công chức” không gồm tiêu chí “Việc 6.1”, “Việc 6.2”: không đủ ý kiến nên không có điểm để cộng.',
  ])
})

test('responses that were never counted are numbered', () => {
  expect(leftOutReasons(unit([], 3), 5)).toEqual([
    '3 phiếu đã nhận không được kiểm và đã bị hủy mà không ai xem, vì đơn vị không đủ 5 phiếu.',
  ])
})

test('an imported source that is not in yet is named', () => {
  expect(sourcesMissingWords(unit([]))).toBe('chưa có “Người dân”')
})

test('whole points say nothing', () => {
  expect(leftOutWords(unit([]))).toBeNull()
  expect(leftOutReasons(unit([]), 5)).toEqual([])
})
