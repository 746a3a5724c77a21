/**
 * The parts of a place that the database cannot say: the public address, and for the embedded PostgreSQL the folder of
 * its data and the machine. With a PostgreSQL elsewhere the machine does not count: containers change their names.
 */
import { existsSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import type { PlaceParts } from './judge-place.ts'

type Surroundings = Pick<PlaceParts, 'address' | 'folder' | 'host'>

export async function readSurroundings(
  config: Pick<Config, 'publicUrl' | 'databaseUrl' | 'dataDir'>,
): Promise<Surroundings> {
  const address = addressOf(config.publicUrl)
  if (config.databaseUrl) return { address }
  return { address, folder: await folderOf(config.dataDir), host: await hostOf() }
}

/** Trying Phiếu out on another port of one's own machine is no move. */
function addressOf(publicUrl: string): string {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(publicUrl) ? 'localhost' : publicUrl
}

/**
 * Path and inode: PostgreSQL writes global/pg_control in place for as long as a cluster lives, so another inode at the same
 * path means that the folder was put back from a copy.
 */
async function folderOf(dataDir: string): Promise<string | null> {
  try {
    const path = await realpath(dataDir)
    const pointer = await readOrNull(join(path, 'postgres.location'))
    const control = join(pointer ?? path, 'postgres', 'global', 'pg_control')
    return `${path} ${(await stat(control, { bigint: true })).ino}`
  } catch {
    return null
  }
}

/** A clone of a machine often keeps one of the two. A container's are its own only until it is made anew. */
async function hostOf(): Promise<string | null> {
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv')) return null
  return `${(await readOrNull('/etc/machine-id')) ?? ''} ${hostname()}`.trim()
}

async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').then(
    (text) => text.trim() || null,
    () => null,
  )
}
