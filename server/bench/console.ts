/** `npm run bench:console [-- --write]`: what an officer waits for with 100,000 respondents and answers, and what the live page costs. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { signInAsOfficer } from '../demo/officer.ts'
import { startChild } from './child.ts'
import { writeConsoleReport } from './console-report.ts'
import { measureChangingCalls } from './measure-changing-calls.ts'
import { measureLivePage } from './measure-live-page.ts'
import { measureStaffCalls } from './measure-staff-calls.ts'
import { storeAudit } from './store-audit.ts'
import { storeLargeCampaign } from './store-people.ts'

const ADMIN = { email: 'admin@bench.example', password: randomBytes(18).toString('base64url') }
const say = (line: string): void => console.log(line)

const dataDir = await mkdtemp(join(tmpdir(), 'phieu-bench-'))
const database = await startEmbeddedPostgres({ dataDir })
const server = await startChild('./server.ts', {
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  PORT: '0',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
})
try {
  const began = performance.now()
  const large = await storeLargeCampaign(database.url)
  await storeAudit(database.url)
  say(`stored in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const officer = await signInAsOfficer(server.address, ADMIN.email, ADMIN.password)
  const calls = await measureStaffCalls(server.address, officer, large, say)
  const changing = await measureChangingCalls(server.address, officer, large, say)
  const live = await measureLivePage(server.address, database.url, ADMIN, large)
  const wall = await measureLivePage(server.address, database.url, ADMIN, large, '?wall=1')
  const report = writeConsoleReport({ calls, changing, live, wall }, new Date().toISOString().slice(0, 10))
  say(`\n${report}`)
  const page = fileURLToPath(new URL('../../docs/benchmarks-console.md', import.meta.url))
  if (process.argv.includes('--write')) await writeFile(page, report)
} finally {
  await server.stop()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
