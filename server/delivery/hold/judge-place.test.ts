import { describe, expect, test } from 'vitest'
import { furthest, isBehind, judgePlace } from './judge-place.ts'

const HOME = { cluster: '7', database: '5 phieu', timeline: '00000001', address: 'https://khaosat.test' }

describe('a place', () => {
  test('that has not changed is the same', () => {
    expect(judgePlace(HOME, { ...HOME })).toBeNull()
  })

  test.each([
    ['cluster', 'other-cluster'],
    ['database', 'other-database'],
    ['timeline', 'other-timeline'],
    ['address', 'other-address'],
  ])('with another %s is another', (part, reason) => {
    expect(judgePlace(HOME, { ...HOME, [part]: 'elsewhere' })).toBe(reason)
  })

  test('is told by what says most when several parts differ', () => {
    expect(judgePlace(HOME, { cluster: '8', database: '6 phieu', timeline: '00000002', address: 'x' })).toBe(
      'other-cluster',
    )
  })

  test('of which a part is not known on one side is not held to be another', () => {
    expect(judgePlace(HOME, { ...HOME, cluster: null, timeline: null })).toBeNull()
    expect(judgePlace({ ...HOME, cluster: null }, HOME)).toBeNull()
    expect(judgePlace({}, { ...HOME, folder: '/srv/phieu 7' })).toBeNull()
  })
})

describe('a witness', () => {
  const at = (lsn: string | null, epoch = 0) => ({ epoch, lsn })

  test('is ahead of a database that was put back, also where the position has grown by a digit', () => {
    expect(isBehind(at('0/FFFFFF00'), at('1/10'))).toBe(true)
    expect(isBehind(at('9/0'), at('10/0'))).toBe(true)
    expect(isBehind(at('0/9'), at('0/10'))).toBe(true)
  })

  test('is not ahead of one that went on', () => {
    expect(isBehind(at('1/10'), at('0/FFFFFF00'))).toBe(false)
    expect(isBehind(at('0/10'), at('0/10'))).toBe(false)
    expect(isBehind(at('0/10'), null)).toBe(false)
    expect(isBehind(at(null), at('0/10'))).toBe(false)
  })

  test('of before an administrator confirmed counts no more, and one of after it shows what was put back', () => {
    expect(isBehind(at('0/10', 1), at('0/20', 0))).toBe(false)
    expect(isBehind(at('0/20', 0), at('0/10', 1))).toBe(true)
  })

  test('that saw less than another gives way to it', () => {
    expect(furthest(at('0/10'), at('0/20'))).toEqual(at('0/20'))
    expect(furthest(at('0/20'), at('0/10'))).toEqual(at('0/20'))
    expect(furthest(at('0/20', 0), at('0/10', 1))).toEqual(at('0/10', 1))
    expect(furthest(null, at('0/10'))).toEqual(at('0/10'))
    expect(furthest(null, null)).toBeNull()
  })
})
