/**
 * Reads an uploaded spreadsheet in a thread of its own: parsing 50,000 rows takes seconds in which this process has
 * respondents to answer, and a file made to exhaust memory or time ends the thread, not the server.
 */
import { Worker } from 'node:worker_threads'
import { type AppError, errors } from '../errors.ts'
import { LIMITS, type Sheet, type SpreadsheetFile } from './sheet.ts'
import type { ThreadAnswer } from './spreadsheet-thread.ts'

const THREAD = new URL('./spreadsheet-thread.ts', import.meta.url)
const HEAP_MB = 1024
const TIME_MS = 60_000
const ZIP = Buffer.from('PK\x03\x04')
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** The visible sheets of an .xlsx, or the one of a .csv. Throws file-missing, file-unreadable or too-large. */
export async function readSpreadsheet(file: SpreadsheetFile): Promise<Sheet[]> {
  const { data } = file
  if (data.length === 0) throw errors.fileMissing()
  if (data.length > LIMITS.fileBytes) throw errors.tooLarge({ problem: 'Tệp lớn hơn 20 MB.' })
  if (startsWith(data, COMPOUND_FILE)) {
    throw errors.fileUnreadable({
      problem: 'Tệp .xls kiểu cũ hoặc có mật khẩu. Hãy lưu lại thành .xlsx không mật khẩu.',
    })
  }
  const answer = await runThread(data, startsWith(data, ZIP))
  if ('sheets' in answer) return answer.sheets
  throw answer.refusal.code === 'too-large'
    ? errors.tooLarge(answer.refusal.details)
    : errors.fileUnreadable(answer.refusal.details)
}

function runThread(data: Buffer, zipped: boolean): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      workerData: { data, zipped },
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
  errors.tooLarge({ problem: 'Tệp có quá nhiều ô để đọc. Hãy xóa các ô thừa hoặc chia nhỏ tệp.' })
const isOutOfMemory = (error: Error) => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
const startsWith = (data: Buffer, prefix: Buffer) => data.subarray(0, prefix.length).equals(prefix)
