/** Whether a response is taken depends on how far its campaign is: open, paused, past its time, being closed, closed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { updateCampaign } from '../campaigns/queries.ts'
import { setIntake } from '../campaigns/set-intake.ts'
import { createOpenCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { holdLock } from '../test/held-lock.ts'
import { obtainCredential, type ResponseBody, requestCredential, sendResponse } from '../test/respondent.ts'
import { verdict } from '../test/verdict.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const send = (body: ResponseBody) => sendResponse(system.app, body)

test('while paused the device is told to wait, and the same response is taken afterwards', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
  const body = await obtainCredential(system.app, campaign.people[0]!)
  await setIntake(system.deps, campaign.code, 'paused', OFFICER)
  expect(verdict(await send(body))).toEqual([409, 'campaign-paused'])
  await setIntake(system.deps, campaign.code, 'open', OFFICER)
  expect((await send(body)).statusCode).toBe(201)
})

test('the closing time stops credentials; whoever got one in time may answer until the campaign is closed', async () => {
  const small = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const [early, late, without] = small.people
  const [intime, toolate] = [await obtainCredential(system.app, early!), await obtainCredential(system.app, late!)]
  await updateCampaign(system.deps.db, small.id, { closesAt: new Date(Date.now() - 1_000) })
  const asked = await requestCredential(system.app, without!.token, {
    invitation: without!.invitation.id,
    consent: { version: small.definition.notice.version },
    blinded: Buffer.alloc(256, 1).toString('base64url'),
  })
  expect(verdict(asked)).toEqual([409, 'campaign-closed'])
  const first = await send(intime)
  expect(first.statusCode).toBe(201)
  await closeCampaign(system.deps, small.code, OFFICER)
  expect(verdict(await send(toolate))).toEqual([409, 'campaign-closed'])
  expect((await send(intime)).json()).toEqual(first.json())
})

test('while one campaign is being closed the others take responses', async () => {
  const [closing, other] = await Promise.all(
    [0, 1].map(() => createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })),
  )
  const bodies = []
  for (const person of closing!.people.slice(0, 4)) bodies.push(await obtainCredential(system.app, person))
  const theirs = await obtainCredential(system.app, other!.people[0]!)
  const lock = await holdLock(
    system.databaseUrl,
    `SELECT FROM campaign.campaigns WHERE id = '${closing!.id}' FOR UPDATE`,
  )
  const waiting = []
  try {
    // As many batches as are ever under way at once.
    for (const [at, one] of bodies.slice(0, 2).entries()) {
      waiting.push(send(one))
      await lock.blocks(at + 1)
    }
    waiting.push(...bodies.slice(2).map((one) => send(one)))
    expect((await send(theirs)).statusCode).toBe(201)
    await lock.blocks(2)
  } finally {
    await lock.release()
  }
  expect((await Promise.all(waiting)).map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201])
})

test('after close a new response is refused, and one accepted before still gets its receipt', async () => {
  const small = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const credentials = []
  for (const person of small.people) credentials.push(await obtainCredential(system.app, person))
  const [late, ...early] = credentials
  const receipts = []
  for (const one of early) receipts.push((await send(one)).json().receipt)
  const list = () => system.app.inject({ url: `/api/campaigns/${small.code}/receipts` })
  expect(verdict(await list())).toEqual([409, 'receipts-not-public'])
  await closeCampaign(system.deps, small.code, OFFICER)
  expect(verdict(await send(late!))).toEqual([409, 'campaign-closed'])
  expect((await send(early[0]!)).json()).toEqual({ receipt: receipts[0] })
  expect((await list()).json()).toEqual({ count: 5, receipts: receipts.sort() })
})
