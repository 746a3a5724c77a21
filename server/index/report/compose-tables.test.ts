import { describe, expect, test } from 'vitest'
import { buildIndex } from '../compute/build-index.ts'
import { indexInput } from '../compute/index-input.fixture.ts'
import { indexOf } from './ranked-units.fixture.ts'
import { compose, report, rowsOf, SO, tableOf } from './report-text.fixture.ts'

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
