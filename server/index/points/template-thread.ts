/** The thread in which write-template.ts has a workbook drawn. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerOrRefuse } from '../../sheets/run-sheet-thread.ts'
import { drawTemplate, type Template } from './draw-template.ts'

parentPort?.postMessage(await answerOrRefuse(async () => ({ workbook: await drawTemplate(workerData as Template) })))
