/** After close: vacuums what answering has touched, so that deleted rows are gone from the files as well (promise 1). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { defineJob } from '../queue/define-job.ts'
import { listUnscrubbed, updateCampaign, vacuumAnswerTables } from './queries.ts'

/** Does nothing when every closed campaign has been scrubbed; run by close and by a sweep. */
export const scrubCampaign = defineJob({
  name: 'campaign.scrub',
  schema: z.object({}),
  async run({ db, clock }: Deps, _data, { log }) {
    const ids = await listUnscrubbed(db)
    if (ids.length === 0) return
    await vacuumAnswerTables(db)
    for (const id of ids) await updateCampaign(db, id, { scrubbedAt: clock.now() })
    log.info({ campaigns: ids.length }, 'campaign.scrubbed')
  },
})
