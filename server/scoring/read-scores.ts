/** The scores of a campaign as of one moment: frozen when final, else built from the counts. */
import type { Db, Tx } from '../db/client.ts'
import { errors } from '../errors.ts'
import { buildScores } from './build-scores.ts'
import { collectInput, collectState } from './collect-input.ts'
import { keepScores, scoresState } from './keep-scores.ts'
import { findScoredCampaign, findSnapshot, type ScoredCampaign } from './queries.ts'
import type { Scores } from './schemas.ts'

/** Throws campaign-unknown (404) and campaign-not-open (409, a draft). `etag` is the quoted digest. */
export async function readScores(
  { answerDb }: { answerDb: Db },
  code: string,
): Promise<{ scores: Scores; etag: string }> {
  const scores = await answerDb.transaction(
    async (tx) => {
      const campaign = await findScoredCampaign(tx, code)
      if (!campaign) throw errors.campaignUnknown()
      if (campaign.status === 'draft') throw errors.campaignNotOpen()
      if (campaign.status !== 'final') return readProvisional(answerDb, tx, campaign)
      const snapshot = await findSnapshot(tx, campaign.id)
      if (!snapshot) throw new Error('a final campaign has no snapshot')
      return { ...(JSON.parse(snapshot.document) as Omit<Scores, 'digest'>), digest: snapshot.digest }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  return { scores, etag: `"${scores.digest}"` }
}

async function readProvisional(answerDb: Db, tx: Tx, campaign: ScoredCampaign): Promise<Scores> {
  const state = await collectState(tx, campaign)
  return keepScores(answerDb, campaign.id, scoresState(campaign.status, state), async () =>
    buildScores(await collectInput(tx, campaign, state)),
  )
}
