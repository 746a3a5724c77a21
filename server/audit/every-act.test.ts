import { readFileSync } from 'node:fs'
import type { InjectOptions } from 'fastify'
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isNamed } from '../../client/monitor/features/audit/detail-names.ts'
import { valueWord } from '../../client/monitor/features/audit/detail-values.ts'
import { finalizeCampaign } from '../campaigns/finalize-campaign.ts'
import { createWave } from '../delivery/create-wave.ts'
import { smallIndexDefinition } from '../index/small-index.fixture.ts'
import { storeIndexCampaign } from '../index/stored-index.fixture.ts'
import { storeAllPoints, storePast } from '../index/stored-points.fixture.ts'
import type { Role } from '../staff/permissions.ts'
import { createDraft, createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { answerAs } from '../test/respondent.ts'
import { cookieOf, createAccount, PASSWORD, postSession, type SignedIn } from '../test/staff.ts'
import { type Act, type Made, SECRETS } from './act.fixture.ts'
import { CAMPAIGN_ACTS } from './acts-of-campaigns.fixture.ts'
import { OFFICE_ACTS } from './acts-of-the-office.fixture.ts'
import { PEOPLE_ACTS } from './acts-on-people.fixture.ts'
import { NOTHING_PERSONAL, PROVEN_ELSEWHERE, WITHOUT_ENTRY } from './other-calls.fixture.ts'

/** Every call that changes something, or gives personal data, in the order in which it is tried. */
const ACTS: Act[] = [...CAMPAIGN_ACTS, ...PEOPLE_ACTS, ...OFFICE_ACTS]

let system: TestSystem
let open: TestCampaign
const staff = new Map<Role, SignedIn & { email: string }>()
const made: Made = { password: PASSWORD }
const sql = () => system.deps.db.$client

async function signIn(role: Role, email?: string): Promise<SignedIn & { email: string }> {
  const own = email ?? (await createAccount(system.deps, role))
  const reply = await postSession(system.app, own)
  return { email: own, cookie: cookieOf(reply), 'x-csrf-token': reply.json().csrfToken }
}
const idOf = async (email: string) =>
  (await sql()`SELECT id FROM staff.accounts WHERE email = ${email}`)[0]!.id as string

beforeAll(async () => {
  system = await startTestSystem()
  for (const role of ['admin', 'officer', 'auditor'] as const) staff.set(role, await signIn(role))
  await signIn('officer', staff.get('officer')!.email)
  const sessions = await system.app.inject({ url: '/api/account/sessions', headers: headersOf('officer') })
  made.session = sessions.json().find((one: { current: boolean }) => !one.current).id
  made.account = await idOf(await createAccount(system.deps, 'officer'))
  const locked = await createAccount(system.deps, 'auditor')
  await sql()`UPDATE staff.accounts SET locked_until = now() + interval '1 hour' WHERE email = ${locked}`
  made.locked = await idOf(locked)
  await createDraft(system.deps, { code: 'nhap', roster: [], closesAt: inDays(30) })
  open = await createOpenCampaign(system.deps, { code: 'mo', roster: [{ unit: 'AB', group: 'CC', people: 12 }] })
  await createWave(system.deps, 'mo', { kind: 'invitation', channels: ['email'] }, OFFICER)
  await storeFinal()
  const factor = await system.app.inject({
    ...{
      method: 'POST',
      url: '/api/account/second-factor',
      headers: headersOf('officer'),
      payload: { password: PASSWORD },
    },
  })
  const { secret, ticket } = factor.json()
  await sql()`UPDATE identity.waves SET starts_at = now() - interval '1 hour', frozen_at = now() - interval '1 hour'`
  Object.assign(made, { ticket, code: await generate({ secret, epoch: Math.floor(Date.now() / 1000) }) })
  Object.assign(made, {
    auditor: staff.get('auditor')!.email,
    first: open.people[0]!.id,
    second: open.people[1]!.id,
    third: open.people[2]!.id,
  })
  await answerAs(system.app, open.people[5]!)
})
afterAll(() => system?.stop())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A campaign whose index is frozen, ready to be published. */
async function storeFinal(): Promise<void> {
  const id = await storeIndexCampaign(system.deps.db, 'chot', 'closed', { definition: smallIndexDefinition })
  await storeAllPoints(system.deps.db, id)
  await storePast(system.deps.db, id)
  await finalizeCampaign(system.deps, 'chot', OFFICER)
}

function headersOf(role: Role): Record<string, string> {
  const { cookie, 'x-csrf-token': token } = staff.get(role)!
  return { cookie, 'x-csrf-token': token }
}

async function send({ route, as = 'officer', send, keep }: Act) {
  const own = headersOf(as)
  const { url, payload, type } = await send(made, (asked) => system.app.inject({ url: asked, headers: own }))
  const headers = { ...own, ...(type && { 'content-type': type }) }
  const method = route.split(' ')[0]!
  const reply = await system.app.inject({ method, url, headers, ...(payload && { payload }) } as InjectOptions)
  if (reply.statusCode >= 300) throw new Error(`${method} ${url} answered ${reply.statusCode} ${reply.body}`)
  if (keep) Object.assign(made, keep(reply.json() as never))
}

describe('an entry is written by', () => {
  test.each(ACTS.map((act) => [`${act.route} → ${act.entry}`, act] as const))('%s', async (_, act) => {
    const [{ last }] = (await sql()`SELECT max(id)::int AS last FROM staff.audit`) as unknown as [{ last: number }]
    await send(act)
    const entries = await sql()<{ actor: string; action: string }[]>`
      SELECT actor, action FROM staff.audit WHERE id > ${last} ORDER BY id`
    expect(entries).toContainEqual({ actor: staff.get(act.as ?? 'officer')!.email, action: act.entry })
  })

  test('signing in', async () => {
    const { email } = await signIn('auditor')
    expect(await sql()`SELECT action FROM staff.audit WHERE actor = ${email}`).toEqual([{ action: 'session.open' }])
  })
})

test.each(Object.entries(PROVEN_ELSEWHERE))(
  'the entry of %s is read by the test that is named',
  (_, { entry, test: file }) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    expect([source.includes(`'${entry}'`), /staff\.audit|audits?\(/.test(source)]).toContain(true)
  },
)

test('every published call that changes something or gives personal data is known here', async () => {
  const { paths } = (await system.app.inject({ url: '/api/openapi.json' })).json()
  const published = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const known = new Set([
    ...ACTS.map(({ route }) => route),
    ...Object.keys(PROVEN_ELSEWHERE),
    ...Object.keys(WITHOUT_ENTRY),
  ])
  const unknown = published.filter((call) => !known.has(call) && !NOTHING_PERSONAL.some((rule) => rule.test(call)))
  expect(unknown).toEqual([])
})

test('no entry holds a name, an address, a number, a link, an answer or a secret', async () => {
  const people = await sql()<{ full_name: string; email: string | null; phone: string | null }[]>`
    SELECT full_name, email, phone FROM identity.respondents`
  const forbidden = [
    ...Object.values(SECRETS),
    ...people.flatMap(({ full_name, email, phone }) => [full_name, email, phone, phone?.slice(2)]),
    ...open.people.flatMap(({ name, email, phone, token }) => [name, email, phone, phone.slice(2), token]),
    ...['rat-tot', 'khong-biet', PASSWORD],
  ].filter((word) => typeof word === 'string' && word.length > 3)
  const entries = await sql()<{ action: string; text: string }[]>`SELECT action, details::text AS text FROM staff.audit`
  expect(entries.length).toBeGreaterThan(ACTS.length)
  const found = entries.flatMap(({ action, text }) =>
    forbidden.filter((word) => text.toLowerCase().includes(word!.toLowerCase())).map((word) => `${action}: ${word}`),
  )
  expect(found).toEqual([])
})

test('what entries hold has a name in the console', async () => {
  const entries = await sql()<{ details: unknown }[]>`SELECT details FROM staff.audit`
  const keys = new Set(entries.flatMap(({ details }) => keysOf(details)))
  expect(keys.size).toBeGreaterThan(30)
  expect([...keys].filter((key) => !isNamed(key)).toSorted()).toEqual([])
})

test('and so have the codes that its values are written with', async () => {
  const entries = await sql()<{ action: string; details: unknown }[]>`SELECT action, details FROM staff.audit`
  const said = entries.flatMap(({ action, details }) => wordsOf(details).map((value) => ({ action, ...value })))
  expect(new Set(said.map(({ word }) => word)).size).toBeGreaterThan(30)
  const codes = said.filter(({ key, word }) => /^[a-z]+(-[a-z]+)*$/.test(word) && valueWord(word, key) === word)
  // The definition that this test began with, and the ends of files' names.
  const own = ['example-commune', 'csv', 'jsonl']
  expect(codes.filter(({ word }) => !own.includes(word))).toEqual([])
})

/** Every name within; what the server says in words is shown in these. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null || 'words' in value) return []
  return Object.entries(value).flatMap(([key, part]) => [key, ...keysOf(part)])
}

/** Every value that is one word or more, with the key that it is held under. */
function wordsOf(value: unknown, key = ''): { key: string; word: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, key))
  if (typeof value === 'string') return [{ key, word: value }]
  if (typeof value !== 'object' || value === null || 'words' in value) return []
  return Object.entries(value).flatMap(([part, one]) => wordsOf(one, part))
}
