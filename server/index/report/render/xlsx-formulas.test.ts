import { describe, expect, it } from 'vitest'
import type { ReportCell, ReportRow, ReportTable } from '../schemas.ts'
import { planFormulas, type Setting } from './xlsx-formulas.ts'

const CLASSES = [
  { code: 'A', name: 'Tốt', from: 90 },
  { code: 'B', name: 'Khá', from: 70 },
  { code: 'D', name: 'Yếu', from: 0 },
]
const setting = (ties: Setting['rules']['ties'] = 'same-rank'): Setting => ({
  firstRow: 2,
  rules: { total: 100, appraisedMax: 70, surveyMax: 30, ties, classes: CLASSES, minimumCell: 5 },
  classes: CLASSES.map((_, at) => ({ code: `'N'!$A$${at + 1}`, from: `'N'!$C$${at + 1}` })),
})

const COLUMNS: ReportTable['columns'] = [
  { key: 'name', title: 'Đơn vị', kind: 'text', width: 20 },
  { key: 'a', title: 'a', kind: 'points', width: 8 },
  { key: 's', title: 's', kind: 'points', width: 8 },
  { key: 'total', title: 'Tổng', kind: 'points', width: 8, formula: { by: 'sum', of: ['a', 's'] } },
  { key: 'rank', title: 'Hạng', kind: 'rank', width: 8, formula: { by: 'rank', of: 'total', survey: 's' } },
  { key: 'class', title: 'Loại', kind: 'text', width: 8, formula: { by: 'class', of: 'total' } },
  { key: 'past', title: 'Năm trước', kind: 'points', width: 8 },
  { key: 'change', title: 'Tăng', kind: 'change', width: 8, formula: { by: 'difference', of: 'total', less: 'past' } },
]

const cell = (value: number | string | null, exact?: number): ReportCell => ({ value, text: String(value), exact })
const row = (kind: ReportRow['kind'], key: string, cells: Record<string, ReportCell>): ReportRow => ({
  key,
  kind,
  unit: null,
  cells,
})
const table = (rows: ReportRow[], columns = COLUMNS): ReportTable => ({
  code: '1',
  block: 'so',
  title: '',
  columns,
  rows,
  notes: [],
  print: null,
})
const unit = (key: string, [a, s, total, rank, grade, past, change]: (number | string | null)[]) =>
  row('unit', key, {
    ...{ name: cell(key), a: cell(a!), s: cell(s!), total: cell(total!), rank: cell(rank!) },
    ...{ class: cell(grade!), past: cell(past!), change: cell(change!) },
  })

describe('a formula stands where it gives what is published', () => {
  const two = table([
    unit('X', [60, 31, 91, 1, 'A', 88.5, 2.5]),
    unit('Y', [50, 20, 70, 2, 'B', null, null]),
    row('mean', 'mean', { total: cell(80.5), a: cell(55.01) }),
  ])
  const { formulas } = planFormulas(two, setting())

  it('for sums, ranks, classes, changes and means', () => {
    expect(formulas.get('0,total')).toBe('ROUND(SUM(B2:C2),2)')
    expect(formulas.get('1,rank')).toBe('RANK(D3,$D$2:$D$3)')
    expect(formulas.get('0,class')).toBe("IF(D2>='N'!$C$1,'N'!$A$1,IF(D2>='N'!$C$2,'N'!$A$2,'N'!$A$3))")
    expect(formulas.get('0,change')).toBe('ROUND(D2-G2,2)')
    expect(formulas.get('2,total')).toBe('ROUND(AVERAGE(D2:D3),2)')
  })

  it('and nowhere else', () => {
    expect(formulas.has('1,change')).toBe(false)
    expect(formulas.has('2,a')).toBe(false)
  })

  it('a total whose printed parts do not add up stays a number', () => {
    const rounded = planFormulas(table([unit('X', [60, 31, 91.01, 1, 'A', null, null])]), setting())
    expect(rounded.formulas.has('0,total')).toBe(false)
  })

  it('a class that the points do not have stays a text', () => {
    const wrong = planFormulas(table([unit('X', [60, 29.99, 89.99, 1, 'A', null, null])]), setting())
    expect(wrong.formulas.has('0,class')).toBe(false)
  })
})

describe('equal points', () => {
  const equal = (ranks: number[]) =>
    table([
      unit('X', [60, 20, 80, ranks[0]!, 'B', null, null]),
      unit('Y', [55, 25, 80, ranks[1]!, 'B', null, null]),
      unit('Z', [40, 20, 60, ranks[2]!, 'D', null, null]),
    ])
  const ranksOf = (ranks: number[], ties: Setting['rules']['ties']) => {
    const { formulas } = planFormulas(equal(ranks), setting(ties))
    return [0, 1, 2].map((at) => formulas.get(`${at},rank`))
  }

  it('are ranked by the rule of the campaign, and a rank of another rule gets no formula', () => {
    expect(ranksOf([1, 1, 3], 'same-rank')).toEqual(['RANK(D2,$D$2:$D$4)', 'RANK(D3,$D$2:$D$4)', 'RANK(D4,$D$2:$D$4)'])
    expect(ranksOf([1, 1, 2], 'same-rank')[2]).toBeUndefined()
    expect(ranksOf([1, 1, 2], 'same-rank-dense')[2]).toBe('SUMPRODUCT(($D$2:$D$4>D4)/COUNTIF($D$2:$D$4,$D$2:$D$4))+1')
    expect(ranksOf([2, 1, 3], 'higher-survey')[0]).toBe(
      'SUMPRODUCT(($D$2:$D$4>D2)*1)+SUMPRODUCT(($D$2:$D$4=D2)*($C$2:$C$4>C2))+1',
    )
  })
})

describe('criteria down, units across', () => {
  const columns: ReportTable['columns'] = [
    { key: 'name', title: 'Tiêu chí', kind: 'text', width: 20 },
    { key: 'mean', title: 'Trung bình', kind: 'points', width: 8, formula: { by: 'mean', of: ['u1', 'u2'] } },
    { key: 'u1', title: 'U1', kind: 'points', width: 8 },
    { key: 'u2', title: 'U2', kind: 'points', width: 8 },
  ]
  const down = table(
    [
      row('criterion', '1', { mean: cell(2.01), u1: cell(2.01, 2.01), u2: cell(2) }),
      row('component', '1.1', { u1: cell(1.01, 1.005), u2: cell(1) }),
      row('component', '1.2', { u1: cell(1.01, 1.005), u2: cell(1) }),
      row('criterion', '2', { u1: cell(3), u2: cell(3) }),
      row('total', 'total', { mean: cell(5.01), u1: cell(5.01), u2: cell(5) }),
    ],
    columns,
  )
  const { formulas, exact } = planFormulas(down, setting())

  it('a criterion adds up its component criteria, the total what no other sum holds, all unrounded', () => {
    expect(formulas.get('0,u1')).toBe('ROUND(SUM(C3:C4),2)')
    expect(formulas.get('4,u1')).toBe('ROUND(SUM(C3:C5),2)')
    expect([...exact]).toEqual(['1,u1', '2,u1'])
  })

  it('a mean is of published points: halves go up', () => {
    expect(formulas.get('0,mean')).toBe('ROUND(AVERAGE(C2:D2),2)')
    expect(formulas.get('4,mean')).toBe('ROUND(AVERAGE(C6:D6),2)')
  })

  it('cells that hold more digits than they show are rounded before a mean', () => {
    const more = {
      ...down,
      rows: down.rows.map((each, at) => (at === 1 ? { ...each, cells: { ...each.cells, mean: cell(1.01) } } : each)),
    }
    expect(planFormulas(more, setting()).formulas.get('1,mean')).toBe(
      'ROUND(SUMPRODUCT(ROUND(C3:D3,2))/COUNT(C3:D3),2)',
    )
  })
})
