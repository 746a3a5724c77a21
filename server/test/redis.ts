/**
 * A real Redis (or Valkey) for tests, on a free port with its files in a temporary folder. Where none is installed and
 * the tests run as root on a system with apt, it is installed once, without a service of its own on port 6379.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'

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
  const port = await freePort()
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function findOrInstall(): Promise<string> {
  const found = onPath('redis-server') ?? onPath('valkey-server')
  if (found) return found
  if (process.getuid?.() === 0 && onPath('apt-get') && onPath('flock')) await install()
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

/** Test files run side by side; the lock lets the first install. `policy-rc.d` with 101 keeps the package from starting a service. */
const INSTALL = `
command -v redis-server && exit 0
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then printf '#!/bin/sh\\nexit 101\\n' > $policy; chmod 755 $policy; trap 'rm -f $policy' EXIT; fi
apt-get -o DPkg::Lock::Timeout=120 update && apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends redis-server
`

async function install(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const lock = join(tmpdir(), 'phieu-redis-install.lock')
  const options = { env, timeout: 300_000, maxBuffer: 16 << 20 }
  await promisify(execFile)('flock', [lock, 'sh', '-c', INSTALL], options).catch(() => {}) // findOrInstall says what to do
}
