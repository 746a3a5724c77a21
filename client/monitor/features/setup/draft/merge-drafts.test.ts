import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import { mergeDrafts, sameDraft, takeTheirs } from './merge-drafts.ts'

type Cells = Record<string, string>
const sheet = (rows: Record<string, Cells>): Draft => ({
  units: Object.entries(rows).map(([id, cells]) => ({ id, cells })),
})
const base = sheet({ a: { name: 'An', max: '1' }, b: { name: 'Bình', max: '2' }, c: { name: 'Cầm', max: '3' } })
const ids = (draft: Draft) => draft.units!.map(({ id }) => id)

describe('changes of two officers', () => {
  test('different cells of one row are both kept', () => {
    const mine = sheet({
      a: { name: 'An Bình', max: '1' },
      b: { name: 'Bình', max: '2' },
      c: { name: 'Cầm', max: '3' },
    })
    const theirs = sheet({ a: { name: 'An', max: '1,5' }, b: { name: 'Bình', max: '2' }, c: { name: 'Cầm', max: '3' } })
    const { draft, clashes } = mergeDrafts(base, mine, theirs)
    expect(draft.units![0]!.cells).toEqual({ name: 'An Bình', max: '1,5' })
    expect(clashes).toEqual([])
  })

  test('the same cell changed to different texts is a clash that shows all three, and mine stands until theirs is chosen', () => {
    const mine = sheet({ a: { name: 'An', max: '4' } })
    const theirs = sheet({ a: { name: 'An', max: '5' } })
    const { draft, clashes } = mergeDrafts(sheet({ a: { name: 'An', max: '1' } }), mine, theirs)
    expect(clashes).toEqual([
      { kind: 'cell', sheet: 'units', row: 'a', column: 'max', before: '1', mine: '4', theirs: '5' },
    ])
    expect(draft).toEqual(mine)
    expect(takeTheirs(draft, clashes[0]!)).toEqual(theirs)
  })

  test('the same change twice is no clash', () => {
    const changed = sheet({ a: { name: 'An', max: '9' } })
    expect(mergeDrafts(base, changed, changed)).toEqual({ draft: changed, clashes: [] })
  })

  test('rows added by both are both kept, where they were added', () => {
    const mine = sheet({ a: {}, m: { name: 'mới của tôi' }, b: {}, c: {} })
    const theirs = sheet({ a: {}, b: {}, c: {}, t: { name: 'mới của họ' } })
    expect(ids(mergeDrafts(sheet({ a: {}, b: {}, c: {} }), mine, theirs).draft)).toEqual(['a', 'm', 'b', 'c', 't'])
  })

  test('a row that one moved and another that the other added find their places', () => {
    const empty = { a: {}, b: {}, c: {} }
    const mine = sheet({ c: {}, a: {}, b: {} })
    const theirs = sheet({ a: {}, t: {}, b: {}, c: {} })
    expect(ids(mergeDrafts(sheet(empty), mine, theirs).draft)).toEqual(['c', 'a', 't', 'b'])
  })

  test('a row taken away by one stays when the other worked on it, and says so', () => {
    const mine = sheet({ b: base.units![1]!.cells, c: base.units![2]!.cells })
    const theirs = sheet({ a: { name: 'An Bình', max: '1' }, b: base.units![1]!.cells })
    const { draft, clashes } = mergeDrafts(base, mine, theirs)
    expect(ids(draft)).toEqual(['a', 'b'])
    expect(clashes).toEqual([{ kind: 'row', sheet: 'units', row: 'a', removedBy: 'me' }])
  })
})

describe('whatever two officers do', () => {
  const cells = fc.record({ name: fc.constantFrom('', 'x', 'y'), max: fc.constantFrom('1', '2') })
  const drafts = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), cells), { selector: ([id]) => id })
    .map((rows) => ({ units: rows.map(([id, row]) => ({ id, cells: row })) }) as Draft)

  test('who changed nothing gets the other’s work as it is', () => {
    fc.assert(
      fc.property(drafts, drafts, (before, changed) => {
        expect(sameDraft(mergeDrafts(before, before, changed).draft, changed)).toBe(true)
        expect(sameDraft(mergeDrafts(before, changed, before).draft, changed)).toBe(true)
      }),
    )
  })

  test('every text of mine that differs from before stands, and every text of theirs stands or is a clash', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (before, mine, theirs) => {
        const { draft, clashes } = mergeDrafts(before, mine, theirs)
        const at = (from: Draft, id: string) => from.units!.find((row) => row.id === id)
        for (const id of ['a', 'b', 'c', 'd', 'e'])
          for (const column of ['name', 'max']) {
            const [was, my, their, now] = [before, mine, theirs, draft].map((from) => at(from, id)?.cells[column])
            if (my !== undefined && my !== was) expect(now).toBe(my)
            if (their !== undefined && their !== was && now !== their)
              expect(clashes).toContainEqual(expect.objectContaining({ row: id, column, theirs: their }))
          }
        expect(new Set(ids(draft)).size).toBe(draft.units!.length)
      }),
    )
  })
})
