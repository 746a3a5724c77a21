/**
 * Makes an uploaded .xlsx safe and plain before read-excel-file (9.3) sees it. That library builds a full matrix up to
 * the last cell, empties cells whose formula failed, and turns numbers into dates by their format; a roster wants no
 * matrix a stray cell can blow up, the text "#N/A" where a person can see it, and a phone number as the digits typed.
 * Hidden sheets go too: people keep last year's list there. Pure.
 */
import { errors } from '../errors.ts'
import { readZip } from './read-zip.ts'
import { inFile, LIMITS } from './sheet.ts'
import { writeStoredZip } from './write-stored-zip.ts'

const LAST_ROW = 1_048_576 // what a spreadsheet program can show
const NEEDED = /\.(xml|rels)$/i
const UNREAD = /^(docProps|customXml|xl\/(charts|drawings|theme|media|externalLinks|pivot\w*|tables|comments))/i
/** Attributes stand in either quotes, which may hold a ">". */
const ATTRIBUTES = /((?:[^<>"']|"[^<"]*"|'[^<']*')*)/.source
const TAG = new RegExp(`<(?:\\w+:)?(c|row)\\s${ATTRIBUTES}>`, 'g')
const SHEET = new RegExp(`<(?:\\w+:)?sheet\\s${ATTRIBUTES}>(?:\\s*</(?:\\w+:)?sheet>)?`, 'g')
const HIDDEN = /\sstate\s*=\s*(["'])(?:hidden|veryHidden)\1/

/** The same workbook, unpacked within limits and packed anew. `columns`: how many may hold something. Throws file-unreadable or too-large. */
export function cleanWorkbook(data: Buffer, columns: number = LIMITS.columns): Buffer {
  const files = readZip(data, (path) => NEEDED.test(path) && !UNREAD.test(path), LIMITS.unpackedBytes)
  if (!files.has('xl/workbook.xml')) {
    throw errors.fileUnreadable(inFile('Đây không phải là bảng tính .xlsx.'))
  }
  const plain = (tag: string, kind: string, attributes: string) => plainTag(tag, kind, attributes, columns)
  for (const [path, content] of files) {
    if (path === 'xl/workbook.xml') files.set(path, Buffer.from(showOnlyVisible(content.toString())))
    else if (content.includes('sheetData')) files.set(path, Buffer.from(content.toString().replace(TAG, plain)))
  }
  return writeStoredZip(files)
}

function showOnlyVisible(workbook: string): string {
  return workbook.replace(SHEET, (tag: string, attributes: string) => (HIDDEN.test(` ${attributes}`) ? '' : tag))
}

function plainTag(tag: string, kind: string, attributes: string, columns: number): string {
  const [, letters = '', digits = '0'] = /(?:^|\s)r\s*=\s*["']([A-Z]*)(\d+)["']/.exec(attributes) ?? []
  if (Number(digits) > LAST_ROW) throw errors.fileUnreadable(inFile('Tệp có dòng nằm ngoài bảng tính.'))
  if (kind === 'row') return tag
  if (!attributes.endsWith('/') && columnNumber(letters) > columns) {
    throw errors.tooLarge(
      inFile(`Tệp có dữ liệu ở cột ${letters}; chỉ đọc được ${columns} cột đầu. Hãy xóa các ô thừa.`),
    )
  }
  return tag.replace(/\ss\s*=\s*["']\d*["']/, '').replace(/\st\s*=\s*["']e["']/, ' t="str"')
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
