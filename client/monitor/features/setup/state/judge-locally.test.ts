import { beforeAll, describe, expect, test } from 'vitest'
import { readDefinition } from '../../../../../server/campaigns/load-definitions.ts'
import { pointsFrom } from '../draft/decimal-text.ts'
import type { Draft } from '../draft/draft.ts'
import { rowsOf, seenBy } from '../draft/draft.ts'
import { draftOf } from '../draft/draft-of.ts'
import { insertRow, removeRow, setCell } from '../sheet/sheet.ts'
import { blockSum, domainSum, judgeLocally, sourceSums } from './judge-locally.ts'

let draft: Draft
beforeAll(async () => {
  draft = draftOf((await readDefinition('surveys', 'son-la-2024'))!.definition!)
})

const type = (sheet: string, row: string, column: string, value: string, from = draft): Draft => ({
  ...from,
  [sheet]: setCell(rowsOf(from, sheet), row, column, value),
})
const judged = (changed: Draft) => judgeLocally(changed).map(({ sheet, row, column }) => `${sheet}/${row}/${column}`)

describe('what is seen at once', () => {
  test('a definition that adds up has no problem', () => {
    expect(judgeLocally(draft)).toEqual([])
  })

  test.each([
    ['questions:so', '1.1', 'max', 'một'],
    ['questions:so', '1.1', 'max', '0'],
    ['questions:so', '1.1', 'code', 'có dấu'],
    ['questions:so', '1.1', 'domain', 'xyz'],
    ['questions:so', '1.1', 'title', ''],
    ['units:so', 'SNV', 'name', ' '],
    ['sources:so', 'cong-chuc', 'max', ''],
    ['levels', 'tot', 'share', '1;2'],
    ['classes', 'A', 'from', 'chín'],
    ['general', 'general', 'year', '24'],
    ['general', 'general', 'minimumCell', '2'],
    ['general', 'general', 'noticeText', 'ngắn'],
  ])('%s %s %s: “%s” is a problem of that very cell, and of no other', (sheet, row, column, value) => {
    expect(judged(type(sheet, row, column, value))).toEqual([`${sheet}/${row}/${column}`])
  })

  test('a code that comes twice is named where it comes again', () => {
    expect(judged(type('units:so', 'STC', 'code', 'SNV'))).toEqual(['units:so/STC/code'])
  })

  test('a question that nobody is asked says so', () => {
    const groups = rowsOf(draft, 'groups:so').map(({ id }) => id)
    const unasked = groups.reduce((now, group) => type('questions:so', '1.1', seenBy(group), '', now), draft)
    expect(judged(unasked)).toEqual(['questions:so/1.1/title'])
  })

  test('an index that is not made has no classes to be wrong', () => {
    expect(judged(type('classes', 'A', 'from', 'x', type('general', 'general', 'indexTotal', '')))).toEqual([])
  })
})

describe('sums', () => {
  const shown = (now: Draft) =>
    sourceSums(now, 'so').map(({ sum, max }) => `${pointsFrom(sum)}/${pointsFrom(max ?? 0)}`)

  test('each source and the block are told apart, exactly', () => {
    expect(shown(draft)).toEqual(['20/20', '10/10'])
    const less = type('questions:so', '1.1', 'max', '0,9')
    expect(shown(less)).toEqual(['19,9/20', '10/10'])
    expect(pointsFrom(blockSum(less, 'so').sum)).toBe('29,9')
  })

  test('a domain counts its criteria, and what can’t be read counts nothing', () => {
    expect(domainSum(draft, 'so', '1')).toEqual({ criteria: 4, points: '3' })
    expect(domainSum(type('questions:so', '1.1', 'max', 'x'), 'so', '1')).toEqual({ criteria: 4, points: '2' })
    const gone = { ...draft, 'questions:so': removeRow(rowsOf(draft, 'questions:so'), '1.1') }
    expect(domainSum(gone, 'so', '1').criteria).toBe(3)
    const asked = { id: 'n', cells: { domain: '1', title: 'Góp ý?', kind: 'comment' } }
    const more = { ...draft, 'questions:so': insertRow(rowsOf(draft, 'questions:so'), 0, asked) }
    expect(domainSum(more, 'so', '1').criteria).toBe(4)
  })
})
