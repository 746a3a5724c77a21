/**
 * Tables as an .xlsx workbook, written while they are read. write-excel-file builds the whole workbook in one go: 200,000 rows
 * of 16 columns took 2.1 GB and held the process up for 29 s, in which no respondent is answered. ECMA-376 part 1, 18.3 and 18.8.
 */
import { keepXmlCharacters } from '../markup/xml-characters.ts'
import { inVietnam, looksLikeFormula } from './cell-rules.ts'
import { columnLetters } from './column-letters.ts'
import { MAIN, RELATIONSHIPS, type Relation, SHEET_ML, writeContentTypes, writeRelations, XML } from './office-xml.ts'
import type { Cell, Table } from './table.ts'
import { type ZipFile, zipStream } from './zip-stream.ts'

/** Bytes, part by part; the tables' rows are read one table after the other. */
export const writeXlsx = (tables: Table[]): AsyncGenerator<Buffer> =>
  zipStream([
    text('[Content_Types].xml', contentTypes(tables.length)),
    text('_rels/.rels', PACKAGE_RELATIONS),
    text('xl/workbook.xml', workbook(tables)),
    text('xl/_rels/workbook.xml.rels', workbookRelations(tables.length)),
    text('xl/styles.xml', STYLES),
    ...tables.map((table, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, content: sheet(table) })),
  ])

async function* sheet({ columns, rows }: Table): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  let number = 1
  yield row(
    number,
    columns.map(({ title }, at) => textCell(`${columnLetters(at)}1`, title, STYLE.heading)),
  )
  for await (const part of rows) {
    yield part
      .map((cells) => {
        number += 1
        return row(
          number,
          cells.map((cell, at) => writtenCell(`${columnLetters(at)}${number}`, cell)),
        )
      })
      .join('')
  }
  yield `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${number}"/></worksheet>`
}

const row = (number: number, cells: string[]): string => `<row r="${number}">${cells.join('')}</row>`

/** `quoted` marks a text that must stay one when somebody edits the cell. */
const STYLE = { plain: 0, heading: 1, quoted: 2, moment: 3 } as const

function writtenCell(place: string, cell: Cell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (cell instanceof Date) return `<c r="${place}" s="${STYLE.moment}"><v>${serialOf(cell)}</v></c>`
  return textCell(place, cell, looksLikeFormula(cell) ? STYLE.quoted : STYLE.plain)
}

const textCell = (place: string, value: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`

/** Days since 30 December 1899, by Viet Nam's clock, to the minute. */
const serialOf = (instant: Date): number => 25_569 + Math.floor(inVietnam(instant).getTime() / 60_000) / 1440

const escapeXml = (value: string): string =>
  keepXmlCharacters(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const text = (path: string, content: string): ZipFile => ({ path, content: [content] })

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

const contentTypes = (sheets: number): string =>
  writeContentTypes([
    ['xl/workbook.xml', `${SHEET_ML}.sheet.main+xml`],
    ['xl/styles.xml', `${SHEET_ML}.styles+xml`],
    ...numbers(sheets).map((sheet): [string, string] => [
      `xl/worksheets/sheet${sheet}.xml`,
      `${SHEET_ML}.worksheet+xml`,
    ]),
  ])

const relation = (id: string, type: string, target: string): Relation => ({
  id,
  type: `${RELATIONSHIPS}/${type}`,
  target,
})
const PACKAGE_RELATIONS = writeRelations([relation('r1', 'officeDocument', 'xl/workbook.xml')])
const workbookRelations = (sheets: number): string =>
  writeRelations([
    relation('styles', 'styles', 'styles.xml'),
    ...numbers(sheets).map((sheet) => relation(`s${sheet}`, 'worksheet', `worksheets/sheet${sheet}.xml`)),
  ])

const workbook = (tables: Table[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${tables
    .map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
    .join('')}</sheets></workbook>`

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDBE7F3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf quotePrefix="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`
