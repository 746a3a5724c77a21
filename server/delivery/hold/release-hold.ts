/** An administrator says that this is the one installation that sends: the place is recorded anew and sending goes on. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { answersOf, type HoldDeps, witnessedAs } from './check-place.ts'
import { findInstallation, markPassedOverdue, markWaitingUnknown, releaseHold } from './queries.ts'
import type { ReleaseBody } from './schemas.ts'
import { readSurroundings } from './surroundings.ts'

const CONFIRMATION = 'gửi tiếp'

/** Throws release-unconfirmed when the words are not "gửi tiếp". Released already: does nothing. */
export async function releaseSending(
  deps: HoldDeps & Pick<Deps, 'changes'>,
  { confirm, waiting }: ReleaseBody,
  staff: Staff,
): Promise<void> {
  // Keyboards write the accents in two ways, and begin with a capital.
  if (confirm.normalize('NFC').trim().toLowerCase() !== CONFIRMATION) throw errors.releaseUnconfirmed()
  const { db, clock, config } = deps
  const answers = await answersOf(db)
  const surroundings = await readSurroundings(config)
  const now = clock.now()
  const released = await db.transaction(async (tx) => {
    const own = await findInstallation(tx, answers)
    if (!own?.holdReason || !own.place) return undefined
    const ended = await releaseHold(tx, answers, { parts: { ...own.found, ...surroundings }, now })
    if (!ended) return undefined
    const { reason, seen } = ended
    const unknown = waiting === 'unknown' ? await markWaitingUnknown(tx, staff.email) : []
    // Nobody has been shown how many these would write to, and they may have gone out after the backup.
    const overdue = await markPassedOverdue(tx, now)
    const details = {
      reason,
      waiting,
      unknown: unknown.length,
      ...(overdue.length > 0 ? { overdue: overdue.length } : {}),
    }
    await recordAudit(tx, { actor: staff.email, action: 'sending.release', details })
    return { seen, reason, campaigns: [...unknown, ...overdue], witnessed: witnessedAs(own) }
  })
  if (!released) return
  deps.log.warn({ reason: released.reason, waiting }, 'sending.released')
  for (const campaign of new Set(released.campaigns)) deps.changes.publish({ campaign, kind: 'progress' })
  await deps.witness.note(released.witnessed, released.seen)
}
