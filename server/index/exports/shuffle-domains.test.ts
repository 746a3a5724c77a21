import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffleDomains } from './shuffle-domains.ts'

const DOMAINS = [['a1', 'a2'], ['b1'], ['c1', 'c2', 'c3']]
const QUESTIONS = DOMAINS.flat()
const seed = 42

const person = fc.record(Object.fromEntries(QUESTIONS.map((name) => [name, fc.constantFrom('1', '2', '3', '4', '5')])))
const people = fc.array(person, { minLength: 5, maxLength: 40 })
const within = (rows: Record<string, unknown>[], questions: string[]) =>
  rows.map((row) => questions.map((name) => row[name]).join()).sort()

test('what was answered in each domain stays as it was, person by person', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const dealt = shuffleDomains(rows, DOMAINS, 'mã')
      for (const questions of DOMAINS) expect(within(dealt, questions)).toEqual(within(rows, questions))
    }),
    { seed, numRuns: 100 },
  )
})

test('how the rows stood before does not matter', () => {
  fc.assert(
    fc.property(people, fc.nat(), (rows, turn) => {
      const at = turn % rows.length
      const moved = [...rows.slice(at), ...rows.slice(0, at)].reverse()
      expect(shuffleDomains(moved, DOMAINS, 'mã')).toEqual(shuffleDomains(rows, DOMAINS, 'mã'))
    }),
    { seed, numRuns: 100 },
  )
})

test('the answers of one person are not found together again', () => {
  // Everybody is known by a mark in each domain: of 400 people about one would meet themselves by chance.
  const rows = Array.from({ length: 400 }, (_, at) => Object.fromEntries(QUESTIONS.map((name) => [name, `${at}`])))
  const dealt = shuffleDomains(rows, DOMAINS, 'mã')
  const met = (a: string, b: string) => dealt.filter((row) => row[a] === row[b]).length
  expect(met('a1', 'a2')).toBe(400)
  expect([met('a1', 'b1'), met('a1', 'c1'), met('b1', 'c1')].every((count) => count < 8)).toBe(true)
})

test('another result deals otherwise', () => {
  const rows = Array.from({ length: 40 }, (_, at) => Object.fromEntries(QUESTIONS.map((name) => [name, `${at}`])))
  expect(shuffleDomains(rows, DOMAINS, 'mã này')).not.toEqual(shuffleDomains(rows, DOMAINS, 'mã kia'))
})
