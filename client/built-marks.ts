/** client/dist/.built: for each application, the hash of the sources it was last built from. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function readMarks(dist: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(dist, '.built'), 'utf8'))
  } catch {
    return {} // never built, or cut short: build
  }
}

export function writeMark(dist: string, name: string, sources: string): void {
  writeFileSync(join(dist, '.built'), `${JSON.stringify({ ...readMarks(dist), [name]: sources })}\n`)
}
