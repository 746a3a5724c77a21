/** Reads an uploaded roster, in a thread of its own. */
import type { Definition } from '../campaigns/definition.ts'
import { errors } from '../errors.ts'
import { refuseFalseWorkbook } from '../sheets/refuse-false-workbook.ts'
import { isZipped, runSheetThread } from '../sheets/run-sheet-thread.ts'
import { inFile, type SpreadsheetFile } from '../sheets/sheet.ts'
import type { Reading, ReadOptions } from './read-roster.ts'
import type { ThreadAnswer, ThreadPart, ThreadQuestion } from './roster-thread.ts'

const THREAD = new URL('./roster-thread.ts', import.meta.url)

/**
 * Every row of an .xlsx or .csv; `onRows` hears how many of how many have been read. Throws file-missing, file-unreadable,
 * not-a-spreadsheet, too-large, header-missing or several-rosters.
 */
export async function readRosterFile(
  file: SpreadsheetFile,
  definition: Definition,
  options: ReadOptions = {},
  onRows: (done: number, total: number) => void = () => {},
): Promise<Reading> {
  const zipped = isZipped(file)
  if (file.data.subarray(0, 5).toString('latin1') === '%PDF-') throw errors.notASpreadsheet()
  const question: ThreadQuestion = { data: file.data, zipped, blocks: definition.blocks, ...options }
  const rows: Reading['rows'] = []
  const rejected: Reading['rejected'] = []
  const { reading } = await refuseFalseWorkbook(file, zipped, async () => {
    const answer = await runSheetThread<ThreadAnswer, ThreadPart>(THREAD, question, (part) => {
      if ('done' in part) return onRows(part.done, part.total)
      rows.push(...part.rows)
      rejected.push(...part.rejected)
    })
    // Matched by hand, but nothing in it is a heading: what is no table at all must not be offered for matching.
    if (!zipped && answer.reading.columns.length <= 1 && answer.reading.header.missing.length > 0) {
      throw errors.headerMissing(inFile('Tệp không có bảng nào.'))
    }
    return answer
  })
  return { ...reading, rows, rejected }
}
