/** A file that calls itself a workbook, is none, and holds no table either: told as what it is. A .csv under another name is still read. */
import { AppError, errors } from '../errors.ts'
import type { SpreadsheetFile } from './sheet.ts'

/** What `read` gives. Throws not-a-spreadsheet where it throws header-missing of such a file, else what it throws. */
export async function refuseFalseWorkbook<Answer>(
  { name }: SpreadsheetFile,
  zipped: boolean,
  read: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await read()
  } catch (error) {
    const isFalse = !zipped && /\.(?:xls[xmb]?|ods)$/i.test(name.trim())
    if (isFalse && error instanceof AppError && error.code === 'header-missing') throw errors.notASpreadsheet()
    throw error
  }
}
