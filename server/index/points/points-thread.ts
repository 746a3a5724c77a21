/** The thread that read-points-file.ts starts for one file: bytes and plan in, a judged table or a refusal out. */
import { parentPort, workerData } from 'node:worker_threads'
import { readCsv } from '../../sheets/read-csv.ts'
import { readXlsx } from '../../sheets/read-xlsx.ts'
import { answerOrRefuse } from '../../sheets/run-sheet-thread.ts'
import { type GivenPoints, type Judged, judgePoints } from './judge-points.ts'
import type { PointsPlan } from './plan-points.ts'
import { countPointsColumns, readTables } from './read-tables.ts'

export type ThreadQuestion = { data: Uint8Array; zipped: boolean; plan: PointsPlan; given: GivenPoints }
export type ThreadAnswer = { judged: Judged }

/** A column a unit, of at most 500 in a block, and some beside them. */
const MOST_COLUMNS = 600

async function read({ data, zipped, plan, given }: ThreadQuestion): Promise<ThreadAnswer> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const sheets = zipped
    ? await readXlsx(bytes, MOST_COLUMNS)
    : readCsv(bytes, (rows) => countPointsColumns(rows, plan), MOST_COLUMNS)
  const { cells, problems } = readTables(sheets, plan)
  return { judged: judgePoints(plan, cells, given, problems) }
}

parentPort?.postMessage(await answerOrRefuse(() => read(workerData as ThreadQuestion)))
