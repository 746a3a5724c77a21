/**
 * Generated plain questionnaires (campaigns/needs-rich-renderer.ts) and answers to them: mostly what the questions allow,
 * some mutated, some garbage, some names that no question has.
 */
import fc from 'fast-check'
import { pagesOf } from '../campaigns/survey-questions.ts'
import type { Answers } from './validate-answers.ts'

export type Element = { type: string; name: string; [property: string]: unknown }

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

/** Questionnaires of one to five plain questions, q1 to q5. */
export const questionnaires = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.boolean())
  .chain(([count, paged]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => element(`q${index + 1}`)))
      .map((elements) =>
        paged ? { locale: 'vi', pages: elements.map((one) => ({ elements: [one] })) } : { title: 'thử', elements },
      ),
  )

// ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export const elementsOf = (questionnaire: Record<string, unknown>): Element[] =>
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

/** A questionnaire and answers to it, of which about half fit. */
export const cases = questionnaires.chain((questionnaire) =>
  fc.tuple(fc.constant(questionnaire), answersTo(questionnaire)),
)
