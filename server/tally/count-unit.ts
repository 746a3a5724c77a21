/**
 * Opens one unit's box: draws what may be drawn, deletes it from the box and adds it to the tally in one transaction
 * (promise 4), and keeps the drawn responses sealed anew until close, for the breakdown by group.
 */
import { randomInt } from 'node:crypto'
import { questionsOf } from '../campaigns/survey-questions.ts'
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { openResponse, sealResponse } from '../responses/sealed-response.ts'
import { audiencesOf, liveCellsOf, type UnitStratum } from './audiences.ts'
import { countAnswers, countedQuestions } from './count-answers.ts'
import { drawFromBox } from './draw-from-box.ts'
import {
  addToTally,
  addToUnitCounts,
  type CountedCampaign,
  insertDrawn,
  listBox,
  listUnitStrata,
  lockUnitForCounting,
  raiseRevision,
  takeFromBox,
} from './queries.ts'

/** Returns how many responses were counted; 0 when the box may not be opened yet or the campaign is over. */
export async function countUnit(
  { answerDb, secrets }: Pick<Deps, 'answerDb' | 'secrets'>,
  campaign: CountedCampaign,
  unit: string,
): Promise<number> {
  return answerDb.transaction(async (tx) => {
    if (!(await lockUnitForCounting(tx, campaign.id, unit))) return 0
    const strata = await listUnitStrata(tx, campaign.id, unit)
    const block = campaign.definition.blocks.find((candidate) => candidate.code === strata[0]?.block)
    if (!block) return 0
    const waiting = await listBox(tx, campaign.id, unit)
    const ids = drawFromBox(waiting, audiencesOf(block, strata), campaign.minimumCell, (below) => randomInt(below))
    if (ids.length === 0) return 0
    const responses = (await takeFromBox(tx, ids)).map((sealed) => openResponse(secrets, campaign.id, sealed))
    const byId = new Map(strata.map((stratum) => [stratum.id, stratum]))
    const counts = countAnswers(
      responses.map(({ stratum, answers }) => ({
        cells: liveCellsOf(block, byId.get(stratum)!),
        asked: askedOf(byId.get(stratum)!, block.questionnaires),
        answers,
      })),
      countedQuestions(campaign.definition, block.code),
    )
    await addToTally(tx, campaign.id, unit, counts)
    await keepDrawn(
      tx,
      campaign.id,
      unit,
      responses.map((response) => sealResponse(secrets, campaign.id, response)),
    )
    await raiseRevision(tx, campaign.id)
    return responses.length
  })
}

async function keepDrawn(tx: Tx, campaignId: string, unit: string, sealed: Buffer[]): Promise<void> {
  await insertDrawn(tx, campaignId, unit, sealed)
  await addToUnitCounts(tx, campaignId, unit, sealed.length)
}

/** Names of the questions that a stratum's questionnaire asks. */
export function askedOf(stratum: UnitStratum, questionnaires: Record<string, Record<string, unknown>>): Set<string> {
  return new Set(questionsOf(questionnaires[stratum.questionnaire]!).map((question) => question.name))
}
