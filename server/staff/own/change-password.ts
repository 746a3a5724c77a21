/** A new password of one's own. Every other session ends: whoever knew the old one is out. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { deleteSessionsOf } from '../accounts/queries.ts'
import { hashPassword } from '../hash-password.ts'
import { judgePassword } from '../judge-password.ts'
import { recordAudit } from '../record-audit.ts'
import { tellSessionsEnded } from '../tell-sessions-ended.ts'
import { provePassword } from './prove-password.ts'
import { setPassword } from './queries.ts'

/** `session`: the one that goes on. Throws password-wrong, password-weak and password-same (422). */
export async function changePassword(
  deps: Pick<Deps, 'db' | 'clock' | 'changes'>,
  { current, next }: { current: string; next: string },
  staff: Staff,
  session: string,
): Promise<{ sessionsEnded: number }> {
  const account = await provePassword(deps, staff, current)
  const problem = judgePassword(next, staff.email)
  if (problem) throw errors.passwordWeak(problem)
  if (next.normalize('NFC') === current.normalize('NFC')) throw errors.passwordSame()
  const passwordHash = await hashPassword(next)
  const sessionsEnded = await deps.db.transaction(async (tx) => {
    if (!(await setPassword(tx, account, passwordHash, deps.clock.now()))) throw errors.passwordWrong()
    const ended = await deleteSessionsOf(tx, staff.id, session)
    await recordAudit(tx, { actor: staff.email, action: 'account.password', details: { sessionsEnded: ended } })
    return ended
  })
  tellSessionsEnded(deps)
  return { sessionsEnded }
}
