/** First step of a second factor: a secret for an account that has none confirmed; the next sign-in with a code confirms it. */
import { generateSecret, generateURI } from 'otplib'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { setTotpSecret } from './queries.ts'
import { recordAudit } from './record-audit.ts'
import { checkPassword, type SignIn } from './sign-in.ts'

/** Returns the secret (base32) and its otpauth:// URI, shown once. Throws wrong-credentials (401) or second-factor-exists (409). */
export async function enrollSecondFactor(deps: Pick<Deps, 'db' | 'clock' | 'secrets' | 'config'>, input: SignIn) {
  const account = await checkPassword(deps, input)
  const secret = generateSecret()
  const sealed = deps.secrets.seal('totp', account.id, Buffer.from(secret))
  if (!(await setTotpSecret(deps.db, account.id, sealed))) throw errors.secondFactorExists()
  await recordAudit(deps.db, { actor: account.email, action: 'account.second-factor', details: { confirmed: false } })
  return { secret, otpauthUri: generateURI({ issuer: 'Phiếu', label: account.email, secret }) }
}
