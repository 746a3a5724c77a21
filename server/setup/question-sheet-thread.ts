/** The thread in which the table of questions is drawn as a workbook, or read from an uploaded file. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Block } from '../campaigns/definition.ts'
import { readCsv } from '../sheets/read-csv.ts'
import { readXlsx } from '../sheets/read-xlsx.ts'
import { answerOrRefuse } from '../sheets/run-sheet-thread.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { drawQuestionSheet, type QuestionSheet } from './draw-question-sheet.ts'
import type { QuestionRow } from './question-row.ts'
import { countQuestionColumns, type QuestionReading, readQuestionSheet } from './read-question-sheet.ts'

export type DrawQuestion = { draw: QuestionSheet }
export type ReadQuestion = { read: { data: Uint8Array; zipped: boolean; block: Block; before: QuestionRow[] } }

async function work(question: DrawQuestion | ReadQuestion): Promise<{ workbook: Uint8Array } | QuestionReading> {
  if ('draw' in question) return { workbook: await drawQuestionSheet(question.draw) }
  const { data, zipped, block, before } = question.read
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const sheets = zipped
    ? await readXlsx(bytes)
    : readCsv(bytes, (rows) => countQuestionColumns(rows, block)).map(unquote)
  return readQuestionSheet(sheets, block, before)
}

/** What write-csv.ts puts before a text that a spreadsheet would run. */
const unquote = ({ name, rows }: Sheet): Sheet => ({
  name,
  rows: rows.map(({ row, cells }) => ({
    row,
    cells: cells.map((cell) =>
      cell.replace(/^'(?=[\s\u00a0]*[=+\-@＝＋－＠])/, '').replace(/([;\r\n][\s"]*)'(?=[=+\-@＝＋－＠])/g, '$1'),
    ),
  })),
})

parentPort?.postMessage(await answerOrRefuse(() => work(workerData)))
