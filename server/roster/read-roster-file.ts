/** Reads an uploaded roster, in a thread of its own. */
import type { Definition } from '../campaigns/definition.ts'
import { isZipped, runSheetThread } from '../sheets/run-sheet-thread.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import type { Reading } from './read-roster.ts'
import type { ThreadAnswer, ThreadQuestion } from './roster-thread.ts'

const THREAD = new URL('./roster-thread.ts', import.meta.url)

/** Every row of an .xlsx or .csv. Throws file-missing, file-unreadable, too-large, header-missing or several-rosters. */
export async function readRosterFile(file: SpreadsheetFile, definition: Definition): Promise<Reading> {
  const question: ThreadQuestion = { data: file.data, zipped: isZipped(file), blocks: definition.blocks }
  return (await runSheetThread<ThreadAnswer>(THREAD, question)).reading
}
