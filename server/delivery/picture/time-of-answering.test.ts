/** Of answering only the day may be known: what sending finds out about it on the way must leave no moment behind. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { answerAs } from '../../test/respondent.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { createWave } from '../create-wave.ts'
import { claimDeliveries } from '../queries.ts'

let system: TestSystem
let officer: SignedIn
let campaign: TestCampaign

beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
  campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  await createWave(system.deps, campaign.code, { kind: 'invitation', channels: ['email'] }, OFFICER)
  await answerAs(system.app, campaign.people[0]!)
  await system.deps.db.transaction((tx) =>
    claimDeliveries(tx, { campaignId: campaign.id, channel: 'email', now: system.clock.now(), limit: 100 }),
  )
})
afterAll(() => system.stop())

test('a message that is not sent because its person has answered has no moment of that, in its row or its history', async () => {
  const { $client: sql } = system.deps.db
  const [answered, other] = campaign.people
  const [row] = await sql`
    SELECT state, failure, claimed_at, sent_at, delivered_at, finished_at, checked_at FROM identity.deliveries
    WHERE respondent_id = ${answered!.id}`
  const never = { claimed_at: null, sent_at: null, delivered_at: null, finished_at: null, checked_at: null }
  expect(row).toEqual({ state: 'withdrawn', failure: 'answered', ...never })
  const eventsOf = async (id: string) =>
    (
      await sql`
    SELECT e.state FROM identity.delivery_events e JOIN identity.deliveries d ON d.id = e.delivery_id
    WHERE d.respondent_id = ${id}`
    ).map(({ state }) => state)
  expect(await eventsOf(other!.id)).toEqual(['sending'])
  expect(await eventsOf(answered!.id)).toEqual([])
})

test('neither the list, nor the person’s history, nor the file tells when', async () => {
  const get = (path: string) => system.app.inject({ url: `/api/campaigns/${campaign.code}${path}`, headers: officer })
  const [answered] = campaign.people
  const person = (await get(`/people/${answered!.id}`)).json()
  expect(person).toMatchObject({ answered: 'all', last: { state: 'withdrawn', at: null } })
  expect(person.history.map(({ state }: { state: string }) => state)).toEqual(['queued'])
  const line = (await get('/deliveries.csv')).body.split('\r\n').find((one) => one.includes('Không gửi nữa'))!
  expect(line).not.toMatch(/\d\d:\d\d/)
  const told = await system.deps.db.$client<{ details: string }[]>`
    SELECT details::text FROM staff.audit WHERE campaign = ${campaign.code} AND details::text LIKE '%answered%'`
  expect(told.map(({ details }) => JSON.parse(details).skipped)).toEqual([expect.objectContaining({ answered: 0 })])
})
