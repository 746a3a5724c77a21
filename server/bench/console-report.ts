/** What `npm run bench:console` found, as the text that is printed and, with `--write`, kept in docs/benchmarks-console.md. */
import { cpus, totalmem } from 'node:os'
import type { ChangingCall } from './measure-changing-calls.ts'
import type { LivePage } from './measure-live-page.ts'
import type { StaffCall } from './measure-staff-calls.ts'
import { ENTRIES } from './store-audit.ts'
import { ANSWERS, PEOPLE, STRATA } from './store-people.ts'

const BARS = { callMs: 300, scriptingMs: 16 }
/** Whole lists as files: they take as long as there are rows, and say so while they come. */
const FILE = /\.(xlsx|csv|jsonl|docx|zip)$|\/sheet$|\/export$/
const SHOWN = 25

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
const tenth = (value: number): string => value.toFixed(1)
const held = (ok: boolean) => (ok ? 'held' : 'NOT HELD')

type Found = { calls: StaffCall[]; changing: ChangingCall[]; live: LivePage; wall: LivePage }

/** Markdown; every bar with the figure beside it and whether it held. Calls come with the slowest first. */
export function writeConsoleReport({ calls, changing, live, wall }: Found, date: string): string {
  const plain = calls.filter(({ path }) => !FILE.test(path))
  const files = calls.filter(({ path }) => FILE.test(path))
  const slow = plain.filter(({ p95 }) => p95 > BARS.callMs)
  const slowChanges = changing.filter(({ p95 }) => p95 > BARS.callMs)
  const row = ({ path, status, kilobytes, first, p50, p95 }: StaffCall) =>
    `| \`${path}\` | ${status} | ${whole(kilobytes)} | ${whole(first)} | ${whole(p50)} | ${whole(p95)} |`
  const head = ['| call | status | kB | first ms | p50 ms | p95 ms |', '|---|---|---|---|---|---|']
  const pageRow = (name: string, page: LivePage) =>
    `| scripting in a frame, ${name}: the most of ${whole(page.frames)} frames over ${page.updates} updates | < ${BARS.scriptingMs} ms | ${tenth(page.most)} ms (median ${tenth(page.p50)}, p99 ${tenth(page.p99)}) | ${held(page.most < BARS.scriptingMs)} |`
  return [
    '# Benchmarks of the console',
    '',
    '`npm run bench:console` measures, `npm run bench:console -- --write` also writes this page. Server, PostgreSQL, client and browser share the',
    `machine. In the database: ${whole(PEOPLE)} respondents of one campaign in ${whole(STRATA)} strata of 100 units, ${whole(ANSWERS)} of them with a counted answer, two waves over both channels; ${whole(ENTRIES)} entries in the log.`,
    '',
    `Run of ${date}: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}.`,
    '',
    '## Bars',
    '',
    '| bar | asked | found | |',
    '|---|---|---|---|',
    `| the slowest of ${plain.length} reading staff calls, p95 to the last byte | ≤ ${BARS.callMs} ms | ${whole(plain[0]?.p95 ?? 0)} ms; ${slow.length} above | ${held(slow.length === 0)} |`,
    `| the slowest of ${changing.length} changing staff calls, p95 | ≤ ${BARS.callMs} ms | ${whole(changing[0]?.p95 ?? 0)} ms; ${slowChanges.length} above | ${held(slowChanges.length === 0)} |`,
    pageRow('the live page of 100 units and 1,000 strata, one update a second', live),
    pageRow('the same on the wall', wall),
    '',
    `## The ${SHOWN} slowest reading calls`,
    '',
    ...head,
    ...plain.slice(0, SHOWN).map(row),
    '',
    '## Changing calls',
    '',
    '| call | p50 ms | p95 ms |',
    '|---|---|---|',
    ...changing.map(({ call, p50, p95 }) => `| \`${call}\` | ${whole(p50)} | ${whole(p95)} |`),
    '',
    '## Whole lists as files',
    '',
    ...head,
    ...files.map(row),
    '',
  ].join('\n')
}
