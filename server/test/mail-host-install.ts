/**
 * Brings the mail software of Debian that mail-host.ts runs: postfix, dovecot-imapd and opendkim. Installed once by root
 * on a system with apt, without services of their own; anybody else is told in one line what to install.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const PROGRAMS = {
  postfix: '/usr/sbin/postfix',
  sink: '/usr/sbin/smtp-sink',
  dovecot: '/usr/sbin/dovecot',
  opendkim: '/usr/sbin/opendkim',
} as const

const PACKAGES = 'postfix dovecot-imapd opendkim'
const missing = (): string[] => Object.values(PROGRAMS).filter((program) => !existsSync(program))

/** `policy-rc.d` with 101 keeps the packages from starting services; the lock is the one of redis.ts, because apt is one. */
const INSTALL = `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then printf '#!/bin/sh\\nexit 101\\n' > $policy; chmod 755 $policy; trap 'rm -f $policy' EXIT; fi
apt-get -o DPkg::Lock::Timeout=120 update &&
apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends ${PACKAGES}
`

/** Throws with one line to act on. Postfix changes between accounts, so only root can start it. */
export async function requireMailSoftware(): Promise<void> {
  if (process.getuid?.() !== 0) {
    throw new Error(`this test runs real mail servers: run it as root, where apt install ${PACKAGES} has been done`)
  }
  if (missing().length > 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const lock = join(tmpdir(), 'phieu-redis-install.lock')
    await promisify(execFile)('flock', [lock, 'sh', '-c', INSTALL], {
      env,
      timeout: 300_000,
      maxBuffer: 16 << 20,
    }).catch(
      () => {}, // what is missing then is said below
    )
  }
  if (missing().length > 0) throw new Error(`this test runs real mail servers: apt install ${PACKAGES}`)
}
