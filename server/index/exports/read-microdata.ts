/**
 * The single responses of a final campaign, unit by unit, as anonymise-microdata.ts lets them go. What is final does not
 * change, so each unit is read in a transaction of its own and a slow download holds no connection.
 */
import type { Block } from '../../campaigns/definition.ts'
import { scoredQuestions } from '../../campaigns/survey-questions.ts'
import type { Db } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import { collectInput, collectState } from '../../scoring/collect-input.ts'
import { explainUnit } from '../../scoring/explain-unit.ts'
import { findScoredCampaign, findSnapshot, type ScoredCampaign } from '../../scoring/queries.ts'
import { anonymiseMicrodata, type MicrodataRow } from './anonymise-microdata.ts'
import { gatherResponses } from './gather-responses.ts'
import { listResponses } from './queries.ts'

export type Microdata = { campaign: ScoredCampaign; scoresDigest: string }

/** Throws campaign-unknown (404) and campaign-not-final (409). */
export async function findMicrodata({ answerDb }: { answerDb: Db }, code: string): Promise<Microdata> {
  const campaign = await findScoredCampaign(answerDb, code)
  if (!campaign) throw errors.campaignUnknown()
  const snapshot = await findSnapshot(answerDb, campaign.id)
  if (!snapshot) throw errors.campaignNotFinal()
  return { campaign, scoresDigest: snapshot.digest }
}

/** The rows of one unit after the other, in the definition's order. */
export async function* readMicrodata(
  { answerDb }: { answerDb: Db },
  { campaign, scoresDigest }: Microdata,
): AsyncGenerator<MicrodataRow[]> {
  for (const block of campaign.definition.blocks)
    for (const { code } of block.units) yield await readUnit(answerDb, { campaign, scoresDigest }, block, code)
}

async function readUnit(
  answerDb: Db,
  { campaign, scoresDigest }: Microdata,
  block: Block,
  unit: string,
): Promise<MicrodataRow[]> {
  const { definition, minimumCell, id: campaignId } = campaign
  const rows = await listResponses(answerDb, { campaignId, unit, questions: [...scoredQuestions(block).keys()] })
  if (rows.length === 0) return []
  const input = await answerDb.transaction(
    async (tx) => collectInput(tx, campaign, await collectState(tx, campaign), unit),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  const strata = input.strata.filter((stratum) => stratum.unit === unit)
  return anonymiseMicrodata(gatherResponses(block, explainUnit(input, unit)!, strata, rows), {
    levels: definition.levels.map(({ value }) => value),
    noOpinion: definition.noOpinion.value,
    minimum: minimumCell,
    seed: scoresDigest,
  })
}
