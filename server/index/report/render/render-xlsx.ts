/**
 * The report's tables as a workbook whose formulas a reader can check. Written here and not with write-excel-file, which
 * keeps no calculated value beside a formula (a viewer that does not calculate would show nothing), nor with
 * sheets/write-xlsx.ts, which streams plain rows and whose zip takes its bytes from the machine's zlib. ECMA-376 part 1, 18.
 */
import {
  MAIN,
  PACKAGE,
  RELATIONSHIPS,
  SHEET_ML,
  writeContentTypes,
  writeRelations,
  XML,
} from '../../../sheets/office-xml.ts'
import type { IndexDocument } from '../../compute/schemas.ts'
import type { ReportDocument } from '../schemas.ts'
import { cleanTexts, escapeMarkup } from './markup-text.ts'
import { packOfficeFile } from './pack-office-file.ts'
import { printedDay } from './printed-day.ts'
import { type Sheet, writeTableSheet } from './xlsx-sheet.ts'
import { writeSourcesSheet } from './xlsx-sources.ts'
import { collectLooks } from './xlsx-styles.ts'

/** The .xlsx file; the same report and index give the same bytes. */
export async function renderXlsx(givenReport: ReportDocument, givenIndex: IndexDocument): Promise<Buffer> {
  const [report, index] = [cleanTexts(givenReport), cleanTexts(givenIndex)]
  const looks = collectLooks()
  const { sheet: sources, bounds } = writeSourcesSheet(report, index, looks)
  const setting = { rules: index.rules, classes: bounds }
  const sheets = [...report.tables.map((table) => writeTableSheet(report, table, setting, looks)), sources]
  return packOfficeFile(
    new Map([
      ['[Content_Types].xml', contentTypes(sheets.length)],
      [
        '_rels/.rels',
        relations([
          ['officeDocument', 'xl/workbook.xml'],
          ['core', 'docProps/core.xml'],
        ]),
      ],
      ['docProps/core.xml', coreProperties(report)],
      ['xl/workbook.xml', workbook(sheets)],
      [
        'xl/_rels/workbook.xml.rels',
        relations([...sheets.map((_, at): [string, string] => ['worksheet', sheetFile(at)]), ['styles', 'styles.xml']]),
      ],
      ['xl/styles.xml', looks.xml()],
      ...sheets.map(({ xml }, at): [string, string] => [`xl/${sheetFile(at)}`, xml]),
    ]),
  )
}

const sheetFile = (at: number): string => `worksheets/sheet${at + 1}.xml`

const contentTypes = (sheets: number): string =>
  writeContentTypes([
    ['xl/workbook.xml', `${SHEET_ML}.sheet.main+xml`],
    ['xl/styles.xml', `${SHEET_ML}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...Array.from({ length: sheets }, (_, at): [string, string] => [
      `xl/${sheetFile(at)}`,
      `${SHEET_ML}.worksheet+xml`,
    ]),
  ])

function relations(all: [string, string][]): string {
  const type = (kind: string) =>
    kind === 'core' ? `${PACKAGE}/relationships/metadata/core-properties` : `${RELATIONSHIPS}/${kind}`
  return writeRelations(all.map(([kind, target], at) => ({ id: `rId${at + 1}`, type: type(kind), target })))
}

function workbook(sheets: Sheet[]): string {
  const each = sheets.map(
    ({ name }, at) => `<sheet name="${escapeMarkup(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const titles = sheets.flatMap(({ titles }, at) =>
    titles === null
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeMarkup(titles)}</definedName>`],
  )
  const names = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>${each.join('')}</sheets>${names}<calcPr calcId="191029"/></workbook>`
}

const coreProperties = ({ subtitle, title, authority, date }: ReportDocument): string => {
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${printedDay(date)}T00:00:00Z</dcterms:${name}>`
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(subtitle || title)}</dc:title><dc:creator>${escapeMarkup(authority)}</dc:creator>${moment('created')}${moment('modified')}</cp:coreProperties>`
}
