/**
 * A new cluster: UTF-8, Vietnamese ordering by ICU, password sign-in only. `initdb` works in a folder of its own that is renamed when
 * it is whole, so a start that was killed half-way leaves nothing that looks like data.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asAccount } from './embedded-account.ts'
import { explainOutput, failure } from './embedded-failure.ts'
import type { Home } from './embedded-home.ts'
import { endLeftovers } from './embedded-process.ts'

/** The owner of the cluster and of the database, and the database's name. */
export const OWNER = 'phieu'
const MAJOR_VERSION = '18'
const OPTIONS = [
  '-U',
  OWNER,
  '-E',
  'UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=icu',
  '--icu-locale=vi',
  '--lc-messages=C',
]
const SIGN_IN = ['--auth-local=scram-sha-256', '--auth-host=scram-sha-256']

/** Creates the cluster unless it is there already. Returns the password of its owner. */
export async function initializeCluster(home: Home, binaries: string, fast: boolean): Promise<string> {
  for (const name of readdirSync(home.parent)) {
    if (!name.startsWith('postgres.init-')) continue
    // The initdb of a killed launcher may still be writing there.
    await endLeftovers(join(home.parent, name, 'data'), home.account)
    rmSync(join(home.parent, name), { recursive: true, force: true, maxRetries: 10 })
  }
  if (existsSync(home.pgdata)) return readPassword(home)
  const password = randomBytes(24).toString('base64url')
  rmSync(home.password, { force: true })
  writeFileSync(home.password, `${password}\n`, { mode: 0o600, flag: 'wx' })
  const stage = join(home.parent, `postgres.init-${randomBytes(4).toString('hex')}`)
  mkdirSync(stage, { mode: 0o700 })
  try {
    const passwordFile = join(stage, 'password')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    for (const path of [stage, passwordFile])
      if (home.account.switched) chownSync(path, home.account.uid, home.account.gid)
    const target = join(stage, 'data')
    const options = [...OPTIONS, ...SIGN_IN, `--pwfile=${passwordFile}`, ...(fast ? ['--no-sync'] : []), '-D', target]
    await run(join(binaries, 'initdb'), options, home)
    renameSync(target, home.pgdata)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
  return password
}

/** The password of a cluster that exists, once it is sure that this PostgreSQL can read it. */
export function readPassword(home: Home): string {
  const version = readOrNull(join(home.pgdata, 'PG_VERSION'))
  if (version === null) throw failure(`${home.pgdata} is not a PostgreSQL data folder: restore it or move it away`)
  if (version !== MAJOR_VERSION) {
    const advice = 'dump it with that version, move the folder away and load the dump'
    throw failure(`${home.pgdata} was written by PostgreSQL ${version}, this is ${MAJOR_VERSION}: ${advice}`)
  }
  const password = readOrNull(home.password)
  if (!password)
    throw failure(`${home.password} is missing and ${home.pgdata} can't be opened without it: restore that file`)
  return password
}

function run(program: string, args: string[], home: Home): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...asAccount(home.account), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      writeFileSync(home.log, output, { flag: 'a', mode: 0o600 })
      reject(explainOutput(output, home.parent, home.log))
    })
  })
}

function readOrNull(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}
