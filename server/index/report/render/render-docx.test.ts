import { describe, expect, it } from 'vitest'
import { partsOf } from './office.fixture.ts'
import { printedDay } from './printed-day.ts'
import { renderDocx } from './render-docx.ts'
import { sampleReport } from './report.fixture.ts'

const parts = partsOf(await renderDocx(sampleReport().report))
const text = parts['word/document.xml']!
const all = (pattern: RegExp, xml = text) => [...xml.matchAll(pattern)].map(([, found]) => found!)

describe('the Word document', () => {
  it('is A4 with the margins of Decree 30, upright for the text and on its side for tables', () => {
    const sizes = all(/<w:pgSz ([^>]*)>/g)
    expect(sizes).toHaveLength(1 + sampleReport().report.tables.length)
    expect(sizes.filter((size) => size.includes('landscape'))).toHaveLength(sizes.length - 1)
    for (const size of sizes) {
      const [short, long] = [...size.matchAll(/w:[wh]="(\d+)"/g)]
        .map(([, twips]) => Number(twips))
        .sort((a, b) => a - b)
      expect([Math.round(short! / 56.6929), Math.round(long! / 56.6929)]).toEqual([210, 297])
    }
    for (const margin of all(/<w:pgMar ([^>]*)>/g)) {
      const mm = (side: string) => Number(new RegExp(`w:${side}="(\\d+)"`).exec(margin)![1]) / 56.6929
      expect(mm('top')).toBeCloseTo(20, 1)
      expect(mm('bottom')).toBeCloseTo(20, 1)
      expect(mm('left')).toBeCloseTo(30, 1)
      expect(mm('right')).toBeCloseTo(15, 1)
    }
  })

  it('is set in Times New Roman, black, and nothing is underlined or blue', () => {
    expect(parts['word/styles.xml']).toContain('Times New Roman')
    expect(text).not.toMatch(/<w:u |w:color w:val="(?!000000|auto)/)
  })

  it('numbers pages above the text, but not the first', () => {
    expect(all(/(<w:titlePg\/>)/g)).toHaveLength(1)
    const headers = Object.entries(parts).filter(([path]) => /word\/header\d+\.xml/.test(path))
    expect(headers.filter(([, xml]) => xml.includes('PAGE')).length).toBe(headers.length - 1)
  })

  it('repeats the heading of each table and splits no row', () => {
    expect(all(/(<w:tblHeader\/>)/g)).toHaveLength(sampleReport().report.tables.length)
    const biểu = text.slice(text.indexOf('<w:tblHeader/>'))
    const rows = all(/<w:tr>(.*?)<\/w:tr>/gs, biểu)
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([])
  })

  it('leads each figure to a place that exists, and says how it was made', () => {
    const links = all(/<w:hyperlink ([^>]*)>/g)
    const places = new Set(all(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g))
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) {
      expect(places).toContain(/w:anchor="([^"]*)"/.exec(link)![1])
      expect(link).toMatch(/w:tooltip="[^"]+"/)
    }
  })

  it('numbers its bookmarks once each', () => {
    const ids = all(/<w:bookmarkStart [^>]*w:id="([^"]*)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(all(/<w:bookmarkEnd [^>]*w:id="([^"]*)"/g).toSorted()).toEqual(ids.toSorted())
  })

  it('bears the day of the report', () => {
    expect(parts['docProps/core.xml']!.match(/2025-01-15T00:00:00Z/g)).toHaveLength(2)
  })

  it('says that provisional figures are, on every table', async () => {
    const { report } = sampleReport({ final: false })
    const provisional = partsOf(await renderDocx(report))['word/document.xml']!
    expect(provisional.match(/SỐ LIỆU TẠM TÍNH/g)).toHaveLength(1 + report.tables.length)
    expect(text).not.toContain('TẠM TÍNH')
  })

  it('cuts a table that is wider than a page into parts that repeat its first columns', async () => {
    const { report } = sampleReport({ units: 40 })
    const wide = partsOf(await renderDocx(report))['word/document.xml']!
    const numbers = [...wide.matchAll(/Biểu số 4 \(phần (\d)\/(\d)\)/g)]
    expect(numbers.length).toBeGreaterThan(1)
    expect(numbers.at(-1)![1]).toBe(numbers.at(-1)![2])
    expect(wide.match(/Lĩnh vực, tiêu chí/g)!.length).toBeGreaterThanOrEqual(numbers.length)
    for (const unit of report.tables[0]!.rows.flatMap((row) => row.unit ?? [])) expect(wide).toContain(`>${unit}<`)
  })
})

describe('the day in a report', () => {
  it('is read from what is printed, and what is left open is the first', () => {
    expect(printedDay('Sơn La, ngày 15 tháng 01 năm 2025')).toBe('2025-01-15')
    expect(printedDay('Sơn La, ngày …  tháng … năm 2025')).toBe('2025-01-01')
    expect(printedDay('ngày 31 tháng 02 năm 2025')).toBe('1980-01-01')
    expect(printedDay('')).toBe('1980-01-01')
  })
})
