import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import { beginHistory, change, redo, undo } from './history.ts'

const draft = (name: string): Draft => ({ units: [{ id: 'a', cells: { name } }] })

test('letters typed into one cell are undone together, another cell by itself', () => {
  let history = beginHistory(draft(''))
  history = change(history, draft('A'), 'units/a/name#1')
  history = change(history, draft('An'), 'units/a/name#1')
  history = change(history, draft('Bình'), 'units/a/name#2')
  history = undo(history)
  expect(history.present).toEqual(draft('An'))
  history = undo(history)
  expect(history.present).toEqual(draft(''))
})

test('a change after undoing forgets what was undone', () => {
  let history = change(beginHistory(draft('1')), draft('2'))
  history = change(undo(history), draft('3'))
  expect(redo(history).present).toEqual(draft('3'))
})

test('undoing everything and doing it again ends where it began, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.option(fc.constantFrom('x', 'y'))), { maxLength: 30 }), (steps) => {
      const start = beginHistory(draft('start'))
      const done = steps.reduce((history, [name, typing]) => change(history, draft(name), typing), start)
      let back = done
      for (const _ of steps) back = undo(back)
      expect(back.present).toEqual(start.present)
      let again = back
      for (const _ of steps) again = redo(again)
      expect(again.present).toEqual(done.present)
    }),
  )
})
