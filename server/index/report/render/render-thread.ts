/** The thread of render-aside.ts: one task, one file, done. */
import { parentPort, workerData } from 'node:worker_threads'
import type { RenderTask } from './render-aside.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderXlsx } from './render-xlsx.ts'

const { kind, report, index } = workerData as RenderTask
const file =
  kind === 'docx'
    ? await renderDocx(report)
    : kind === 'xlsx'
      ? await renderXlsx(report, index)
      : Buffer.from(renderHtml(report))
parentPort!.postMessage(new Uint8Array(file))
