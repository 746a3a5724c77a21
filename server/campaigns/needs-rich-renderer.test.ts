import { Serializer } from 'survey-core'
import { expect, test } from 'vitest'
import { soundDefinition } from '../test/sound-definition.ts'
import { needsRichRenderer, plainProperties } from './needs-rich-renderer.ts'

test.each(['son-la-2024', 'example-commune'])('%s is shown by the small page alone', async (slug) => {
  const questionnaires = (await soundDefinition(slug)).blocks.flatMap((block) => Object.values(block.questionnaires))
  expect(questionnaires.map(needsRichRenderer)).not.toContain(true)
})

test.each(Object.keys(plainProperties))('every plain property of %s is one that survey-core knows', (type) => {
  const known = Serializer.getProperties(type).map(({ name }) => name)
  const unknown = [...plainProperties[type]!].filter((name) => name !== 'type' && !known.includes(name))
  expect(unknown).toEqual([])
})

const text = { type: 'text', name: 'q' }
const page = (...elements: object[]) => ({ pages: [{ name: 'p', elements }] })

test.each([
  ['an expression on a question', page({ ...text, visibleIf: '{a} = 1' })],
  ['a validator', page({ ...text, validators: [{ type: 'email' }] })],
  ['an expression on a page', { pages: [{ name: 'p', visibleIf: '{a} = 1', elements: [text] }] }],
  ['a panel', page({ type: 'panel', name: 'p', elements: [text] })],
  ['a dynamic panel', page({ type: 'paneldynamic', name: 'p', templateElements: [text] })],
  ['a file question', page({ type: 'file', name: 'q' })],
  ['a drop-down', page({ type: 'dropdown', name: 'q', choices: ['a'] })],
  ['a calculated value', { ...page(text), calculatedValues: [{ name: 'x', expression: '1' }] }],
  ['a trigger', { ...page(text), triggers: [] }],
  ['text that repeats an answer', page({ ...text, title: 'Chào {ten}' })],
  ['a choice with a condition', page({ type: 'radiogroup', name: 'q', choices: [{ value: 'a', visibleIf: '{b}' }] })],
  ['a choice in the short notation', page({ type: 'radiogroup', name: 'q', choices: ['a|A'] })],
  ['an “other” choice', page({ type: 'checkbox', name: 'q', choices: ['a'], showOtherItem: true })],
  ['a date', page({ ...text, inputType: 'date' })],
  ['a limit that is an expression', page({ ...text, inputType: 'number', min: '=today()' })],
])('%s needs the rich renderer', (_name, questionnaire) => {
  expect(needsRichRenderer(questionnaire)).toBe(true)
  expect(needsRichRenderer(page(text))).toBe(false)
})
