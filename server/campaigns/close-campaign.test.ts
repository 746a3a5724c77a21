import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createSecrets } from '../secrets.ts'
import { putIntoBox, strataOf } from '../test/arrivals.ts'
import { createDraft, createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { answerAs, obtainCredential, requestCredential, sendResponse, soundAnswers } from '../test/respondent.ts'
import { closeCampaign } from './close-campaign.ts'
import { findCampaign } from './queries.ts'
import { setIntake } from './set-intake.ts'

const ROSTER = [
  { unit: 'AB', group: 'CC', people: 30 },
  { unit: 'HT', group: 'CC', people: 30 },
]
let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const close = (code: string, deps = system.deps) => closeCampaign(deps, code, OFFICER)

const statusOf = async ({ code }: TestCampaign) => (await findCampaign(system.deps.db, code))!.status

async function totals({ id }: TestCampaign) {
  const rows = await system.deps.db.$client`
    SELECT (SELECT sum(counted)::int FROM answer.unit_counts WHERE campaign_id = ${id}) AS counted,
      (SELECT sum(withheld)::int FROM answer.unit_counts WHERE campaign_id = ${id}) AS withheld,
      (SELECT count(*)::int FROM answer.receipts WHERE campaign_id = ${id}) AS receipts,
      (SELECT count(*)::int FROM answer.responses WHERE campaign_id = ${id}) AS responses,
      (SELECT count(answered_on)::int FROM identity.invitations WHERE campaign_id = ${id}) AS answered,
      (SELECT count(*)::int FROM identity.invitations WHERE campaign_id = ${id}) AS invitations`
  return rows[0]!
}

test('of responses that arrive while a campaign closes, each 201 is counted once and every other is refused', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  const other = await system.startAnother()
  const bodies = await Promise.all(campaign.people.map((person) => obtainCredential(system.app, person)))
  const [queue, last] = [bodies.slice(0, -1), bodies.at(-1)!]
  const replies: Awaited<ReturnType<typeof sendResponse>>[] = []
  let closing: Promise<unknown> | undefined
  async function sendOneByOne(app = system.app): Promise<void> {
    for (let body = queue.shift(); body; body = queue.shift()) {
      replies.push(await sendResponse(app, body))
      if (replies.length === 20) closing = close(campaign.code, other.deps)
    }
  }
  await Promise.all([system.app, other.app, system.app, other.app].map(sendOneByOne))
  await closing
  replies.push(await sendResponse(system.app, last))
  expect(replies).toHaveLength(60)
  const accepted = replies.filter(({ statusCode }) => statusCode === 201)
  const refused = replies.filter(({ statusCode }) => statusCode !== 201).map((reply) => reply.json().code)
  expect(new Set(refused)).toEqual(new Set(['campaign-closed']))
  expect(await totals(campaign)).toMatchObject({ receipts: accepted.length, answered: 60, invitations: 60 })
  const { counted, withheld, responses } = await totals(campaign)
  expect(counted + withheld).toBe(accepted.length)
  expect(responses).toBe(counted)
  const listed = await system.app.inject({ url: `/api/campaigns/${campaign.code}/receipts` })
  expect(listed.json().receipts).toEqual(accepted.map((reply) => reply.json().receipt).sort())
})

test('credentials asked for while a campaign closes are either issued and counted as answered, or refused', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  const { version } = campaign.definition.notice
  const asking = campaign.people.map(({ token, invitation }) =>
    requestCredential(system.app, token, {
      invitation: invitation.id,
      consent: { version },
      blinded: Buffer.alloc(256, 1).toString('base64url'),
    }),
  )
  await close(campaign.code)
  const replies = await Promise.all(asking)
  const refused = replies.filter(({ statusCode }) => statusCode !== 200)
  for (const reply of refused) expect([reply.statusCode, reply.json().code]).toEqual([409, 'campaign-closed'])
  const { answered, invitations } = await totals(campaign)
  expect([answered, invitations]).toEqual([60 - refused.length, 60])
})

test('closing twice at once closes once and counts once', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  for (const person of campaign.people.slice(0, 7)) await answerAs(system.app, person)
  const outcomes = await Promise.allSettled([close(campaign.code), close(campaign.code)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(close(campaign.code)).rejects.toMatchObject({ code: 'campaign-closed', status: 409 })
  expect(await totals(campaign)).toMatchObject({ counted: 7, receipts: 7 })
  const audited = await system.deps.db.$client`
    SELECT details FROM staff.audit WHERE campaign = ${campaign.code} AND action = 'campaign.close'`
  expect(audited.map((row) => row.details)).toEqual([{ counted: 7, withheld: 0, surplus: 0 }])
})

test('responses beyond the credentials issued are noticed and written into the audit log', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  for (const person of campaign.people.slice(0, 6)) await answerAs(system.app, person)
  const { CC } = await strataOf(system.deps, campaign.id, 'AB')
  const answers = soundAnswers(campaign.definition.blocks[0]!.questionnaires['can-bo']!)
  await putIntoBox(
    system.deps,
    campaign,
    'AB',
    [1, 2].map(() => ({ stratum: CC!.id, answers })),
  )
  await close(campaign.code)
  const audited = await system.deps.db.$client`
    SELECT details FROM staff.audit WHERE campaign = ${campaign.code} AND action = 'campaign.close'`
  expect(audited[0]!.details).toEqual({ counted: 8, withheld: 0, surplus: 2 })
})

test('a draft and an unknown campaign cannot be closed; a paused one can', async () => {
  const draft = await createDraft(system.deps, { roster: [] })
  await expect(close(draft.code)).rejects.toMatchObject({ code: 'campaign-not-open', status: 409 })
  await expect(close('khong-co')).rejects.toMatchObject({ code: 'campaign-unknown', status: 404 })
  const paused = await createOpenCampaign(system.deps, { roster: ROSTER.slice(0, 1) })
  await setIntake(system.deps, paused.code, 'paused', OFFICER)
  expect(await close(paused.code)).toEqual({ status: 'closed' })
  await expect(setIntake(system.deps, paused.code, 'open', OFFICER)).rejects.toMatchObject({ code: 'campaign-closed' })
})

test('what cannot be counted stops the close as a whole: nothing is changed and nothing lost', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  for (const person of [...campaign.people.slice(0, 6), ...campaign.people.slice(30, 36)])
    await answerAs(system.app, person)
  const { db } = system.deps
  const keys = () => db.$client`
    SELECT count(*)::int FROM identity.stratum_keys k JOIN campaign.strata s ON s.id = k.stratum_id
    WHERE s.campaign_id = ${campaign.id}`
  const before = [await totals(campaign), await keys()]
  // One row altered behind the system's back, in the unit that is counted last.
  const damaged = await db.$client`
    SELECT id, sealed FROM answer.box WHERE campaign_id = ${campaign.id} AND unit = 'HT' LIMIT 1`
  const spoil = (sealed: Buffer) => db.$client`UPDATE answer.box SET sealed = ${sealed} WHERE id = ${damaged[0]!.id}`
  await spoil(Buffer.alloc(damaged[0]!.sealed.length))
  const unreadable = { code: 'responses-unreadable', status: 409 }
  await expect(close(campaign.code)).rejects.toMatchObject(unreadable)
  expect([await totals(campaign), await keys()]).toEqual(before)
  await spoil(damaged[0]!.sealed)
  // And every row, under another SECRET_KEY than it was sealed with.
  const strange = { ...system.deps, secrets: createSecrets(randomBytes(32)) }
  await expect(close(campaign.code, strange)).rejects.toMatchObject(unreadable)
  expect([await totals(campaign), await keys()]).toEqual(before)
  expect(await statusOf(campaign)).toBe('open')
  await close(campaign.code)
  expect(await totals(campaign)).toMatchObject({ counted: 12 })
})

test('after close the keys and the hashes of blinded messages are gone, and participation stays', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
  for (const person of campaign.people.slice(0, 9)) await answerAs(system.app, person)
  const participation = () => system.deps.db.$client`
    SELECT unit, group_code, invited, answered FROM campaign.participation WHERE campaign_id = ${campaign.id} ORDER BY 1, 2`
  const before = await participation()
  await close(campaign.code)
  const left = await system.deps.db.$client`
    SELECT (SELECT count(*)::int FROM identity.stratum_keys k JOIN campaign.strata s ON s.id = k.stratum_id
            WHERE s.campaign_id = ${campaign.id}) AS keys,
           (SELECT count(blinded_hash)::int FROM identity.invitations WHERE campaign_id = ${campaign.id}) AS hashes,
           (SELECT count(consent_version)::int FROM identity.invitations WHERE campaign_id = ${campaign.id}) AS consents`
  expect(left[0]).toEqual({ keys: 0, hashes: 0, consents: 9 })
  expect(await participation()).toEqual(before)
})

test('close leaves a hint to scrub', async () => {
  // A system of its own: answers of other tests leave hints to count, some of them late.
  const own = await startTestSystem()
  onTestFinished(() => own.stop())
  const campaign = await createOpenCampaign(own.deps, { roster: ROSTER.slice(0, 1) })
  expect((await own.deps.queue.counts()).waiting).toBe(0)
  await close(campaign.code, own.deps)
  expect((await own.deps.queue.counts()).waiting).toBe(1)
})
