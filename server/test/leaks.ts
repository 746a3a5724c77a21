/** What no process may ever print (CONTRACT, promise 1): people, their links, their answers, and whatever opens a door. */
import { expect } from 'vitest'
import type { LogLine, Program } from './processes.ts'

/** Fails with the words found, and only with them: the output itself would be the leak. Short words count only in quotes. */
export function expectNothingOf(words: Iterable<string>, programs: Program[]): void {
  const output = programs.map((program) => program.stdout() + program.stderr()).join('\n')
  const told = [...new Set(words)].filter(
    (word) => word !== '' && output.includes(word.length < 6 ? `"${word}"` : word),
  )
  expect(told).toEqual([])
  expect(output.length).toBeGreaterThan(0)
}

/** Names of fields that hold a credential, whatever their value. */
const DOORS = [/authorization/i, /cookie/i, /password/i, /x-csrf/i, /signature/i, /blinded/i]

export function expectNoDoors(programs: Program[]): void {
  const lines = programs.flatMap((program) => (program.stdout() + program.stderr()).split('\n'))
  for (const door of DOORS) expect(lines.filter((line) => door.test(line))).toEqual([])
}

/** Events and, for requests, their routes, each once and without numbers: what an operator can read from a log. */
export function eventsOf(programs: Program[]): string[] {
  const nameOf = ({ msg, method, route }: LogLine) =>
    msg === 'request' ? `request ${method} ${route}` : msg.replace(/\d+/g, 'N')
  return [...new Set(programs.flatMap((program) => program.log().map(nameOf)))].sort()
}
