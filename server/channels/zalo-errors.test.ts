import { describe, expect, test } from 'vitest'
import { isTokenError, ZALO_ERRORS, zaloErrorOutcome } from './zalo-errors.ts'

const HOUR = 3_600_000
const noon = new Date('2024-12-02T12:00:00+07:00')
const afterMs = (code: number, now: Date) => {
  const outcome = zaloErrorOutcome(code, now)
  return outcome.kind === 'retry' ? outcome.afterMs : Number.NaN
}

/** The table as the domain gives it; its last row is two classes here, because only one of them is about the number. */
const TABLE = {
  'refresh the token once and retry once': '-124 -216 -220',
  'back off': '-32 -100',
  tomorrow: '-144 -147',
  'next sending window': '-133 -234',
  'needs a person': '-101 -102 -103 -104 -105 -109 -115 -117 -120 -131 -135 -1351 -136 -137 -146',
  'use e-mail': '-108 -110 -112 -1121 -1122 -1124 -114 -118 -119 -139 -140 -141',
}
const sorted = (...codes: readonly number[]) => codes.toSorted((a, b) => a - b)

test('every code of the table is in its class, and in one only', () => {
  const { token, backOff, tomorrow, nextWindow, person, useEmail, content, ...others } = ZALO_ERRORS
  expect(others).toEqual({})
  const classes = [token, backOff, tomorrow, nextWindow, person, [...useEmail, ...content]]
  expect(classes.map((codes) => sorted(...codes))).toEqual(
    Object.values(TABLE).map((codes) => sorted(...codes.split(' ').map(Number))),
  )
})

describe('what a class does', () => {
  test.each([...ZALO_ERRORS.backOff])('%i backs off for everyone', (code) => {
    expect(zaloErrorOutcome(code, noon)).toMatchObject({ kind: 'retry', everyone: true, failure: `zalo-${-code}` })
    expect(afterMs(code, noon)).toBeLessThanOrEqual(5 * 60_000)
  })
  test.each([...ZALO_ERRORS.tomorrow])('%i waits for tomorrow morning', (code) => {
    expect(afterMs(code, noon)).toBe(18 * HOUR)
    expect(afterMs(code, new Date('2024-12-02T00:30:00+07:00'))).toBe(29.5 * HOUR)
  })
  test.each([...ZALO_ERRORS.nextWindow])('%i waits for the next window', (code) => {
    expect(afterMs(code, new Date('2024-12-02T23:00:00+07:00'))).toBe(7 * HOUR)
    expect(afterMs(code, new Date('2024-12-02T05:00:00+07:00'))).toBe(HOUR)
  })
  test.each([...ZALO_ERRORS.person])('%i needs a person', (code) => {
    expect(zaloErrorOutcome(code, noon)).toEqual({ kind: 'rejected', failure: `zalo-${-code}`, person: true })
  })
  test.each([...ZALO_ERRORS.useEmail])('%i gives this recipient up, and the number with it', (code) => {
    expect(zaloErrorOutcome(code, noon)).toEqual({ kind: 'rejected', failure: `zalo-${-code}`, address: true })
  })
  test.each([...ZALO_ERRORS.content])('%i gives this message up, and leaves the number good', (code) => {
    expect(zaloErrorOutcome(code, noon)).toEqual({ kind: 'rejected', failure: `zalo-${-code}` })
  })
  test.each([...ZALO_ERRORS.token])('%i asks for another token', (code) => {
    expect(isTokenError(code)).toBe(true)
  })
  test('a code that nobody listed refuses this message only', () => {
    expect(zaloErrorOutcome(-9999, noon)).toEqual({ kind: 'rejected', failure: 'zalo-9999' })
  })
})
