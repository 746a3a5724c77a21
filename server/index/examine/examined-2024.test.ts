/** What is impossible in the figures of 2024, found by the rules alone; docs/examined-2024.md shows just this. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { tabulateFindings } from './describe-findings.ts'
import { examineFile } from './examine-file.ts'
import type { Finding } from './schemas.ts'

const FOLDER = 'surveys/son-la-2024'
const inTable = await findingsIn(`${FOLDER}/published-2024.json`)
const inText = await findingsIn(`${FOLDER}/published-2024.json`, `${FOLDER}/year-2024/printed-in-text.json`)
const addedByText = inText.filter((finding) => !inTable.some((known) => known.message === finding.message))

async function findingsIn(...paths: string[]): Promise<Finding[]> {
  const examined = await examineFile(...paths)
  if ('unreadable' in examined) throw new Error(examined.unreadable)
  return examined.findings
}

describe('the figures published for 2024', () => {
  test.each<[string, string, Finding['printed'], Finding['possible']]>([
    ['domain-maxima-sum', 'blocks[so].domains[*].max', 99.5, { oneOf: [100] }],
    ['domain-maxima-sum', 'blocks[huyen].domains[*].max', 98.5, { oneOf: [100] }],
    ['domain-means-sum', 'blocks[so].index.mean', 89.05, { from: 89.83, to: 90.01 }],
    ['domain-means-sum', 'blocks[huyen].index.meanElsewhere', 87.08, { from: 87.72, to: 87.9 }],
    ['mean-between', 'blocks[so].domains[7].mean', 13.32, { from: 13.38, to: 15.24 }],
    ['within-bounds', 'blocks[huyen].domains[2].highest.points', 10.34, { from: 0, to: 10 }],
    ['mean-feasible', 'blocks[huyen].domains[2].mean', 9.95, { from: 8.86, to: 9.91 }],
    ['criteria-counts', 'blocks[huyen].criteria', 52, { oneOf: [47] }],
    ['percent', 'blocks[huyen].survey.meanPercent', 85.1, { from: 84.62, to: 84.68 }],
    ['printed-twice', 'blocks[huyen].index.meanElsewhere', 87.08, { oneOf: [87.82] }],
    ['list-counts', 'blocks[so].rankMoves.fell.count', 6, { oneOf: [7] }],
    ['document-cited', 'documents[1].number', '880/QĐ-UBND', { oneOf: ['88/QĐ-UBND'] }],
    ['document-cited', 'documents[1].date', '2021-05-12', { oneOf: ['2021-05-01'] }],
    ['dates-in-order', 'documents[5].date', '2024-01-15', { dates: { from: '2024-12-29', to: null } }],
  ])('%s at %s: %j', (rule, place, printed, possible) => {
    expect(inTable).toContainEqual(expect.objectContaining({ rule, place, printed, possible }))
  })

  test.each([
    ['names-known', 'blocks[so].rankMoves.fell.names', 'Sở Lao động'],
    ['names-known', 'blocks[so].rankMoves.fell.names', 'Sở Thương binh và Xã hội'],
    ['names-in-some-list', 'blocks[so].rankMoves', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['names-in-some-list', 'blocks[so].rankMoves', 'Sở Lao động, Thương binh và Xã hội'],
  ])('%s at %s: %s', (rule, place, printed) => {
    expect(inTable).toContainEqual(expect.objectContaining({ rule, place, printed }))
  })

  test('one department twice among those that rose', () => {
    const found = inTable.find(({ rule }) => rule === 'names-once')
    expect(found).toMatchObject({
      place: 'blocks[so].rankMoves.rose.names',
      possible: { oneOf: ['Sở Thông tin và Truyền thông'] },
    })
    expect(found!.message).toContain('chỉ có 10 đơn vị')
  })

  test('nothing else is faulted in the table, and one thing more in the text', () => {
    expect(inTable).toHaveLength(19)
    expect(addedByText.map(({ rule, place, printed }) => [rule, place, printed])).toEqual([
      ['past-counts', 'blocks[huyen].rankMoves.*.change', 13],
    ])
  })

  test('a unit whose name was cut in two is offered for both halves', () => {
    const cut = inTable.filter(({ rule }) => rule === 'names-known')
    for (const { possible } of cut) expect(possible).toEqual({ oneOf: ['Sở Lao động, Thương binh và Xã hội'] })
  })
})

test('docs/examined-2024.md shows what the command finds', async () => {
  const text = await readFile('docs/examined-2024.md', 'utf8')
  expect(text).toContain(tabulateFindings(inTable))
  expect(text).toContain(tabulateFindings(addedByText))
})
