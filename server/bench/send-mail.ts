/** How fast one worker hands a wave to a mail server on this machine, and how much memory it takes for that. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { signInAsOfficer } from '../demo/officer.ts'
import { type BenchServer, startChild } from './child.ts'
import { importRoster } from './prepare.ts'

const PEOPLE = 5_000
const CODE = 'gui-thu'
const LOOK_MS = 250
/** As `npm run start:worker` starts it. */
const WORKER_FLAGS = ['--optimize-for-size', '--max-semi-space-size=4']

export type Sending = { messages: number; perMinute: number; megabytes: number }
type Seen = { count: number; first: number; last: number }

/** A web and a worker of its own, with a real SMTP connection to a sink in a third process. */
export async function measureSending(
  env: Record<string, string>,
  admin: { email: string; password: string },
): Promise<Sending> {
  const servers: BenchServer[] = []
  try {
    const sink = await startChild('./smtp-sink.ts', env)
    servers.push(sink)
    const mail = { ...env, SMTP_URL: sink.address, MAIL_FROM: 'khao-sat@bench.example' }
    const web = await startChild('./server.ts', mail)
    servers.unshift(web)
    const worker = await startChild('./server.ts', { ...mail, BENCH_PART: 'worker' }, WORKER_FLAGS)
    servers.unshift(worker)
    const officer = await signInAsOfficer(web.address, admin.email, admin.password)
    await officer.post('/api/campaigns', { definition: 'bench', code: CODE, sendingHours: 'any' })
    await importRoster(officer, CODE, PEOPLE)
    await officer.post(`/api/campaigns/${CODE}/open`)
    await officer.patch('/api/sending/channels/email', { perMinute: null, parallel: 10 })
    await officer.post(`/api/campaigns/${CODE}/waves`, { kind: 'invitation', channels: ['email'] })
    const seen = await untilAllSeen(sink)
    const minutes = (seen.last - seen.first) / 60_000
    return { messages: seen.count, perMinute: seen.count / minutes, megabytes: await peakMemory(worker.pid) }
  } finally {
    for (const server of servers) await server.stop()
  }
}

async function untilAllSeen(sink: BenchServer): Promise<Seen> {
  for (;;) {
    const answered = once(sink.child, 'message')
    sink.child.send('count')
    const [{ seen }] = (await answered) as [{ seen: Seen }]
    if (seen.count >= PEOPLE) return seen
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** The most resident memory that the process has had, in MB (VmHWM of proc(5)). */
async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}
