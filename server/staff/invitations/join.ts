/** What the mailed link opens: a look at what is offered, and taking it with a password. The token is all the proof there is. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { newId, sha256 } from '../../secrets.ts'
import { lockAccount } from '../accounts/queries.ts'
import { nameUnit } from '../accounts/read-units.ts'
import { hashPassword } from '../hash-password.ts'
import { judgePassword } from '../judge-password.ts'
import { recordAudit } from '../record-audit.ts'
import { tellSessionsEnded } from '../tell-sessions-ended.ts'
import { acceptInvitation, findInvitation, insertInvitedAccount, resetAccount } from './queries.ts'
import type { JoinBody, LookView } from './schemas.ts'

type JoinDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'changes' | 'definitions'>

/** Spends nothing. Throws invitation-ended (404) for a link that is used, withdrawn, replaced, expired or none of ours. */
export async function lookAtInvitation(deps: JoinDeps, token: string): Promise<LookView> {
  const { db, clock, config } = deps
  const found = await findInvitation(db, sha256(token), clock.now())
  if (!found) throw errors.invitationEnded()
  const { email, name, role, unit, accountId, expiresAt } = found
  return {
    ...{ email, name, role },
    unit: unit && (await nameUnit(deps, unit)),
    kind: accountId ? 'reset' : 'join',
    expiresAt: expiresAt.toISOString(),
    secondFactor: config.production && role === 'admin' ? 'required' : 'advised',
  }
}

/**
 * Makes the account, or gives the one that exists a new password and no second factor yet. Opens no session: that is
 * sign-in's. Throws invitation-ended (404), password-weak (422), account-exists and account-disabled (409).
 */
export async function join({ db, clock, changes }: JoinDeps, { token, name, password }: JoinBody) {
  const now = clock.now()
  const found = await findInvitation(db, sha256(token), now)
  if (!found) throw errors.invitationEnded()
  const problem = judgePassword(password, found.email)
  if (problem) throw errors.passwordWeak(problem)
  const passwordHash = await hashPassword(password)
  const { email, role, unit, accountId } = found
  await db.transaction(async (tx) => {
    // The account before the invitation, in the order of whoever closes it or mails another link.
    if (accountId) await lockAccount(tx, accountId)
    if (!(await acceptInvitation(tx, sha256(token), now))) throw errors.invitationEnded()
    const id = accountId ?? newId()
    if (accountId) {
      if (!(await resetAccount(tx, id, { passwordHash, now }))) throw errors.accountDisabled()
    } else {
      const account = { id, email, name: name || found.name, role, unit, passwordHash, passwordChangedAt: now }
      if (!(await insertInvitedAccount(tx, account))) throw errors.accountExists()
    }
    const details = { account: id, invitation: found.id, ...(accountId ? {} : { role, unit }) }
    await recordAudit(tx, { actor: email, action: accountId ? 'account.reset-done' : 'account.join', details })
  })
  if (accountId) tellSessionsEnded({ changes })
  return { email, role }
}
