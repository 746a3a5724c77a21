import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, openOffice, partsOf } from './office.fixture.ts'
import { renderDocx } from './render-docx.ts'
import { renderXlsx } from './render-xlsx.ts'
import { sampleReport } from './report.fixture.ts'

const { report, index } = sampleReport({ final: false })
// A name that a spreadsheet would run, and signs that XML must not meet bare.
report.tables[0]!.rows[0]!.cells.name = { value: '=1+1', text: '=1+1' }
report.tables[0]!.rows[1]!.cells.name = { value: 'Sở <A> & "B"\u0001', text: 'Sở <A> & "B"\u0001' }

const office = await openOffice()
let xlsx: Record<string, string>
let recalculated: Record<string, string>

beforeAll(async () => {
  const workbook = await renderXlsx(report, index)
  xlsx = partsOf(workbook)
  await writeFile(join(office.folder, 'text.docx'), await renderDocx(report))
  await writeFile(join(office.folder, 'tables.xlsx'), workbook)
  await writeFile(join(office.folder, 'blank.xlsx'), withoutStoredResults(xlsx))
  await office.convert('pdf', 'text.docx', 'tables.xlsx')
  await office.convert('xlsx', 'blank.xlsx')
  recalculated = partsOf(await readFile(join(office.folder, 'out', 'blank.xlsx')))
})
afterAll(() => office.close())

/** Formulas without their results, so that LibreOffice must calculate them. */
const withoutStoredResults = (parts: Record<string, string>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]) => [path, Buffer.from(xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))]),
    ),
  )

describe('in LibreOffice', () => {
  it('the document opens: the head, the text and each table on pages of their own', async () => {
    const text = (await office.textOf('text.pdf')).normalize('NFC')
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BÁO CÁO',
      'SỐ LIỆU TẠM TÍNH',
    ])
      expect(text).toContain(words)
    for (const table of report.tables) expect(text).toMatch(new RegExp(`Biểu số ${table.code}$`, 'm'))
    expect(text).toContain('Sở Nông nghiệp và Phát triển nông thôn')
    expect(text).toContain('Nguyễn Thị Hường')
    expect(await office.pagesOf('text.pdf')).toBeGreaterThan(report.tables.length)
  })

  it('the workbook prints: each table on paper, with its heading', async () => {
    const text = (await office.textOf('tables.pdf')).normalize('NFC')
    for (const table of report.tables) expect(text).toContain(`Biểu số ${table.code}`)
    // One a table, and one or two of sources.
    expect([1, 2]).toContain((await office.pagesOf('tables.pdf')) - report.tables.length)
  })

  it('every formula gives what is published', () => {
    const differing: string[] = []
    let formulas = 0
    for (const [path, sheet] of sheetsOf(xlsx)) {
      const results = cellsOf(recalculated[path]!, recalculated['xl/sharedStrings.xml'])
      for (const [place, { formula, value }] of cellsOf(sheet)) {
        if (formula === null) continue
        formulas += 1
        const result = results.get(place)?.value ?? null
        const same = Number.isNaN(Number(value)) ? result === value : Number(result) === Number(value)
        if (!same) differing.push(`${path} ${place} ${formula}: ${value}, calculated ${result}`)
      }
    }
    expect(differing).toEqual([])
    expect(formulas).toBeGreaterThan(200)
  })

  it('a text that looks like a formula is a text', () => {
    const results = cellsOf(recalculated['xl/worksheets/sheet1.xml']!, recalculated['xl/sharedStrings.xml'])
    expect(results.get('B6')).toEqual({ formula: null, value: '=1+1' })
    // And stays one when somebody edits the cell.
    const style = Number(/<c r="B6" s="(\d+)"/.exec(xlsx['xl/worksheets/sheet1.xml']!)![1])
    const styles = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xlsx['xl/styles.xml']!)![1]!.split('</xf>')
    expect(styles[style]).toContain('quotePrefix="1"')
    expect(results.get('B7')!.value).toBe('Sở &lt;A&gt; &amp; &quot;B&quot;')
  })
})

const sheetsOf = (parts: Record<string, string>): [string, string][] =>
  Object.entries(parts).filter(([path]) => path.startsWith('xl/worksheets/'))
