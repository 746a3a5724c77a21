import { describe, expect, test } from 'vitest'
import { isTokenError, ZALO_ERRORS, zaloErrorOutcome } from './zalo-errors.ts'

const HOUR = 3_600_000
const noon = new Date('2024-12-02T12:00:00+07:00')
const afterMs = (code: number, now: Date) => {
  const outcome = zaloErrorOutcome(code, now)
  return outcome.kind === 'retry' ? outcome.afterMs : Number.NaN
}

test('every listed code belongs to one class', () => {
  const codes = Object.values(ZALO_ERRORS).flat()
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toHaveLength(36)
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
  test.each([...ZALO_ERRORS.useEmail])('%i gives this recipient up', (code) => {
    expect(zaloErrorOutcome(code, noon)).toEqual({ kind: 'rejected', failure: `zalo-${-code}` })
  })
  test.each([...ZALO_ERRORS.token])('%i asks for another token', (code) => {
    expect(isTokenError(code)).toBe(true)
  })
  test('a code that nobody listed refuses this message only', () => {
    expect(zaloErrorOutcome(-9999, noon)).toEqual({ kind: 'rejected', failure: 'zalo-9999' })
  })
})
