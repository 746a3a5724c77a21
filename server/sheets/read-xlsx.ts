/** Reads an .xlsx workbook into sheets of text. */
import readExcelFile from 'read-excel-file/node'
import { AppError, errors } from '../errors.ts'
import { cleanWorkbook } from './clean-workbook.ts'
import { inFile, LIMITS, type Sheet, toSheetRows } from './sheet.ts'

/** All visible sheets, numbers as exact decimal text ("912345678"). `columns`: how many may hold something. Throws file-unreadable or too-large. */
export async function readXlsx(data: Buffer, columns: number = LIMITS.columns): Promise<Sheet[]> {
  try {
    const sheets = await readExcelFile<string>(cleanWorkbook(data, columns), { parseNumber: exactNumber })
    return sheets.map(({ sheet, data: table }) => ({ name: sheet, rows: toSheetRows(table) }))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw errors.fileUnreadable(inFile('Tệp .xlsx bị hỏng. Hãy mở bằng phần mềm bảng tính và lưu lại.'))
  }
}

/** XML may hold 912345678 as 9.12345678E8: the same number, so written out; a cell that *shows* an exponent is text. */
function exactNumber(text: string): string {
  const number = Number(text)
  return /e/i.test(text) && Number.isSafeInteger(number) ? String(number) : text
}
