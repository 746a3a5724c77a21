/** What the tests of this room share: an installation as a first start leaves it, and processes of it that a test can put elsewhere. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Config } from '../../config.ts'
import type { Db } from '../../db/client.ts'
import { installation } from '../../db/staff-schema.ts'
import type { Deps } from '../../deps.ts'
import { log } from '../delivery.fixture.ts'
import type { HoldDeps } from './check-place.ts'
import { createWitness } from './witness.ts'

export type TestProcess = HoldDeps & Pick<Deps, 'changes'>

/** As the first start leaves it: no place yet. */
export async function beginInstallation(db: Db): Promise<void> {
  await db.delete(installation)
  await db.insert(installation).values({ id: 1, secretKeyCheck: Buffer.alloc(32) })
}

/** Call at the top of a test file: processes with their own data folders, which end with it. */
export function placedProcesses() {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'phieu-place-'))
    folders.push(folder)
    return folder
  }
  /** `dataDir`: a new one unless given; `publicUrl` likewise https://khaosat.test. */
  function process(
    deps: Pick<Deps, 'db' | 'clock' | 'changes'>,
    { dataDir = newFolder(), publicUrl = 'https://khaosat.test', redisUrl }: Partial<Config> = {},
  ): TestProcess {
    const config = { publicUrl, dataDir, databaseUrl: 'postgres://elsewhere' } as Config
    return { ...deps, config, log, witness: createWitness({ dataDir, redisUrl }) }
  }
  return { process, newFolder }
}

/** What the database holds of the hold. */
export async function readInstallation(db: Db) {
  return (await db.select().from(installation))[0]!
}
