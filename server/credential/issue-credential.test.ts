import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { updateCampaign } from '../campaigns/queries.ts'
import { setIntake } from '../campaigns/set-intake.ts'
import { finishCredential, type PreparedCredential, prepareCredential, readBlindingKey } from '../demo/blind-client.ts'
import { createDraft, createOpenCampaign, type TestCampaign, type TestPerson } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { readLinkOf, requestCredential } from '../test/respondent.ts'
import { deleteKeys } from './queries.ts'

const ROSTER = [{ unit: 'AB', group: 'CC', people: 6 }]
let system: TestSystem
let campaign: TestCampaign
let person: TestPerson
let next = 0

beforeAll(async () => {
  system = await startTestSystem()
  campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 40 }] })
})
afterAll(() => system.stop())
beforeEach(() => {
  person = campaign.people[next]!
  next += 1
})

async function prepare(someone = person): Promise<{ prepared: PreparedCredential; body: Body }> {
  const { notice, invitations } = await readLinkOf(system.app, someone)
  const { id, stratum, publicKey } = invitations[0]!
  const prepared = prepareCredential(readBlindingKey(publicKey!), stratum)
  return { prepared, body: { invitation: id, consent: { version: notice.version }, blinded: prepared.blinded } }
}
type Body = { invitation: string; consent: { version: string }; blinded: string }

const hex = (text: string) => Buffer.from(text, 'base64url').toString('hex')
const request = (body: object, token = person.token) => requestCredential(system.app, token, body)

async function isSpent(someone = person): Promise<boolean> {
  const rows = await system.deps.db.$client`
    SELECT answered_on, blinded_hash, consent_version FROM identity.invitations WHERE id = ${someone.invitation.id}`
  const { answered_on, blinded_hash, consent_version } = rows[0]!
  const marks = [answered_on, blinded_hash, consent_version].map((value) => value !== null)
  expect(new Set(marks).size, 'an invitation is spent wholly or not at all').toBe(1)
  return marks[0]!
}

test('a credential over HTTP verifies under the stratum’s key and marks the invitation answered', async () => {
  const { prepared, body } = await prepare()
  const reply = await request(body)
  expect(reply.statusCode).toBe(200)
  expect(finishCredential(prepared, reply.json().blindSignature)).toMatch(/^[A-Za-z0-9_-]{342}$/)
  expect(reply.headers['cache-control']).toBe('no-store')
  expect(reply.headers['set-cookie']).toBeUndefined()
  expect((await readLinkOf(system.app, person)).invitations[0]).toMatchObject({ answered: true })
})

test('opening the link, however often, spends nothing', async () => {
  for (let times = 0; times < 3; times += 1) {
    await readLinkOf(system.app, person)
    expect((await system.app.inject({ method: 'HEAD', url: `/api/links/${person.token}` })).statusCode).toBeLessThan(
      500,
    )
    const page = await system.app.inject({ url: `/p/${person.token}` })
    expect(page.statusCode).toBe(200)
    expect(page.headers['set-cookie']).toBeUndefined()
  }
  const got = await system.app.inject({ url: `/api/links/${person.token}/credentials` })
  expect(got.statusCode).toBe(404)
  expect(await isSpent()).toBe(false)
})

test('the same blinded message again gets the same signature; another one is refused', async () => {
  const { body } = await prepare()
  const [first, again] = [await request(body), await request(body)]
  expect(again.statusCode).toBe(200)
  expect(again.json()).toEqual(first.json())
  const other = await request((await prepare()).body)
  expect([other.statusCode, other.json().code]).toEqual([409, 'credential-issued'])
  expect((await request(body)).json()).toEqual(first.json())
})

test('of many devices that ask at once with different messages exactly one gets a signature', async () => {
  const bodies = await Promise.all(Array.from({ length: 8 }, async () => (await prepare()).body))
  const other = await system.startAnother()
  const replies = await Promise.all(
    bodies.map((body, at) => requestCredential(at % 2 ? other.app : system.app, person.token, body)),
  )
  expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(1)
  expect(replies.filter((reply) => reply.statusCode === 409 && reply.json().code === 'credential-issued')).toHaveLength(
    7,
  )
})

test('one device that asks many times at once gets one and the same signature', async () => {
  const { body } = await prepare()
  const replies = await Promise.all(Array.from({ length: 8 }, () => request(body)))
  expect(replies.map((reply) => reply.statusCode)).toEqual(Array(8).fill(200))
  expect(new Set(replies.map((reply) => reply.json().blindSignature)).size).toBe(1)
})

test('a number that is not below the modulus is refused and spends nothing', async () => {
  const { prepared, body } = await prepare()
  const modulus = prepared.key.modulus.toString(16)
  for (const blinded of [Buffer.alloc(256, 255), Buffer.from(modulus, 'hex')]) {
    const reply = await request({ ...body, blinded: blinded.toString('base64url') })
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'blinded-invalid'])
    expect(await isSpent()).toBe(false)
  }
  const largest = Buffer.from((prepared.key.modulus - 1n).toString(16), 'hex')
  expect((await request({ ...body, blinded: largest.toString('base64url') })).statusCode).toBe(200)
})

test('a malformed request is refused before anything is read', async () => {
  const { body } = await prepare()
  for (const wrong of [
    { ...body, blinded: body.blinded.slice(1) },
    { ...body, blinded: `${body.blinded.slice(1)}=` },
    { ...body, invitation: 'a\u0000b' },
    { ...body, consent: { version: '\u0000' } },
    { ...body, consent: undefined },
    { ...body, invitation: 7 },
  ]) {
    const reply = await request(wrong)
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
  }
  expect(await isSpent()).toBe(false)
})

test('another person’s invitation cannot be spent through one’s own link', async () => {
  const other = campaign.people[next]!
  next += 1
  const { body } = await prepare(other)
  const reply = await request(body)
  expect([reply.statusCode, reply.json().code]).toEqual([404, 'invitation-unknown'])
  expect(await isSpent(other)).toBe(false)
})

test('an unknown token is told nothing', async () => {
  const { body } = await prepare()
  const reply = await request(body, 'A'.repeat(22))
  expect([reply.statusCode, reply.json().code]).toEqual([404, 'link-unknown'])
  const link = await system.app.inject({ url: `/api/links/${'A'.repeat(22)}` })
  expect([link.statusCode, link.json().code]).toEqual([404, 'link-unknown'])
  expect(await isSpent()).toBe(false)
})

test('consent to an older notice is refused, names the one in force and spends nothing', async () => {
  const { body } = await prepare()
  const reply = await request({ ...body, consent: { version: 'hom-qua' } })
  expect([reply.statusCode, reply.json().code]).toEqual([409, 'consent-outdated'])
  expect(reply.json().details).toEqual({ version: body.consent.version })
  expect(await isSpent()).toBe(false)
})

test('each person’s credential is for their own stratum only', async () => {
  const two = await createOpenCampaign(system.deps, { roster: [...ROSTER, { unit: 'HT', group: 'CC', people: 6 }] })
  const [one, other] = [two.people[0]!, two.people[6]!]
  const { prepared, body: own } = await prepare(one)
  // The other stratum's message, blinded under the other key: what comes back does not verify there.
  let theirs = await prepare(other)
  const isBelow = ({ body }: typeof theirs) => BigInt(`0x${hex(body.blinded)}`) < prepared.key.modulus
  while (!isBelow(theirs)) theirs = await prepare(other)
  const reply = await request({ ...own, blinded: theirs.body.blinded }, one.token)
  expect(reply.statusCode).toBe(200)
  expect(() => finishCredential(theirs.prepared, reply.json().blindSignature)).toThrow('does not verify')
})

test('a draft, a paused, an overdue and a closed campaign sign nothing, and say which', async () => {
  const draft = await createDraft(system.deps, { roster: ROSTER })
  const { body } = await prepare()
  const refusal = async (at: TestCampaign) => {
    const one = at.people[0]!
    const reply = await request({ ...body, invitation: one.invitation.id }, one.token)
    expect(await isSpent(one)).toBe(false)
    return [reply.statusCode, reply.json().code]
  }
  expect(await refusal(draft)).toEqual([409, 'campaign-not-open'])

  const open = await createOpenCampaign(system.deps, { roster: ROSTER })
  await setIntake(system.deps, open.code, 'paused', OFFICER)
  expect(await refusal(open)).toEqual([409, 'campaign-paused'])
  await setIntake(system.deps, open.code, 'open', OFFICER)

  await updateCampaign(system.deps.db, open.id, { closesAt: new Date(Date.now() - 1000) })
  expect(await refusal(open)).toEqual([409, 'campaign-closed'])
  expect((await readLinkOf(system.app, open.people[0]!)).campaign.status).toBe('closed')

  await closeCampaign(system.deps, open.code, OFFICER)
  expect(await refusal(open)).toEqual([409, 'campaign-closed'])
})

test('after close a link shows that it is over, and neither questionnaire nor key', async () => {
  const over = await createOpenCampaign(system.deps, { roster: ROSTER })
  await closeCampaign(system.deps, over.code, OFFICER)
  const { campaign: shown, invitations } = await readLinkOf(system.app, over.people[0]!)
  expect(shown.status).toBe('closed')
  expect(invitations).toHaveLength(1)
  expect(invitations[0]).not.toHaveProperty('questionnaire')
  expect(invitations[0]).not.toHaveProperty('publicKey')
})

test('a change of status makes a process forget the campaign’s private keys', async () => {
  const heard: string[] = []
  const stop = system.deps.changes.subscribe(({ campaign, kind }) => heard.push(`${kind} ${campaign}`))
  const isHeard = (change: string) => expect.poll(() => heard, { timeout: 10_000 }).toContain(change)
  // Opened by a process that has said all it had to say of it, and is gone.
  const opener = await system.startAnother()
  const own = await createOpenCampaign(opener.deps, { roster: ROSTER })
  await opener.stop()
  system.deps.changes.publish({ campaign: own.id, kind: 'progress' })
  await isHeard(`progress ${own.id}`)
  const ask = async (someone: TestPerson) => (await request((await prepare(someone)).body, someone.token)).statusCode
  const [first, second, third] = own.people
  expect(await ask(first!)).toBe(200)
  // Whoever still signs now does it with a key in memory: the stored one is spoilt.
  await system.deps.db.$client`
    UPDATE identity.stratum_keys SET sealed_private_key = sha256('') WHERE stratum_id = ${first!.invitation.stratum}`
  expect(await ask(second!)).toBe(200)
  heard.length = 0
  await setIntake(system.deps, own.code, 'open', OFFICER)
  await isHeard(`status ${own.id}`)
  stop()
  expect(await ask(third!)).toBe(500)
})

test('where the key is gone nobody’s invitation is spent', async () => {
  const own = await createOpenCampaign(system.deps, { roster: ROSTER })
  const { body } = await prepare(own.people[0])
  await system.deps.db.transaction((tx) => deleteKeys(tx, own.id))
  expect((await request(body, own.people[0]!.token)).statusCode).toBeGreaterThanOrEqual(400)
  expect(await isSpent(own.people[0])).toBe(false)
})

test('a repeat after the clock has gone past midnight keeps the first day', async () => {
  const { body } = await prepare()
  await request(body)
  const day = () => system.deps.db.$client`
    SELECT answered_on::text FROM identity.invitations WHERE id = ${person.invitation.id}`
  const before = await day()
  system.clock.move(24 * 60 * 60_000)
  expect((await request(body)).statusCode).toBe(200)
  system.clock.move(-24 * 60 * 60_000)
  expect(await day()).toEqual(before)
})
