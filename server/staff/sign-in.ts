/**
 * Sign-in: argon2id password, then TOTP (RFC 6238) or a recovery code where the account has a second factor; administrators
 * must have one in production. Five wrong ones in a row lock the account for 15 minutes. A refusal never says whether the
 * account exists, is locked or is closed, and takes as long: a lock that told the right password from a wrong one would
 * let whoever guesses go on guessing.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { verify as verifyTotp } from 'otplib'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { newId } from '../secrets.ts'
import { verifyPassword } from './hash-password.ts'
import {
  type Account,
  clearFailedSignIns,
  countRecoveryCodes,
  findAccount,
  insertSession,
  recordFailedSignIn,
  spendRecoveryCode,
  spendTotpStep,
} from './queries.ts'
import { recordAudit } from './record-audit.ts'
import { hashRecoveryCode, isRecoveryCode } from './recovery-code.ts'

const LOCK_MS = 15 * 60_000
export const SESSION_MS = 12 * 60 * 60_000
/** Counting a failure takes a commit, which only accounts that exist have. */
const EVENLY_MS = 100

type SignInDeps = Pick<Deps, 'db' | 'clock' | 'secrets' | 'config'>
export type SignIn = { email: string; password: string; code?: string | undefined }
/** Where a session is opened: words for the browser, and a shortened address. */
export type Place = { device: string; address: string }

/** Returns the account of a right address and password. Throws wrong-credentials (401), at the next full tenth of a second. */
export async function checkPassword(deps: SignInDeps, { email, password }: SignIn): Promise<Account> {
  const began = performance.now()
  const account = await findAccount(deps.db, email)
  if (await passwordMatches(deps, account, password)) return account!
  await pause(EVENLY_MS - ((performance.now() - began) % EVENLY_MS))
  throw errors.wrongCredentials()
}

/** Counts a wrong password. A locked or closed account has no right one. */
export async function passwordMatches(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: Account | undefined,
  password: string,
): Promise<boolean> {
  const locked = account?.lockedUntil && account.lockedUntil > clock.now()
  const matches = await verifyPassword(account?.passwordHash, password)
  if (!account || locked || account.disabledAt) return false
  if (!matches) await recordFailedSignIn(db, account.id, new Date(clock.now().getTime() + LOCK_MS))
  return matches
}

/** Opens a session and returns its id for the cookie's JWT. Throws the 401s of CONTRACT "Staff". */
export async function signIn(deps: SignInDeps, input: SignIn, place: Place = { device: '', address: '' }) {
  const account = await checkPassword(deps, input)
  let by: 'code' | 'recovery-code' | undefined
  if (account.totpConfirmed || (account.sealedTotpSecret && input.code)) by = await checkCode(deps, account, input.code)
  else if (deps.config.production && account.role === 'admin') throw errors.secondFactorRequired()
  const id = newId()
  const expiresAt = new Date(deps.clock.now().getTime() + SESSION_MS)
  const row = { id, expiresAt, now: deps.clock.now(), ...place }
  // The password may have been changed, or the account closed, while it was being checked.
  if (!(await insertSession(deps.db, account, row))) throw errors.wrongCredentials()
  await clearFailedSignIns(deps.db, account.id)
  const left = by === 'recovery-code' ? { codesLeft: await countRecoveryCodes(deps.db, account.id) } : {}
  await recordAudit(deps.db, { actor: account.email, action: 'session.open', details: by ? { by, ...left } : {} })
  return { id, staff: { email: account.email, role: account.role } }
}

async function checkCode(deps: SignInDeps, account: Account, code: string | undefined) {
  if (!code) throw errors.codeRequired()
  const by = isRecoveryCode(code) ? 'recovery-code' : 'code'
  const right = await (by === 'code' ? isRightTotp(deps, account, code) : isRightRecoveryCode(deps, account, code))
  if (right) return by
  await recordFailedSignIn(deps.db, account.id, new Date(deps.clock.now().getTime() + LOCK_MS))
  throw errors.wrongCredentials()
}

/** A code works once, and none that is older than the last one. */
async function isRightTotp({ db, clock, secrets }: SignInDeps, account: Account, code: string): Promise<boolean> {
  const secret = secrets.open('totp', account.id, account.sealedTotpSecret!).toString('utf8')
  const step = await findTotpStep(secret, code, clock.now())
  return step !== null && (await spendTotpStep(db, account.id, step))
}

/** Only with a confirmed factor: before that there is nothing to recover. */
async function isRightRecoveryCode({ db, clock }: SignInDeps, account: Account, code: string): Promise<boolean> {
  return account.totpConfirmed && (await spendRecoveryCode(db, account.id, hashRecoveryCode(code), clock.now()))
}

/** The step of 30 s that a code is of, half a minute early or late; null when it is of none. */
export async function findTotpStep(secret: string, code: string, now: Date): Promise<number | null> {
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verifyTotp({ secret, token: code, epoch, epochTolerance: 30 })
  return result.valid ? Math.floor(epoch / 30) + result.delta : null
}
