/**
 * The 2024 campaign in a test database, as when everybody has answered and the survey still runs: created, its list
 * imported, opened, and a sealed response of each person in the box, so that together they make the year's tally.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { questionsOf } from '../campaigns/survey-questions.ts'
import { dealOpinions } from '../demo/deal-opinions.ts'
import { inventPopulation } from '../demo/population.ts'
import type { YearTally } from '../demo/read-year.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { insertArrivals } from '../responses/queries.ts'
import { sealResponse } from '../responses/sealed-response.ts'
import { sealedSizeOf } from '../responses/sealed-size.ts'
import { listStrata } from '../tally/queries.ts'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import type { TestSystem } from '../test/deps.ts'
import { soundDefinition } from '../test/sound-definition.ts'

const SEED = 2024

export async function answerYear({ deps }: TestSystem, code: string, tally: YearTally): Promise<TestCampaign> {
  const random = seededRandom(SEED)
  const definition = await soundDefinition('son-la-2024')
  const ballots = Object.values(tally).reduce((sum, unit) => sum + unit.ballots, 0)
  const roster = inventPopulation(definition, ballots, random).map(({ unit, group }) => ({ unit, group, people: 1 }))
  const campaign = await createOpenCampaign(deps, { definition: 'son-la-2024', code, roster })
  const size = sealedSizeOf(campaign.definition)
  const asked = await questionsByStratum(deps.db, campaign)
  for (const [unit, { questions }] of Object.entries(tally)) {
    const raters = campaign.people
      .filter(({ invitation }) => invitation.unit === unit)
      .map(({ invitation: { stratum } }) => ({ stratum, asked: asked.get(stratum)! }))
    const opinions = dealOpinions(questions, raters, definition.noOpinion.value, random)
    await insertArrivals(
      deps.db,
      raters.map(({ stratum }, at) => ({
        ...{ campaignId: campaign.id, stratumId: stratum, unit },
        ...{ messageHash: randomBytes(32), fingerprint: randomBytes(32) },
        sealed: sealResponse(deps.secrets, campaign.id, size, { stratum, answers: opinions[at]! }),
      })),
    )
  }
  await deps.db.execute(
    sql`UPDATE identity.invitations SET answered_on = '2024-11-20' WHERE campaign_id = ${campaign.id}`,
  )
  return campaign
}

async function questionsByStratum(db: TestSystem['deps']['db'], { id, definition }: TestCampaign) {
  const rows = await db.transaction((tx) => listStrata(tx, id))
  const questionnaires = new Map(definition.blocks.flatMap(({ questionnaires }) => Object.entries(questionnaires)))
  return new Map(
    rows.map(({ id: stratum, questionnaire }) => [
      stratum,
      new Set(questionsOf(questionnaires.get(questionnaire)!).map(({ name }) => name)),
    ]),
  )
}
