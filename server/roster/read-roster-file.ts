/**
 * Reads an uploaded roster in a thread of its own: 50,000 rows take seconds in which this process has respondents to
 * answer, and a file made to exhaust memory or time ends the thread, not the server.
 */
import { Worker } from 'node:worker_threads'
import type { Definition } from '../campaigns/definition.ts'
import { type AppError, errors } from '../errors.ts'
import { inFile, LIMITS, type SpreadsheetFile } from '../sheets/sheet.ts'
import type { Reading } from './read-roster.ts'
import type { ThreadAnswer, ThreadQuestion } from './roster-thread.ts'

const THREAD = new URL('./roster-thread.ts', import.meta.url)
const HEAP_MB = 1024
const TIME_MS = 120_000
const ZIP = Buffer.from('PK\x03\x04')
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

const REFUSALS = new Map(
  [errors.fileUnreadable, errors.tooLarge, errors.headerMissing, errors.severalRosters].map((refusal) => [
    refusal().code,
    refusal,
  ]),
)

/** Every row of an .xlsx or .csv. Throws file-missing, file-unreadable, too-large, header-missing or several-rosters. */
export async function readRosterFile({ data }: SpreadsheetFile, definition: Definition): Promise<Reading> {
  if (data.length === 0) throw errors.fileMissing()
  if (data.length > LIMITS.fileBytes) throw errors.tooLarge(inFile('Tệp lớn hơn 20 MB.'))
  if (startsWith(data, COMPOUND_FILE)) {
    throw errors.fileUnreadable(inFile('Tệp .xls kiểu cũ hoặc có mật khẩu. Hãy lưu lại thành .xlsx không mật khẩu.'))
  }
  const answer = await runThread({ data, zipped: startsWith(data, ZIP), blocks: definition.blocks })
  if ('reading' in answer) return answer.reading
  const { code, details } = answer.refusal
  throw (REFUSALS.get(code) ?? errors.fileUnreadable)(details)
}

function runThread(workerData: ThreadQuestion): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      workerData,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void thread.terminate()
    }
    const timer = setTimeout(() => end(() => reject(tooMuch())), TIME_MS)
    thread.once('message', (answer: ThreadAnswer) => end(() => resolve(answer)))
    thread.once('error', (error) => end(() => reject(isOutOfMemory(error) ? tooMuch() : error)))
    thread.once('exit', () => end(() => reject(tooMuch())))
  })
}

const tooMuch = (): AppError =>
  errors.tooLarge(inFile('Tệp có quá nhiều ô để đọc. Hãy xóa các ô thừa hoặc chia nhỏ tệp.'))
const isOutOfMemory = (error: Error) => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
const startsWith = (data: Buffer, prefix: Buffer) => data.subarray(0, prefix.length).equals(prefix)
