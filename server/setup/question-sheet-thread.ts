/** The thread that import-questions.ts starts for one uploaded table of questions. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Block } from '../campaigns/definition.ts'
import { answerOrRefuse } from '../sheets/run-sheet-thread.ts'
import type { Sheet } from '../sheets/sheet.ts'
import type { QuestionRow } from './question-row.ts'
import { countQuestionColumns, type QuestionReading, readQuestionSheet } from './read-question-sheet.ts'

export type ReadQuestion = { data: Uint8Array; zipped: boolean; block: Block; before: QuestionRow[] }

async function read({ data, zipped, block, before }: ReadQuestion): Promise<QuestionReading> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const sheets = zipped ? await readWorkbook(bytes) : await readText(bytes, block)
  return readQuestionSheet(sheets, block, before)
}

/** Each kind of file with its own reader: loading both would take longer than reading a table does. */
async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const { readXlsx } = await import('../sheets/read-xlsx.ts')
  return readXlsx(bytes)
}

async function readText(bytes: Buffer, block: Block): Promise<Sheet[]> {
  const { readCsv } = await import('../sheets/read-csv.ts')
  return readCsv(bytes, (rows) => countQuestionColumns(rows, block))
}

parentPort?.postMessage(await answerOrRefuse(() => read(workerData as ReadQuestion)))
