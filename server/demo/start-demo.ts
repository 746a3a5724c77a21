/** The 2024 survey, prepared and sent: what the demonstration and the screenshots begin with. */
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { ConfigError, readConfig } from '../config.ts'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { createLogger } from '../logger.ts'
import { start } from '../start.ts'
import { bringInYear } from './bring-in-year.ts'
import { collectTokens } from './collect-links.ts'
import { type Officer, signInAsOfficer } from './officer.ts'
import { type AnswerSheet, planAnswers } from './plan-answers.ts'
import { inventPopulation } from './population.ts'
import { CODE, prepareSurvey, type Say } from './prepare-survey.ts'
import { readYear } from './read-year.ts'
import { seededRandom } from './seeded-random.ts'
import { collectReached, quicken, simulateZalo } from './simulate-zalo.ts'

export const PEOPLE = 1574
const SEED = 2024
export const ADMIN = { email: 'admin@phieu.example', password: 'xem-thu-phieu-2024' }

export type Demo = { base: string; officer: Officer; sheets: AnswerSheet[]; stop(): Promise<void> }
export type Progress = (what: string) => (done: number) => void

/** `onStarted` is given the way to stop as soon as there is something to stop; `simulate`: a simulated Zalo instead of the outbox. */
export async function startDemo(
  say: Say,
  progress: Progress,
  onStarted: (stop: () => Promise<void>) => void,
  { simulate = false }: { simulate?: boolean } = {},
): Promise<Demo> {
  const port = await freePort(Number(process.env.PORT || 8080))
  const dataDir = join(resolve(process.env.DATA_DIR || './data'), 'demo')
  say('Đang khởi động PostgreSQL đi kèm…')
  const database = await startEmbeddedPostgres({ dataDir })
  const zalo = simulate ? await simulateZalo(port) : undefined
  const config = {
    ...readConfig({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: await emptyDatabase(database.url) }),
    admin: ADMIN,
    ...(zalo ? { zalo: zalo.config } : {}),
  }
  const running = await start({ web: true, worker: true }, config, createLogger(process.env.LOG_LEVEL || 'error'))
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopped ??= Promise.all([running.stop(), zalo?.close()]).then(() => database.stop())
    return stopped
  }
  onStarted(stop)
  const base = config.publicUrl
  const officer = await signInAsOfficer(base, ADMIN.email, ADMIN.password)
  const definition = running.deps.definitions.find((entry) => entry.slug === 'son-la-2024')!.definition!
  const random = seededRandom(SEED)
  say(`Bảng theo dõi:  ${base}/console/campaigns/${CODE}`)
  say(`Đăng nhập:      ${ADMIN.email} / ${ADMIN.password}`)
  const people = inventPopulation(definition, PEOPLE, random)
  const found = progress('Người nhận đã có đường dẫn')
  if (zalo) await quicken(officer)
  await prepareSurvey(officer, people, say, zalo && { channels: ['zalo', 'email'], order: 'in-order' })
  const year = await readYear()
  await bringInYear(officer, year, say)
  const tokens = zalo ? await collectReached(base, officer, zalo, found) : await collectTokens(base, PEOPLE, found)
  if (zalo) say(`Có đường dẫn: ${tokens.length}/${PEOPLE} người; những người còn lại cần gửi tay.`)
  return {
    base,
    officer,
    sheets: await planAnswers(base, tokens, definition, year.tally, random, progress('Đã mở đường dẫn')),
    stop,
  }
}

/** A database of the demonstration's own, empty at each start; whatever else lies in the data folder is left alone. */
async function emptyDatabase(server: string): Promise<string> {
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe('DROP DATABASE IF EXISTS phieu_demo WITH (FORCE)')
    await admin.unsafe('CREATE DATABASE phieu_demo')
  } finally {
    await admin.end({ timeout: 5 })
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
