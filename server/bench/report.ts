/** What a run found, as the text that is printed and, with `--write`, kept in docs/benchmarks.md. */
import { cpus, totalmem } from 'node:os'
import type { Measured } from './load.ts'
import type { IndexCalls } from './measure-index.ts'
import type { Sending } from './send-mail.ts'

export type Findings = {
  opening: { respondents: number; strata: number; seconds: number; progressShown: number }
  raw: { clients: number; nothing: Measured; insert: Measured; insertAgain: Measured; responses: Measured }[]
  journeys: Measured[]
  live: { clients: number; p50: number; p99: number; shown: number }
  sending: Sending
  index: IndexCalls
}

const BARS = {
  responsesToRaw: 0.6,
  journeysPerSecond: 800,
  liveP99Ms: 1500,
  openingSeconds: 60,
  mailsPerMinute: 3000,
  workerMb: 200,
  indexMs: 50,
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
const tenth = (value: number): string => value.toFixed(1)

/** Markdown; every bar with the figure beside it and whether it held. */
export function writeReport(findings: Findings, date: string): string {
  const { opening, raw, journeys, live, sending, index } = findings
  const ratios = raw.map((row) => row.responses.perSecond / ((row.insert.perSecond + row.insertAgain.perSecond) / 2))
  const best = Math.max(...journeys.map((row) => row.perSecond))
  const held = (ok: boolean) => (ok ? 'held' : 'NOT HELD')
  const lines = [
    '# Benchmarks',
    '',
    '`npm run bench` measures, `npm run bench -- --write` also writes this page. Client, server and PostgreSQL share the',
    'machine, with `fsync` and `synchronous_commit` on; web and worker are two processes. Every blinded message is made before',
    'the clock starts: phones do that.',
    '',
    `Run of ${date}: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}.`,
    '',
    '## Bars',
    '',
    '| bar | asked | found | |',
    '|---|---|---|---|',
    `| responses alone ÷ raw micro-batched insert, same run | ≥ ${BARS.responsesToRaw} | ${ratios.map((ratio, index) => `${ratio.toFixed(2)} at ${raw[index]!.clients}`).join(', ')} | ${held(Math.max(...ratios) >= BARS.responsesToRaw)} |`,
    `| whole journeys a second (link, credential, response) | ≥ ${BARS.journeysPerSecond} | ${whole(best)} | ${held(best >= BARS.journeysPerSecond)} |`,
    `| 201 → event at a listening console, p99, under ${live.clients} clients | ≤ ${BARS.liveP99Ms} ms | ${whole(live.p99)} ms (median ${whole(live.p50)} ms, ${whole(live.shown)} answers) | ${held(live.p99 <= BARS.liveP99Ms)} |`,
    `| opening ${whole(opening.respondents)} respondents in ${opening.strata} strata | ≤ ${BARS.openingSeconds} s | ${tenth(opening.seconds)} s, progress seen ${opening.progressShown} times | ${held(opening.seconds <= BARS.openingSeconds)} |`,
    `| mails a minute to a local SMTP server, one worker (${whole(sending.messages)} mails, 10 at once) | ≥ ${whole(BARS.mailsPerMinute)} | ${whole(sending.perMinute)} | ${held(sending.perMinute >= BARS.mailsPerMinute)} |`,
    `| most resident memory of that worker | < ${BARS.workerMb} MB | ${whole(sending.megabytes)} MB | ${held(sending.megabytes < BARS.workerMb)} |`,
    `| the index of 75 units × 150 leaves (${whole(index.kilobytes)} kB), five years stored, p95 of ${index.asked} calls: kept | ≤ ${BARS.indexMs} ms | ${tenth(index.kept)} ms; frozen ${tenth(index.frozen)} ms; 304 ${tenth(index.notModified)} ms | ${held(Math.max(index.kept, index.frozen) <= BARS.indexMs)} |`,
    `| the same, made anew after each count | ≤ ${BARS.indexMs} ms | ${tenth(index.made)} ms | ${held(index.made <= BARS.indexMs)} |`,
    '',
    '## A wave with workers killed',
    '',
    'Not part of this run: `CRASH_RUNS=200 CRASH_PARALLEL=6 npx vitest run server/test/crash-waves.test.ts`, about 40 minutes. Each seeded run sends a wave to 500',
    'people over both channels, kills the worker with SIGKILL one to three times, and settles what is in doubt, one time in five wrongly. Run of 2026-11-22, seeds 1574–1683 and',
    '1684–1773 (the first part ended when a worker on the busy machine gave up connecting after five seconds; it now waits fifteen): 200 runs, 393 kills, 126,982 messages taken, 4,220 in',
    'doubt and shown as `unknown`, 638 taken twice, each of them after a person had it sent again; nobody without a message or a state that shows, no second message without a record.',
    '',
    '## Responses alone beside the raw limit',
    '',
    'Requests a second; "nothing" parses the same body and answers, "insert" stores it durably in micro-batches, before and after.',
    '',
    '| clients | nothing | insert | responses | insert again | responses ÷ insert | p99 of a response |',
    '|---|---|---|---|---|---|---|',
    ...raw.map(
      (row, index) =>
        `| ${row.clients} | ${whole(row.nothing.perSecond)} | ${whole(row.insert.perSecond)} | ${whole(row.responses.perSecond)} | ${whole(row.insertAgain.perSecond)} | ${ratios[index]!.toFixed(2)} | ${tenth(row.responses.p99)} ms |`,
    ),
    '',
    '## Whole journeys',
    '',
    'Journey: `GET /api/links/…`, `POST …/credentials`, `POST /api/responses`, with a console listening and the worker counting.',
    '',
    '| clients | journeys/s | median | p99 |',
    '|---|---|---|---|',
    ...journeys.map(
      (row) => `| ${row.clients} | ${whole(row.perSecond)} | ${tenth(row.p50)} ms | ${tenth(row.p99)} ms |`,
    ),
    '',
  ]
  return lines.join('\n')
}
