/**
 * Files of reports, one at a time and the last few kept: rendering takes a thread and up to seconds, and who presses
 * "Tải về" twice, or several officers at once, need not have it done again.
 */
import type { IndexDocument } from '../compute/schemas.ts'
import { type RenderKind, renderAside } from './render/render-aside.ts'
import type { ReportDocument } from './schemas.ts'

const MOST = 6
/** Kind and input digest → the file; the digest covers everything that a file is made of. */
const kept = new Map<string, Promise<Buffer>>()
let last: Promise<unknown> = Promise.resolve()

export function renderOnce(kind: RenderKind, report: ReportDocument, index: IndexDocument): Promise<Buffer> {
  const key = `${kind} ${report.inputDigest}`
  const known = kept.get(key)
  if (known) return known
  const file = last.then(() => renderAside(kind, report, index))
  last = file.catch(() => {})
  kept.set(key, file)
  file.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  return file
}
