/** Reads an uploaded table of points, in a thread of its own. */
import { refuseFalseWorkbook } from '../../sheets/refuse-false-workbook.ts'
import { isZipped, runSheetThread } from '../../sheets/run-sheet-thread.ts'
import type { SpreadsheetFile } from '../../sheets/sheet.ts'
import type { GivenPoints, Judged } from './judge-points.ts'
import type { PointsPlan } from './plan-points.ts'
import type { ThreadAnswer, ThreadQuestion } from './points-thread.ts'

const THREAD = new URL('./points-thread.ts', import.meta.url)

/** `given`: what the survey gives. Throws file-missing, file-unreadable, too-large, header-missing or not-a-spreadsheet. */
export async function readPointsFile(
  file: SpreadsheetFile,
  plan: PointsPlan,
  given: GivenPoints,
): Promise<{ judged: Judged; origin: 'xlsx' | 'csv' }> {
  const zipped = isZipped(file)
  const question: ThreadQuestion = { data: file.data, zipped, plan, given }
  const { judged } = await refuseFalseWorkbook(file, zipped, () => runSheetThread<ThreadAnswer>(THREAD, question))
  return { judged, origin: zipped ? 'xlsx' : 'csv' }
}
