/** Counting: woken by a coalesced hint after responses arrive, and by a sweep in case the hint was lost (promise 4). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { defineJob } from '../queue/define-job.ts'
import { countUnit } from './count-unit.ts'
import { findCountedCampaign, listCampaignsWithBox, listFullBoxes } from './queries.ts'

export const countBox = defineJob({
  name: 'box.count',
  schema: z.object({ campaignId: z.string() }),
  async run(deps: Deps, { campaignId }, { log, signal }) {
    const campaign = await findCountedCampaign(deps.answerDb, campaignId)
    if (!campaign) return
    let counted = 0
    for (const unit of await listFullBoxes(deps.answerDb, campaignId, 2 * campaign.minimumCell)) {
      if (signal.aborted) break
      const now = await countUnit(deps, campaign, unit)
      if (now > 0) deps.changes.publish({ campaign: campaignId, kind: 'scores' })
      counted += now
    }
    if (counted > 0) log.info({ campaignId, counted }, 'box.counted')
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
