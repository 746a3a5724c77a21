import { describe, expect, test } from 'vitest'
import { readDecimal } from './read-decimal.ts'

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
    // as .xlsx files hold 17.75, 0.3, 12.35, 0.0001, 1200 and 0
    ['17.749999999999998', '17.75', 2],
    ['0.30000000000000004', '0.3', 1],
    ['12.350000000000001', '12.35', 2],
    ['1E-4', '0.0001', 4],
    ['1.2E+3', '1200', 0],
    ['5.5511151231257827E-17', '0', 0],
    ['-2.7755575615628914E-17', '0', 0],
  ])('reads %j as %s', (cell, text, decimals) => {
    expect(readDecimal(cell)).toEqual({ text, decimals })
  })

  test.each([
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

  test.each(['-1', '-0,5', '\u22123', '– 2'])('says that %j is below nought', (cell) => {
    expect(readDecimal(cell)).toEqual({ refused: 'negative' })
  })
})
