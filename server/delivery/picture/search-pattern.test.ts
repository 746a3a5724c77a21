import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { removeAccents } from '../../campaigns/fold-name.ts'
import { searchPatterns } from './search-pattern.ts'

/** The patterns are of the kind that PostgreSQL and JavaScript read alike. */
const finds = (typed: string, name: string) => searchPatterns(typed)!.words.every((word) => new RegExp(word).test(name))

const SYLLABLES = [
  'Nguyễn',
  'Đặng',
  'Lò',
  'Quàng',
  'Thị',
  'Văn',
  'Ánh',
  'Hoà',
  'Hòa',
  'Đạt',
  'Ưng',
  'Yến',
  'Vừ',
  'Khuê',
  'Ỷ',
  'Ớt',
  'Ẫm',
]
const name = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 5 })

describe('a name', () => {
  test('is found by the beginnings of its words, in any order, with or without accents, in either case and Unicode form', () => {
    fc.assert(
      fc.property(
        name,
        fc.boolean(),
        fc.constantFrom('NFC', 'NFD'),
        fc.constantFrom('NFC', 'NFD'),
        fc.infiniteStream(fc.nat(99)),
        (words, bare, form, stored, chances) => {
          const chance = (below: number) => chances.next().value % below
          const typed = words
            .toSorted(() => chance(3) - 1)
            .slice(0, 1 + chance(words.length))
            .map((word) => (bare ? removeAccents(word) : word).normalize('NFC'))
            .map((word) => word.slice(0, 1 + chance(word.length)))
            .map((word) => (chance(2) ? word.toUpperCase() : word.toLowerCase()))
            .join('  ')
            .normalize(form)
          expect([typed, finds(typed, words.join(' ').normalize(stored))]).toEqual([typed, true])
        },
      ),
    )
  })

  test.each([
    ['anh', 'Lò Văn Thanh'],
    ['dat', 'Đỗ Thị Tad'],
    ['an b', 'Lò An'],
    ['a.', 'Lò An'],
    ['(', 'Lò An'],
    ['.*', 'Lò An'],
  ])('is not found by %s when it is %s', (typed, full) => {
    expect(finds(typed, full)).toBe(false)
  })

  test('signs of patterns are only signs', () => {
    for (const sign of '\\^$.|?*+()[]{}-') {
      expect(finds(`${sign}x`, `Lò ${sign}x`)).toBe(true)
      expect(finds(`${sign}x`, 'Lò x')).toBe(false)
    }
  })
})

describe('a phone', () => {
  test.each(['0912345678', '+84 912 345 678', '84912345678', '0912.345.678', '(+84) 912-345-678', '912345678'])(
    '%s is one number',
    (typed) => {
      expect(searchPatterns(typed)!.phone).toBe('84912345678')
    },
  )
  test.each([
    ['345678', '345678'],
    ['0912 34', '91234'],
    ['+84 9123', '9123'],
    ['01234567890', '84834567890'],
    ['091', null],
    ['CB0912345', null],
    ['Lò Văn An', null],
  ])('%s is looked for as %s', (typed, digits) => {
    expect(searchPatterns(typed)!.phone).toBe(digits)
  })
})

test('nothing but spaces is no search', () => {
  expect(searchPatterns(' \t\u00a0 ')).toBeNull()
})
