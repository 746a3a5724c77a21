import { describe, expect, test } from 'vitest'
import { plainNumber } from './plain-number.ts'
import { isAmbiguous, readDecimal } from './read-decimal.ts'

describe('readDecimal', () => {
  test.each([
    ['17,75', '17.75', 2],
    ['17.75', '17.75', 2],
    [' 17,50 ', '17.5', 1],
    ['007', '7', 0],
    ['0,0', '0', 0],
    ['0', '0', 0],
    ['+3', '3', 0],
    ['1.2345', '1.2345', 4],
    ['1.23456', '1.23456', 5],
    ['0,500', '0.5', 1],
    // as .xlsx files hold 17.75, 0.3 and 12.35
    ['17.749999999999998', '17.75', 2],
    ['0.30000000000000004', '0.3', 1],
    ['12.350000000000001', '12.35', 2],
  ])('reads %j as %s', (cell, text, decimals) => {
    expect(readDecimal(cell)).toEqual({ text, decimals })
  })

  test.each([
    ['1E-4', '0.0001', 4],
    ['1.2E+3', '1200', 0],
    ['9.12345678E8', '912345678', 0],
    ['1.250', '1.25', 2],
    ['1.000', '1', 0],
    ['10', '10', 0],
    ['100', '100', 0],
    ['5.5511151231257827E-17', '0', 0],
    ['-2.7755575615628914E-17', '0', 0],
    ['1E-300', '0', 0],
  ])('reads the number %j of an .xlsx file as %s', (cell, text, decimals) => {
    expect(readDecimal(plainNumber(cell))).toEqual({ text, decimals })
  })

  test.each(['1,250', '1.250', '12,500', '123.000', '1,2500'])('does not guess what the typed %j means', (cell) => {
    expect(readDecimal(cell)).toEqual({ refused: 'not-a-number' })
    expect(isAmbiguous(cell)).toBe(true)
  })

  test.each([
    '1e1',
    '1E-4',
    '1,5e0',
    '',
    ' ',
    '-',
    'x',
    '#REF!',
    '1.234,5',
    '1,234.5',
    '12 5',
    '1/2',
    '90%',
    'NaN',
    'Infinity',
    '1e999',
    '0x10',
    '١٢',
    '1'.repeat(16),
  ])('does not take %j for a number', (cell) => {
    expect(readDecimal(cell)).toEqual({ refused: 'not-a-number' })
  })

  test.each(['-1', '-0,5', '-1e-12', '\u22123', '– 2'])('says that %j is below nought', (cell) => {
    expect(readDecimal(cell)).toEqual({ refused: 'negative' })
  })
})
