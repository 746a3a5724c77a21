/** The thread that read-roster-file.ts starts for one file: bytes and definition in, a reading or a refusal out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Definition } from '../campaigns/definition.ts'
import { answerOrRefuse, type Part } from '../sheets/run-sheet-thread.ts'
import type { Sheet, SheetRow } from '../sheets/sheet.ts'
import { createRatingsReader } from './catalogue.ts'
import { findHeader } from './find-header.ts'
import { type Reading, type ReadOptions, readRoster } from './read-roster.ts'

export type ThreadQuestion = { data: Uint8Array; zipped: boolean; blocks: Definition['blocks'] } & ReadOptions
/** Everything but the rows, which came before. */
export type ThreadAnswer = { reading: Reading }
export type ThreadPart = { done: number; total: number } | Pick<Reading, 'rows' | 'rejected'>

/** Rows a message: taking one over is a pause of a millisecond for the process that answers respondents. */
const PART = 500

async function read({ data, zipped, blocks, ...options }: ThreadQuestion): Promise<ThreadAnswer> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const sheets = await (zipped ? readWorkbook(bytes) : readText(bytes))
  const reading = readRoster(sheets, createRatingsReader(blocks), options, (done, total) => tell({ done, total }))
  const { rows, rejected } = reading
  for (let from = 0; from < Math.max(rows.length, rejected.length); from += PART) {
    tell({ rows: rows.slice(from, from + PART), rejected: rejected.slice(from, from + PART) })
  }
  return { reading: { ...reading, rows: [], rejected: [] } }
}

/** The libraries of the two kinds are loaded apart: each takes longer than most lists do. */
async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const { readXlsx } = await import('../sheets/read-xlsx.ts')
  return readXlsx(bytes)
}

async function readText(bytes: Buffer): Promise<Sheet[]> {
  const { readCsv } = await import('../sheets/read-csv.ts')
  return readCsv(bytes, countColumns)
}

function tell(part: ThreadPart): void {
  parentPort?.postMessage({ part } satisfies Part<ThreadPart>)
}

/**
 * The delimiter under which the best header appears: counting characters would fall for ";" within cells and titles. Where no
 * heading is known, an officer will say what the columns hold: then the delimiter that makes most columns.
 */
function countColumns(rows: SheetRow[]): number {
  const known = Object.keys(findHeader(rows)?.columns ?? {}).length
  return known || Math.min(0.9, median(rows.map(({ cells }) => cells.length)) / 1_000)
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0

parentPort?.postMessage(await answerOrRefuse(() => read(workerData as ThreadQuestion)))
