/** Counting: woken by a coalesced hint after responses arrive, and by a sweep in case the hint was lost (promise 4). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { defineJob } from '../queue/define-job.ts'
import { countCampaign } from './count-campaign.ts'
import { listCampaignsWithBox } from './queries.ts'

export const countBox = defineJob({
  name: 'box.count',
  schema: z.object({ campaignId: z.string() }),
  async run(deps: Deps, { campaignId }, { log }) {
    const counted = await countCampaign(deps, campaignId)
    if (counted === 0) return
    deps.changes.publish({ campaign: campaignId, kind: 'scores' })
    log.info({ campaignId, counted }, 'box.counted')
  },
})

export const sweepBoxes = defineJob({
  name: 'box.sweep',
  schema: z.object({}),
  async run({ answerDb, queue }: Deps) {
    for (const campaignId of await listCampaignsWithBox(answerDb)) {
      await queue.add(countBox, { campaignId }, { dedupe: campaignId })
    }
  },
})
