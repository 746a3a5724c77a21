import { describe, expect, test } from 'vitest'
import { buildIndex } from '../compute/build-index.ts'
import { indexInput } from '../compute/index-input.fixture.ts'
import { indexOf } from './ranked-units.fixture.ts'
import { compose, linesOf, report, SO, tableOf, textOfAll } from './report-text.fixture.ts'

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
