import { expect, test } from 'vitest'
import type { ScoresInput } from './build-scores.ts'
import { ExplanationView } from './explain-schemas.ts'
import { explainUnit } from './explain-unit.ts'
import { everyone, scoresInput, tallyOf } from './small-tally.fixture.ts'

function explain(unit: string, changes: Partial<ScoresInput>) {
  const explanation = explainUnit(scoresInput(changes), unit)!
  expect(ExplanationView.strict().parse(explanation)).toEqual(explanation)
  return explanation
}
const criterion = (explanation: ExplanationView, code: string) => explanation.criteria.find((one) => one.code === code)!

test('a figure leads back to counts, shares, maximum and formula', () => {
  const counts = { 'rat-tot': 7, tot: 10, kem: 6, 'khong-biet': 2, '': 1 }
  const explanation = explain('p1', { tally: tallyOf('p1', everyone(counts)) })
  expect(criterion(explanation, '1.2')).toMatchObject({
    points: 0.79,
    exact: '145/184',
    max: 1.25,
    valid: 23,
    noOpinion: 2,
    formula: '1,25 × (7×1 + 10×0,75 + 0×0,5 + 0×0,25 + 6×0) ÷ 23 = 145/184 ≈ 0,79',
    counts: [
      { level: 'rat-tot', count: 7 },
      { level: 'tot', count: 10 },
      { level: 'kha', count: 0 },
      { level: 'trung-binh', count: 0 },
      { level: 'kem', count: 6 },
      { level: 'khong-biet', count: 2 },
      { level: '', count: 1 },
    ],
  })
  expect(explanation.sources[0]).toMatchObject({
    exact: '58/23',
    formula: 'Tổng điểm chính xác của các tiêu chí thuộc “Khảo sát” = 58/23 ≈ 2,52',
  })
  expect(explanation.levels[1]).toEqual({ value: 'tot', name: 'tot', share: '0.75' })
})

test('imported points say from which version they come, and that they were not counted here', () => {
  const set = { source: 'dan', version: 2, on: '2024-12-05', digest: 'dau', points: { p1: { '8.1': '5.125' } } }
  const explanation = explain('p1', { imported: [set] })
  expect(explanation.sources[1]).toMatchObject({
    exact: '41/8',
    set: { version: 2, on: '2024-12-05', digest: 'dau' },
    formula: 'Điểm do nơi khác cung cấp, lấy từ bản nhập số 2 ngày 05/12/2024 = 5,125 ≈ 5,13',
  })
  expect(criterion(explanation, '8.1')).toMatchObject({
    points: 5.13,
    exact: '41/8',
    formula: 'Điểm do nơi khác cung cấp = 5,125 ≈ 5,13',
  })
  expect(criterion(explanation, '8.1')).not.toHaveProperty('counts')
})

test('an unknown unit has no explanation', () => {
  expect(explainUnit(scoresInput({}), 'p9')).toBeNull()
})

test('the explanation of a hidden criterion says nothing of its answers', () => {
  const tally = (hidden: Record<string, number>) =>
    tallyOf('p1', { ...everyone({ tot: 20 }), q2: { '*': { ...hidden, 'khong-biet': 16 } } })
  const explanation = explain('p1', { tally: tally({ 'rat-tot': 4 }) })
  expect(criterion(explanation, '1.2')).toMatchObject({ points: null, exact: null, formula: null, suppressed: true })
  expect(criterion(explanation, '1.2')).not.toHaveProperty('counts')
  expect(explain('p1', { tally: tally({ kem: 4 }) })).toEqual(explanation)
})

test('after close a total says which criteria are not in it', () => {
  const tally = tallyOf('p1', { ...everyone({ tot: 20 }), q2: { '*': { kem: 4, 'khong-biet': 16 } } })
  expect(explain('p1', { tally, settled: true }).sources[0]).toMatchObject({
    exact: '33/16',
    formula:
      'Tổng điểm chính xác của các tiêu chí thuộc “Khảo sát”, không gồm 1.2 (không đủ câu trả lời hợp lệ) = 2,0625 ≈ 2,06',
  })
})

const byGroup = {
  q1: {
    '*': { tot: 20, kem: 4 },
    cc: { tot: 12 },
    ld: { kem: 4, 'khong-biet': 2 },
    xa: { tot: 8 },
  },
}

test('groups appear after close only', () => {
  const tally = tallyOf('p1', byGroup)
  expect(criterion(explain('p1', { tally }), '1.1')).not.toHaveProperty('groups')
  expect(criterion(explain('p1', { tally, settled: true }), '1.1').groups).toHaveLength(3)
})

test('a group under the minimum is hidden together with the next smallest', () => {
  const { groups } = criterion(explain('p1', { tally: tallyOf('p1', byGroup), settled: true }), '1.1')
  expect(groups).toEqual([
    expect.objectContaining({ groups: ['cc'], valid: 12, points: 1.5 }),
    { groups: ['ld'], valid: null, points: null, suppressed: true },
    { groups: ['xa'], valid: null, points: null, suppressed: true },
  ])
})

test('people who are in no cell of their own are not given away by the others', () => {
  // Six leaders were asked in no cell of their own, and three of them had no opinion.
  const q1 = { '*': { tot: 20, kem: 3, 'khong-biet': 3 }, cc: { tot: 12 }, xa: { tot: 8 } }
  const { groups } = criterion(explain('p1', { tally: tallyOf('p1', { q1 }), settled: true }), '1.1')
  expect(groups?.map(({ suppressed }) => suppressed)).toEqual([undefined, true])
})

test('a question that some groups’ cells lack is explained by those that have it', () => {
  const q1 = { '*': { tot: 20, kem: 6 }, cc: { tot: 12 }, xa: { tot: 8 } }
  const { counts, groups } = criterion(explain('p1', { tally: tallyOf('p1', { q1 }), settled: true }), '1.1')
  expect(counts?.find(({ level }) => level === 'kem')).toEqual({ level: 'kem', count: 6 })
  expect(groups?.map(({ groups: [code], valid }) => [code, valid])).toEqual([
    ['cc', 12],
    ['xa', 8],
  ])
})

const weighted = {
  q1: {
    ld: { 'rat-tot': 6 },
    cc: { kha: 6 },
    xa: { kem: 8 },
  },
}

test('with fixed weights the formula shows each group, after close', () => {
  const explained = criterion(explain('f1', { tally: tallyOf('f1', weighted), settled: true }), '1.1')
  expect(explained.formula).toBe(
    '2 × [0,3 × (0×1 + 0×0,75 + 6×0,5 + 0×0,25 + 0×0) ÷ 6 + 0,5 × (6×1 + 0×0,75 + 0×0,5 + 0×0,25 + 0×0) ÷ 6' +
      ' + 0,2 × (0×1 + 0×0,75 + 0×0,5 + 0×0,25 + 8×0) ÷ 8] = 1,3',
  )
  expect(explained.groups?.map(({ groups, weight, points }) => [groups, weight, points])).toEqual([
    [['cc'], '3/10', 1],
    [['ld'], '1/2', 2],
    [['xa'], '1/5', 0],
  ])
  expect(explained.counts?.find(({ level }) => level === 'kem')).toEqual({ level: 'kem', count: 8 })
})

test('with fixed weights the joint counts wait for close, because they would give the groups away', () => {
  const explained = criterion(explain('f1', { tally: tallyOf('f1', weighted) }), '1.1')
  expect(explained).toMatchObject({ points: 1.3, formula: null })
  expect(explained).not.toHaveProperty('counts')
})
