import { expect, test } from 'vitest'
import { readForm } from './read-form.ts'
import { renderQuestion } from './render-question.ts'

const LEVELS = ['Rất tốt', 'Tốt', 'Khá', 'Trung bình', 'Kém'].map((text, i) => ({ value: `m${i}`, text }))
const NONE = { value: 'khong', text: 'Không biết / Không có ý kiến' }

/** The markup of one question of a survey. */
function render(question: object, quiet?: string, survey: object = {}): string {
  const form = readForm({ ...survey, elements: [question] })
  return renderQuestion(form.screens[0]!.questions[0]!, 3, quiet).markup
}

const count = (markup: string, pattern: RegExp) => markup.match(pattern)?.length ?? 0

test('levels are tiles in one row, "no opinion" a quieter line below', () => {
  const markup = render({ type: 'radiogroup', name: 'a', isRequired: true, choices: [...LEVELS, NONE] }, 'khong')
  expect(markup).toMatch(
    /<fieldset class="q" data-k="one" data-q="a" data-r aria-describedby="3-a-e"><legend><b>1.<\/b> a<\/legend>/,
  )
  const [tiles, below] = markup.split('<div class="list quiet">')
  expect(count(tiles!, /type="radio" name="a"/g)).toBe(5)
  expect(tiles).toContain('<div class="tiles">')
  expect(below).toContain('value="khong"><span class="face">Không biết / Không có ý kiến</span>')
})

test('a short "no opinion" still stands apart, and a long one does without being told', () => {
  const short = render({ type: 'radiogroup', name: 'a', choices: [...LEVELS, { value: 'x', text: 'Không rõ' }] }, 'x')
  expect(short.split('<div class="list quiet">')[1]).toContain('Không rõ')
  const untold = render({ type: 'radiogroup', name: 'a', choices: [...LEVELS, NONE] })
  expect(untold.split('<div class="list quiet">')[1]).toContain('Không biết')
})

test('choices that do not fit a tile are full-width lines in their own order', () => {
  const choices = ['Họp thôn, tổ dân phố', 'Loa truyền thanh', 'Khác'].map((text) => ({ value: text, text }))
  const markup = render({ type: 'radiogroup', name: 'a', choices })
  expect(markup).not.toContain('tiles')
  expect([...markup.matchAll(/face">([^<]*)</g)].map(([, text]) => text)).toEqual(choices.map(({ text }) => text))
})

test('values that are not text travel as JSON', () => {
  const rating = render({
    type: 'rating',
    name: 'r',
    rateMin: 0,
    rateMax: 10,
    rateStep: 5,
    minRateDescription: 'ít',
    maxRateDescription: 'nhiều',
  })
  expect([...rating.matchAll(/ value="([^"]*)"/g)].map(([, value]) => value)).toEqual(['0', '5', '10'])
  expect(rating).toContain(' data-j')
  expect(rating).toContain('<p class="ends"><span>ít</span><span>nhiều</span></p>')
  const boolean = render({ type: 'boolean', name: 'b' })
  expect([...boolean.matchAll(/ value="([^"]*)"/g)].map(([, value]) => value)).toEqual(['true', 'false'])
  const named = render({
    type: 'boolean',
    name: 'b',
    valueTrue: 'co',
    valueFalse: 'khong',
    labelTrue: 'Đã',
    labelFalse: 'Chưa',
  })
  expect(named).toContain('value="co"><span class="face">Đã')
  expect(named).not.toContain(' data-j')
})

test('a matrix is one group a row, each with its own name', () => {
  const markup = render({
    type: 'matrix',
    name: 'm',
    eachRowRequired: true,
    columns: [
      { value: 1, text: 'Hơn' },
      { value: 2, text: 'Kém' },
    ],
    rows: ['cho', 'giay'],
  })
  expect(markup).toContain('data-k="matrix" data-q="m" data-j data-every')
  expect(count(markup, /<fieldset class="row" data-row="(cho|giay)"><legend>\1<\/legend>/g)).toBe(2)
  expect(count(markup, /name="m\.cho"/g)).toBe(2)
})

test('boxes carry how many may be ticked; text fields their limits, and one when the author gives none', () => {
  expect(
    render({ type: 'checkbox', name: 'c', choices: ['a', 'b'], minSelectedChoices: 1, maxSelectedChoices: 2 }),
  ).toContain(' data-min="1" data-max="2"')
  const number = render({ type: 'text', name: 't', inputType: 'number', min: 0, max: 9 })
  expect(number).toMatch(/data-k="number".* type="number" .*min="0" max="9" step="any" inputmode="decimal"/)
  expect(render({ type: 'text', name: 't', maxLength: 12, placeholder: 'ví dụ' })).toMatch(
    /maxlength="12" placeholder="ví dụ"/,
  )
  expect(render({ type: 'comment', name: 't', rows: 7 })).toMatch(
    /<textarea id="3-t" name="t" rows="7" maxlength="5000"/,
  )
})

test('what may stay empty says so, a description is tied to its question, numbers can be off', () => {
  const markup = render({ type: 'comment', name: 't', title: 'Góp ý', description: 'Ngắn thôi' }, undefined, {
    showQuestionNumbers: 'off',
  })
  expect(markup).toContain('<label class="ask" for="3-t">Góp ý <small>(không bắt buộc)</small></label>')
  expect(markup).toContain('<p class="hint" id="3-t-d">Ngắn thôi</p>')
  expect(markup).toContain('aria-describedby="3-t-d 3-t-e"')
})

test.each(['radiogroup', 'checkbox', 'matrix', 'rating', 'boolean', 'text', 'comment', 'html'])(
  'nothing an author writes into a %s becomes markup of its own',
  (type) => {
    const bad = '"><script>x</script>'
    const markup = render({
      type,
      ...{ name: bad, title: bad, description: bad, placeholder: bad, labelTrue: bad, labelFalse: bad, html: bad },
      ...{
        choices: [{ value: bad, text: bad }],
        columns: [bad],
        rows: [bad],
        rateValues: [bad],
        minRateDescription: bad,
      },
    })
    expect(markup).not.toContain('<script')
    expect(markup).not.toContain('""><')
  },
)

test('every page is a screen, html is not counted, and texts come in the questionnaire’s language', () => {
  const form = readForm({
    title: { default: 'Survey', vi: 'Khảo sát' },
    pages: [
      {
        title: 'Một',
        elements: [
          { type: 'html', name: 'h', html: '<p>x</p>' },
          { type: 'comment', name: 'a' },
        ],
      },
      { title: 'Trống', elements: [] },
      { title: 'Hai', elements: [{ type: 'comment', name: 'b' }] },
    ],
  })
  expect(form.title).toBe('Khảo sát')
  expect(form.count).toBe(2)
  expect(form.screens.map(({ title, questions }) => [title, questions.map(({ number }) => number)])).toEqual([
    ['Một', ['', '1.']],
    ['Hai', ['2.']],
  ])
})
