/** What the survey gives each unit, by the survey's criterion: a file may repeat it, but not say otherwise. */
import type { Db } from '../../db/client.ts'
import { readScores } from '../../scoring/read-scores.ts'
import type { GivenPoints } from './judge-points.ts'

/** Empty while the campaign is a draft. */
export async function readGivenPoints(answerDb: Db, campaign: { code: string; status: string }): Promise<GivenPoints> {
  if (campaign.status === 'draft') return {}
  const { scores } = await readScores({ answerDb }, campaign.code)
  return Object.fromEntries(
    scores.blocks
      .flatMap(({ units }) => units)
      .map(({ code, criteria }) => [
        code,
        Object.fromEntries(criteria.map(({ code: own, points }) => [own, points === null ? null : String(points)])),
      ]),
  )
}
