/**
 * A report's input as a file: the index document, which its own digest covers, and the texts. `GET …/index/report.json`
 * gives it; `npm run report` reads it, without database and network. A bare index document is one without texts.
 */
import { z } from 'zod'
import { canonicalJson } from '../../campaigns/canonical-json.ts'
import { Code } from '../../campaigns/definition.ts'
import { digestOf } from '../../scoring/digest.ts'
import { IndexView } from '../compute/schemas.ts'
import { cleanNarratives } from './compose-field.ts'
import type { ReportInput } from './compose-report.ts'

const Narratives = z.record(z.string().max(64), z.string().max(60_000))
const ReportFile = z.object({
  // The campaign's code names the files that `npm run report` writes: it must not lead out of their folder.
  index: IndexView.extend({ campaign: Code }),
  narratives: Narratives.default({}),
  inputDigest: z.string().optional(),
})

/** Why a file gives no report, for the person who gave it. */
export type FileProblem = { problem: string }

/** Canonical JSON, the same bytes for the same input. `inputDigest` covers index and texts, as the report prints it. */
export function writeReportFile({ index, narratives: given }: ReportInput): string {
  const narratives = cleanNarratives(given)
  return canonicalJson({ index, narratives, inputDigest: digestOf({ index, narratives }) })
}

export function parseReportFile(text: string): ReportInput | FileProblem {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { problem: 'Tệp không phải JSON hoặc bị cắt dở. Hãy tải lại report.json.' }
  }
  const wrapped = isObject(json) && 'blocks' in json ? { index: json } : json
  const parsed = ReportFile.safeParse(wrapped)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') || 'đầu tệp'
    return { problem: `Tệp không đúng dạng báo cáo (ở ${place}). Hãy tải lại report.json.` }
  }
  // The document as it stands in the file: a member that this version does not know is covered by the digest too.
  const { index } = wrapped as ReportInput
  const { narratives, inputDigest } = parsed.data
  const digest = safeDigest(index)
  if (digest !== index.digest)
    return {
      problem: `Số liệu trong tệp đã bị sửa: mã kiểm tra ghi là ${index.digest}, tính lại là ${digest ?? 'không tính được'}.`,
    }
  if (inputDigest !== undefined && inputDigest !== safeDigest({ index, narratives: cleanNarratives(narratives) }))
    return { problem: 'Phần lời của báo cáo trong tệp đã bị sửa: mã kiểm tra không khớp.' }
  return { index, narratives }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Undefined for what has no canonical form, such as a lone surrogate. */
function safeDigest(document: object): string | undefined {
  try {
    return digestOf(document)
  } catch {
    return undefined
  }
}
