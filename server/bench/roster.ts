/**
 * `node server/bench/roster.ts`: brings in 50,000 people and then 50,000 more while somebody else asks for a page, and then
 * measures the calls of the list at 100,000. Writes nothing into docs/; the figures there are copied from what it says.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { type Officer, signInAsOfficer } from '../demo/officer.ts'
import type { RosterPeople, RosterReport } from '../roster/schemas.ts'
import { startChild } from './child.ts'
import { GROUPS, UNITS } from './definition.ts'

const PEOPLE = 50_000
const ADMIN = { email: 'admin@bench.example', password: randomBytes(18).toString('base64url') }
const FAMILY = ['Nguyễn Văn', 'Trần Thị', 'Lò Văn', 'Quàng Thị', 'Đặng Đức', 'Bùi Thu', 'Vì Hồng', 'Cầm Ngọc']
const GIVEN = ['An', 'Ánh', 'Bình', 'Dũng', 'Đạt', 'Giang', 'Hà', 'Hạ', 'Lan', 'Nam', 'Năm', 'Oanh', 'Sơn', 'Tú', 'Yến']
const QUERIES = [
  ['name, first', 'limit=200'],
  ['name, middle', 'limit=200&offset=50000'],
  ['name, last', 'limit=200&offset=99800'],
  ['unit, middle', 'sort=unit&limit=200&offset=50000'],
  ['group, last', 'sort=group&limit=200&offset=99800'],
  ['search "da"', 'search=da&limit=200'],
  ['search "nguyen van an"', 'search=nguyen%20van%20an&limit=200'],
  ['search a number', 'search=0912345&limit=200'],
  ['search "a", by unit', 'search=a&sort=unit&limit=200&offset=5000'],
  ['one unit', 'unit=DV7&limit=200'],
  ['one group, by unit', `group=${GROUPS[0]}&sort=unit&limit=200&offset=5000`],
] as const

const say = (line: string): void => console.log(line)

function rowsFrom(first: number): string[][] {
  return Array.from({ length: PEOPLE }, (_, at) => {
    const person = first + at
    const name = `${FAMILY[person % FAMILY.length]} ${GIVEN[(person * 7) % GIVEN.length]}`
    const unit = `DV${(person % UNITS) + 1}`
    const group = GROUPS[Math.floor(person / UNITS) % GROUPS.length]!
    return [name, `nguoi${person}@so.example`, `09${String(person).padStart(8, '0')}`, unit, group]
  })
}

async function sheetOf(rows: string[][]): Promise<Buffer> {
  const header = ['Họ và tên', 'Email', 'Số điện thoại', 'Đơn vị', 'Nhóm']
  return writeExcelFile([{ sheet: 'Danh sách', data: [header, ...rows] }]).toBuffer()
}

/** Uploads as the console does and returns the report with how many lines of progress came. */
async function upload(base: string, path: string, csrf: Record<string, string>, data: Buffer) {
  const form = new FormData()
  form.append('columns', '{}')
  form.append('file', new Blob([new Uint8Array(data)]), 'danh-sach.xlsx')
  const headers = { ...csrf, accept: 'application/x-ndjson' }
  const answer = await fetch(base + path, { method: 'POST', headers, body: form })
  const lines = (await answer.text()).trim().split('\n')
  const last = JSON.parse(lines.at(-1)!) as { report?: RosterReport; error?: unknown }
  if (!last.report) throw new Error(JSON.stringify(last.error))
  return { report: last.report, lines: lines.length - 1 }
}

/** Asks for a small answer all the time and tells how long the longest took. */
function watchOthers(base: string): () => Promise<{ asked: number; p99: number; longest: number }> {
  let watching = true
  const took: number[] = []
  const loop = (async () => {
    while (watching) {
      const began = performance.now()
      await (await fetch(`${base}/health/live`)).text()
      took.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  })()
  return async () => {
    watching = false
    await loop
    took.sort((a, b) => a - b)
    return { asked: took.length, p99: took[Math.floor(took.length * 0.99)]!, longest: took.at(-1)! }
  }
}

async function timed(base: string, path: string, csrf: Record<string, string>, data: Buffer, name: string) {
  const finish = watchOthers(base)
  const began = performance.now()
  const { report, lines } = await upload(base, path, csrf, data)
  const seconds = (performance.now() - began) / 1_000
  const { p99, longest, asked } = await finish()
  const { added, unchanged } = report.changes
  say(
    `${name}: ${seconds.toFixed(1)} s, ${lines} lines of progress, ${added.count} added, ${unchanged} unchanged; others' ${asked} calls: p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
  )
}

async function measureList(officer: Officer, code: string): Promise<void> {
  for (const [name, query] of QUERIES) {
    const took: number[] = []
    let found: RosterPeople | undefined
    for (let round = 0; round < 10; round++) {
      const began = performance.now()
      found = await officer.get<RosterPeople>(`/api/campaigns/${code}/roster/people?${query}`)
      took.push(performance.now() - began)
    }
    took.sort((a, b) => a - b)
    say(
      `${name}: ${found!.total} fit, ${found!.people.length} shown, median ${took[5]!.toFixed(0)} ms, longest of ten ${took[9]!.toFixed(0)} ms`,
    )
  }
}

const folder = await mkdtemp(join(tmpdir(), 'phieu-bench-'))
const database = await startEmbeddedPostgres({ dataDir: folder })
try {
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    PORT: '0',
  }
  const server = await startChild('./server.ts', env)
  try {
    const base = server.address
    const officer = await signInAsOfficer(base, ADMIN.email, ADMIN.password)
    const session = (await officer.get<{ csrfToken: string }>('/api/session')).csrfToken
    const csrf = { cookie: officer.cookie, 'x-csrf-token': session }
    await officer.post('/api/campaigns', { definition: 'bench', code: 'ds', sendingHours: 'any' })
    const first = await sheetOf(rowsFrom(0))
    say(`${PEOPLE} rows of .xlsx: ${(first.length / 1e6).toFixed(1)} MB`)
    await timed(base, '/api/campaigns/ds/roster?dryRun=true', csrf, first, 'rehearsal')
    await timed(base, '/api/campaigns/ds/roster?dryRun=false', csrf, first, 'import')
    await timed(base, '/api/campaigns/ds/roster?dryRun=true', csrf, first, 'the same again, rehearsed')
    await timed(base, '/api/campaigns/ds/roster?dryRun=false', csrf, await sheetOf(rowsFrom(PEOPLE)), 'the next')
    await measureList(officer, 'ds')
  } finally {
    await server.stop()
  }
} finally {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}
