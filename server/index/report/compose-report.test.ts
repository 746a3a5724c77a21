import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex } from '../compute/build-index.ts'
import { indexInput } from '../compute/index-input.fixture.ts'
import type { IndexDocument } from '../compute/schemas.ts'
import { composeReport } from './compose-report.ts'
import { textOf } from './compose-runs.ts'
import { type GivenBlock, indexOf } from './ranked-units.fixture.ts'
import { type ReportDocument, type ReportTable, ReportView } from './schemas.ts'

const compose = (index: IndexDocument, narratives: Record<string, string> = {}) => composeReport({ index, narratives })
const report = (blocks: GivenBlock[], more = {}) => compose(indexOf(blocks, more))

/** The document's lines as printed; fields as [name]. */
function linesOf({ parts }: ReportDocument): string[] {
  return parts.map((part) => {
    if (part.kind === 'heading') return part.text
    return part.kind === 'field' ? `[${part.field}]` : textOf(part.runs)
  })
}
const textOfAll = (document: ReportDocument) => linesOf(document).join('\n')
const tableOf = ({ tables }: ReportDocument, code: string) => tables.find((table) => table.code === code)!
const rowsOf = (table: ReportTable) =>
  table.rows.map(({ cells }) => table.columns.map(({ key }) => cells[key]!.text).join(' | '))

/** Names with commas in them, which the 2024 report took apart. */
const SO: GivenBlock = {
  name: 'Khối sở',
  units: [
    { code: 'LD', name: 'Sở Lao động, Thương binh và Xã hội', points: 86.3, past: 84, survey: 17.01 },
    { code: 'GT', name: 'Sở Giao thông vận tải', points: 96.76, past: 94, survey: 18.64 },
    { code: 'NV', name: 'Sở Nội vụ', points: 91.34, past: 88.5, survey: 17.6 },
    { code: 'TP', name: 'Sở Tư pháp', points: 91.34, past: 89.5, survey: 17.2 },
  ],
  moves: { rose: 1, kept: 3, fell: 0 },
}

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

describe('what it says of a block', () => {
  const text = textOfAll(report([SO]))

  test.each([
    // (86,3 + 96,76 + 91,34 + 91,34) ÷ 4 = 91,435; last year 89
    'Tổng điểm trung bình của khối sở đạt 91,44/100 điểm, tăng 2,44 điểm so với năm 2024; có 01 đơn vị đạt kết quả trên mức trung bình, trong đó Sở Giao thông vận tải đạt cao nhất với 96,76 điểm; có 03 đơn vị đạt kết quả dưới mức trung bình, trong đó Sở Lao động, Thương binh và Xã hội đạt thấp nhất với 86,3 điểm; cụ thể:',
    'Loại A (từ 90 điểm trở lên): có 03 đơn vị, chiếm tỷ lệ 75%, tăng 02 đơn vị so với năm 2024, gồm: Sở Giao thông vận tải; Sở Nội vụ; Sở Tư pháp;',
    'Loại D (dưới 50 điểm): không có đơn vị nào, bằng năm 2024;',
    'Có 04/04 đơn vị tăng điểm so với năm 2024 (đạt 100%), gồm: Sở Nội vụ; Sở Giao thông vận tải; Sở Lao động, Thương binh và Xã hội; Sở Tư pháp; trong đó đơn vị tăng nhiều điểm nhất là Sở Nội vụ (tăng 2,84 điểm);',
    'Không có đơn vị nào giảm điểm so với năm 2024;',
    'Có 01 đơn vị tăng bậc so với năm 2024 (bằng số đơn vị tăng bậc của năm 2024), gồm: Sở Nội vụ (tăng 01 bậc);',
    'Không có đơn vị nào giảm bậc so với năm 2024 (bằng số đơn vị giảm bậc của năm 2024).',
    'Lĩnh vực một (Biểu số 4): điểm trung bình đạt được là 91,44/100 điểm, đạt 91,44%; Sở Giao thông vận tải cao nhất (96,76 điểm); Sở Lao động, Thương binh và Xã hội thấp nhất (86,3 điểm).',
    'khoảng cách giữa đơn vị cao nhất và thấp nhất là 10,46 điểm (nới rộng 0,46 điểm so với năm 2024); có 04 đơn vị tăng điểm so với năm 2024; không có đơn vị nào đạt kết quả Chỉ số CCHC dưới 70 điểm; có 01 đơn vị đạt trên giá trị trung bình.',
    'Khảo sát: điểm trung bình 17,61/20 điểm, đạt 88,05%; có 03/04 đơn vị có điểm thấp hơn điểm trung bình; Sở Giao thông vận tải có điểm cao nhất, được 18,64 điểm, đạt 93,2%; Sở Lao động, Thương binh và Xã hội có điểm thấp nhất, được 17,01 điểm, đạt 85,05%.',
    'Tổng số phiếu thu về: 32/40 phiếu, đạt 80% số phiếu phát ra;',
  ])('%s', (sentence) => {
    expect(text).toContain(sentence)
  })

  test('what a block is told twice is told alike', () => {
    expect(text).toContain('giá trị trung bình Chỉ số CCHC là 91,44/100 điểm, tăng 2,44 điểm so với năm 2024;')
  })

  test('units of the same highest points are named together', () => {
    const units = ['a', 'b', 'c'].map((code, at) => ({ code, name: `Xã ${code}`, points: at === 2 ? 60 : 80 }))
    const tied = textOfAll(report([{ name: 'Khối xã', units }]))
    expect(tied).toContain('trong đó Xã a và Xã b cùng đạt cao nhất với 80 điểm')
    expect(tied).toContain('có 01 đơn vị đạt kết quả Chỉ số CCHC dưới 70 điểm (Xã c)')
    expect(tied).toContain('so với năm trước không so sánh được')
  })

  test('so are three, with semicolons between, for names hold commas', () => {
    const units = ['a', 'b', 'c', 'd'].map((code, at) => ({ code, name: `Sở ${code}, x`, points: at === 3 ? 60 : 80 }))
    expect(textOfAll(report([{ units }]))).toContain(
      'trong đó Sở a, x; Sở b, x và Sở c, x cùng đạt cao nhất với 80 điểm',
    )
  })

  test('a block of equal points, of one unit, of none', () => {
    const equal = [1, 2].map((at) => ({ code: `x${at}`, points: 75 }))
    expect(textOfAll(report([{ units: equal }]))).toContain('tất cả 02 đơn vị có điểm bằng nhau')
    expect(textOfAll(report([{ units: [{ code: 'x', name: 'Xã x', points: 75 }] }]))).toContain(
      'khối chỉ có một đơn vị được xếp hạng: Xã x',
    )
    expect(textOfAll(report([{ units: [{ code: 'x', points: null }] }]))).toContain(
      'Chưa có đơn vị nào đủ điểm để xếp hạng.',
    )
  })

  test('units at the mean are told apart, and those that do not compare by name and reason', () => {
    const units = [
      { code: 'a', name: 'Xã a', points: 90, past: 80 },
      { code: 'b', name: 'Xã b', points: 80, past: 70 },
      { code: 'c', name: 'Xã c', points: 70 },
    ]
    const said = textOfAll(report([{ units, gone: [50] }]))
    expect(said).toContain('; có 01 đơn vị đạt kết quả bằng mức trung bình: Xã b; cụ thể:')
    expect(said).toContain('Có 01 đơn vị không so sánh được với năm 2024: Xã c (đơn vị mới).')
    expect(said).toContain(
      'Có 02/02 đơn vị tăng điểm so với năm 2024 (đạt 100%), gồm: Xã a; Xã b; trong đó đơn vị tăng nhiều điểm nhất là Xã a và Xã b (cùng tăng 10 điểm);',
    )
  })

  test('a block that had other units last year says how many', () => {
    const said = textOfAll(report([{ units: [{ code: 'a', points: 90, past: 80 }], gone: [50, 60] }]))
    expect(said).toContain('tăng 26,67 điểm so với năm 2024 (năm 2024 khối có 03 đơn vị)')
  })
})

describe('rules and state', () => {
  test.each([
    ['same-rank', 'ví dụ: 1, 1, 3'],
    ['same-rank-dense', 'ví dụ: 1, 1, 2'],
    ['higher-survey', 'điểm điều tra xã hội học cao hơn xếp trên'],
  ] as const)('the rule %s is printed', (ties, words) => {
    const printed = linesOf(report([SO], { ties })).find((line) => line.startsWith('Xếp hạng:'))
    expect(printed).toContain(words)
  })

  test('bounds of classes and how figures were rounded are printed', () => {
    const text = textOfAll(report([SO]))
    expect(text).toContain('Loại B (khá): từ 70 đến dưới 90 điểm;')
    expect(text).toContain('chỉ làm tròn một lần đến hai chữ số thập phân')
  })

  test('a provisional result is labelled in the text and below every table, a final one nowhere', () => {
    const provisional = report([SO], { status: 'provisional' })
    expect(linesOf(provisional)[0]).toMatch(/^SỐ LIỆU TẠM TÍNH: cuộc điều tra xã hội học đang tiến hành\./)
    for (const { notes } of provisional.tables) expect(notes[0]).toContain('SỐ LIỆU TẠM TÍNH')
    expect(JSON.stringify(report([SO]))).not.toContain('TẠM TÍNH')
  })

  test('while the survey runs, ballots counted are those counted so far', () => {
    expect(textOfAll(report([SO], { status: 'provisional' }))).toContain('Số phiếu hợp lệ đã kiểm đến nay: 32/32 phiếu')
    expect(textOfAll(report([SO]))).toContain('Số phiếu hợp lệ: 32/32 phiếu, đạt 100% số phiếu thu về.')
  })

  test('the survey’s days are told, one day once', () => {
    const index = indexOf([SO])
    expect(textOfAll(compose(index))).toContain('điện tử từ ngày 01/11/2025 đến ngày 01/12/2025: ')
    index.survey.closedOn = index.survey.opensOn
    expect(textOfAll(compose(index))).toContain('điện tử trong ngày 01/11/2025: ')
    index.survey.opensOn = index.survey.closedOn = null
    expect(textOfAll(compose(index))).toContain('điện tử: ')
  })

  test('the survey’s points are told by source, once where all blocks have the same', () => {
    const index = buildIndex(indexInput())
    expect(textOfAll(compose(index))).toContain('Gồm: khảo sát công chức 20 điểm, khảo sát người dân 10 điểm.')
    index.blocks[1]!.sources = [{ code: 'x', name: 'Khảo sát', origin: 'survey', max: 30 }]
    expect(textOfAll(compose(index))).toContain('Khối huyện: khảo sát 30 điểm.')
  })

  test('rounded parts that do not add up are explained', () => {
    const index = indexOf([SO])
    expect(JSON.stringify(compose(index))).not.toContain('Do làm tròn')
    index.blocks[0]!.units[0]!.roundedPartsDiffer = true
    expect(tableOf(compose(index), '1').notes.at(-1)).toContain('Do làm tròn')
    expect(textOfAll(compose(index))).toContain('Do làm tròn')
  })
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

describe('tables', () => {
  test('are numbered by block and domain, however many there are', () => {
    const three = report([SO, { ...SO, code: 'k2' }, { ...SO, code: 'k3' }])
    expect(three.tables.map(({ code }) => code)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '1a',
      '2a',
      '3a',
      '4a',
      '1b',
      '2b',
      '3b',
      '4b',
    ])
    expect(
      compose(buildIndex(indexInput()))
        .tables.map(({ code }) => code)
        .slice(0, 6),
    ).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  test('Biểu số 1 ranks, with the points of each domain and the mean', () => {
    expect(rowsOf(tableOf(report([SO]), '1'))).toEqual([
      '1 | Sở Giao thông vận tải | 96,76 | 96,76',
      '2 | Sở Nội vụ | 91,34 | 91,34',
      '2 | Sở Tư pháp | 91,34 | 91,34',
      '4 | Sở Lao động, Thương binh và Xã hội | 86,30 | 86,30',
      '– | Trung bình | 91,44 | 91,44',
    ])
  })

  test('Biểu số 2 has last year, the change and the class', () => {
    expect(rowsOf(tableOf(report([SO]), '2'))[1]).toBe(
      '2 | Sở Nội vụ | 73,74 | 17,60 | 17,60 | 91,34 | A | 88,50 | 3 | B | +2,84 | +1',
    )
    const other = report([
      {
        units: [
          { code: 'a', points: 90, past: 80 },
          { code: 'b', points: 80 },
        ],
      },
    ])
    expect(rowsOf(tableOf(other, '2'))[1]).toMatch(/B \| – \| – \| – \| không so sánh được \| –$/)
    const none = tableOf(report([{ units: [{ code: 'a', points: 90 }] }]), '2')
    expect(none.columns.map(({ key }) => key)).not.toContain('change')
    expect(none.notes.join()).toContain('không so sánh được')
  })

  test('a domain’s table has criteria and their components as rows and units as columns', () => {
    const table = tableOf(compose(buildIndex(indexInput())), '4')
    expect(rowsOf(table).slice(0, 3)).toEqual([
      '1.1 | Kế hoạch cải cách hành chính | 30 | 29,25 | 30,00 | 29,50 | 29,00 | 28,50',
      '1.1.1 | Ban hành kế hoạch | 12,5 | 12,50 | 12,50 | 12,50 | 12,50 | 12,50',
      '1.1.2 | Thực hiện kế hoạch | 17,5 | 16,75 | 17,50 | 17,00 | 16,50 | 16,00',
    ])
    expect(table.rows.map(({ kind }) => kind)).toEqual(['criterion', 'component', 'component', 'criterion', 'total'])
    expect(table.print).toBeNull()
  })

  test('75 units are cut into even parts on paper, and compose in well under a second', () => {
    const units = Array.from({ length: 75 }, (_, at) => ({ code: `X${at}`, points: 50 + at / 2, past: 80 - at / 3 }))
    const index = indexOf([{ units }])
    const block = index.blocks[0]!
    block.criteria = Array.from({ length: 150 }, (_, at) => ({ ...block.criteria[0]!, code: `c${at}` }))
    for (const unit of block.units)
      unit.criteria = block.criteria.map(({ code }) => ({ code, points: 0.33, exact: '1/3' }))
    const began = performance.now()
    const { tables } = compose(index)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(tables[3]!.print).toEqual({ repeat: 4, perPart: 19 })
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
        steps: JSON.stringify([{ what: 'Thẩm định bước 2', from: '2024-12-28', to: '2024-12-29' }]),
      }),
    )
    expect(text).toContain('Bộ tiêu chí: 2080/QĐ-UBND ngày 05/10/2024.')
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
          expect(text).not.toMatch(/undefined|NaN|null|Infinity|;;|, ;|: ;|\(\)| {2}|^\s|\s$/)
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
