/**
 * A second factor of one's own, the first or another: the secret is kept only when a code has proved that the telephone
 * has it, so that nobody locks themselves out by half. Until then it travels sealed with whoever sets it up.
 */
import { generateSecret, generateURI } from 'otplib'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import type { Secrets } from '../../secrets.ts'
import { recordAudit } from '../record-audit.ts'
import { hashRecoveryCode, makeRecoveryCode, RECOVERY_CODES } from '../recovery-code.ts'
import { findTotpStep } from '../sign-in.ts'
import { provePassword } from './prove-password.ts'
import { replaceRecoveryCodes, setProvedFactor } from './queries.ts'
import type { PendingFactorView, RecoveryCodesView } from './schemas.ts'

type FactorDeps = Pick<Deps, 'db' | 'clock' | 'secrets'>

const TICKET_MS = 15 * 60_000

/** A fresh secret, shown once; nothing changes yet. Throws password-wrong (422). */
export async function beginSecondFactor(deps: FactorDeps, password: string, staff: Staff): Promise<PendingFactorView> {
  await provePassword(deps, staff, password)
  const secret = generateSecret()
  const pending: Pending = { secret, until: deps.clock.now().getTime() + TICKET_MS }
  return {
    secret,
    otpauthUri: generateURI({ issuer: 'Phiếu', label: staff.email, secret }),
    ticket: deps.secrets.seal('totp-pending', staff.id, Buffer.from(JSON.stringify(pending))).toString('base64url'),
  }
}

/** The secret counts from now, with ten new recovery codes. Throws code-wrong and ticket-ended (422). */
export async function confirmSecondFactor(
  { db, clock, secrets }: FactorDeps,
  { ticket, code }: { ticket: string; code: string },
  staff: Staff,
): Promise<RecoveryCodesView> {
  const pending = openTicket(secrets, staff.id, ticket)
  if (!pending || pending.until < clock.now().getTime()) throw errors.ticketEnded()
  const step = await findTotpStep(pending.secret, code, clock.now())
  if (step === null) throw errors.codeWrong()
  return db.transaction(async (tx) => {
    await setProvedFactor(tx, staff.id, secrets.seal('totp', staff.id, Buffer.from(pending.secret)), step)
    const recoveryCodes = await makeCodes(tx, staff.id)
    await recordAudit(tx, { actor: staff.email, action: 'account.second-factor' })
    return { recoveryCodes }
  })
}

/** Ten new ones; those before open nothing. Throws password-wrong (422), second-factor-missing (409). */
export async function renewRecoveryCodes(deps: FactorDeps, password: string, staff: Staff): Promise<RecoveryCodesView> {
  const account = await provePassword(deps, staff, password)
  if (!account.totpConfirmed) throw errors.secondFactorMissing()
  return deps.db.transaction(async (tx) => {
    const recoveryCodes = await makeCodes(tx, staff.id)
    await recordAudit(tx, { actor: staff.email, action: 'account.recovery-codes' })
    return { recoveryCodes }
  })
}

async function makeCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode)
  await replaceRecoveryCodes(tx, accountId, codes.map(hashRecoveryCode))
  return codes
}

type Pending = { secret: string; until: number }

/** Undefined when it is another account's, or none of ours. */
function openTicket(secrets: Secrets, accountId: string, ticket: string): Pending | undefined {
  try {
    return JSON.parse(secrets.open('totp-pending', accountId, Buffer.from(ticket, 'base64url')).toString('utf8'))
  } catch {
    return undefined
  }
}
