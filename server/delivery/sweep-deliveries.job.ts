/** Re-creates every hint from rows, and settles rows that nobody works on any more (DESIGN promises 3 and 4). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { defineJob } from '../queue/define-job.ts'
import { tellOfficers } from './alerts/tell-officers.ts'
import { hintDispatch } from './dispatch-deliveries.job.ts'
import { keepPlace } from './hold/check-place.ts'
import { startDueWaves } from './plan/start-due-waves.ts'
import { listDueChannels, markInterrupted, withdrawEnded } from './queries.ts'

export const SWEEP_DELIVERIES_MS = 15_000
/** Longer than any sending takes, its time-outs included. */
const INTERRUPTED_MS = 10 * 60_000

export const sweepDeliveriesJob = defineJob({
  name: 'delivery.sweep',
  schema: z.object({}),
  attempts: 1,
  async run(deps: Deps, _data, { log }) {
    const { db, clock, queue, changes } = deps
    const held = await keepPlace(deps)
    const now = clock.now()
    const interrupted = await markInterrupted(db, new Date(now.getTime() - INTERRUPTED_MS))
    if (interrupted.length > 0) log.error({ count: interrupted.length }, 'delivery.interrupted')
    const withdrawn = await withdrawEnded(db)
    for (const campaign of new Set([...interrupted, ...withdrawn])) changes.publish({ campaign, kind: 'progress' })
    await startDueWaves(deps)
    if (held) return
    await hintDispatch(queue, await listDueChannels(db, now))
    await tellOfficers(deps, log)
  },
})
