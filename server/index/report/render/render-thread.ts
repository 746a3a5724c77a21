/** The thread of render-aside.ts: one task, one file, done. */
import { parentPort, workerData } from 'node:worker_threads'
import { renderAs } from './render-as.ts'
import type { RenderTask } from './render-aside.ts'

const { kind, report, index } = workerData as RenderTask
parentPort!.postMessage(new Uint8Array(await renderAs(kind, report, index)))
