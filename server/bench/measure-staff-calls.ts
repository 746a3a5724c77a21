/** Every reading staff call, as the interface's own description lists them, with a large campaign in the database. */
import type { Officer } from '../demo/officer.ts'
import { percentile } from './load.ts'
import { AUDIT_QUERIES } from './store-audit.ts'
import { LARGE, type Large } from './store-people.ts'

export type StaffCall = { path: string; status: number; kilobytes: number; first: number; p50: number; p95: number }

const CALLS = 20
const SLOW_MS = 1_000

type Described = {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean }[] }>>
}

/**
 * Asks each call one at a time, once for `first` and then `CALLS` times. Times are in milliseconds, to the last byte.
 * Throws when a path has a place that `valueFor` does not know, so that no new call stays unmeasured.
 */
export async function measureStaffCalls(
  base: string,
  officer: Officer,
  large: Large,
  say: (line: string) => void,
): Promise<StaffCall[]> {
  const { paths } = await officer.get<Described>('/api/openapi.json')
  const found: StaffCall[] = []
  for (const query of AUDIT_QUERIES) {
    found.push(await measure(base, officer, `/api/audit${query}`, `/api/audit${query}`))
  }
  for (const [template, methods] of Object.entries(paths)) {
    if (!methods.get || !isStaffCall(template)) continue
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => valueFor(template, name, large))
    const required = (methods.get.parameters ?? []).filter((one) => one.in === 'query' && one.required)
    const query = required.map(({ name }) => `${name}=${encodeURIComponent(valueFor(template, name, large))}`).join('&')
    const call = await measure(base, officer, query ? `${path}?${query}` : path, template)
    say(`${Math.round(call.p95)} ms ${call.status} ${template}`)
    found.push(call)
  }
  return found.sort((a, b) => b.p95 - a.p95)
}

/** Not the respondents' page, not what programs and operators ask for, not the endless stream of live events. */
const isStaffCall = (path: string): boolean =>
  path.startsWith('/api/') && !/^\/api\/(index|links|openapi|responses)|\/(live|receipts)$/.test(path)

function valueFor(template: string, name: string, large: Large): string {
  const known: Record<string, string> = {
    code: LARGE,
    block: 'khoi',
    group: 'N1',
    unit: 'DV1',
    version: '1',
    respondent: large.person,
    person: large.person,
    delivery: large.delivery,
    wave: large.wave,
    kind: /points/.test(template) ? 'self' : 'invitation',
    channel: 'email',
    seq: '1',
    search: 'An',
    date: '2026-01-01',
    day: '2026-01-01',
    // There is none; to find that out takes as long.
    request: 'khong-co',
    field: 'nguyen-nhan',
    digest: 'khong-co',
    act: 'khong-co',
    format: 'csv',
    round: '1',
    source: 'khong-co',
    unitCode: 'DV1',
    id: /people|respondents|roster/.test(template) ? large.person : large.delivery,
  }
  const value = known[name]
  if (value === undefined) throw new Error(`no value for {${name}} of ${template}: add one in measure-staff-calls.ts`)
  return value
}

async function measure(base: string, officer: Officer, path: string, template: string): Promise<StaffCall> {
  let status = 0
  let bytes = 0
  const ask = async () => {
    const began = performance.now()
    const answer = await fetch(base + path, {
      headers: { cookie: officer.cookie },
      signal: AbortSignal.timeout(60_000),
    })
    bytes = (await answer.arrayBuffer()).byteLength
    status = answer.status
    return performance.now() - began
  }
  const first = await ask()
  const times: number[] = []
  // What takes seconds is known well enough after one more.
  for (let at = 0; at < (first > SLOW_MS ? 1 : CALLS); at++) times.push(await ask())
  times.sort((a, b) => a - b)
  return {
    path: template,
    status,
    kilobytes: bytes / 1024,
    first,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  }
}
