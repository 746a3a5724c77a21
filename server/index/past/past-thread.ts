/** The thread that read-past-file.ts starts for one file: bytes and definition in, results with their problems or a refusal out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Definition } from '../../campaigns/definition.ts'
import { readCsv } from '../../sheets/read-csv.ts'
import { readXlsx } from '../../sheets/read-xlsx.ts'
import { answerOrRefuse } from '../../sheets/run-sheet-thread.ts'
import type { SheetRow } from '../../sheets/sheet.ts'
import { findPastTable } from './past-columns.ts'
import { type PastReading, readPast } from './read-past.ts'

export type ThreadQuestion = { data: Uint8Array; zipped: boolean; definition: Definition; year: number }
export type ThreadAnswer = { reading: PastReading }

async function read({ data, zipped, definition, year }: ThreadQuestion): Promise<ThreadAnswer> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const sheets = zipped ? await readXlsx(bytes) : readCsv(bytes, countColumns)
  return { reading: readPast(sheets, definition, year) }
}

const countColumns = (rows: SheetRow[]) =>
  Object.keys(findPastTable({ name: '', rows }, () => null)?.columns ?? {}).length

parentPort?.postMessage(await answerOrRefuse(() => read(workerData as ThreadQuestion)))
