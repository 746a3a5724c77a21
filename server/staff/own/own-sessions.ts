/** Where one is signed in, and ending it from here. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { sha256 } from '../../secrets.ts'
import { recordAudit } from '../record-audit.ts'
import { tellSessionsEnded } from '../tell-sessions-ended.ts'
import { deleteOwnSession, listSessions } from './queries.ts'
import type { OwnSessionView } from './schemas.ts'

type SessionDeps = Pick<Deps, 'db' | 'clock' | 'changes'>

/** A session's id is in its cookie's token; what a page shows must not be it. */
const nameOf = (id: string): string => sha256(id).toString('base64url').slice(0, 22)

export async function readSessions(
  { db, clock }: SessionDeps,
  staff: Staff,
  current: string,
): Promise<OwnSessionView[]> {
  const rows = await listSessions(db, staff.id, clock.now())
  return rows.map(({ id, device, address, createdAt, lastSeenAt, expiresAt }) => ({
    id: nameOf(id),
    ...{ device, address },
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: id === current,
  }))
}

/** Throws session-unknown (404) for one that has ended or is another person's. */
export async function endSession({ db, clock, changes }: SessionDeps, name: string, staff: Staff): Promise<void> {
  const found = (await listSessions(db, staff.id, clock.now())).find(({ id }) => nameOf(id) === name)
  if (!found) throw errors.sessionUnknown()
  await db.transaction(async (tx) => {
    if (!(await deleteOwnSession(tx, staff.id, found.id))) throw errors.sessionUnknown()
    await recordAudit(tx, { actor: staff.email, action: 'session.end', details: { session: name } })
  })
  tellSessionsEnded({ changes })
}
