/** `npm run bench [-- --write]`: what the product does beside the least that its stack could do, in one run. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { collectTokens } from '../demo/collect-links.ts'
import { type Officer, signInAsOfficer } from '../demo/officer.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { type BenchServer, startChild } from './child.ts'
import { GROUPS, UNITS } from './definition.ts'
import { type Measured, runLoad } from './load.ts'
import { measureIndex } from './measure-index.ts'
import { type Ballot, importRoster, prepareVoters, takeCredential, type Voter } from './prepare.ts'
import { type Findings, writeReport } from './report.ts'
import { measureSending } from './send-mail.ts'
import { watchLive } from './watch-live.ts'

const PEOPLE = 10_000
/** How many of the 10,000 journeys each number of clients gets; the quicker ones get more. */
const JOURNEYS = [
  { clients: 1, share: 0.05 },
  { clients: 8, share: 0.25 },
  { clients: 32, share: 0.35 },
  { clients: 128, share: 0.35 },
]
const LIVE_AT = 32
const RESPONSE_CLIENTS = [32, 128]
const RAW_REQUESTS = 6_000
const WARMING = 3_000
const ADMIN = { email: 'admin@bench.example', password: randomBytes(18).toString('base64url') }

const say = (line: string): void => console.log(line)
const random = seededRandom(1574)

async function openCampaign(base: string, officer: Officer, code: string): Promise<Findings['opening']> {
  await officer.post('/api/campaigns', { definition: 'bench', code, sendingHours: 'any' })
  await importRoster(officer, code, PEOPLE)
  let progressShown = 0
  const watch = setInterval(async () => {
    const { opening } = await officer.get<{ opening: unknown }>(`/api/campaigns/${code}`)
    if (opening) progressShown += 1
  }, 1_000)
  const began = performance.now()
  await officer.post(`/api/campaigns/${code}/open`)
  const seconds = (performance.now() - began) / 1000
  clearInterval(watch)
  say(`opened ${code} on ${base}: ${seconds.toFixed(1)} s, progress seen ${progressShown} times`)
  return { respondents: PEOPLE, strata: UNITS * GROUPS.length, seconds, progressShown }
}

/** Everybody's link; the outbox gives each wave's messages, so links of earlier campaigns are left out. */
async function voters(base: string, officer: Officer, code: string, before: string[]): Promise<Voter[]> {
  await officer.post(`/api/campaigns/${code}/waves`, { kind: 'invitation', channels: ['email'] })
  const tokens = await collectTokens(base, before.length + PEOPLE, () => {})
  before.push(...tokens.slice(before.length))
  say(`preparing ${PEOPLE} blinded messages of ${code}`)
  return prepareVoters(base, tokens.slice(-PEOPLE), random)
}

async function measureJourneys(base: string, officer: Officer, code: string, everybody: Voter[]) {
  const journeys: Measured[] = []
  let live: Findings['live'] | undefined
  let issued = 0
  let from = 0
  for (const { clients, share } of JOURNEYS) {
    const group = everybody.slice(from, from + PEOPLE * share)
    from += group.length
    const watch = await watchLive(base, code, officer.cookie)
    const measured = await runLoad(base, group, clients, async (call, voter) => {
      await call('GET', `/api/links/${voter.token}`)
      const ballot = await takeCredential(call, voter)
      issued += 1
      await call('POST', '/api/responses', ballot.body)
      watch.acknowledged(issued)
    })
    const shown = await watch.finish()
    if (clients === LIVE_AT) live = { clients, ...shown }
    journeys.push(measured)
    say(`journeys at ${clients}: ${Math.round(measured.perSecond)}/s, 201 → event p99 ${Math.round(shown.p99)} ms`)
  }
  return { journeys, live: live! }
}

async function measureResponses(base: string, raw: BenchServer, everybody: Voter[]): Promise<Findings['raw']> {
  const ballots: Ballot[] = []
  await runLoad(base, everybody, 16, async (call, voter) => void ballots.push(await takeCredential(call, voter)))
  const post = (path: string) => async (call: Parameters<Parameters<typeof runLoad>[3]>[0], ballot: Ballot) =>
    void (await call('POST', path, ballot.body))
  const found: Findings['raw'] = []
  // Once unmeasured, so that neither server is compared cold.
  const warming = ballots.splice(0, WARMING)
  const each = Math.floor(ballots.length / RESPONSE_CLIENTS.length)
  for (const path of ['/nothing', '/insert']) await runLoad(raw.address, warming, 32, post(path))
  await runLoad(base, warming, 32, post('/api/responses'))
  for (const [index, clients] of RESPONSE_CLIENTS.entries()) {
    const some = ballots.slice(0, RAW_REQUESTS)
    const nothing = await runLoad(raw.address, some, clients, post('/nothing'))
    const insert = await runLoad(raw.address, some, clients, post('/insert'))
    const mine = ballots.slice(index * each, (index + 1) * each)
    const responses = await runLoad(base, mine, clients, post('/api/responses'))
    const insertAgain = await runLoad(raw.address, some, clients, post('/insert'))
    found.push({ clients, nothing, insert, insertAgain, responses })
    say(
      `at ${clients}: nothing ${Math.round(nothing.perSecond)}/s, insert ${Math.round(insert.perSecond)} and ${Math.round(insertAgain.perSecond)}/s, responses ${Math.round(responses.perSecond)}/s`,
    )
  }
  return found
}

const dataDir = await mkdtemp(join(tmpdir(), 'phieu-bench-'))
const database = await startEmbeddedPostgres({ dataDir })
const env = {
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  PORT: '0',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
}
const servers: BenchServer[] = []
try {
  const sending = await measureSending(env, ADMIN)
  say(`sending: ${Math.round(sending.perMinute)} mails a minute, at most ${Math.round(sending.megabytes)} MB resident`)
  const server = await startChild('./server.ts', env)
  servers.push(await startChild('./server.ts', { ...env, BENCH_PART: 'worker' }))
  const raw = await startChild('./raw-server.ts', env)
  servers.push(server, raw)
  const base = server.address
  const officer = await signInAsOfficer(base, ADMIN.email, ADMIN.password)
  const tokens: string[] = []
  const opening = await openCampaign(base, officer, 'hanh-trinh')
  const walking = await voters(base, officer, 'hanh-trinh', tokens)
  const { journeys, live } = await measureJourneys(base, officer, 'hanh-trinh', walking)
  await openCampaign(base, officer, 'phieu')
  const findings = {
    sending,
    opening,
    journeys,
    live,
    raw: await measureResponses(base, raw, await voters(base, officer, 'phieu', tokens)),
    index: await measureIndex(base, database.url, officer, random),
  }
  const report = writeReport(findings, new Date().toISOString().slice(0, 10))
  say(`\n${report}`)
  const page = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url))
  if (process.argv.includes('--write')) await writeFile(page, report)
} finally {
  for (const server of servers) await server.stop()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
