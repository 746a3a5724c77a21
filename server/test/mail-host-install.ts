/**
 * Brings the mail software of Debian that mail-host.ts runs: postfix, dovecot-imapd and opendkim. Installed once by root
 * on a system with apt, without services of their own; anybody else is told in one line what to install.
 */
import { existsSync } from 'node:fs'
import { installPackages } from './install-packages.ts'

export const PROGRAMS = {
  postfix: '/usr/sbin/postfix',
  sink: '/usr/sbin/smtp-sink',
  dovecot: '/usr/sbin/dovecot',
  opendkim: '/usr/sbin/opendkim',
} as const

const PACKAGES = 'postfix dovecot-imapd opendkim'
const missing = (): string[] => Object.values(PROGRAMS).filter((program) => !existsSync(program))

/** Throws with one line to act on. Postfix changes between accounts, so only root can start it. */
export async function requireMailSoftware(): Promise<void> {
  if (process.getuid?.() !== 0) {
    throw new Error(`this test runs real mail servers: run it as root, where apt install ${PACKAGES} has been done`)
  }
  if (missing().length > 0) {
    const there = Object.values(PROGRAMS).map((program) => `[ -e ${program} ]`)
    await installPackages(PACKAGES, there.join(' && '))
  }
  if (missing().length > 0) throw new Error(`this test runs real mail servers: apt install ${PACKAGES}`)
}
