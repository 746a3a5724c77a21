/**
 * The judge of the hot path against survey-core, over generated plain questionnaires and answers. What survey-core finds
 * wrong, or would drop, the judge must refuse at the same questions; and it refuses nothing else but what STRICTER lists.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { Model, type Question } from 'survey-core'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { needsRichRenderer, plainProperties } from '../campaigns/needs-rich-renderer.ts'
import { pagesOf } from '../campaigns/survey-questions.ts'
import { seededRandom, soundAnswers } from '../test/respondent.ts'
import { seedOf } from '../test/seed.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { type Answers, compileAnswerJudge } from './validate-answers.ts'

type Element = { type: string; name: string; [property: string]: unknown }
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

// ── questionnaires ───────────────────────────────────────────────────────────────────────────────────────────────────
const WORDS = ['a', 'b', 'c', 'Tốt', 'Khá', 'mục 1', 'x-9', 'other', 'none', '7', 'true', '0']
const NUMBERS = [0, 1, 2, 3, -1, 2.5, 10]
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
/** Values that survey-core itself tells apart: it compares 7 and "7" as equal. */
const itemValue = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...NUMBERS))
const items = (minLength: number, maxLength = 5) =>
  fc
    .uniqueArray(itemValue, { minLength, maxLength, selector: String })
    .chain((values) =>
      fc.tuple(...values.map((value) => fc.constantFrom<unknown>(value, { value, text: `chữ ${value}` }))),
    )

/** survey-core loses answers in a column or row whose value is 0. */
const truthyItems = (maxLength: number) =>
  items(1, maxLength).map((list) => list.map((item) => (plainValues([item])[0] === 0 ? 'không' : item)))

const rateScale = fc
  .record({
    rateMin: maybe(fc.integer({ min: -2, max: 3 })),
    steps: fc.integer({ min: 1, max: 25 }),
    rateStep: maybe(fc.constantFrom(1, 2, 3, 0.1, 0.25, 0.3, 0.5, 0.7)),
    uneven: fc.constantFrom(0, 0.05, 0.5),
  })
  .map(({ rateMin, steps, rateStep, uneven }) => ({
    ...{ rateMin, rateStep },
    rateMax: (rateMin ?? 1) + (steps + uneven) * (rateStep ?? 1),
  }))

const propertiesByType: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  radiogroup: fc.record({ choices: items(1), colCount: maybe(fc.integer({ min: 0, max: 3 })) }),
  checkbox: fc.record({
    choices: items(1),
    minSelectedChoices: maybe(fc.integer({ min: 0, max: 3 })),
    maxSelectedChoices: maybe(fc.integer({ min: 0, max: 4 })),
  }),
  rating: fc.oneof(
    fc.record({ rateValues: items(2) }),
    rateScale,
    fc.constant({ minRateDescription: 'kém', maxRateDescription: 'tốt' }),
  ),
  boolean: fc.oneof(
    fc.constant({}),
    fc.record({
      valueTrue: fc.constantFrom<unknown>('co', 1, true),
      valueFalse: fc.constantFrom<unknown>('khong', 2, false),
    }),
    fc.constant({ labelTrue: 'Có', labelFalse: 'Không' }),
  ),
  matrix: fc.record({ columns: truthyItems(5), rows: truthyItems(4), eachRowRequired: maybe(fc.boolean()) }),
  text: fc.record({
    inputType: maybe(fc.constantFrom('text', 'number', 'email', 'tel')),
    maxLength: maybe(fc.integer({ min: 1, max: 12 })),
    min: maybe(fc.integer({ min: -3, max: 3 })),
    max: maybe(fc.integer({ min: 3, max: 9 })),
    placeholder: maybe(fc.constant('gợi ý')),
  }),
  comment: fc.record({
    rows: maybe(fc.integer({ min: 1, max: 9 })),
    maxLength: maybe(fc.integer({ min: 1, max: 12 })),
    placeholder: maybe(fc.constant('gợi ý')),
  }),
  html: fc.constant({ html: '<p>Xin chào</p>' }),
}

const element = (name: string): fc.Arbitrary<Element> =>
  fc
    .constantFrom(...Object.keys(propertiesByType))
    .chain((type) =>
      fc
        .tuple(propertiesByType[type]!, maybe(fc.boolean()))
        .map(([properties, isRequired]) => ({ type, name, ...properties, ...(type === 'html' ? {} : { isRequired }) })),
    )
    .map((made) => JSON.parse(JSON.stringify(made)) as Element)

const questionnaires = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.boolean())
  .chain(([count, paged]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => element(`q${index + 1}`)))
      .map((elements) =>
        paged ? { locale: 'vi', pages: elements.map((one) => ({ elements: [one] })) } : { title: 'thử', elements },
      ),
  )

// ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const elementsOf = (questionnaire: Record<string, unknown>): Element[] =>
  pagesOf(questionnaire).flatMap((page) => page.elements as Element[])
const plainValues = (list: unknown): unknown[] =>
  (Array.isArray(list) ? list : []).map((item) => (typeof item === 'object' ? item.value : item))

const garbage = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\t\n',
    0,
    1,
    -1,
    5,
    2.5,
    true,
    false,
    'true',
    'other',
    'none',
    [],
    {},
    [[]],
    [''],
  ),
  fc.constantFrom<unknown>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e300,
    '1e3',
    ' 3 ',
    '3',
    '0x5',
    '-2',
    '12.50',
    '5,5',
    '٣',
  ),
  fc.constantFrom<unknown>(
    'a@b',
    'a@b.vn',
    'a b@c.vn',
    'a@b.c',
    ' a@b.vn',
    '"a b"@c.vn',
    'á@b.vn',
    'a@b..vn',
    '@',
    'a@@b.vn',
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    { constructor: 1 },
    ['toString'],
    { toString: 'a' },
    JSON.parse('{"__proto__":"a"}'),
  ),
  fc.constantFrom<unknown>(
    [null],
    ['a', null],
    [['a']],
    { a: ['a'] },
    { a: null },
    { a: '' },
    { a: {} },
    'x'.repeat(5_001),
  ),
  fc.string({ maxLength: 14 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.array(itemValue, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom(...WORDS, '7', '1'), itemValue, { maxKeys: 3, noNullPrototype: true }),
)

const EMAILS = [
  'an@so.vn',
  'b.c+d@tinh.gov.vn',
  'x_y@a-b.vn',
  'a@b',
  'a b@c.vn',
  'a@b.c',
  '"a b"@c.vn',
  'á@b.vn',
  'a@b..vn',
]

/** Mostly what the question allows. */
function fitting(question: Element): fc.Arbitrary<unknown> {
  const oneOf = (values: unknown[]) => (values.length > 0 ? fc.constantFrom(...values) : fc.constant(null))
  switch (question.type) {
    case 'radiogroup':
      return oneOf(plainValues(question.choices))
    case 'checkbox':
      return fc.shuffledSubarray(plainValues(question.choices))
    case 'rating': {
      // Both as survey-core rounds them and as floats fall.
      const step = Number(question.rateStep ?? 1)
      const scale = [...Array(26).keys()].map((at) => Number(question.rateMin ?? 1) + at * step)
      const rounded = scale.map((value) => Number(value.toFixed(2)))
      return oneOf(question.rateValues ? plainValues(question.rateValues) : [...scale, ...rounded, ...rounded])
    }
    case 'boolean':
      return fc.constantFrom<unknown>(question.valueTrue ?? true, question.valueFalse ?? false)
    case 'matrix': {
      const [rows, column] = [plainValues(question.rows).map(String), oneOf(plainValues(question.columns))]
      return fc
        .subarray(rows)
        .chain((some) => fc.record(Object.fromEntries(some.map((row) => [row, column])), { noNullPrototype: true }))
    }
    case 'text':
      if (question.inputType === 'number') return fc.oneof(fc.integer({ min: -5, max: 11 }), fc.integer().map(String))
      if (question.inputType === 'email') return fc.constantFrom(...EMAILS)
      return fc.oneof(fc.string({ minLength: 1, maxLength: 13 }), fc.integer({ min: -5, max: 11 }).map(String))
    default:
      return fc.string({ minLength: 1, maxLength: 13 })
  }
}

/** The same value as another type, once too often, or one too many. */
const mutate = (value: unknown): fc.Arbitrary<unknown> =>
  fc.constantFrom<unknown>(
    String(value),
    [value],
    Array.isArray(value) ? [...value, ...value] : [value, value],
    Array.isArray(value) ? [...value, 'thừa'] : `${value} `,
    Number(value),
    typeof value === 'object' && value !== null ? { ...value, thừa: 'a' } : { [String(value)]: value },
    typeof value === 'object' && value !== null ? Object.values(value) : null,
  )

const answersTo = (questionnaire: Record<string, unknown>): fc.Arbitrary<Answers> => {
  const entries = elementsOf(questionnaire).map((question) => {
    const value =
      question.type === 'html'
        ? fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, garbage)
        : fc.oneof(
            { weight: 6, arbitrary: fitting(question) },
            { weight: 1, arbitrary: fitting(question).chain(mutate) },
            { weight: 1, arbitrary: garbage },
            { weight: 1, arbitrary: fc.constant(undefined) },
          )
    return value.map((made) => [question.name, made] as const)
  })
  const strangers = fc.array(fc.tuple(fc.constantFrom('q9', 'Q1', 'q1-Comment', 'constructor', 'toString'), garbage), {
    maxLength: 1,
  })
  return fc
    .tuple(fc.tuple(...entries), fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, strangers))
    .map(([own, others]) => Object.fromEntries([...own, ...others].filter(([, value]) => value !== undefined)))
}

const cases = questionnaires.chain((questionnaire) => fc.tuple(fc.constant(questionnaire), answersTo(questionnaire)))

// ── the tests ────────────────────────────────────────────────────────────────────────────────────────────────────────
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
