/** The account of one unit's figures, as of one moment. */
import type { Db } from '../db/client.ts'
import { errors } from '../errors.ts'
import { collectInput, collectState } from './collect-input.ts'
import type { ExplanationView } from './explain-schemas.ts'
import { explainUnit } from './explain-unit.ts'
import { findScoredCampaign } from './queries.ts'

/** Throws campaign-unknown (404), campaign-not-open (409, a draft) and not-found (404, no such unit). */
export async function readExplanation(
  { answerDb }: { answerDb: Db },
  code: string,
  unit: string,
): Promise<ExplanationView> {
  return answerDb.transaction(
    async (tx) => {
      const campaign = await findScoredCampaign(tx, code)
      if (!campaign) throw errors.campaignUnknown()
      if (campaign.status === 'draft') throw errors.campaignNotOpen()
      const explanation = explainUnit(await collectInput(tx, campaign, await collectState(tx, campaign), unit), unit)
      if (!explanation) throw errors.notFound()
      return explanation
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
