import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { startTestSystem, type TestProcess, type TestSystem } from '../test/deps.ts'
import { obtainCredential, type ResponseBody, sendResponse } from '../test/respondent.ts'
import { verdict } from '../test/verdict.ts'
import { openResponse } from './sealed-response.ts'

const ROSTER = [
  { unit: 'AB', group: 'CC', people: 30 },
  { unit: 'HT', group: 'CC', people: 30 },
]
let system: TestSystem
let other: TestProcess
let campaign: TestCampaign
let next = 0
let body: ResponseBody

beforeAll(async () => {
  system = await startTestSystem()
  other = await system.startAnother()
  campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
})
afterAll(() => system.stop())
beforeEach(async () => {
  body = await obtainCredential(system.app, campaign.people[next]!)
  next += 1
})

const send = (sent: object = body, app = system.app) => sendResponse(app, sent as ResponseBody)
const hashOf = (message: string) => createHash('sha256').update(Buffer.from(message, 'base64url')).digest()

async function stored() {
  const { answerDb, secrets } = system.deps
  const receipts = await answerDb.$client`SELECT * FROM answer.receipts WHERE message_hash = ${hashOf(body.message)}`
  const box = await answerDb.$client`SELECT campaign_id, sealed FROM answer.box WHERE stratum_id = ${body.stratum}`
  const opened = box.map((row) => openResponse(secrets, row.campaign_id, row.sealed))
  return { receipts, opened }
}

/** How many rows the box gains while `act` runs. */
async function boxGain(act: () => Promise<unknown>): Promise<number> {
  const count = async () => (await stored()).opened.length
  const before = await count()
  await act()
  return (await count()) - before
}

test('a good response is durable before its 201, with a receipt that its author can compute', async () => {
  const gained = await boxGain(async () => {
    const reply = await send()
    expect(reply.statusCode).toBe(201)
    expect(reply.json()).toEqual({ receipt: hashOf(body.message).toString('base64url').slice(0, 22) })
    expect(reply.json().receipt).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(reply.headers['set-cookie']).toBeUndefined()
  })
  expect(gained).toBe(1)
  expect((await stored()).receipts).toHaveLength(1)
  expect((await stored()).opened).toContainEqual({ stratum: body.stratum, answers: body.answers })
})

test('the same again answers 200 with the same receipt and is not counted again, also at another process', async () => {
  const first = await send()
  const gained = await boxGain(async () => {
    for (const app of [system.app, other.app]) {
      const again = await send(body, app)
      expect(again.statusCode).toBe(200)
      expect(again.json()).toEqual(first.json())
    }
  })
  expect(gained).toBe(0)
})

test('the order in which answers are sent does not make them others', async () => {
  await send()
  const answers = Object.fromEntries(Object.entries(body.answers).reverse())
  expect((await send({ ...body, answers })).statusCode).toBe(200)
})

test('a message already used with other answers is refused', async () => {
  await send()
  const answers = { ...body.answers, xa_dh_1: 'D' }
  expect(verdict(await send({ ...body, answers }))).toEqual([409, 'response-exists'])
  expect((await stored()).opened).not.toContainEqual({ stratum: body.stratum, answers })
})

test('one message many times at once, in one batch and over two processes, is counted once', async () => {
  const gained = await boxGain(async () => {
    const replies = await Promise.all(
      Array.from({ length: 24 }, (_, at) => send(body, [system.app, other.app][at % 2])),
    )
    expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(1)
    expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(23)
    expect(new Set(replies.map((reply) => reply.json().receipt)).size).toBe(1)
  })
  expect(gained).toBe(1)
})

test('one message at once with different answers is counted once, with the answers that got the 201', async () => {
  const levels = ['A', 'B', 'C', 'D', 'X']
  const bodies = levels.map((xa_dh_1) => ({ ...body, answers: { ...body.answers, xa_dh_1 } }))
  const gained = await boxGain(async () => {
    const replies = await Promise.all(bodies.map((one) => send(one)))
    expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(1)
    expect(replies.filter((reply) => reply.statusCode === 409)).toHaveLength(4)
    const winner = bodies[replies.findIndex((reply) => reply.statusCode === 201)]!
    const { opened } = await stored()
    const kept = opened.filter(({ answers }) => bodies.some((one) => one.answers.xa_dh_1 === answers.xa_dh_1))
    expect(kept).toContainEqual({ stratum: body.stratum, answers: winner.answers })
    expect((await send(winner)).statusCode).toBe(200)
  })
  expect(gained).toBe(1)
})

test('many messages at once, each sent to both processes in another order, are each counted once', async () => {
  const bodies = [body]
  for (let more = 0; more < 9; more += 1, next += 1)
    bodies.push(await obtainCredential(system.app, campaign.people[next]!))
  const gained = await boxGain(async () => {
    const there = bodies.map((one) => send(one))
    const back = bodies.toReversed().map((one) => send(one, other.app))
    const replies = await Promise.all([...there, ...back])
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([...Array(10).fill(200), ...Array(10).fill(201)])
  })
  expect(gained).toBe(10)
})

test('a signature that is not the stratum’s own over this message is refused', async () => {
  const other = await obtainCredential(system.app, campaign.people[30 + (next % 30)]!)
  for (const forged of [
    { ...body, signature: randomBytes(256).toString('base64url') },
    { ...body, signature: Buffer.alloc(256).toString('base64url') },
    { ...body, message: Buffer.concat([randomBytes(32), Buffer.from(body.stratum)]).toString('base64url') },
    { ...body, message: other.message, signature: other.signature },
    { ...body, stratum: other.stratum },
    { ...body, message: Buffer.from(body.stratum).toString('base64url').padEnd(43, 'A') },
  ]) {
    expect(verdict(await send(forged))).toEqual([403, 'signature-invalid'])
  }
  expect((await stored()).receipts).toHaveLength(0)
  expect((await send()).statusCode).toBe(201)
})

test('an unknown stratum is told so', async () => {
  expect(verdict(await send({ ...body, stratum: 'khong-co' }))).toEqual([404, 'stratum-unknown'])
})

test('answers that do not fit are refused with their questions, and the credential stays good', async () => {
  const { xa_dh_1: _, ...rest } = body.answers
  const reply = await send({ ...body, answers: { ...rest, xa_dh_2: 'Z', la: 1 } })
  expect(verdict(reply)).toEqual([422, 'answers-invalid'])
  expect(
    reply
      .json()
      .details.map(({ question }: { question: string }) => question)
      .sort(),
  ).toEqual(['la', 'xa_dh_1', 'xa_dh_2'])
  expect((await stored()).receipts).toHaveLength(0)
  expect((await send()).statusCode).toBe(201)
})

test('answers that would not fit the one size are refused, and the credential stays good', async () => {
  const xa_gop_y = '\u0001'.repeat(500)
  const reply = await send({ ...body, answers: { ...body.answers, xa_gop_y } })
  expect(verdict(reply)).toEqual([422, 'answers-invalid'])
  expect(reply.json().details).toEqual([{ question: '', problem: expect.stringContaining('quá dài') }])
  expect((await stored()).receipts).toHaveLength(0)
  expect((await send()).statusCode).toBe(201)
})

test('malformed requests and poisoned names are refused, and the credential stays good', async () => {
  const payload = JSON.stringify(body)
  const raw = (text: string) =>
    system.app.inject({
      method: 'POST',
      url: '/api/responses',
      headers: { 'content-type': 'application/json' },
      payload: text,
    })
  const texts = [
    payload.replace('"answers":{', '"answers":{"__proto__":{"xa_dh_1":"A"},'),
    payload.replace('"answers":{', '"answers":{"constructor":{"prototype":{}},'),
    payload.replace('"answers":{', '"answers":{"toString":"x",'),
    JSON.stringify({ ...body, answers: [] }),
    JSON.stringify({ ...body, stratum: 7 }),
    JSON.stringify({ ...body, signature: body.signature.slice(1) }),
    JSON.stringify({ ...body, message: 'A' }),
    ...['{', 'null', ''],
  ]
  for (const text of texts) expect([400, 422]).toContain((await raw(text)).statusCode)
  expect((await raw(JSON.stringify({ ...body, answers: { x: 'x'.repeat(200_000) } }))).statusCode).toBe(413)
  expect((await stored()).receipts).toHaveLength(0)
  expect((await send()).statusCode).toBe(201)
})

test('the door of answers cannot read the identity side', async () => {
  const { answerDb } = system.deps
  for (const table of ['respondents', 'invitations', 'stratum_keys', 'deliveries', 'outbox']) {
    await expect(answerDb.$client.unsafe(`SELECT FROM identity.${table}`)).rejects.toMatchObject({ code: '42501' })
  }
  await expect(answerDb.$client`SELECT FROM staff.accounts`).rejects.toMatchObject({ code: '42501' })
})
