import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDb, type Db } from '../db/client.ts'
import { AppError } from '../errors.ts'
import { createSecrets } from '../secrets.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { type ImportOptions, importRoster } from './import-roster.ts'
import { createDraft, csv, fixture, HEADER, officer, xlsx } from './roster.fixture.ts'

const secrets = createSecrets(Buffer.alloc(32, 7))
let database: TestDatabase
let db: Db
let code: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDb(database.url)
  code = await createDraft(db)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})

const rehearse = (file: SpreadsheetFile, options: ImportOptions = {}) =>
  importRoster({ db, secrets }, code, file, { dryRun: true, ...options }, officer)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const STRANGE =
  'Người được hỏi;Thư;Nơi bạn chấm điểm;Vai\nLò Văn Một;mot@so.example;SNV;LDS\nVì Hai;hai@so.example;STC;LDS'

describe('columns matched by hand', () => {
  it('are reported as they were understood, with first values', async () => {
    const report = await rehearse(await fixture('danh-sach.xlsx'), { choice: {} })
    expect(report.header).toMatchObject({ row: 5, missing: [] })
    expect(report.sheets.length).toBeGreaterThan(1)
    const email = report.columns.find(({ matched }) => matched === 'email')
    expect(email?.samples).toContain('An.NV@tinh.example')
  })

  it('let a file be read none of whose headings is known, semicolons and all', async () => {
    expect(await codeOf(rehearse(csv(STRANGE)))).toBe('header-missing')
    const looked = await rehearse(csv(STRANGE), { choice: {} })
    expect(looked.header.missing).toEqual(['Họ và tên', 'Email hoặc Số điện thoại', 'Đơn vị', 'Nhóm'])
    expect(looked.columns.map(({ header }) => header)).toEqual(['Người được hỏi', 'Thư', 'Nơi bạn chấm điểm', 'Vai'])
    const columns = { 0: 'name', 1: 'email', 2: 'unit', 3: 'group' } as const
    expect(await rehearse(csv(STRANGE), { choice: { columns } })).toMatchObject({ rows: 2, accepted: 2 })
  })

  it.each([
    ['ĐT di động', 'Hòm thư'],
    ['Điện thoại di động', 'Thư điện tử'],
    ['Di động', 'Hòm thư điện tử'],
    ['SĐT', 'Hòm thư công vụ'],
  ])('know “%s” and “%s”', async (phone, email) => {
    const file = csv(`Họ tên,${phone},${email},Đơn vị,Nhóm\nNam,0912345678,nam@so.example,SNV,LDS`)
    const matched = (await rehearse(file)).columns.map((column) => column.matched)
    expect(matched).toEqual(['name', 'phone', 'email', 'unit', 'group'])
  })

  it('may correct what the system took wrongly, and take a column out', async () => {
    const file = csv('Họ tên,Đơn vị,Đơn vị công tác,Nhóm,Email\nNam,STC,SNV,LDS,nam@so.example')
    const units = async (choice: ImportOptions['choice']) =>
      (await rehearse(file, { choice })).strata.map(({ unit }) => unit)
    expect(await units({})).toEqual(['STC'])
    expect(await units({ columns: { 2: 'unit' } })).toEqual(['SNV'])
    expect((await rehearse(file, { choice: { columns: { 1: null } } })).header.missing).toEqual(['Đơn vị'])
  })

  it('are refused for an import that still lacks one', async () => {
    expect(await codeOf(rehearse(csv(STRANGE), { dryRun: false, choice: {} }))).toBe('header-missing')
  })

  it('read a list without any header', async () => {
    const choice = { row: 0, columns: { 0: 'name', 1: 'email', 2: 'unit', 3: 'group' } } as const
    const file = csv('Lò Văn Một,mot@so.example,SNV,LDS\nVì Hai,hai@so.example,STC,LDS')
    expect(await rehearse(file, { choice })).toMatchObject({ rows: 2, accepted: 2, header: { row: 0, missing: [] } })
  })

  it('choose between two sheets that are both lists', async () => {
    const file = await xlsx({
      Một: [HEADER, ['Nam', 'nam@so.example', null, 'SNV', 'LDS']],
      Hai: [HEADER, ['Lan', 'lan@so.example', null, 'STC', 'LDS']],
    })
    expect(await codeOf(rehearse(file, { choice: {} }))).toBe('several-rosters')
    const report = await rehearse(file, { choice: { sheet: 'Hai' } })
    expect([report.header.sheet, report.strata[0]?.unit]).toEqual(['Hai', 'STC'])
  })
})

describe('cells mended on the screen', () => {
  const WRONG = csv(
    'Họ tên,Email,Số điện thoại,Đơn vị,Nhóm\nMột,mot@so.example,O912345678,SNV,LDS\nHai,hai@so.example,,Sở Nội vu,LDS\nBa,ba@gmail.con,,STC,Lanh dao so2',
  )

  it('come with what they probably mean', async () => {
    const { rejected } = await rehearse(WRONG)
    expect(rejected.map(({ row, code: problem, suggestions }) => [row, problem, suggestions])).toEqual([
      [2, 'phone-invalid', ['0912345678']],
      [3, 'unit-unknown', ['Sở Nội vụ']],
      [4, 'group-unknown', [expect.stringContaining('ãnh đạo sở')]],
    ])
  })

  it('are read in place of the file’s, and the last word counts', async () => {
    const corrections: ImportOptions['corrections'] = [
      { row: 2, column: 'Số điện thoại', value: 'x' },
      { row: 2, column: 'Số điện thoại', value: ' 0912345678\u200b ' },
      { row: 3, column: 'Đơn vị', value: 'Sở Nội vụ' },
      { row: 4, column: 'Nhóm', value: 'LDS' },
    ]
    const report = await rehearse(WRONG, { corrections })
    expect(report).toMatchObject({ rows: 3, accepted: 3, rejected: [] })
    expect(report.warnings).toMatchObject([
      { row: 4, code: 'email-doubtful', value: 'ba@gmail.con', suggestions: ['ba@gmail.com'] },
    ])
  })

  it('leave rows out that are skipped', async () => {
    const corrections: ImportOptions['corrections'] = [2, 3, 4].map((row) => ({ row, skip: true as const }))
    expect(await rehearse(WRONG, { corrections })).toMatchObject({ rows: 0, rejected: [] })
  })

  it('suggest for one unit among several in a cell', async () => {
    const file = csv(
      'Họ tên,Email,Đơn vị,Nhóm\nMột,mot@so.example,STC; Sở Nội vu,LDS\nHai,hai@so.example,"SNV, STC",LDS',
    )
    const { rejected } = await rehearse(file)
    expect(rejected.map(({ suggestions }) => suggestions)).toEqual([['STC; Sở Nội vụ'], ['SNV; STC']])
  })

  it('of a merged cell are named as such, row by row', async () => {
    const { rejected, accepted } = await rehearse(await fixture('o-gop.xlsx'))
    expect(accepted).toBe(2)
    expect(rejected).toMatchObject([{ row: 3, code: 'unit-missing', message: expect.stringContaining('bỏ gộp') }])
  })
})

describe('files that are no list', () => {
  const PDF = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n', 'latin1')
  it.each([
    ['a PDF called .xlsx', { name: 'danh-sach.xlsx', data: PDF }, 'not-a-spreadsheet'],
    ['a PDF called .csv', { name: 'danh-sach.csv', data: PDF }, 'not-a-spreadsheet'],
    ['an empty file', { name: 'a.xlsx', data: Buffer.alloc(0) }, 'file-missing'],
    // An .xlsx with a password is a compound file (MS-OFFCRYPTO 2.3.4), as an old .xls is.
    ['one with a password', { name: 'a.xlsx', data: Buffer.from('d0cf11e0a1b11ae1', 'hex') }, 'file-unreadable'],
    ['a page called .xlsx', { name: 'a.xlsx', data: Buffer.from('<html>xin chào</html>') }, 'not-a-spreadsheet'],
    ['a .csv of blank lines', { name: 'a.csv', data: Buffer.from('\n  \n\n') }, 'header-missing'],
  ])('%s is told as such, also to whom matches by hand', async (_, file, refusal) => {
    expect(await codeOf(rehearse(file, { choice: {} }))).toBe(refusal)
    expect(await codeOf(rehearse(file))).toBe(refusal)
  })

  it('an old .xls that LibreOffice made is told as such', async () => {
    expect(await codeOf(rehearse(await fixture('kieu-cu.xls'), { choice: {} }))).toBe('file-unreadable')
  })
})
