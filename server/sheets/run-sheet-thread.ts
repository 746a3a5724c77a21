/**
 * Reads an uploaded spreadsheet in a thread of its own: 50,000 rows take seconds in which this process has respondents to
 * answer, and a file made to exhaust memory or time ends the thread, not the server.
 */
import { Worker } from 'node:worker_threads'
import { AppError, errors } from '../errors.ts'
import { inFile, LIMITS, type SpreadsheetFile } from './sheet.ts'

const HEAP_MB = 1024
const TIME_MS = 120_000
const ZIP = Buffer.from('PK\x03\x04')
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** A refusal as it crosses from the thread, which cannot hand over an AppError as such. */
export type Refused = { refusal: { code: string; status: number; message: string; details: unknown } }

/** Whether the file is an .xlsx (else it is text). Throws file-missing, too-large, or file-unreadable for an old .xls. */
export function isZipped({ data }: SpreadsheetFile): boolean {
  if (data.length === 0) throw errors.fileMissing()
  if (data.length > LIMITS.fileBytes) throw errors.tooLarge(inFile('Tệp lớn hơn 20 MB.'))
  if (startsWith(data, COMPOUND_FILE)) {
    throw errors.fileUnreadable(inFile('Tệp .xls kiểu cũ hoặc có mật khẩu. Hãy lưu lại thành .xlsx không mật khẩu.'))
  }
  return startsWith(data, ZIP)
}

/** What a thread may post on its way, as often as it likes: how far it is, or some of what it found. */
export type Part<Content> = { part: Content }

/**
 * Runs the thread at `url` with `workerData` and gives its last message; `onPart` hears the parts before it. Throws what the
 * thread refused, or too-large.
 */
export async function runSheetThread<Answer extends object, Content = never>(
  url: URL,
  workerData: unknown,
  onPart: (content: Content) => void = () => {},
): Promise<Answer> {
  const answer = await messageOf<Answer | Refused, Content>(url, workerData, onPart)
  if (!('refusal' in answer)) return answer
  const { code, status, message, details } = answer.refusal
  throw new AppError(code, status, message, details)
}

/** In the thread: what `read` gives, or its refusal, ready to be posted. */
export async function answerOrRefuse<Answer extends object>(read: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, status, message, details } = error
    return { refusal: { code, status, message, details } }
  }
}

function messageOf<Message extends object, Content>(
  url: URL,
  workerData: unknown,
  onPart: (content: Content) => void,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(url, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void thread.terminate()
    }
    const timer = setTimeout(() => end(() => reject(tooMuch())), TIME_MS)
    thread.on('message', (message: Message | Part<Content>) => {
      if ('part' in message) onPart(message.part)
      else end(() => resolve(message))
    })
    thread.once('error', (error) => end(() => reject(isOutOfMemory(error) ? tooMuch() : error)))
    thread.once('exit', () => end(() => reject(tooMuch())))
  })
}

const tooMuch = (): AppError =>
  errors.tooLarge(inFile('Tệp có quá nhiều ô để đọc. Hãy xóa các ô thừa hoặc chia nhỏ tệp.'))
const isOutOfMemory = (error: Error) => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
const startsWith = (data: Buffer, prefix: Buffer) => data.subarray(0, prefix.length).equals(prefix)
