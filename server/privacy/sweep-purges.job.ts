/** Every day: what the retention rules of final campaigns no longer allow to be kept goes, a week after it was announced. */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { defineJob } from '../queue/define-job.ts'
import { announcePurges } from './announce-purges.ts'
import { purgeCampaign } from './purge-campaign.ts'
import { deleteEndedSessions } from './purge-queries.ts'
import { listFinalCodes } from './queries.ts'

export const SWEEP_PURGES_MS = 24 * 60 * 60 * 1000

/** Whom the records name. */
export const SYSTEM = 'hệ thống'

export const sweepPurges = defineJob({
  name: 'privacy.sweep',
  schema: z.object({}),
  async run(deps: Deps, _data, { signal }) {
    await deleteEndedSessions(deps.db, deps.clock.now())
    const failures: unknown[] = []
    for (const code of await listFinalCodes(deps.db)) {
      if (signal.aborted) return
      try {
        const rules = await announcePurges(deps, code, SYSTEM)
        if (rules.length > 0) await purgeCampaign(deps, code, { actor: SYSTEM, signal, rules })
      } catch (error) {
        failures.push(error)
      }
    }
    // One campaign that cannot be purged keeps no other's names; the queue tries again.
    if (failures.length > 0) throw failures[0]
  },
})
