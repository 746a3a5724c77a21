import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexOf } from '../ranked-units.fixture.ts'
import { compose } from '../report-text.fixture.ts'
import { openOffice } from './office.fixture.ts'
import { renderDocx } from './render-docx.ts'

const NAMES = ['Sở Y tế', 'Sở Nội vụ', 'Sở Lao động, Thương binh và Xã hội', 'Sở Nông nghiệp và Phát triển nông thôn']

/** Longer than a page; some end a row or two after one. */
const LONGER = [32, 49, 50, 51]

const office = await openOffice()
/** Number of units → the pages of the document as text. */
const pages = new Map<number, string[]>()

beforeAll(async () => {
  const counts = [20, 25, ...LONGER]
  for (const count of counts) await writeFile(join(office.folder, `u${count}.docx`), await documentOf(count))
  await office.convert('pdf', ...counts.map((count) => `u${count}.docx`))
  for (const count of counts) pages.set(count, (await office.textOf(`u${count}.pdf`)).normalize('NFC').split('\f'))
}, 120_000)
afterAll(() => office.close())

/** Every unit has a past; one source has a long name, as the survey's sources do. */
function documentOf(count: number): Promise<Buffer> {
  const units = Array.from({ length: count }, (_, at) => ({
    ...{ code: `X${at}`, name: NAMES[at % NAMES.length]!, points: 95 - at / 2, past: 60 + at / 3, survey: 15 },
  }))
  const index = indexOf([{ name: 'Khối sở', units }])
  for (const unit of index.blocks[0]!.units) unit.change!.past.name = unit.name
  index.blocks[0]!.sources[0]!.name = 'Khảo sát mức độ hài lòng của người dân, tổ chức'
  return renderDocx(compose(index))
}

/** Rows of units and the mean on each page of a table. */
function rowsOf(count: number, code: string): number[] {
  const all = pages.get(count)!
  const first = all.findIndex((page) => new RegExp(`^\\s*Biểu số ${code}$`, 'm').test(page))
  const next = all.findIndex((page, at) => at > first && /^\s*Biểu số \d/m.test(page))
  return all.slice(first, next).map((page) => page.match(/^.*\s\d+,\d\d(\s|$)/gm)?.length ?? 0)
}

test.each(['1', '2'])('Biểu số %s of 20 units, and of 25, is on one page with its mean', (code) => {
  expect([rowsOf(20, code), rowsOf(25, code)]).toEqual([[21], [26]])
})

test.each(LONGER)('a table of %i units ends with no page of a row or two', (count) => {
  for (const code of ['1', '2']) {
    const rows = rowsOf(count, code)
    expect(rows.reduce((sum, own) => sum + own)).toBe(count + 1)
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(4) // Three units and the mean.
  }
})
