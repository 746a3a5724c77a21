/** The index of 75 units × 150 leaves with five years in the database, asked for over HTTP. */
import postgres from 'postgres'
import type { Officer } from '../demo/officer.ts'
import type { SeededRandom } from '../demo/seeded-random.ts'
import { percentile } from './load.ts'
import { storeIndexYears } from './store-index.ts'

/** Milliseconds, p95. `made`: something was counted since the last call, so the document is made anew. */
export type IndexCalls = {
  made: number
  kept: number
  notModified: number
  frozen: number
  kilobytes: number
  asked: number
}

const CALLS = 200

export async function measureIndex(
  base: string,
  databaseUrl: string,
  officer: Officer,
  random: SeededRandom,
): Promise<IndexCalls> {
  const codes = await storeIndexYears(databaseUrl, officer, random)
  const sql = postgres(databaseUrl, { max: 1 })
  const open = codes.at(-1)!
  let etag = ''
  let bytes = 0
  const ask =
    (code: string, headers: Record<string, string> = {}) =>
    async () => {
      const answer = await fetch(`${base}/api/campaigns/${code}/index`, {
        headers: { cookie: officer.cookie, ...headers },
      })
      if (answer.status !== (headers['if-none-match'] ? 304 : 200)) throw new Error(`index: ${answer.status}`)
      etag = answer.headers.get('etag') ?? ''
      bytes = (await answer.arrayBuffer()).byteLength || bytes
    }
  const count = () => sql`UPDATE answer.revisions SET revision = revision + 1`
  await p95(20, ask(open), count)
  const made = await p95(CALLS, ask(open), count)
  const kept = await p95(CALLS, ask(open))
  const notModified = await p95(CALLS, () => ask(open, { 'if-none-match': etag })())
  const frozen = await p95(CALLS, ask(codes[0]!))
  await sql.end()
  return { made, kept, notModified, frozen, kilobytes: bytes / 1024, asked: CALLS }
}

async function p95(calls: number, call: () => Promise<void>, before?: () => PromiseLike<unknown>): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < calls; at++) {
    await before?.()
    const began = performance.now()
    await call()
    times.push(performance.now() - began)
  }
  return percentile(
    times.sort((a, b) => a - b),
    0.95,
  )
}
