/** The two fields that are lists: documents that the index rests on, and steps with their days. */
import { z } from 'zod'

const What = z.string().trim().min(1).max(300)
const Day = z.iso.date()

const Documents = z
  .array(z.strictObject({ what: What, number: z.string().trim().max(100).default(''), date: Day }))
  .max(100)
const Steps = z
  .array(z.union([z.strictObject({ what: What, date: Day }), z.strictObject({ what: What, from: Day, to: Day })]))
  .max(100)

export type DocumentEntry = z.infer<typeof Documents>[number]
export type StepEntry = z.infer<typeof Steps>[number]

const SHAPES = {
  documents: 'mỗi văn bản cần nội dung, số và ký hiệu, ngày ban hành (năm-tháng-ngày)',
  steps: 'mỗi bước cần nội dung và ngày, hoặc từ ngày đến ngày (năm-tháng-ngày)',
}

/** What is wrong with the text of a list, in Vietnamese; undefined when nothing is. Empty text is an empty list. */
export function findListProblem(field: 'documents' | 'steps', text: string): string | undefined {
  const parsed = (field === 'documents' ? Documents : Steps).safeParse(parseJson(text))
  if (!parsed.success) {
    const [row] = parsed.error.issues[0]?.path ?? []
    return typeof row === 'number'
      ? `Dòng ${row + 1} chưa đúng: ${SHAPES[field]}.`
      : `Danh sách chưa đúng: ${SHAPES[field]}.`
  }
  const backwards = parsed.data.findIndex((entry) => 'from' in entry && entry.from > entry.to)
  return backwards < 0 ? undefined : `Dòng ${backwards + 1} chưa đúng: ngày bắt đầu phải trước ngày kết thúc.`
}

/** Texts were judged when they were written; one that is no list all the same (an altered file) is an empty list. */
export const documentsOf = (text: string | undefined): DocumentEntry[] =>
  Documents.safeParse(parseJson(text)).data ?? []
export const stepsOf = (text: string | undefined): StepEntry[] => Steps.safeParse(parseJson(text)).data ?? []

function parseJson(text: string | undefined): unknown {
  if (!text?.trim()) return []
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
