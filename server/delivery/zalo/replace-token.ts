/** A person signs the application in again: the refresh token begins a new chain and is tried at once. It is never logged. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { hintDispatch } from '../dispatch-deliveries.job.ts'

/**
 * `working`: Zalo gave a pair, and what waited for it goes on. `waiting`: Zalo did not answer; the token is kept and tried
 * again. Throws zalo-not-configured, and zalo-token-refused, which leaves an earlier chain as it was.
 */
export async function replaceZaloToken(
  { db, zaloTokens, queue }: Pick<Deps, 'db' | 'zaloTokens' | 'queue'>,
  refreshToken: string,
  staff: Staff,
): Promise<{ state: 'working' | 'waiting' }> {
  if (!zaloTokens) throw errors.zaloNotConfigured()
  const begun = await zaloTokens.begin(refreshToken)
  const state = !('ok' in begun) ? 'working' : begun.person ? 'refused' : 'waiting'
  await recordAudit(db, { actor: staff.email, action: 'zalo.token', details: { state } })
  if (state === 'refused') throw errors.zaloTokenRefused()
  if (state === 'working') await hintDispatch(queue, ['zalo'])
  return { state }
}
