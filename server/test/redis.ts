/**
 * A real Redis (or Valkey) for tests, on a free port with its files in a temporary folder. Where none is installed and
 * the tests run as root on a system with apt, it is installed once, without a service of its own on port 6379.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Redis } from 'ioredis'
import { findFreePort } from '../db/embedded-server.ts'
import { installPackages } from './install-packages.ts'

export type TestRedis = {
  url: string
  /** SIGKILL, everything in it is gone. */
  kill(): Promise<void>
  /** Starts again, empty, on the same port. */
  start(): Promise<void>
  stop(): Promise<void>
}

export async function startRedis(): Promise<TestRedis> {
  const program = await findOrInstall()
  const port = await findFreePort()
  const dir = mkdtempSync(join(tmpdir(), 'phieu-redis-'))
  const url = `redis://127.0.0.1:${port}`
  const settings = { port, bind: '127.0.0.1', dir, save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])

  async function start() {
    const server = spawn(program, args, { stdio: 'ignore' })
    const gone = once(server, 'exit')
    const failed = gone.then(([code]) => Promise.reject(new Error(`${program} ended with code ${code}`)))
    failed.catch(() => {})
    const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null, retryStrategy: () => 50 })
    client.on('error', () => {}) // refused until it listens
    await Promise.race([client.ping(), failed]).finally(() => client.disconnect())
    const end = async (signal: NodeJS.Signals) => {
      server.kill(signal)
      await gone
    }
    return end
  }

  let end = await start()
  return {
    url,
    kill: () => end('SIGKILL'),
    async start() {
      end = await start()
    },
    async stop() {
      await end('SIGKILL') // it has nothing to keep
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function findOrInstall(): Promise<string> {
  const found = onPath('redis-server') ?? onPath('valkey-server')
  if (found) return found
  await installPackages('redis-server', 'command -v redis-server')
  const installed = onPath('redis-server')
  if (!installed)
    throw new Error('these tests need redis-server: install it (apt install redis-server, brew install redis)')
  return installed
}

function onPath(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
