import { beforeAll, expect, test, vi } from 'vitest'
import { needsRichRenderer } from '../campaigns/needs-rich-renderer.ts'
import { judgeRichAnswers } from './judge-rich-answers.ts'

const questionnaire = {
  elements: [
    { type: 'radiogroup', name: 'muc', isRequired: true, choices: ['A', 'B'] },
    { type: 'comment', name: 'ly-do', isRequired: true, visibleIf: "{muc} = 'B'" },
    { type: 'text', name: 'nam', inputType: 'number', min: 1, max: 5 },
    { type: 'paneldynamic', name: 'viec', templateElements: [{ type: 'dropdown', name: 'loai', choices: ['x', 'y'] }] },
  ],
}
const blamed = async (answers: Record<string, unknown>) =>
  (await judgeRichAnswers(questionnaire, answers)).map(({ question }) => question)

// survey-core says on the console what it drops.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

test('sound answers to a questionnaire with expressions are accepted', async () => {
  expect(needsRichRenderer(questionnaire)).toBe(true)
  expect(await blamed({ muc: 'A' })).toEqual([])
  expect(await blamed({ muc: 'B', 'ly-do': 'chậm', nam: 3, viec: [{ loai: 'x' }, { loai: 'y' }] })).toEqual([])
})

test('what survey-core finds wrong is refused, in Vietnamese', async () => {
  expect(await blamed({})).toEqual(['muc'])
  expect(await blamed({ muc: 'B' })).toEqual(['ly-do'])
  expect(await blamed({ muc: 'A', nam: 9 })).toEqual(['nam'])
  const [first] = await judgeRichAnswers(questionnaire, {})
  expect(first!.problem).toBe('Vui lòng trả lời câu hỏi.')
})

test('what the questionnaire does not offer is refused', async () => {
  expect(await blamed({ muc: 'Z' })).toEqual(['muc'])
  expect(await blamed({ muc: 'A', la: 1 })).toEqual(['la'])
  expect(await blamed({ muc: 'A', viec: [{ loai: 'z' }] })).toEqual(['viec'])
  expect(await blamed({ muc: 'A', viec: [{ loai: 'x', la: 1 }] })).toEqual(['viec'])
})

test('answers made to break the judge are refused like others', async () => {
  expect(await blamed({ muc: 'A', nam: { toString: 'a' } })).toHaveLength(1)
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  expect(await blamed({ muc: 'A', 'ly-do': deep })).toEqual(['ly-do'])
})

test('one person’s answers leave nothing behind for the next', async () => {
  await blamed({ muc: 'B', 'ly-do': 'bí mật' })
  expect(await blamed({ muc: 'B' })).toEqual(['ly-do'])
})
