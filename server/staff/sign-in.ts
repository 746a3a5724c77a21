/**
 * Sign-in: argon2id password, then TOTP (RFC 6238) where the account has it; administrators must have it in production.
 * A wrong address costs as much time as a wrong password, and five wrong ones in a row lock the account for 15 minutes.
 */
import { verify as verifyPassword } from '@node-rs/argon2'
import { verify as verifyTotp } from 'otplib'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { newId } from '../secrets.ts'
import {
  type Account,
  clearFailedSignIns,
  findAccount,
  insertSession,
  recordFailedSignIn,
  spendTotpStep,
} from './queries.ts'
import { recordAudit } from './record-audit.ts'

const LOCK_MS = 15 * 60_000
export const SESSION_MS = 12 * 60 * 60_000
/** A hash that no password has: verified against when the address is unknown. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$BCHGy5vcY9PgYTGW+hbC2w$kPl8mENB+WCAhq+FrAhlNGgWEwW/8/NOuzEH6CFBC0g'

type SignInDeps = Pick<Deps, 'db' | 'clock' | 'secrets' | 'config'>
export type SignIn = { email: string; password: string; code?: string | undefined }

/** Returns the account of a right address and password; throws wrong-credentials or account-locked (401). */
export async function checkPassword({ db, clock }: SignInDeps, { email, password }: SignIn): Promise<Account> {
  const account = await findAccount(db, email)
  const locked = account?.lockedUntil && account.lockedUntil > clock.now()
  const matches = await verifyPassword(account?.passwordHash ?? NOBODY, password).catch(() => false)
  // Only whoever has the password learns of the lock: others could tell which addresses have accounts.
  if (account && matches && locked) throw errors.accountLocked()
  if (account && matches) return account
  if (account && !locked) await recordFailedSignIn(db, account.id, new Date(clock.now().getTime() + LOCK_MS))
  throw errors.wrongCredentials()
}

/** Opens a session and returns its id for the cookie's JWT. Throws the 401s of CONTRACT "Staff". */
export async function signIn(deps: SignInDeps, input: SignIn) {
  const account = await checkPassword(deps, input)
  if (account.totpConfirmed || (account.sealedTotpSecret && input.code)) await checkCode(deps, account, input.code)
  else if (deps.config.production && account.role === 'admin') throw errors.secondFactorRequired()
  await clearFailedSignIns(deps.db, account.id)
  const id = newId()
  await insertSession(deps.db, {
    id,
    accountId: account.id,
    expiresAt: new Date(deps.clock.now().getTime() + SESSION_MS),
  })
  await recordAudit(deps.db, { actor: account.email, action: 'session.open' })
  return { id, staff: { email: account.email, role: account.role } }
}

async function checkCode(
  { db, clock, secrets }: SignInDeps,
  account: Account,
  code: string | undefined,
): Promise<void> {
  if (!code) throw errors.codeRequired()
  const secret = secrets.open('totp', account.id, account.sealedTotpSecret!).toString('utf8')
  const epoch = Math.floor(clock.now().getTime() / 1000)
  const result = await verifyTotp({ secret, token: code, epoch, epochTolerance: 30 })
  const step = Math.floor(epoch / 30) + (result.valid ? result.delta : 0)
  if (result.valid && (await spendTotpStep(db, account.id, step))) return
  await recordFailedSignIn(db, account.id, new Date(clock.now().getTime() + LOCK_MS))
  throw errors.wrongCredentials()
}
