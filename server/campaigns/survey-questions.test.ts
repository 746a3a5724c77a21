import { Model, type PageModel, type QuestionRadiogroupModel } from 'survey-core'
import { expect, test } from 'vitest'
import { soundDefinition } from '../test/sound-definition.ts'
import { askedQuestions, choicesOf, questionsOf, scoredQuestions, textOf } from './survey-questions.ts'

test.each(['son-la-2024', 'example-commune'])('reads the questionnaires of %s as survey-core does', async (slug) => {
  for (const block of (await soundDefinition(slug)).blocks)
    for (const questionnaire of Object.values(block.questionnaires)) {
      const model = new Model(structuredClone(questionnaire))
      model.locale = 'vi'
      const read = questionsOf(questionnaire).map(({ name, type, page, title }) => [
        name,
        type,
        page,
        textOf(title) || name,
      ])
      const known = model
        .getAllQuestions()
        .map((question) => [
          question.name,
          question.getType(),
          model.pages.indexOf(question.page as PageModel),
          question.title,
        ])
      expect(read).toEqual(known)
    }
})

test('flattens panels and takes a questionnaire without pages as one page', () => {
  const inPanel = { type: 'panel', name: 'p', elements: [{ type: 'panel', elements: [{ type: 'text', name: 'b' }] }] }
  const questions = questionsOf({ elements: [{ type: 'text', name: 'a' }, inPanel, { type: 'html', name: 'c' }] })
  expect(questions.map(({ name, page }) => [name, page])).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 0],
  ])
})

test('leaves out what is no question, whatever stands there', () => {
  expect(questionsOf({ pages: [null, 7, { elements: [null, 'x', [], { type: 'text' }, { name: 'y' }] }, {}] })).toEqual(
    [],
  )
  expect(questionsOf({ pages: 'none', elements: 3 })).toEqual([])
})

test('reads every way of writing a choice as survey-core does', () => {
  const choices = ['a', 2, 'c|Chữ c', { value: 'd' }, { value: 'e', text: { default: 'E', vi: 'Ê' } }]
  const model = new Model({ locale: 'vi', elements: [{ type: 'radiogroup', name: 'q', choices }] })
  const known = (model.getQuestionByName('q') as QuestionRadiogroupModel).visibleChoices
  expect(choicesOf(choices)).toEqual(known.map(({ value, text }) => ({ value, text })))
})

test('prefers the respondent’s language and falls back to the default one', () => {
  expect(textOf({ default: 'Chào', en: 'Hello' }, 'en')).toBe('Hello')
  expect(textOf({ default: 'Chào', en: 'Hello' }, 'fr')).toBe('Chào')
  expect(textOf(undefined)).toBe('')
})

test('tells which criterion a question scores and which groups see it', async () => {
  const [, huyen] = (await soundDefinition('son-la-2024')).blocks
  expect(scoredQuestions(huyen!).get('huyen_4_2')?.code).toBe('4.2')
  expect(scoredQuestions(huyen!).size).toBe(24)
  const asked = askedQuestions(huyen!)
  expect(asked.get('huyen_6_3')!.groups.map(({ code }) => code)).toEqual(['TTUBH', 'LDPH', 'CCH'])
  expect(asked.has('nope')).toBe(false)
})
