/**
 * PostgreSQL refuses to run as root. When Phiếu runs as root, the server runs as the owner of the data it finds, or as
 * `nobody` on new data; otherwise as the user who started Phiếu.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { failure } from './embedded-failure.ts'

export type Account = { name: string; uid: number; gid: number; switched: boolean }

/** The account that runs the server on `pgdata`, which may not exist yet. */
export function chooseAccount(pgdata: string): Account {
  const { uid, gid, username } = userInfo()
  const owner = statSync(pgdata, { throwIfNoEntry: false })
  if (uid !== 0) {
    if (owner && owner.uid !== uid) {
      throw failure(`${pgdata} belongs to another user: start as that user, or set DATA_DIR to a folder of your own`)
    }
    return { name: username, uid, gid, switched: false }
  }
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid, switched: true }
  const [, nobodyUid, nobodyGid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readPasswd()) ?? ['', '65534', '65534']
  return { name: 'nobody', uid: Number(nobodyUid), gid: Number(nobodyGid), switched: true }
}

/** Options for `spawn`: the account, a folder that everybody may enter, and nothing of our environment (PGDATA, PGPORT, secrets). */
export function asAccount(account: Account) {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' }
  return { cwd: '/', env, ...(account.switched ? { uid: account.uid, gid: account.gid } : {}) }
}

/** Whether the account can reach `folder`: asked of the kernel, since mode bits alone miss ACLs and mounts. */
export function canEnter(account: Account, folder: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...asAccount(account), stdio: 'ignore' })
  if (result.error) {
    throw failure(`Root may not become ${account.name} here: start Phiếu as an ordinary user, or set DATABASE_URL`)
  }
  return result.status === 0
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}
