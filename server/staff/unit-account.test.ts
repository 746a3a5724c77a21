/** Each call that a unit's contact can reach, held against another unit's names, codes and counts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { openLiveConsole } from '../test/live-console.ts'
import { obtainCredential } from '../test/respondent.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { verdict } from '../test/verdict.ts'
import { type Office, startOffice } from './office.fixture.ts'
import { mayDo, PERMISSION_NAMES } from './permissions.ts'

let office: Office
let contact: Awaited<ReturnType<Office['enter']>>
let auditor: typeof contact
let campaign: TestCampaign
/** What only the other unit has: 17 people, and 4 answers. */
const OTHERS = ['"AB"', '17', '23']

beforeAll(async () => {
  office = await startOffice()
  campaign = await createOpenCampaign(office.system.deps, {
    roster: [
      { unit: 'AB', group: 'CC', people: 17 },
      { unit: 'HT', group: 'CC', people: 6 },
    ],
  })
  for (const person of campaign.people.slice(0, 4)) await obtainCredential(office.system.app, person)
  await obtainCredential(office.system.app, campaign.people.at(-1)!)
  contact = await office.enter('unit', 'HT')
  auditor = await office.enter('auditor')
})
afterAll(() => office?.stop())

const read = (path: string) => office.call(contact, 'GET', path)
/** Numbers and codes as JSON writes them, without dates and hashes in which any digits may turn up. */
const wordsOf = (body: unknown): string =>
  JSON.stringify(body, (key, value) => (/At$|hash|startsAt|code$/.test(key) && value !== 'AB' ? undefined : value))

test('its permissions are these and no more', () => {
  expect(PERMISSION_NAMES.filter((one) => mayDo('unit', one))).toEqual([
    'campaign.list',
    'progress.read',
    'account.own',
  ])
})

test('the list of campaigns has no counts of others', async () => {
  const [listed] = (await read('/api/campaigns')).json()
  expect(listed).toMatchObject({ invited: 0, answered: 0 })
})

test.each(['', '/progress'])('campaign%s shows its own unit’s counts and nothing of the others', async (rest) => {
  const reply = await read(`/api/campaigns/${campaign.code}${rest}`)
  expect(reply.json()).toMatchObject({ invited: 6, answered: 1 })
  for (const other of OTHERS) expect(wordsOf(reply.json())).not.toContain(other)
})

test('neither the list of people nor the days of a campaign are shown to it', async () => {
  const view = (await read(`/api/campaigns/${campaign.code}`)).json()
  expect(view).toMatchObject({ rosterCount: { respondents: 0 }, days: [] })
})

test('while an auditor sees all', async () => {
  const all = async (rest: string) =>
    (await office.call(auditor, 'GET', `/api/campaigns/${campaign.code}${rest}`)).json()
  expect(await all('/progress')).toMatchObject({ invited: 23, answered: 5 })
  expect(await all('')).toMatchObject({ invited: 23, rosterCount: { respondents: 23 } })
})

test('the live events are of its own unit, and carry no points', async () => {
  const origin = await office.system.app.listen({ port: 0, host: '127.0.0.1' })
  const live = await openLiveConsole(origin, campaign.code, contact.cookie)
  await live.waitForAnswered(1, 10_000)
  expect(live.progress).toMatchObject({ invited: 6, answered: 1 })
  for (const other of OTHERS) expect(wordsOf(live.progress)).not.toContain(other)
  const before = live.progress
  await obtainCredential(office.system.app, campaign.people[4]!)
  await obtainCredential(office.system.app, campaign.people.at(-2)!)
  await live.waitForAnswered(2, 10_000)
  expect(live.progress).toMatchObject({ invited: 6, answered: 2 })
  expect(live.progress).not.toBe(before)
  expect(live.units.size).toBe(0)
  await live.close()
})

test('one’s own account and sessions are one’s own', async () => {
  expect((await read('/api/account')).json()).toMatchObject({ email: contact.email, role: 'unit', unit: 'HT' })
  expect((await read('/api/account/sessions')).json()).toHaveLength(1)
})

test('a campaign without its unit is not there', async () => {
  const definition = await soundDefinition('son-la-2024')
  const elsewhere = await createOpenCampaign(office.system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const bare = { ...definition, blocks: definition.blocks.slice(0, 1) }
  await office.system.deps.db.$client`
    UPDATE campaign.campaigns SET definition = ${JSON.stringify(bare)}::jsonb WHERE id = ${elsewhere.id}`
  for (const rest of ['', '/progress', '/live'])
    expect(verdict(await read(`/api/campaigns/${elsewhere.code}${rest}`)), rest).toEqual([404, 'campaign-unknown'])
  expect((await read('/api/campaigns')).json().map(({ code }: { code: string }) => code)).toEqual([campaign.code])
})

test.each(['KHONG-CO', null])('a contact of unit %s sees nothing, not everything', async (unit) => {
  const nobody = await office.enter('unit', unit)
  for (const rest of ['', '/progress', '/live'])
    expect(verdict(await office.call(nobody, 'GET', `/api/campaigns/${campaign.code}${rest}`))[0]).toBe(404)
  expect((await office.call(nobody, 'GET', '/api/campaigns')).json()).toEqual([])
})
