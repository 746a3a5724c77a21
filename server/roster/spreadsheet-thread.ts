/** The thread that read-spreadsheet.ts starts for one file: bytes in, sheets or a refusal out. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../errors.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Sheet } from './sheet.ts'

export type ThreadAnswer = { sheets: Sheet[] } | { refusal: { code: string; details: unknown } }

const { data, zipped } = workerData as { data: Uint8Array; zipped: boolean }
const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)

async function read(): Promise<ThreadAnswer> {
  try {
    return { sheets: zipped ? await readXlsx(bytes) : readCsv(bytes) }
  } catch (error) {
    if (error instanceof AppError) return { refusal: { code: error.code, details: error.details } }
    throw error
  }
}

parentPort?.postMessage(await read())
