/** Reads an uploaded file of last year's results, in a thread of its own. */
import type { Definition } from '../../campaigns/definition.ts'
import { refuseFalseWorkbook } from '../../sheets/refuse-false-workbook.ts'
import { isZipped, runSheetThread } from '../../sheets/run-sheet-thread.ts'
import type { SpreadsheetFile } from '../../sheets/sheet.ts'
import type { ThreadAnswer, ThreadQuestion } from './past-thread.ts'
import type { PastReading } from './read-past.ts'

const THREAD = new URL('./past-thread.ts', import.meta.url)

/** Throws file-missing, file-unreadable, too-large, header-missing or not-a-spreadsheet. */
export async function readPastFile(
  file: SpreadsheetFile,
  definition: Definition,
  year: number,
): Promise<PastReading & { origin: 'xlsx' | 'csv' }> {
  const zipped = isZipped(file)
  const question: ThreadQuestion = { data: file.data, zipped, definition, year }
  const { reading } = await refuseFalseWorkbook(file, zipped, () => runSheetThread<ThreadAnswer>(THREAD, question))
  return { ...reading, origin: zipped ? 'xlsx' : 'csv' }
}
