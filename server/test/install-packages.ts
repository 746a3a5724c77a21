/**
 * Brings Debian's packages that tests run, once, as root on a system with apt; elsewhere nothing happens, and the caller
 * says in one line what to install. Test files run side by side: the lock lets the first install, for apt is one.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** `packages`: names apart by spaces. `done`: a shell condition, asked again once the lock is held. Never throws. */
export async function installPackages(packages: string, done: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/flock')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const lock = join(tmpdir(), 'phieu-packages.lock')
  const options = { env, timeout: 600_000, maxBuffer: 16 << 20 }
  await promisify(execFile)('flock', [lock, 'sh', '-c', scriptOf(packages, done)], options).catch(() => {})
}

/** `policy-rc.d` with 101 keeps packages from starting services of their own. */
const scriptOf = (packages: string, done: string): string => `
${done} && exit 0
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then printf '#!/bin/sh\\nexit 101\\n' > $policy; chmod 755 $policy; trap 'rm -f $policy' EXIT; fi
apt-get -o DPkg::Lock::Timeout=120 update &&
apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends ${packages}
`
