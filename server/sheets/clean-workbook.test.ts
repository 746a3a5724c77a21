import { expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { readXlsx } from './read-xlsx.ts'
import { writeStoredZip } from './write-stored-zip.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of two sheets; `second` is the attributes that the second one has beside its name. */
function workbook(second: string, cells = '<row r="1"><c r="A1"><v>1</v></c></row>', end = '/>'): Buffer {
  const sheets = `<sheet name="Năm nay" sheetId="1" r:id="r1"/><sheet name="Năm trước" ${second} sheetId="2" r:id="r2"${end}`
  const relation = (at: number) =>
    `<Relationship Id="r${at}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at}.xml"/>`
  const sheet = `<worksheet ${MAIN}><sheetData>${cells}</sheetData></worksheet>`
  const files = {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1)}${relation(2)}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/sheet2.xml': sheet,
  }
  return writeStoredZip(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])))
}

const namesOf = async (data: Buffer) => (await readXlsx(data)).map(({ name }) => name)

test('sheets that are shown are read', async () => {
  expect(await namesOf(workbook('state="visible"'))).toEqual(['Năm nay', 'Năm trước'])
})

test.each([
  ['state="hidden"', '/>'],
  ["state='hidden'", '/>'],
  ["state = 'veryHidden'", '/>'],
  ["other='a>b' state='hidden'", '/>'],
  ['state="veryHidden"', '></sheet>'],
])('a sheet with %s that ends with %s is not', async (attributes, end) => {
  expect(await namesOf(workbook(attributes, undefined, end))).toEqual(['Năm nay'])
})

test.each([
  ['r="A9999999"', 'file-unreadable'],
  ["r='A9999999'", 'file-unreadable'],
  ["s='1' r='ZZZ1'", 'too-large'],
  ["t='>' r='ZZZ1'", 'too-large'],
])('a cell at %s is out of bounds', async (place, code) => {
  const data = workbook('', `<row><c ${place}><v>1</v></c></row>`)
  const refusal = await readXlsx(data).catch((error: unknown) => (error instanceof AppError ? error.code : error))
  expect(refusal).toBe(code)
})

test('numbers come written out, also where their format would make dates of them', async () => {
  const cells =
    "<row r='1'><c r='A1' s='1'><v>1.25E1</v></c><c r='B1' t='str'><v>1E1</v></c><c r='C1'><v>1.250</v></c></row>"
  const [sheet] = await readXlsx(workbook('', cells))
  expect(sheet?.rows[0]?.cells).toEqual(['12.5', '1E1', '1.25'])
})
