/** The way of one response through the real application, step by step, and what each refusal leaves behind. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCampaign } from '../../server/campaigns/close-campaign.ts'
import { setIntake } from '../../server/campaigns/set-intake.ts'
import type { LinkView } from '../../server/credential/schemas.ts'
import { createOpenCampaign, type TestCampaign, type TestPerson } from '../../server/test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../server/test/deps.ts'
import { readLinkOf, soundAnswers } from '../../server/test/respondent.ts'
import { type Kept, memoryStore } from './kept.ts'
import * as seal from './seal.ts'
import { type Sending, sendResponse } from './send-response.ts'

let system: TestSystem
let origin: string
let campaign: TestCampaign
let link: LinkView

beforeAll(async () => {
  system = await startTestSystem()
  origin = await system.app.listen({ port: 0, host: '127.0.0.1' })
  campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'TT', people: 12 }] })
  link = await readLinkOf(system.app, campaign.people[0]!)
})
afterAll(() => system?.stop())

/** A device of the person that has pressed send; `kept()` is what it keeps now. */
async function device(person: TestPerson, more: Partial<Kept> = {}) {
  const [invitation] = (await readLinkOf(system.app, person)).invitations
  const store = memoryStore()
  const answers = soundAnswers(invitation!.questionnaire!)
  await store.put('key', { answers, consent: link.notice.version, queued: true, ...more })
  const steps: string[] = []
  const sending: Sending = {
    origin,
    token: person.token,
    invitation: { id: invitation!.id, stratum: invitation!.stratum, key: invitation!.publicKey! },
    read: () => store.get('key'),
    write: (kept) => store.put('key', kept),
    loadSeal: async () => seal,
    pause: async () => void steps.push('pause'),
    onStep: (step) => steps.push(step),
  }
  return { sending, steps, kept: () => store.get('key') }
}

test('a response is sealed, sent and leaves only its receipt on the device', async () => {
  const { sending, steps, kept } = await device(campaign.people[0]!)
  const outcome = await sendResponse(sending)
  expect(outcome).toEqual({ kind: 'sent', receipt: expect.stringMatching(/^[\w-]{22}$/) })
  expect(steps).toEqual(['sealing', 'pause', 'sending'])
  expect(await kept()).toEqual({ receipt: (outcome as { receipt: string }).receipt })
  expect(await sendResponse(sending)).toEqual(outcome)
})

test('the blinded message is kept before the server hears of it', async () => {
  const { sending, kept } = await device(campaign.people[1]!)
  let atRequest: Kept = {}
  const stopped = {
    ...sending,
    origin: 'http://127.0.0.1:9',
    write: async (now: Kept) => {
      atRequest = now
      await sending.write(now)
    },
  }
  expect(await sendResponse(stopped)).toEqual({ kind: 'waiting', why: 'offline' })
  expect(atRequest.seal).toMatchObject({ message: expect.any(String), inverse: expect.any(String) })
  const before = await kept()
  expect(await sendResponse(sending)).toMatchObject({ kind: 'sent' })
  expect(before.answers).toBeDefined()
})

test('code that has not come yet is waited for', async () => {
  const { sending, kept } = await device(campaign.people[2]!)
  const outcome = await sendResponse({ ...sending, loadSeal: () => Promise.reject(new Error('no network')) })
  expect(outcome).toEqual({ kind: 'waiting', why: 'offline' })
  expect((await kept()).queued).toBe(true)
})

test('a device that lost its seal is told that the invitation was answered', async () => {
  const first = await device(campaign.people[3]!)
  await sendResponse(first.sending)
  const second = await device(campaign.people[3]!)
  expect(await sendResponse(second.sending)).toEqual({ kind: 'elsewhere' })
})

test('a notice that changed meanwhile asks for a new consent', async () => {
  const { sending } = await device(campaign.people[4]!, { consent: 'an-older-one' })
  expect(await sendResponse(sending)).toEqual({ kind: 'notice-changed' })
})

test('refused answers come back with their questions, and after mending the same credential is good', async () => {
  const { sending, kept } = await device(campaign.people[5]!)
  const sound = (await kept()).answers!
  const question = Object.keys(sound)[0]!
  await sending.write({ ...(await kept()), answers: { ...sound, [question]: 'none-of-these' } })
  expect(await sendResponse(sending)).toEqual({
    kind: 'invalid',
    problems: [{ question, problem: expect.any(String) }],
  })
  const { signature } = await kept()
  await sending.write({ ...(await kept()), answers: sound })
  expect(await sendResponse(sending)).toMatchObject({ kind: 'sent' })
  expect(signature).toMatch(/^[\w-]{342}$/)
})

test('a message that was taken with other answers still counts as sent', async () => {
  const { sending, kept } = await device(campaign.people[6]!)
  let before: Kept = {}
  const first = await sendResponse({
    ...sending,
    write: async (now) => {
      if (!now.receipt) before = now
      await sending.write(now)
    },
  })
  const [question] = Object.keys(before.answers!)
  await sending.write({ ...before, answers: { ...before.answers, [question!]: 'B' } })
  expect(await sendResponse(sending)).toEqual(first)
  expect(Object.keys(await kept())).toEqual(['receipt'])
})

test('a signature that is not the server’s is refused, and the answers stay', async () => {
  const { sending, kept } = await device(campaign.people[7]!)
  const forged = await seal.makeSeal(sending.invitation.key, sending.invitation.stratum)
  await sending.write({ ...(await kept()), seal: forged, signature: 'A'.repeat(342) })
  expect(await sendResponse(sending)).toEqual({ kind: 'refused', code: 'signature-invalid' })
  expect((await kept()).answers).toBeDefined()
})

test('a paused campaign is waited for, a closed one is final', async () => {
  const { sending } = await device(campaign.people[8]!)
  await setIntake(system.deps, campaign.code, 'paused', OFFICER)
  expect(await sendResponse(sending)).toEqual({ kind: 'waiting', why: 'paused' })
  await closeCampaign(system.deps, campaign.code, OFFICER)
  expect(await sendResponse(sending)).toEqual({ kind: 'closed' })
})
