import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { setIntake } from '../campaigns/set-intake.ts'
import { dayInVietnam } from '../clock.ts'
import { createDraft, createOpenCampaign, type TestCampaign, type TestPerson } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { answerAs } from '../test/respondent.ts'

const ROSTER = [{ unit: 'AB', group: 'CC', people: 12 }]
let system: TestSystem
let campaign: TestCampaign
let person: TestPerson
let next = 0

beforeAll(async () => {
  system = await startTestSystem()
  campaign = await createOpenCampaign(system.deps, { roster: ROSTER })
})
afterAll(() => system.stop())
beforeEach(() => {
  person = campaign.people[next]!
  next += 1
})

const start = ({ token } = person, invitation = person.invitation.id) =>
  system.app.inject({ method: 'POST', url: `/api/links/${token}/start`, payload: { invitation } })

async function rowOf({ invitation } = person) {
  const rows = await system.deps.db.$client<{ day: string | null; version: string }[]>`
    SELECT started_on::text AS day, xmin::text AS version FROM identity.invitations WHERE id = ${invitation.id}`
  return rows[0]!
}

test('the first press leaves the day in Viet Nam, and every later one nothing', async () => {
  const reply = await start()
  expect([reply.statusCode, reply.body, reply.headers['set-cookie']]).toEqual([204, '', undefined])
  const first = await rowOf()
  expect(first.day).toBe(dayInVietnam(system.clock.now()))
  system.clock.move(24 * 60 * 60_000)
  expect((await start()).statusCode).toBe(204)
  system.clock.move(-24 * 60 * 60_000)
  expect(await rowOf()).toEqual(first)
})

test('neither an unknown link nor another person’s invitation is told apart from nonsense, and nothing is noted', async () => {
  const other = campaign.people[next]!
  const unknown = await start({ ...person, token: 'A'.repeat(22) })
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'link-unknown'])
  const foreign = await start(person, other.invitation.id)
  expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'invitation-unknown'])
  expect((await start(person, 'a\u0000b')).statusCode).toBe(400)
  expect([(await rowOf()).day, (await rowOf(other)).day]).toEqual([null, null])
})

test('who has answered is not written again, and neither is anything outside of an open campaign', async () => {
  await answerAs(system.app, person)
  const answered = await rowOf()
  expect((await start()).statusCode).toBe(204)
  expect(await rowOf()).toEqual(answered)

  const draft = await createDraft(system.deps, { roster: ROSTER })
  expect((await start(draft.people[0]!, draft.people[0]!.invitation.id)).statusCode).toBe(204)
  expect((await rowOf(draft.people[0]!)).day).toBeNull()

  const own = await createOpenCampaign(system.deps, { roster: ROSTER })
  const [early, late] = own.people
  await setIntake(system.deps, own.code, 'paused', OFFICER)
  await start(early!, early!.invitation.id)
  expect((await rowOf(early!)).day).not.toBeNull()
  await closeCampaign(system.deps, own.code, OFFICER)
  const closed = await rowOf(late!)
  expect((await start(late!, late!.invitation.id)).statusCode).toBe(204)
  expect(await rowOf(late!)).toEqual(closed)
})

test('a press leaves no line in the access log and tells nobody who listens for changes', async () => {
  const lines = vi.spyOn(system.app.log, 'info')
  const heard: string[] = []
  const stop = system.deps.changes.subscribe(({ campaign: id, kind }) => heard.push(`${kind} ${id}`))
  await start()
  await system.app.inject({ url: '/api/definitions' })
  await vi.waitFor(() => expect(lines.mock.calls.map(([line]) => line)).toHaveLength(1))
  expect(lines.mock.calls[0]![0]).toMatchObject({ route: '/api/definitions' })
  system.deps.changes.publish({ campaign: 'end', kind: 'progress' })
  await vi.waitFor(() => expect(heard).toContain('progress end'))
  expect(heard.filter((change) => change.endsWith(campaign.id))).toEqual([])
  stop()
  lines.mockRestore()
})

test('a machine that presses without end is held up, on its own link only', async () => {
  const replies = await Promise.all(Array.from({ length: 210 }, () => start()))
  expect(replies.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(0)
  const other = campaign.people[next]!
  expect((await start(other, other.invitation.id)).statusCode).toBe(204)
})
