import { afterEach, expect, test } from 'vitest'
import { language, lookUp, setCatalogue, t } from './t.ts'

afterEach(() => setCatalogue(undefined))

test('words are Vietnamese as they stand, values in their places', () => {
  expect(t`Còn ${3} ngày, ${'Sở Nội vụ'}`).toBe('Còn 3 ngày, Sở Nội vụ')
  expect(t`Danh sách`).toBe('Danh sách')
  expect(language()).toBe('vi')
})

test('with a catalogue they are English, values may change their order and choose a word by number', () => {
  setCatalogue({
    'Danh sách': 'Roster',
    'Còn {0} ngày, {1}': '{1}: {0} {0:day:days} left',
  })
  expect(t`Danh sách`).toBe('Roster')
  expect(t`Còn ${1} ngày, ${'Sở A'}`).toBe('Sở A: 1 day left')
  expect(t`Còn ${'1.574'} ngày, ${'Sở A'}`).toBe('Sở A: 1.574 days left')
  expect(language()).toBe('en')
})

test('what the catalogue does not have stays Vietnamese', () => {
  setCatalogue({})
  expect(t`Còn ${3} ngày`).toBe('Còn 3 ngày')
  expect(lookUp('error:rate-limited')).toBeUndefined()
})

test('braces in a value are only text', () => {
  setCatalogue({ 'Đơn vị {0}': 'Unit {0}' })
  expect(t`Đơn vị ${'{0} {1:a:b}'}`).toBe('Unit {0} {1:a:b}')
})
