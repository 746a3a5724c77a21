/** The thread that read-roster-file.ts starts for one file: bytes and definition in, a reading or a refusal out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Definition } from '../campaigns/definition.ts'
import { AppError } from '../errors.ts'
import { readCsv } from '../sheets/read-csv.ts'
import { readXlsx } from '../sheets/read-xlsx.ts'
import type { SheetRow } from '../sheets/sheet.ts'
import { createRatingsReader } from './catalogue.ts'
import { findHeader } from './find-header.ts'
import { type Reading, readRoster } from './read-roster.ts'

export type ThreadQuestion = { data: Uint8Array; zipped: boolean; blocks: Definition['blocks'] }
export type ThreadAnswer = { reading: Reading } | { refusal: { code: string; details: unknown } }

async function answer({ data, zipped, blocks }: ThreadQuestion): Promise<ThreadAnswer> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  try {
    const sheets = zipped ? await readXlsx(bytes) : readCsv(bytes, countColumns)
    return { reading: readRoster(sheets, createRatingsReader(blocks)) }
  } catch (error) {
    if (error instanceof AppError) return { refusal: { code: error.code, details: error.details } }
    throw error
  }
}

/** The delimiter under which the best header appears: counting characters would fall for ";" within cells and titles. */
const countColumns = (rows: SheetRow[]) => Object.keys(findHeader(rows)?.columns ?? {}).length

parentPort?.postMessage(await answer(workerData as ThreadQuestion))
