/**
 * An import that says how far it is while it runs: one JSON line for each step, at most some twenty a second, and a last one
 * with the report or the refusal. The connection is the only thing that carries it: no process needs to know of another's
 * imports, and one that is lost loses the telling, not the import.
 */
import { PassThrough, type Readable } from 'node:stream'
import { errors } from '../errors.ts'
import { knownRefusal } from '../http/known-refusal.ts'
import type { ImportProgress, RosterReport } from './schemas.ts'

export const LINES = 'application/x-ndjson'
const BETWEEN_MS = 50

type Run = (onProgress: (progress: ImportProgress) => void) => Promise<RosterReport>

/** `onFailure` hears what is no refusal but our own fault. */
export function streamImport(run: Run, onFailure: (error: unknown) => void): Readable {
  const lines = new PassThrough()
  const write = (line: object) => void (lines.destroyed || lines.write(`${JSON.stringify(line)}\n`))
  let phase = ''
  let told = 0
  const tell = (progress: ImportProgress) => {
    if (progress.phase === phase && performance.now() - told < BETWEEN_MS) return
    phase = progress.phase
    told = performance.now()
    write({ progress })
  }
  void run(tell)
    .then((report) => write({ report }))
    .catch((error: unknown) => {
      const refusal = knownRefusal(error)
      if (!refusal) onFailure(error)
      const { status, code, message, details } = refusal ?? errors.internal()
      write({ error: { status, code, message, details } })
    })
    .finally(() => lines.end())
  return lines
}
