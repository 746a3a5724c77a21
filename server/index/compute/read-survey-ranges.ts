/** How far each unit's survey points are settled: for the live page, whose campaign need not have an index. */
import type { Db } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import type { ScoresInput } from '../../scoring/build-scores.ts'
import { collectInput, collectState } from '../../scoring/collect-input.ts'
import { createKept } from '../../scoring/keep-made.ts'
import { scoresState } from '../../scoring/keep-scores.ts'
import { findScoredCampaign } from '../../scoring/queries.ts'
import { scoreBlocks } from '../../scoring/score-blocks.ts'
import type { SurveyRangesView } from './schemas.ts'
import { extremeLevels } from './survey-range.ts'
import { surveyOfUnit, surveyRanges } from './unit-ranges.ts'

const keepRanges = createKept<SurveyRangesView>()

/** Throws campaign-unknown (404) and campaign-not-open (409, a draft). */
export async function readSurveyRanges({ answerDb }: { answerDb: Db }, code: string): Promise<SurveyRangesView> {
  return answerDb.transaction(
    async (tx) => {
      const campaign = await findScoredCampaign(tx, code)
      if (!campaign) throw errors.campaignUnknown()
      if (campaign.status === 'draft') throw errors.campaignNotOpen()
      const state = await collectState(tx, campaign)
      return keepRanges(answerDb, campaign.id, scoresState(campaign.status, state), async () =>
        buildSurveyRanges(await collectInput(tx, campaign, state)),
      )
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** Pure; units in the definition's order. */
export function buildSurveyRanges(input: ScoresInput): SurveyRangesView {
  const { settled, minimumCell: minimum, revision } = input
  const units = scoreBlocks(input).flatMap(({ plan, units: scored }) => {
    const extremes = extremeLevels(plan.shares)
    return scored.map(({ unit, score, invited }) => {
      const silence = { shares: plan.shares, extremes, invited, settled, minimum }
      return { code: unit.code, ...surveyRanges(surveyOfUnit(score, silence)) }
    })
  })
  return { revision, units }
}
