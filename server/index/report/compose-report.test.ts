import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex } from '../compute/build-index.ts'
import { indexInput } from '../compute/index-input.fixture.ts'
import { textOf } from './compose-runs.ts'
import { type GivenBlock, indexOf } from './ranked-units.fixture.ts'
import { compose, report, SO, textOfAll } from './report-text.fixture.ts'
import { ReportView } from './schemas.ts'

describe('the document', () => {
  test('has the chapters of the yearly report in their order, each numbered once', () => {
    const headings = report([SO]).parts.flatMap((part) =>
      part.kind === 'heading' && part.level === 1 ? [part.text] : [],
    )
    expect(headings).toEqual([
      'I. TỔNG QUAN VỀ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025',
      'II. TÌNH HÌNH TRIỂN KHAI XÁC ĐỊNH CHỈ SỐ CCHC NĂM 2025',
      'III. KẾT QUẢ CHỈ SỐ CCHC NĂM 2025',
      'IV. NHẬN XÉT, ĐÁNH GIÁ',
      'V. PHƯƠNG HƯỚNG THỜI GIAN TỚI',
    ])
  })

  test('the same input gives the same document, whatever the order of its texts', () => {
    const index = indexOf([SO])
    const texts = { 'mo-dau': 'Mở đầu', 'phuong-huong': 'Tới đây' }
    const other = { 'phuong-huong': 'Tới đây', 'mo-dau': 'Mở đầu', 'boi-canh': '', 'khong-co': 'x' }
    expect(compose(index, other)).toEqual(compose(structuredClone(index), texts))
    expect(compose(index, texts).inputDigest).not.toBe(compose(index).inputDigest)
  })

  test('fits its own schema', () => {
    for (const input of [indexOf([SO]), indexOf([SO], { status: 'provisional' }), buildIndex(indexInput())])
      expect(ReportView.parse(compose(input))).toEqual(compose(input))
  })
})

test('the last line in print is the check code of the result', () => {
  const index = indexOf([SO, { ...SO, name: 'Khối huyện' }])
  const { tables } = compose(index)
  const told = tables.filter(({ notes }) => notes.join().includes('Mã kiểm tra'))
  expect(told).toEqual([tables.at(-1)])
  expect(told[0]!.notes.at(-1)).toBe(`Mã kiểm tra của kết quả: ${index.digest}.`)
})

test('days on which points were imported are not told as days of the work', () => {
  const index = buildIndex(indexInput())
  const set = index.sets.appraised!
  expect(set.on).toMatch(/^\d{4}-/)
  const text = textOfAll(compose({ ...index, sets: { ...index.sets, self: set } }))
  expect(text).toMatch(/Kết quả thẩm định[^.]*:/)
  expect(text).not.toContain('được đưa vào hệ thống')
})

describe('figures', () => {
  const all = report([SO])
    .parts.flatMap((part) => ('runs' in part ? part.runs : []))
    .flatMap((run) => ('figure' in run ? [run.figure] : []))

  test('each says where it comes from, how it was made, and which table shows it', () => {
    expect(all.length).toBeGreaterThan(40)
    const codes = new Set(report([SO]).tables.map(({ code }) => code))
    for (const { source } of all) {
      expect(source.path).toMatch(/^(rules|survey|sets|blocks\[k1\])(\.|$)/)
      expect(source.formula).not.toBe('')
      expect(source.table === null || codes.has(source.table)).toBe(true)
    }
    expect(all.find(({ text }) => text === '91,44')!.source).toEqual({
      path: 'blocks[k1].units[*].points',
      formula: 'Trung bình cộng của 4 đơn vị: 365,74 ÷ 4 ≈ 91,44',
      table: '1',
      units: ['GT', 'NV', 'TP', 'LD'],
    })
  })

  test('numbers in the text are figures but for years, maxima, bounds and names of tables', () => {
    const plain = report([SO])
      .parts.flatMap((part) => ('runs' in part ? part.runs : []))
      .flatMap((run) => ('text' in run ? [run.text] : []))
    // Years, of how many units and ballots, maxima and bounds, examples of the rules, numbers of tables.
    const allowed = '2024 2025 02 04 4 32 40 20 80 100 50 70 90 1 2 3 5'.split(' ')
    const loose: string[] = plain.join(' ').match(/\d+(,\d+)?/g) ?? []
    expect(loose.filter((one) => !allowed.includes(one))).toEqual([])
  })
})

describe('head and closing block', () => {
  test('have dots to write on where nothing was filled in', () => {
    const { date, number, superior, authority, signOff } = report([SO])
    expect([date, number]).toEqual(['……………, ngày …… tháng …… năm ………', 'Số: ……………/BC-……'])
    expect([superior, authority, signOff.name]).toEqual(['……………', 'Sở Nội vụ', '……………'])
  })

  test('and what officers filled in, punctuated as offices do', () => {
    const { date, number, signOff, subtitle } = compose(indexOf([SO]), {
      'dia-danh': 'Sơn La',
      'ngay-van-ban': '5/1/2026',
      'so-van-ban': 'Số: 25/BC-SNV',
      'noi-nhan': '- Bộ Nội vụ;\nChủ tịch UBND tỉnh\nLưu: VT, CCHC.',
      'chuc-vu-nguoi-ky': 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
    })
    expect([date, number]).toEqual(['Sơn La, ngày 05 tháng 01 năm 2026', 'Số: 25/BC-SNV'])
    expect(signOff.recipients).toEqual(['- Bộ Nội vụ;', '- Chủ tịch UBND tỉnh;', '- Lưu: VT, CCHC.'])
    expect(signOff.position).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'])
    expect(subtitle).toBe('Kết quả xác định Chỉ số cải cách hành chính năm 2025 của khối sở')
  })

  test('documents and steps that officers listed are printed with their days', () => {
    const text = textOfAll(
      compose(indexOf([SO]), {
        documents: JSON.stringify([{ what: 'Bộ tiêu chí', number: '2080/QĐ-UBND', date: '2024-10-05' }]),
        steps: JSON.stringify([
          { what: 'Thẩm định bước 1', from: '2024-12-20', to: '2024-12-20' },
          { what: 'Thẩm định bước 2', from: '2024-12-28', to: '2024-12-29' },
        ]),
      }),
    )
    expect(text).toContain('Bộ tiêu chí: Quyết định số 2080/QĐ-UBND ngày 05/10/2024.')
    expect(text).toContain('Thẩm định bước 1: trong ngày 20/12/2024;')
    expect(text).toContain('Thẩm định bước 2: từ ngày 28/12/2024 đến ngày 29/12/2024.')
  })
})

test('any block gives whole sentences: every list ends with its point, nothing is undefined, empty or left hanging', () => {
  const points = fc.integer({ min: 0, max: 400 }).map((at) => at / 4)
  const unit = fc.record({ points: fc.option(points, { freq: 8 }), past: fc.option(points, { nil: undefined }) })
  fc.assert(
    fc.property(
      fc.array(fc.array(unit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('same-rank', 'same-rank-dense', 'higher-survey'),
      fc.constantFrom('final', 'provisional'),
      (blocks, ties, status) => {
        const given = blocks.map((units) => ({
          units: units.map((one, at) => ({ ...one, code: `u${at}`, name: `Xã u${at}` }) as GivenBlock['units'][number]),
        }))
        const document = report(given, { ties, status })
        const items = document.parts.filter(({ kind }) => kind === 'item')
        for (const [at, part] of document.parts.entries()) {
          if (!('runs' in part)) continue
          const text = textOf(part.runs)
          expect(text).not.toMatch(
            /undefined|\b00 đơn vị|00\/\d+ đơn vị|NaN|null|Infinity|;;|, ;|: ;|\(\)| {2}|^\s|\s$/,
          )
          if (part.kind === 'item') {
            const last = document.parts[at + 1]?.kind !== 'item'
            expect(text).toMatch(last ? /\.$/ : /[;:]$/)
          }
        }
        expect(items.length).toBeGreaterThan(10)
      },
    ),
    { numRuns: 60 },
  )
})
