/** The thread that read-roster-file.ts starts for one file: bytes and definition in, a reading or a refusal out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Definition } from '../campaigns/definition.ts'
import { readCsv } from '../sheets/read-csv.ts'
import { readXlsx } from '../sheets/read-xlsx.ts'
import { answerOrRefuse } from '../sheets/run-sheet-thread.ts'
import type { SheetRow } from '../sheets/sheet.ts'
import { createRatingsReader } from './catalogue.ts'
import { findHeader } from './find-header.ts'
import { type Reading, readRoster } from './read-roster.ts'

export type ThreadQuestion = { data: Uint8Array; zipped: boolean; blocks: Definition['blocks'] }
export type ThreadAnswer = { reading: Reading }

async function read({ data, zipped, blocks }: ThreadQuestion): Promise<ThreadAnswer> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const sheets = zipped ? await readXlsx(bytes) : readCsv(bytes, countColumns)
  return { reading: readRoster(sheets, createRatingsReader(blocks)) }
}

/** The delimiter under which the best header appears: counting characters would fall for ";" within cells and titles. */
const countColumns = (rows: SheetRow[]) => Object.keys(findHeader(rows)?.columns ?? {}).length

parentPort?.postMessage(await answerOrRefuse(() => read(workerData as ThreadQuestion)))
