/**
 * One size for every sealed response of a campaign, so that length tells nothing: not how long a comment is, not which
 * row of the box became which drawn row. Pure.
 */
import type { Definition, Questionnaire } from '../campaigns/definition.ts'
import { needsRichRenderer } from '../campaigns/needs-rich-renderer.ts'
import { choicesOf, type QuestionJson, questionsOf } from '../campaigns/survey-questions.ts'
import { textLimitOf } from './validate-answers.ts'

const BLOCK = 256
/** Stratum, names of fields, braces. */
const FRAME = 100
/** Quotes, colon, comma. */
const AROUND = 6
/** A letter with Vietnamese marks takes three bytes in UTF-8. */
const BYTES_PER_CHARACTER = 3
const RICH_BYTES = 16 * 1024

/** Bytes, a multiple of 256, into which every response to any questionnaire of the campaign fits. */
export function sealedSizeOf(definition: Definition): number {
  const questionnaires = definition.blocks.flatMap((block) => Object.values(block.questionnaires))
  return Math.ceil(Math.max(...questionnaires.map(longestAnswer)) / BLOCK) * BLOCK
}

function longestAnswer(questionnaire: Questionnaire): number {
  if (needsRichRenderer(questionnaire)) return RICH_BYTES
  return questionsOf(questionnaire).reduce(
    (sum, question) => sum + bytes(question.name) + AROUND + longestValue(question),
    FRAME,
  )
}

function longestValue(question: QuestionJson): number {
  const longest = (items: unknown) => Math.max(8, ...choicesOf(items).map(({ value }) => bytes(String(value)) + AROUND))
  switch (question.type) {
    case 'html':
      return 0
    case 'text':
    case 'comment':
      return textLimitOf(question) * BYTES_PER_CHARACTER
    case 'checkbox':
      return choicesOf(question.choices).reduce((sum, { value }) => sum + bytes(String(value)) + AROUND, AROUND)
    case 'matrix':
      return choicesOf(question.rows).reduce(
        (sum, { value }) => sum + bytes(String(value)) + AROUND + longest(question.columns),
        AROUND,
      )
    case 'boolean':
      return Math.max(bytes(String(question.valueTrue ?? true)), bytes(String(question.valueFalse ?? false))) + AROUND
    default:
      return Math.max(24, longest(question.choices), longest(question.rateValues))
  }
}

const bytes = (text: string): number => Buffer.byteLength(text)
