import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizePhone } from './normalize-phone.ts'

const code = (cell: string) => {
  const result = normalizePhone(cell)
  return 'problem' in result ? result.problem.code : result.phone
}

/** The change of 2018, independently of the code: old prefix → new. */
const CHANGED = Object.entries({
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
})
const PREFIXES = ['32', '35', '39', '52', '56', '59', '70', '76', '79', '81', '84', '89', '90', '94', '99']

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const subscriber = fc.tuple(fc.constantFrom(...PREFIXES), digits(7)).map((parts) => parts.join(''))
/** The ways people write nine national digits. */
const writings: ((national: string) => string)[] = [
  (national) => `0${national}`,
  (national) => national,
  (national) => `84${national}`,
  (national) => `+84${national}`,
  (national) => `0084${national}`,
  (national) => `+84 (0)${national}`,
  (national) => `${national}.0`,
]
const spaced = fc.tuple(fc.constantFrom('', ' ', '.', '-', '\u00a0'), fc.integer({ min: 3, max: 6 }))

describe('normalizePhone', () => {
  it('reads every way of writing a mobile number as the same 84 and nine digits', () => {
    fc.assert(
      fc.property(subscriber, fc.constantFrom(...writings), spaced, (national, write, [separator, at]) => {
        const written = write(national)
        const cell = written.includes('.') ? written : written.slice(0, at) + separator + written.slice(at)
        expect(code(cell)).toBe(`84${national}`)
      }),
    )
  })

  it('renumbers every 11-digit number of before 2018, however it is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANGED), digits(7), fc.constantFrom(...writings), ([old, now], rest, write) => {
        expect(code(write(old.slice(1) + rest))).toBe(`84${now.slice(1)}${rest}`)
      }),
    )
  })

  it('gives an accepted number back unchanged, and never accepts another length', () => {
    fc.assert(
      fc.property(fc.oneof(digits(8), digits(9), digits(10), digits(11), digits(12), digits(13)), (cell) => {
        const result = normalizePhone(cell)
        if ('problem' in result) return
        expect(result.phone).toMatch(/^84[35789]\d{8}$/)
        expect(code(result.phone ?? '')).toBe(result.phone)
      }),
    )
  })

  it.each([
    ['0841234567', '84841234567'],
    ['841234567', '84841234567'],
    ['84841234567', '84841234567'],
    ['084912345678', '84912345678'],
  ])('decides by length whether 84 is the country or the network: %s', (cell, phone) => {
    expect(code(cell)).toBe(phone)
  })

  it.each([
    ['0212 3856 789', 'phone-landline'],
    ['+84 212 3856 789', 'phone-landline'],
    ['2123856789', 'phone-landline'],
    ['+1 555 123 4567', 'phone-foreign'],
    ['9,12346E+08', 'phone-damaged'],
    ['9.12345678E8', 'phone-damaged'],
    ['0912345678/0987654321', 'phone-several'],
    ['0912345678; 0987654321', 'phone-several'],
    ['0912345678 hoặc 0987654321', 'phone-several'],
    ['091234567', 'phone-invalid'],
    ['0312345678', 'phone-invalid'],
    ['số riêng', 'phone-invalid'],
    ["'0912345678", '84912345678'],
    ['912,345,678', '84912345678'],
    ['0912345678;', '84912345678'],
  ])('judges %s as %s', (cell, expected) => {
    expect(code(cell)).toBe(expected)
  })

  it.each(['', '  ', '-', 'không có', 'N/A'])('takes “%s” for no number', (cell) => {
    expect(normalizePhone(cell)).toEqual({ phone: null })
  })
})
