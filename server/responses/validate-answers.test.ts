/**
 * The judge of the hot path against survey-core, over generated plain questionnaires and answers. What survey-core finds
 * wrong, or would drop, the judge must refuse at the same questions; and it refuses nothing else but what STRICTER lists.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { Model, type Question } from 'survey-core'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { needsRichRenderer, plainProperties } from '../campaigns/needs-rich-renderer.ts'
import { seededRandom, soundAnswers } from '../test/respondent.ts'
import { seedOf } from '../test/seed.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { cases, elementsOf, questionnaires } from './plain-questionnaires.fixture.ts'
import { type Answers, compileAnswerJudge } from './validate-answers.ts'

// biome-ignore lint/suspicious/noExplicitAny: each rule knows the type of question it is for
type Refuses = (question: Question & Record<string, any>, value: unknown) => boolean

const valuesOf = (items: { value: unknown }[]) => items.map((item) => item.value)
const isOneOf = (items: { value: unknown }[], value: unknown) => valuesOf(items).includes(value)

/** Each deliberate rule beyond survey-core's, told from survey-core's own model of the question. */
const STRICTER: Record<string, { types: string[]; refuses: Refuses }> = {
  'text that asks nothing has no answer': { types: ['html'], refuses: () => true },
  'a choice is the authored value itself: neither "1" for 1, nor in a list, nor "other"': {
    types: ['radiogroup'],
    refuses: (question, value) => !isOneOf(question.visibleChoices, value),
  },
  'a rate is one of those on the scale': {
    types: ['rating'],
    refuses: (question, value) => !isOneOf(question.visibleRateValues, value),
  },
  'a yes or no is one of the two values': {
    types: ['boolean'],
    refuses: (question, value) => value !== question.getValueTrue() && value !== question.getValueFalse(),
  },
  'boxes are a list of different authored values, no more than allowed': {
    types: ['checkbox'],
    refuses: (question, value) =>
      !Array.isArray(value) ||
      new Set(value).size < value.length ||
      !value.every((item) => isOneOf(question.visibleChoices, item)) ||
      (question.maxSelectedChoices > 0 && value.length > question.maxSelectedChoices),
  },
  'a matrix has an authored column for authored rows, and leaves out rows without an answer': {
    types: ['matrix'],
    refuses: (question, value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return true
      const rows = valuesOf(question.rows).map(String)
      return !Object.entries(value).every(([row, cell]) => rows.includes(row) && isOneOf(question.columns, cell))
    },
  },
  'text is text, as long as allowed (5,000 where nothing is said)': {
    types: ['text', 'comment'],
    refuses: ({ inputType, maxLength }, value) =>
      inputType !== 'number' && (typeof value !== 'string' || value.length > (maxLength > 0 ? maxLength : 2_000)),
  },
  'a number is a finite number, or one spelt out': {
    types: ['text'],
    refuses: ({ inputType }, value) =>
      inputType === 'number' &&
      !(Number.isFinite(value) || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))),
  },
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** survey-core's verdict and the stricter rules': names of the questions that are wrong. */
function expectedBlame(questionnaire: Record<string, unknown>, answers: Answers): string[] {
  const survey = new Model(structuredClone(questionnaire))
  const questions = new Map(survey.getAllQuestions().map((question) => [question.name, question]))
  const blamed = new Set<string>()
  for (const [name, value] of Object.entries(answers)) {
    const question = questions.get(name)
    // Stricter as well: survey-core keeps "q1-Comment" even where the question has no comment box.
    if (!question) blamed.add(name)
    if (!question || (isNothing(value) && question.getType() !== 'html')) continue
    const rules = Object.values(STRICTER).filter(({ types }) => types.includes(question.getType()))
    if (rules.some(({ refuses }) => refuses(question, value))) blamed.add(name)
  }
  // Without what is refused already: some of it makes survey-core throw, such as {toString: 'a'} for a number.
  const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => !blamed.has(name)))
  survey.data = structuredClone(rest)
  survey.validate(true, false)
  for (const question of questions.values()) if (question.errors.length > 0) blamed.add(question.name)
  survey.clearIncorrectValues(true)
  for (const [name, value] of Object.entries(rest)) {
    if (!isDeepStrictEqual(survey.data[name], value)) blamed.add(name)
  }
  return [...blamed].sort()
}

function blame(questionnaire: Record<string, unknown>, answers: Answers): string[] {
  const names = compileAnswerJudge(questionnaire)(answers).map(({ question }) => question)
  return [...new Set(names)].sort()
}

// survey-core says on the console what it drops.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

const seed = seedOf('validate-answers.test')

test('the judge blames exactly the questions that survey-core or a listed stricter rule blames', () => {
  const seen = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(cases, ([questionnaire, answers]) => {
      const expected = expectedBlame(questionnaire, answers)
      seen[expected.length > 0 ? 'refused' : 'accepted'] += 1
      expect(blame(questionnaire, answers)).toEqual(expected)
    }),
    { seed, numRuns: 400 },
  )
  // A generator that only makes nonsense, or only sense, would prove little.
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(60)
})

test('generated questionnaires are plain, and use every plain type and property that can bear on an answer', () => {
  const used = new Set<string>()
  fc.assert(
    fc.property(questionnaires, (questionnaire) => {
      expect(needsRichRenderer(questionnaire)).toBe(false)
      for (const one of elementsOf(questionnaire)) for (const key of Object.keys(one)) used.add(`${one.type}.${key}`)
    }),
    { seed, numRuns: 300 },
  )
  const shown = new Set(['page', 'title', 'description', 'requiredErrorText', 'colCount'])
  for (const [type, properties] of Object.entries(plainProperties)) {
    for (const property of properties) {
      if (shown.has(property) || (type === 'html' && property === 'isRequired')) continue
      expect(used, `${type}.${property}`).toContain(`${type}.${property}`)
    }
  }
})

test.each(['son-la-2024', 'example-commune'])(
  'the questionnaires of %s accept sound answers and miss each required one',
  async (slug) => {
    const random = seededRandom(seed)
    for (const block of (await soundDefinition(slug)).blocks) {
      for (const questionnaire of Object.values(block.questionnaires)) {
        const answers = soundAnswers(questionnaire, random)
        expect(blame(questionnaire, answers)).toEqual([])
        expect(expectedBlame(questionnaire, answers)).toEqual([])
        for (const name of Object.keys(answers)) {
          const { [name]: _, ...others } = answers
          expect(blame(questionnaire, others)).toEqual([name])
        }
      }
    }
  },
)

describe('corners', () => {
  const judge = (question: object, ...values: unknown[]) =>
    values.map((q) => blame({ elements: [{ name: 'q', ...question }] }, q === undefined ? {} : { q }).length === 0)

  test('names of every object’s own properties are neither answers nor questions', () => {
    const answers = JSON.parse('{"__proto__": {"q": "a"}, "constructor": "x", "toString": "y"}')
    const radio = { type: 'radiogroup', name: 'q', isRequired: true, choices: ['a'] }
    expect(blame({ elements: [radio] }, answers)).toEqual(['__proto__', 'constructor', 'q', 'toString'])
    expect(({} as Record<string, unknown>).q).toBeUndefined()
    expect(blame({ elements: [{ ...radio, name: 'constructor' }] }, {})).toEqual(['constructor'])
    expect(blame({ elements: [{ ...radio, name: 'toString' }] }, { toString: 'a' })).toEqual([])
  })

  test('rates are rounded as on the scale shown, not as floats fall', () => {
    const scale = { type: 'rating', rateMin: 0, rateMax: 1, rateStep: 0.1 }
    expect(judge(scale, 0.3, 0.1 + 0.2, 0.7, 0.8, 1)).toEqual([true, false, true, true, true])
  })

  test('a scale that cannot be counted up offers nothing, and compiling it ends', () => {
    expect(judge({ type: 'rating', rateMin: 5, rateMax: 1 }, 3)).toEqual([false])
    expect(judge({ type: 'rating', rateStep: 0 }, 1, 2)).toEqual([true, false])
    expect(judge({ type: 'rating', rateMin: 1, rateMax: 1e9, rateStep: 1e-300 }, 2)).toEqual([false])
  })

  test('“at least n” and “every row” mean that the question cannot be left out, as in survey-core', () => {
    expect(judge({ type: 'checkbox', choices: ['a', 'b'], minSelectedChoices: 1 }, undefined, [], ['a'])).toEqual([
      false,
      false,
      true,
    ])
    const matrix = { type: 'matrix', rows: ['r', 's'], columns: ['a'], eachRowRequired: true }
    expect(judge(matrix, undefined, { r: 'a' }, { r: 'a', s: 'a' })).toEqual([false, false, true])
  })

  test('blank text does not answer a required question', () => {
    expect(judge({ type: 'text', isRequired: true }, ' \n', '', 'x')).toEqual([false, false, true])
  })

  test('a list of a hundred thousand boxes is refused', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `x${at}`)
    expect(judge({ type: 'checkbox', choices: ['a'] }, many, Array(100_000).fill('a'))).toEqual([false, false])
  })

  test('a question that the page cannot show accepts nothing', () => {
    expect(judge({ type: 'file' }, [{ content: 'data:' }])).toEqual([false])
    expect(judge({ type: 'matrix', columns: ['a'] }, 'a', { a: 'a' }, undefined)).toEqual([false, false, true])
  })
})
