/** Reads an .xlsx workbook into sheets of text. */
import readExcelFile from 'read-excel-file/node'
import { AppError, errors } from '../errors.ts'
import { cleanWorkbook } from './clean-workbook.ts'
import { plainNumber } from './plain-number.ts'
import { inFile, LIMITS, type Sheet, toSheetRows } from './sheet.ts'

/** All visible sheets, numbers as exact decimal text ("912345678"). `columns`: how many may hold something. Throws file-unreadable or too-large. */
export async function readXlsx(data: Buffer, columns: number = LIMITS.columns): Promise<Sheet[]> {
  try {
    const sheets = await readExcelFile<string>(cleanWorkbook(data, columns), { parseNumber: plainNumber })
    return sheets.map(({ sheet, data: table }) => ({ name: sheet, rows: toSheetRows(table) }))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw errors.fileUnreadable(inFile('Tệp .xlsx bị hỏng. Hãy mở bằng phần mềm bảng tính và lưu lại.'))
  }
}
