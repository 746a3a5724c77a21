/**
 * Where the data of the embedded server live. Normally `<dataDir>/postgres`. When root has dropped to an account that can't reach
 * that (a project under /root), a folder of /var/lib/phieu, and `<dataDir>/postgres.location` says which. Its name has a
 * random part: a new data folder at an old path starts empty, and never meets the data of the one that was deleted.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, canEnter, chooseAccount } from './embedded-account.ts'
import { failure } from './embedded-failure.ts'

/** `parent` holds `pgdata` and is reachable for `account`; `password` and `log` stay in `dataDir`, out of the server's reach. */
export type Home = { dataDir: string; parent: string; pgdata: string; account: Account; password: string; log: string }

const SYSTEM_FOLDER = '/var/lib/phieu'

/** Finds or chooses the place for the data of `dataDir` (absolute, real, existing); creates no cluster. */
export function settleHome(dataDir: string, throwAway: boolean): Home {
  const parent = chooseParent(dataDir, throwAway)
  const pgdata = join(parent, 'postgres')
  const account = chooseAccount(pgdata)
  if (account.switched && !canEnter(account, parent)) {
    throw failure(
      `${account.name} can't reach ${parent}, and root may not run PostgreSQL: open the folders above it (chmod o+x)`,
    )
  }
  if (account.switched && statSync(pgdata, { throwIfNoEntry: false })?.uid === 0) giveTo(account, pgdata)
  return {
    dataDir,
    parent,
    pgdata,
    account,
    password: join(dataDir, 'postgres.password'),
    log: join(dataDir, 'postgres.log'),
  }
}

/** Creates `path` if need be, and makes sure that it is a real folder which only this user can change (no planted symlink). */
export function ownFolder(path: string): string {
  const above = lstatSync(dirname(path))
  if (above.mode & 0o002 && !(above.mode & 0o1000))
    throw failure(`Anybody may rename folders in ${dirname(path)}: set its sticky bit`)
  // Not recursive: a mode would then apply to the folders above as well.
  if (!existsSync(path)) mkdirSync(path, { mode: 0o755 })
  const found = lstatSync(path)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw failure(`${path} is not a folder of this user: remove it, then start again`)
  }
  chmodSync(path, 0o755)
  return path
}

function chooseParent(dataDir: string, throwAway: boolean): string {
  const pointer = join(dataDir, 'postgres.location')
  if (existsSync(pointer)) return followPointer(dataDir, pointer)
  const account = chooseAccount(join(dataDir, 'postgres'))
  if (!account.switched || existsSync(join(dataDir, 'postgres')) || canEnter(account, dataDir)) return dataDir
  // What `mkdtemp` made for a test or a benchmark is closed to others and soon deleted: data elsewhere would be left behind.
  const isTemporary = throwAway || dataDir.startsWith(join(realpathSync(tmpdir()), '/'))
  if (isTemporary && canEnter(account, dirname(dataDir))) {
    chmodSync(dataDir, 0o711)
    return dataDir
  }
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const place = ownFolder(join(ownFolder(SYSTEM_FOLDER), `${hash}-${randomBytes(4).toString('hex')}`))
  writeFileSync(join(place, 'data-dir'), `${dataDir}\n`)
  writeFileSync(pointer, `${place}\n`)
  return place
}

/** A data folder that was moved keeps its data; of two that point at the same data (a copied project) the second is refused. */
function followPointer(dataDir: string, pointer: string): string {
  const place = readFileSync(pointer, 'utf8').trim()
  const origin = join(place, 'data-dir')
  if (!existsSync(origin)) {
    throw failure(
      `The data named in ${pointer} are gone: restore ${place}, or delete that file to start with an empty database`,
    )
  }
  const before = readFileSync(origin, 'utf8').trim()
  if (before === dataDir) return place
  const other = join(before, 'postgres.location')
  if (existsSync(other) && readFileSync(other, 'utf8').trim() === place) {
    throw failure(
      `${dataDir} is a copy of ${before} and would share its data: delete ${pointer} to start with an empty database`,
    )
  }
  writeFileSync(origin, `${dataDir}\n`)
  return place
}

/** Data that root copied or restored belong to root; PostgreSQL wants its own. */
function giveTo(account: Account, pgdata: string): void {
  for (const entry of readdirSync(pgdata, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(pgdata, entry), account.uid, account.gid)
  lchownSync(pgdata, account.uid, account.gid)
}
