/**
 * Looks into the bounce mailbox, once a minute over all processes. Trouble with it loses nothing: the mail stays there,
 * and the reason stands in the log (`bounce.mailbox-failed`) until it is over.
 */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { defineJob } from '../../queue/define-job.ts'
import { sendingHeld } from '../hold/queries.ts'
import { acceptBounce } from './accept-bounce.ts'

export const READ_MAILBOX_MS = 60_000
const BATCH = 100
/** Older reports are about waves that are over; a mailbox of years need not be searched. */
const SINCE_MS = 30 * 86_400_000

export const readMailboxJob = defineJob({
  name: 'delivery.read-mailbox',
  schema: z.object({}),
  attempts: 1,
  async run(deps: Deps, _data, { log, signal }) {
    const { bounceMailbox, clock, db } = deps
    // A clone of the installation would take the bounces away from the one that sent the messages.
    if (!bounceMailbox || (await sendingHeld(db))) return
    const since = new Date(clock.now().getTime() - SINCE_MS)
    const accept = async (raw: Uint8Array) => (await acceptBounce(deps, log, raw)) === 'ours'
    const { failure, ...counts } = await bounceMailbox.read(accept, { since, limit: BATCH, signal })
    if (failure) log.error({ reason: failure, ...counts }, 'bounce.mailbox-failed')
    else if (counts.read > 0) log.info(counts, 'bounce.mailbox-read')
  },
})
