import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { writeStoredZip } from '../sheets/write-stored-zip.ts'
import { readRosterFile } from './read-roster-file.ts'
import { csv, definition, fixture, HEADER, xlsx } from './roster.fixture.ts'

const read = (file: SpreadsheetFile) => readRosterFile(file, definition)

/** [row, name, e-mail, phone, ratings] of every accepted row. */
async function people(file: SpreadsheetFile) {
  const { rows } = await read(file)
  return rows.map(({ row, name, email, phone, ratings }) => [
    row,
    name,
    email,
    phone,
    ratings.map((r) => `${r.unit}/${r.group}`),
  ])
}

async function refusal(file: SpreadsheetFile) {
  const error = await read(file).then(
    () => new Error('accepted'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw error
  return {
    code: error.code,
    problems: (error.details as { problem: string }[] | undefined)?.map(({ problem }) => problem),
  }
}

describe('spreadsheets made by LibreOffice', () => {
  it('reads the list among other sheets, under merged titles, with numbers for phones and text in NFD', async () => {
    expect(await people(await fixture('danh-sach.xlsx'))).toEqual([
      [7, 'Nguyễn Văn An', 'an.nv@tinh.example', '84912345601', ['SNV/LDS']],
      [8, 'Trần Thị Bưởi', null, '84912345602', ['SNV/LDP']],
      [9, 'Lò Văn Chung', 'chung@tinh.example', '84912345603', ['SVHTTDL/CCVC', 'STC/CCVC']],
      [12, 'Hà Văn Em', 'vpub@tinh.example', '84912345605', ['TPSL/TTUBH']],
      [13, 'Cầm Thị Giang', 'vpub@tinh.example', null, ['TPSL/TTUBH']],
      [14, 'NGUYỄN VĂN AN', null, '84912345601', ['SNV/LDS']],
    ])
  })

  it('reports rejected rows by their number in the spreadsheet, and leaves empty rows and the signature out', async () => {
    const { count, rejected, warnings } = await read(await fixture('danh-sach.xlsx'))
    expect(count).toBe(8)
    expect(rejected).toEqual([
      {
        row: 11,
        column: 'Đơn vị',
        code: 'unit-unknown',
        value: 'Sở Nôi vụ',
        message: 'Không có đơn vị “Sở Nôi vụ”. Có phải “Sở Nội vụ”?',
        suggestions: ['Sở Nội vụ'],
      },
      {
        row: 15,
        column: 'Nhóm',
        code: 'group-other-block',
        value: 'Công chức cấp xã',
        message: 'Nhóm “Công chức cấp xã” thuộc Khối huyện, còn “Sở Tài chính” thuộc Khối sở.',
      },
    ])
    expect(warnings.map(({ row, code }) => [row, code])).toEqual([[19, 'row-ignored']])
  })

  it('reads a header of two rows, a name in two columns, a formula and a line break between units', async () => {
    const file = await fixture('hai-dong.xlsx')
    expect(await people(file)).toEqual([
      [4, 'Nguyễn Thị Lan', 'lan@tinh.example', '84987654321', ['SYT/CCVC']],
      [6, 'Tòng Thị Hoa', null, '84987654323', ['SYT/CCVC', 'STP/CCVC']],
    ])
  })

  it('shows a failed formula as it stands in the cell', async () => {
    const { rejected } = await read(await fixture('hai-dong.xlsx'))
    expect(rejected).toMatchObject([{ row: 5, column: 'Số điện thoại', code: 'cell-error', value: '#N/A' }])
  })

  it('reads a name under a heading merged over two columns', async () => {
    expect((await people(await fixture('ho-ten-gop.xlsx'))).map(([, name]) => name)).toEqual([
      'Nguyễn Thị Lan',
      'Lường Văn Nam',
    ])
  })

  it.each(['utf8-cham-phay.csv', 'utf16-tab.csv', 'windows-1258.csv'])('reads %s', async (name) => {
    expect(await people(await fixture(name))).toEqual([
      [3, 'Nguyễn Văn Ổn', null, '84912345601', ['SNV/CCVC', 'STC/CCVC']],
      [4, 'Đặng Thị Hường', null, '84912345602', ['SXD/CCVC']],
    ])
  })

  it.each(['windows-1252.csv', 'sai-bang-ma.csv'])('refuses %s rather than garble names', async (name) => {
    expect((await refusal(await fixture(name))).code).toBe('file-unreadable')
  })
})

describe('spreadsheets made by a program', () => {
  it('counts blank rows, and keeps formula-looking names as text', async () => {
    const name = '=HYPERLINK("http://x.example")'
    const rows = [
      HEADER,
      [name, 'a@tinh.example', null, 'SNV', 'LDS'],
      [],
      [],
      ['Bình', 'b@tinh.example', null, 'STC', 'LDP'],
    ]
    expect((await people(await xlsx(rows))).map(([row, found]) => [row, found])).toEqual([
      [2, name],
      [5, 'Bình'],
    ])
  })

  it('leaves out rows of totals with a note, and keeps a person with such a name and an address', async () => {
    const rows = [
      HEADER,
      ['Bình', 'b@tinh.example', null, 'STC', 'LDP'],
      ['Tổng cộng', null, null, '60', null],
      ['Tổng số: 60 người'],
      ['CỘNG'],
      ['Tống Văn Cộng', 'c@tinh.example', null, 'STC', 'LDP'],
    ]
    const { rows: read_, warnings, rejected } = await read(await xlsx(rows))
    expect(read_.map(({ name }) => name)).toEqual(['Bình', 'Tống Văn Cộng'])
    expect(warnings.map(({ row, code }) => [row, code])).toEqual([3, 4, 5].map((row) => [row, 'row-ignored']))
    expect(rejected).toEqual([])
  })

  it('names everything that is wrong with a row', async () => {
    const long = 'x'.repeat(1_001)
    const rows = [
      ['1', 'a@b', '0212 3856 789', 'Sở Lạ', 'LDS'],
      ['Nam', null, null, 'SNV', 'LDS'],
      [null, 'a@tinh.example', null, null, null],
      ['Lan', 'lan@tinh.example', null, 'SNV; Mộc Châu', 'Công chức'],
      ['Hoa', 'hoa@tinh.example', null, 'SNV, STC', 'LDS'],
      ['Mai', 'mai@tinh.example', null, 'SNV; STC', 'LDS; LDP; CCVC'],
      ['Tú', 'tu@tinh.example', null, 'SNV', 'Lãnh đạo phong'],
      ['Yến', 'yen@tinh.example', null, 'SNV', 'LDS', long],
      ['T'.repeat(121), 't@tinh.example', null, 'SNV', 'LDS'],
      ['Nguy?n Văn H?i', 'h@tinh.example', null, 'SNV', 'LDS'],
    ]
    const { count, rejected } = await read(await xlsx([HEADER, ...rows]))
    expect(count).toBe(rows.length)
    expect(rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Họ và tên', 'name-invalid'],
      [2, 'Email', 'email-invalid'],
      [2, 'Số điện thoại', 'phone-landline'],
      [2, 'Đơn vị', 'unit-unknown'],
      [3, 'Số điện thoại', 'contact-missing'],
      [4, 'Họ và tên', 'name-missing'],
      [4, 'Đơn vị', 'unit-missing'],
      [5, 'Nhóm', 'group-other-block'],
      [6, 'Đơn vị', 'unit-unknown'],
      [7, 'Nhóm', 'group-count'],
      [8, 'Nhóm', 'group-unknown'],
      [9, 'Chức vụ', 'cell-too-long'],
      [10, 'Họ và tên', 'name-too-long'],
      [11, 'Họ và tên', 'name-invalid'],
    ])
    const messages = new Map(rejected.map(({ row, message }) => [row, message]))
    expect(messages.get(6)).toContain('dấu chấm phẩy')
    expect(messages.get(8)).toContain('Có phải “Lãnh đạo phòng, đơn vị”?')
  })

  it('pairs several units with as many groups, in order', async () => {
    const rows = [HEADER, ['Nam', 'nam@tinh.example', null, 'SNV; Huyện Mộc Châu', 'LDP; Đại biểu HĐND']]
    expect((await people(await xlsx(rows)))[0]?.[4]).toEqual(['SNV/LDP', 'MC/HDND'])
  })

  it('refuses two sheets that are both lists', async () => {
    const rows = [HEADER, ['Nam', 'nam@tinh.example', null, 'SNV', 'LDS']]
    expect(await refusal(await xlsx({ 'Khối sở': rows, 'Khối huyện': rows }))).toEqual({
      code: 'several-rosters',
      problems: ['Trang “Khối sở”', 'Trang “Khối huyện”'],
    })
  })

  it('says which columns are missing, and in which row it looked', async () => {
    const file = await xlsx([['Danh sách'], ['Họ và tên', 'Email', 'Ghi chú']])
    expect(await refusal(file)).toEqual({
      code: 'header-missing',
      problems: ['Dòng 2 thiếu cột “Đơn vị”.', 'Dòng 2 thiếu cột “Nhóm”.'],
    })
  })
})

describe('CSV', () => {
  const rows = ['Họ tên;Email;Đơn vị;Nhóm', 'Nam;nam@tinh.example;"SNV; STC";LDS', '', 'Lan;lan@tinh.example;SNV;LDS']

  it.each([
    ['semicolons', rows.join('\r\n')],
    ['a stated delimiter', `sep=;\r\n${rows.join('\r\n')}`],
    ['tabs', rows.map((line) => line.replace(/;(?! )/g, '\t')).join('\n')],
    [
      'commas, under a title with semicolons',
      `Danh sách; năm; 2024; Hòa An; lần 1\n${rows.map((line) => line.replace(/;(?! )/g, ',')).join('\n')}`,
    ],
    ['a byte order mark', `\ufeff${rows.join('\n')}`],
  ])('reads %s', async (_, text) => {
    const [first, second] = await people(csv(text))
    expect(first?.slice(1)).toEqual(['Nam', 'nam@tinh.example', null, ['SNV/LDS', 'STC/LDS']])
    expect(Number(second?.[0]) - Number(first?.[0])).toBe(2)
  })

  it('points at a quote that never ends, which would swallow the rest of the file', async () => {
    const { code, problems } = await refusal(
      csv(`${rows.join('\n')}\n"Hoa;hoa@tinh.example;SNV;LDS\nMai;mai@tinh.example;SNV;LDS`),
    )
    expect(code).toBe('file-unreadable')
    expect(problems?.[0]).toContain('ngoặc kép')
  })
})

describe('files that are no roster', () => {
  const sheet = (xml: string) => {
    const book = {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
    }
    return {
      name: 'a.xlsx',
      data: writeStoredZip(new Map(Object.entries(book).map(([path, text]) => [path, Buffer.from(text)]))),
    }
  }
  const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`

  it('refuses an empty file, an old .xls, a picture and a document', async () => {
    expect((await refusal({ name: 'a.csv', data: Buffer.alloc(0) })).code).toBe('file-missing')
    const xls = await refusal({ name: 'a.xlsx', data: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) })
    expect(xls).toEqual({ code: 'file-unreadable', problems: [expect.stringContaining('.xls')] })
    expect((await refusal({ name: 'a.csv', data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) })).code).toBe(
      'file-unreadable',
    )
    const document = writeStoredZip(new Map([['word/document.xml', Buffer.from('<w/>')]]))
    expect((await refusal({ name: 'a.xlsx', data: document })).code).toBe('file-unreadable')
  })

  it('refuses a file above 20 MB', async () => {
    expect((await refusal({ name: 'a.csv', data: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') })).code).toBe('too-large')
  })

  it('refuses a zip bomb without unpacking it', async () => {
    const zeros = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))
    const files = new Map(Array.from({ length: 6 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, zeros] as const))
    const zip = writeStoredZip(files)
    const crc = crc32(Buffer.alloc(64 * 1024 * 1024))
    for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 1)) {
      zip.writeUInt16LE(8, at + 10)
      zip.writeUInt32LE(crc, at + 16)
    }
    expect((await refusal({ name: 'a.xlsx', data: zip })).code).toBe('too-large')
  })

  it('survives a cell placed to make a matrix of billions', async () => {
    const header = HEADER.map((title, index) => text(`${String.fromCharCode(65 + index)}1`, title)).join('')
    const far = await refusal(sheet(`<row r="1">${header}</row><row r="2">${text('XFD2', 'x')}</row>`))
    expect(far).toEqual({ code: 'too-large', problems: [expect.stringContaining('XFD')] })
    const deep = await refusal(
      sheet(`<row r="1">${header}</row><row r="99999999999">${text('A99999999999', 'x')}</row>`),
    )
    expect(deep.code).toBe('file-unreadable')
  })

  it('still reads a list with a stray cell far below', async () => {
    const header = HEADER.map((title, index) => text(`${String.fromCharCode(65 + index)}1`, title)).join('')
    const reading = await read(sheet(`<row r="1">${header}</row><row r="1048576">${text('A1048576', 'x')}</row>`))
    expect(reading.rejected[0]).toMatchObject({ row: 1_048_576 })
  })

  it('refuses more than 60,000 people', async () => {
    const lines = Array.from({ length: 60_001 }, (_, index) => `Nam,nam${index}@tinh.example,SNV,LDS`)
    expect((await refusal(csv(['Họ tên,Email,Đơn vị,Nhóm', ...lines].join('\n')))).code).toBe('too-large')
  })
})
