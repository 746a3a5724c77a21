/** The thread that import-questions.ts starts for one uploaded table of questions. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Block } from '../campaigns/definition.ts'
import { readCsv } from '../sheets/read-csv.ts'
import { readXlsx } from '../sheets/read-xlsx.ts'
import { answerOrRefuse } from '../sheets/run-sheet-thread.ts'
import type { QuestionRow } from './question-row.ts'
import { countQuestionColumns, type QuestionReading, readQuestionSheet } from './read-question-sheet.ts'

export type ReadQuestion = { data: Uint8Array; zipped: boolean; block: Block; before: QuestionRow[] }

async function read({ data, zipped, block, before }: ReadQuestion): Promise<QuestionReading> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const sheets = zipped ? await readXlsx(bytes) : readCsv(bytes, (rows) => countQuestionColumns(rows, block))
  return readQuestionSheet(sheets, block, before)
}

parentPort?.postMessage(await answerOrRefuse(() => read(workerData as ReadQuestion)))
