import { afterAll, beforeAll, expect, test } from 'vitest'
import { readScores } from '../scoring/read-scores.ts'
import { putIntoBox, strataOf } from '../test/arrivals.ts'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { seededRandom, soundAnswers } from '../test/respondent.ts'
import { closeCampaign } from './close-campaign.ts'
import { finalizeCampaign } from './finalize-campaign.ts'

let system: TestSystem
let campaign: TestCampaign
const random = seededRandom(1)

beforeAll(async () => {
  system = await startTestSystem()
  const groups = ['LD', 'CC', 'TT']
  campaign = await createOpenCampaign(system.deps, {
    roster: groups.map((group) => ({ unit: 'AB', group, people: 8 })),
  })
  const strata = await strataOf(system.deps, campaign.id, 'AB')
  for (const group of groups) {
    const { id, questionnaire } = strata[group]!
    const answersOf = () => soundAnswers(campaign.definition.blocks[0]!.questionnaires[questionnaire]!, random)
    const responses = Array.from({ length: 8 }, () => ({ stratum: id, answers: answersOf() }))
    await putIntoBox(system.deps, campaign, 'AB', responses)
  }
})
afterAll(() => system.stop())

const finalize = () => finalizeCampaign(system.deps, campaign.code, OFFICER)

test('only a closed campaign can be made final', async () => {
  await expect(finalize()).rejects.toMatchObject({ code: 'campaign-not-closed', status: 409 })
  const unknown = finalizeCampaign(system.deps, 'khong-co', OFFICER)
  await expect(unknown).rejects.toMatchObject({ code: 'campaign-unknown', status: 404 })
})

test('a final result never changes again, whatever becomes of the counts, and finalizing again answers the same', async () => {
  await closeCampaign(system.deps, campaign.code, OFFICER)
  const { scores: provisional } = await readScores(system.deps, campaign.code)
  expect(provisional.status).toBe('provisional')
  const outcomes = await Promise.all([finalize(), finalize()])
  expect(outcomes).toEqual([{ status: 'final' }, { status: 'final' }])
  const { scores: final, etag } = await readScores(system.deps, campaign.code)
  expect(final.status).toBe('final')
  expect(final.revision).toBe(provisional.revision + 1)
  expect(final.blocks).toEqual(provisional.blocks)
  expect(final.blocks[0]!.units.find(({ code }) => code === 'AB')).toMatchObject({ counted: 24 })

  await system.deps.db.$client`UPDATE answer.tally SET count = count + 1`
  await finalize()
  const again = await readScores(system.deps, campaign.code)
  expect(again).toEqual({ scores: final, etag })
  const rows = await system.deps.db.$client`
    SELECT (SELECT count(*)::int FROM answer.snapshots WHERE campaign_id = ${campaign.id}) AS snapshots,
           (SELECT count(*)::int FROM staff.audit WHERE action = 'campaign.finalize') AS audited`
  expect(rows[0]).toEqual({ snapshots: 1, audited: 1 })
})
