/**
 * `npm run demo`: the main job, start to end. Embedded stores, the 2024 survey of a province with 1,574 invented
 * respondents, messages into the built-in outbox, and people who answer over HTTP with real credentials at a pace one can
 * watch. `-- --fast`: everyone at once, then close, finalize, print the points beside the printed ones, and exit.
 */
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { ConfigError, readConfig } from '../config.ts'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { createLogger } from '../logger.ts'
import { start } from '../start.ts'
import { answerAtAPace, answerAtOnce } from './answer.ts'
import { collectTokens } from './collect-links.ts'
import { finishSurvey } from './finish-survey.ts'
import { signInAsOfficer } from './officer.ts'
import { planAnswers } from './plan-answers.ts'
import { inventPopulation } from './population.ts'
import { CODE, prepareSurvey } from './prepare-survey.ts'
import { seededRandom } from './seeded-random.ts'

const PEOPLE = 1574
const SEED = 2024
const ADMIN = { email: 'admin@phieu.example', password: 'xem-thu-phieu-2024' }

const fast = process.argv.includes('--fast')
const say = (line: string): void => console.log(line)

async function main(): Promise<void> {
  const port = await freePort(Number(process.env.PORT || 8080))
  const dataDir = join(resolve(process.env.DATA_DIR || './data'), 'demo')
  say('Đang khởi động PostgreSQL đi kèm…')
  const database = await startEmbeddedPostgres({ dataDir })
  const databaseUrl = await emptyDatabase(database.url)
  const config = {
    ...readConfig({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl }),
    admin: ADMIN,
    publicUrl: `http://localhost:${port}`,
  }
  const running = await start({ web: true, worker: true }, config, createLogger(process.env.LOG_LEVEL || 'error'))
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= running.stop().then(() => database.stop()))
  const leaving = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      leaving.abort()
      setTimeout(() => process.exit(1), 9_500).unref()
      void stop().then(() => process.exit(0))
    })
  }

  const base = config.publicUrl
  const officer = await signInAsOfficer(base, ADMIN.email, ADMIN.password)
  const definition = running.deps.definitions.find((entry) => entry.slug === 'son-la-2024')!.definition!
  const random = seededRandom(SEED)
  say(`Bảng theo dõi:  ${base}/console/campaigns/${CODE}`)
  say(`Đăng nhập:      ${ADMIN.email} / ${ADMIN.password}`)
  await prepareSurvey(officer, inventPopulation(definition, PEOPLE, random), say)
  const tokens = await collectTokens(base, PEOPLE, progressLine('Người nhận đã có đường dẫn', PEOPLE))
  const sheets = await planAnswers(base, tokens, definition, random, progressLine('Đã mở đường dẫn', PEOPLE))

  if (fast) {
    await answerAtOnce(base, sheets, progressLine('Đã trả lời', PEOPLE))
    const near = await finishSurvey(officer, say)
    await stop()
    process.exit(near ? 0 : 1)
  }

  const kept = sheets.at(-1)!
  const client = await officer.post<{ clientId: string; clientSecret: string }>('/api/clients', {
    name: 'Phần mềm Chỉ số',
  })
  say('')
  say(`Bảng theo dõi:         ${base}/console/campaigns/${CODE}`)
  say(`Đăng nhập:             ${ADMIN.email} / ${ADMIN.password}`)
  say(`Phiếu của một người:   ${base}/p/${kept.token}   (mở trên điện thoại hoặc trình duyệt và tự trả lời)`)
  say(`Hộp thư thử:           ${base}/dev/outbox`)
  say(`Phần mềm Chỉ số lấy điểm: POST ${base}/api/index/token ${JSON.stringify(client)}`)
  say(`                          GET  ${base}/api/index/v1/campaigns/${CODE}/scores (Authorization: Bearer …)`)
  say('Dừng: Ctrl+C')
  say('')
  await answerAtAPace(base, sheets.slice(0, -1), progressLine('Đã trả lời', PEOPLE), leaving.signal)
  if (!leaving.signal.aborted)
    say('Mọi người đã trả lời, trừ phiếu để dành cho bạn. Hệ thống vẫn chạy; dừng bằng Ctrl+C.')
}

/** A database of the demonstration's own, empty at each start; whatever else lies in the data folder is left alone. */
async function emptyDatabase(server: string): Promise<string> {
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe('DROP DATABASE IF EXISTS phieu_demo WITH (FORCE)')
    await admin.unsafe('CREATE DATABASE phieu_demo')
  } finally {
    await admin.end()
  }
  const url = new URL(server)
  url.pathname = '/phieu_demo'
  return url.href
}

/** The wished port, or any free one when another program has it. */
async function freePort(wished: number): Promise<number> {
  for (const port of [wished, 0]) {
    const found = await new Promise<number | null>((settle) => {
      const probe = createServer()
      probe.once('error', () => settle(null))
      probe.listen(port, '127.0.0.1', () => {
        const { port: bound } = probe.address() as { port: number }
        probe.close(() => settle(bound))
      })
    })
    if (found !== null) return found
  }
  throw new ConfigError('PORT: no free port on 127.0.0.1')
}

/** Says how far it is at each tenth, and where a person watches a terminal more often on one line. */
function progressLine(what: string, total: number): (done: number) => void {
  let said = -1
  return (done) => {
    const tenth = Math.floor((done * 10) / total)
    if (process.stdout.isTTY) process.stdout.write(`\r${what}: ${done}/${total}${done === total ? '\n' : ''}`)
    else if (tenth > said) say(`${what}: ${done}/${total}`)
    said = tenth
  }
}

main().catch((error) => {
  console.error(`demo: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
})
