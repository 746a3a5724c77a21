import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadDefinitions } from '../campaigns/load-definitions.ts'
import { choicesOf, type QuestionJson, questionsOf } from '../campaigns/survey-questions.ts'
import { createSecrets, newId } from '../secrets.ts'
import { surveysFolder } from '../test/sound-definition.ts'
import { openResponse, sealResponse } from './sealed-response.ts'
import { sealedSizeOf } from './sealed-size.ts'
import { type Answers, compileAnswerJudge, ratingValues, textLimitOf } from './validate-answers.ts'

const definitions = (await loadDefinitions(surveysFolder)).map(({ definition }) => definition!)
const secrets = createSecrets(randomBytes(32))
/** What AES-256-GCM adds: nonce and tag. */
const SEAL_BYTES = 28

const longestOf = (values: unknown[]) => values.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
const lengthOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
const valuesOf = (items: unknown) => choicesOf(items).map(({ value }) => value)

/** The longest value that the judge takes; `letter` fills what may be typed. */
function longestValue(question: QuestionJson, letter: string): unknown {
  switch (question.type) {
    case 'text':
      if (question.inputType === 'number') return question.max ?? '9'.repeat(textLimitOf(question))
      return letter.repeat(textLimitOf(question) / letter.length)
    case 'comment':
      return letter.repeat(textLimitOf(question) / letter.length)
    case 'checkbox': {
      const all = valuesOf(question.choices).toSorted((a, b) => lengthOf(b) - lengthOf(a))
      return all.slice(0, Number(question.maxSelectedChoices ?? all.length))
    }
    case 'matrix':
      return Object.fromEntries(valuesOf(question.rows).map((row) => [row, longestOf(valuesOf(question.columns))]))
    case 'boolean':
      return longestOf([question.valueTrue ?? true, question.valueFalse ?? false])
    case 'rating':
      return longestOf(ratingValues(question))
    default:
      return longestOf(valuesOf(question.choices))
  }
}

describe.each(definitions)('$slug', (definition) => {
  const questionnaires = definition.blocks.flatMap(({ questionnaires }) => Object.entries(questionnaires))
  const size = sealedSizeOf(definition)

  // A letter of three bytes, one of four that counts as two, and what JSON writes with two.
  test.each(
    questionnaires.flatMap(([name, json]) => ['ệ', '👍', '"', '\n'].map((letter) => [name, letter, json] as const)),
  )('the longest answers to %s, written in %j, fit and are as long as none at all', (_, letter, json) => {
    const questions = questionsOf(json).filter(({ type }) => type !== 'html')
    const answers: Answers = Object.fromEntries(questions.map((one) => [one.name, longestValue(one, letter)]))
    expect(compileAnswerJudge(json)(answers)).toEqual([])
    const full = { stratum: newId(), answers }
    const sealed = sealResponse(secrets, 'đợt', size, full)
    expect(openResponse(secrets, 'đợt', sealed)).toEqual(full)
    expect(sealed).toHaveLength(size + SEAL_BYTES)
    expect(sealResponse(secrets, 'đợt', size, { stratum: newId(), answers: {} })).toHaveLength(size + SEAL_BYTES)
  })

  test('the size is not wasteful: half of it would not do', () => {
    expect(size % 256).toBe(0)
    const fits = questionnaires.map(([, json]) => {
      const questions = questionsOf(json).filter(({ type }) => type !== 'html')
      return lengthOf(Object.fromEntries(questions.map((one) => [one.name, longestValue(one, 'ệ')])))
    })
    expect(size / 2).toBeLessThan(Math.max(...fits))
  })
})

test('what is longer than the size is refused with the question of the whole', () => {
  const answers = { gop_y: '\u0001'.repeat(300) }
  expect(() => sealResponse(secrets, 'đợt', 512, { stratum: newId(), answers })).toThrowError(
    expect.objectContaining({ code: 'answers-invalid', status: 422 }),
  )
})

test('another key, another campaign or an altered row opens nothing and says so', () => {
  const sealed = sealResponse(secrets, 'đợt', 512, { stratum: newId(), answers: {} })
  const altered = Buffer.from(sealed)
  altered[40]! ^= 1
  const unreadable = expect.objectContaining({ code: 'responses-unreadable', status: 409 })
  expect(() => openResponse(createSecrets(randomBytes(32)), 'đợt', sealed)).toThrowError(unreadable)
  expect(() => openResponse(secrets, 'đợt khác', sealed)).toThrowError(unreadable)
  expect(() => openResponse(secrets, 'đợt', altered)).toThrowError(unreadable)
})
