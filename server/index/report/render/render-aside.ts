/**
 * Rendering in a thread of its own: a large report takes seconds of pure computing, during which the web process would
 * answer no respondent. The same bytes as the functions give that do the work.
 */
import { Worker } from 'node:worker_threads'
import type { IndexDocument } from '../../compute/schemas.ts'
import type { ReportDocument } from '../schemas.ts'

/** Named here, so that a process which only asks for files loads none of what makes them. */
export const RENDER_KINDS = ['docx', 'xlsx', 'html'] as const
export type RenderKind = (typeof RENDER_KINDS)[number]
export type RenderTask = { kind: RenderKind; report: ReportDocument; index: IndexDocument }

/** The file; rejects with the error of the rendering. */
export function renderAside(kind: RenderKind, report: ReportDocument, index: IndexDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const task: RenderTask = { kind, report, index }
    const worker = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: task })
    worker.once('message', (bytes: Uint8Array) =>
      resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    )
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`rendering the report ended with ${code}`)))
  })
}
