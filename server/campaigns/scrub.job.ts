/** After close: vacuums what answering has touched, so that deleted rows are gone from the files as well (promise 1). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { defineJob } from '../queue/define-job.ts'
import { isStillSeen, listUnscrubbed, updateCampaign, vacuumAnswerTables } from './queries.ts'

/** Does nothing when every closed campaign has been scrubbed; run by close and by a sweep, until nothing is left. */
export const scrubCampaign = defineJob({
  name: 'campaign.scrub',
  schema: z.object({}),
  async run({ db, clock }: Deps, _data, { log }) {
    const ids: string[] = []
    // Asked before: a session that ends while VACUUM runs may have made it keep rows.
    for (const campaignId of await listUnscrubbed(db)) {
      if (await isStillSeen(db, campaignId)) log.warn({ campaignId }, 'campaign.scrub-waits-for-snapshot')
      else ids.push(campaignId)
    }
    if (ids.length === 0) return
    if (!(await vacuumAnswerTables(db))) return log.warn('campaign.scrub-waits-for-lock')
    for (const campaignId of ids) {
      await updateCampaign(db, campaignId, { scrubbedAt: clock.now() })
      log.info({ campaignId }, 'campaign.scrubbed')
    }
  },
})
