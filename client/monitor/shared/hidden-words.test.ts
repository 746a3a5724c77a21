import { expect, test } from 'vitest'
import type { UnitScore } from '../../shared/api-types.ts'
import { hiddenReason, hiddenWords, waitingTerms } from './hidden-words.ts'

type Hidden = UnitScore['hidden']
const unit = (answered: number, hidden: Hidden): UnitScore => ({
  code: 'u',
  name: 'U',
  invited: 40,
  answered,
  counted: 0,
  points: 0,
  max: 20,
  complete: false,
  ...(hidden && { hidden }),
  sources: [],
  criteria: [],
})
const fewResponses: Hidden = { reason: 'few-responses', needed: 5, criteria: [] }

test('a unit says what it waits for, and never asks for a number that it already has', () => {
  expect(hiddenWords(unit(3, fewResponses), false)).toBe('chờ đủ 5 phiếu')
  expect(hiddenWords(unit(7, fewResponses), false)).toBe('chờ thêm phiếu')
  expect(hiddenWords(unit(3, fewResponses), true)).toBe('không đủ 5 phiếu')
  expect(hiddenWords(unit(30, undefined), false)).toBeNull()
})

test('criteria with too few answers are named', () => {
  const waiting = unit(20, { reason: 'few-answers', needed: 5, criteria: ['6.1', '6.2'] })
  const criteria = [{ code: '6.1', name: 'Chất lượng', domain: '6', points: null, max: 1, valid: 3 }]
  const reason = hiddenReason({ ...waiting, criteria }, false)
  expect(reason).toContain('Tiêu chí “Chất lượng”, “6.2” chưa đủ 5 ý kiến')
})

test('the legend explains each of the words on the rows once, and nothing that is not there', () => {
  const fewAnswers: Hidden = { reason: 'few-answers', needed: 5, criteria: ['6.1'] }
  const units = [unit(7, fewResponses), unit(20, fewAnswers), unit(8, fewResponses), unit(30, undefined)]
  const terms = waitingTerms(units, false)
  expect(terms.map(({ words }) => words)).toEqual(['chờ thêm phiếu', 'chờ thêm ý kiến'])
  expect(terms[0]!.meaning).toContain('từ phiếu thứ 10')
  expect(terms[1]!.meaning).toContain('chưa đủ 5 người cho ý kiến')
  expect(waitingTerms([unit(30, undefined)], false)).toEqual([])
})
