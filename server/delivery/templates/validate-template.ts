/** Whether words can be a campaign's message: what must be mended, and what ought to be thought over. Pure. */

import { removeAccents } from '../../campaigns/fold-name.ts'
import { editDistance } from '../../sheets/edit-distance.ts'
import type { Template } from './built-in-template.ts'
import { IN_BRACES, LINK, PLACEHOLDER_NAMES, UNITS } from './placeholders.ts'
import type { TemplateProblem } from './schemas.ts'

export const LONGEST_SUBJECT = 150
export const LONGEST_BODY = 5_000

/** As it is kept: composed Unicode, plain line ends, no control, invisible or direction-turning characters. */
export function normalizeTemplate({ subject, body }: Template): Template {
  return { subject: clean(subject).trim(), body: clean(body.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')).trim() }
}

/** Takes the words as they were typed. */
export function validateTemplate(typed: Template): { problems: TemplateProblem[]; warnings: TemplateProblem[] } {
  const template = normalizeTemplate(typed)
  return {
    problems: [
      ...subjectProblems(typed.subject, template.subject).map((problem) => ({ path: 'subject' as const, problem })),
      ...bodyProblems(template.body).map((problem) => ({ path: 'body' as const, problem })),
    ],
    warnings: [
      ...commonWarnings(template.subject).map((problem) => ({ path: 'subject' as const, problem })),
      ...[...commonWarnings(template.body), ...bodyWarnings(template.body)].map((problem) => ({
        path: 'body' as const,
        problem,
      })),
    ],
  }
}

function subjectProblems(typed: string, subject: string): string[] {
  const problems: string[] = []
  if (subject === '') problems.push('Tiêu đề đang trống.')
  if (/[\r\n\u0085\u2028\u2029]/.test(typed.trim())) problems.push('Tiêu đề phải nằm trên một dòng.')
  if (lengthOf(subject) > LONGEST_SUBJECT) problems.push(tooLong('Tiêu đề', lengthOf(subject), LONGEST_SUBJECT))
  if (subject.includes(LINK)) problems.push(`${LINK} chỉ được đứng trong nội dung, không đứng trong tiêu đề.`)
  return [...problems, ...placeholderProblems(subject)]
}

function bodyProblems(body: string): string[] {
  const problems: string[] = []
  if (body === '') problems.push('Nội dung đang trống.')
  if (lengthOf(body) > LONGEST_BODY) problems.push(tooLong('Nội dung', lengthOf(body), LONGEST_BODY))
  const links = body.split(LINK).length - 1
  if (links === 0) problems.push(`Thiếu ${LINK}. Hãy đặt nó một mình trên một dòng, ở chỗ người nhận bấm vào.`)
  if (links > 1) problems.push(`${LINK} xuất hiện ${links} lần. Hãy giữ lại một.`)
  if (links === 1 && !body.split('\n').some((line) => line.trim() === LINK)) {
    problems.push(`${LINK} phải đứng một mình trên một dòng, không kèm chữ hay dấu nào.`)
  }
  return [...problems, ...placeholderProblems(body)]
}

/** Each takes a search for what was meant, and a person reads them one after the other. */
const MOST_NAMED = 10

function placeholderProblems(words: string): string[] {
  const unknown = [...new Set(words.match(IN_BRACES) ?? [])].filter((found) => !PLACEHOLDER_NAMES.includes(found))
  const problems = unknown.slice(0, MOST_NAMED).map((found) => {
    const near = nearest(found)
    const shown = lengthOf(found) > 40 ? `${[...found].slice(0, 40).join('')}…` : found
    return near
      ? `Không có ${shown}. Có phải ý là ${near}?`
      : `Không có ${shown}. Dùng được: ${PLACEHOLDER_NAMES.join(', ')}.`
  })
  const more = unknown.length - problems.length
  if (more > 0) problems.push(`Còn ${count.format(more)} chỗ nữa cũng không có.`)
  if (/[{}]/.test(words.replace(IN_BRACES, ''))) problems.push('Có dấu { hoặc } lẻ. Hãy xóa đi hoặc viết đủ cặp.')
  return problems
}

function commonWarnings(words: string): string[] {
  const warnings: string[] = []
  if (/<\/?[a-z][^<>]*>/i.test(words)) warnings.push('Có đoạn giống thẻ HTML; người nhận sẽ thấy nguyên văn như vậy.')
  if (/\bhttps?:\/\/|\bwww\.[\p{L}\d]/iu.test(words)) {
    warnings.push(
      `Có địa chỉ trang mạng khác ngoài ${LINK}. Người nhận được dặn chỉ bấm một đường dẫn; thêm đường dẫn dễ bị ngờ là lừa đảo và bị hộp thư chặn.`,
    )
  }
  return warnings
}

function bodyWarnings(body: string): string[] {
  return body.includes(UNITS) ? [] : [`Thư không có ${UNITS}: người nhận sẽ không biết được mời đánh giá đơn vị nào.`]
}

/** The placeholder that was probably meant: the same letters without accents, or nearly. */
function nearest(found: string): string | undefined {
  const bare = (name: string): string => removeAccents(name.toLowerCase()).replace(/[^a-z]/g, '')
  const typed = bare(found).slice(0, 40)
  const ranked = PLACEHOLDER_NAMES.map((name) => ({ name, distance: editDistance(typed, bare(name), 3) })).toSorted(
    (a, b) => a.distance - b.distance,
  )
  const best = ranked[0]!
  return best.distance <= Math.max(1, Math.floor(bare(best.name).length / 3)) ? best.name : undefined
}

const lengthOf = (text: string): number => [...text].length
const count = new Intl.NumberFormat('vi-VN')
const tooLong = (what: string, length: number, most: number): string =>
  `${what} dài ${count.format(length)} ký tự; nhiều nhất ${count.format(most)}.`

/** U+200D joins emoji and stays. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\S\n\t ]/g, ' ')
    .replace(/(?!\u200d)[\p{Cf}\p{Co}\p{Cs}]|(?![\n\t])\p{Cc}/gu, '')
