import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionHash } from '../campaigns/definition-hash.ts'
import { openCampaign } from '../campaigns/open-campaign.ts'
import { findCampaign } from '../campaigns/queries.ts'
import { insertVersion } from '../campaigns/version-queries.ts'
import { createDraft, readTestCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { readLinkOf } from '../test/respondent.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import type { VersionsView } from './schemas.ts'
import { changed, type Setup, setupOf } from './setup.fixture.ts'

const ROSTER = [{ unit: 'AB', group: 'CC', people: 6 }]

let system: TestSystem
let setup: Setup
let other: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  setup = setupOf(system, await signInAs(system, 'officer'))
  other = await signInAs(system, 'officer')
})
afterAll(() => system.stop())

const newDraft = async () => (await createDraft(system.deps, { roster: [] })).code
const newDraftWithPeople = async () => (await createDraft(system.deps, { roster: ROSTER })).code
const audited = (code: string) =>
  system.deps.db.$client`SELECT actor, details FROM staff.audit WHERE campaign = ${code} AND action = 'definition.edit'`

test('what is saved is the next version, shows in the campaign, and is told in the audit log', async () => {
  const code = await newDraft()
  const before = await setup.read(code)
  expect(before).toMatchObject({ version: 1, editable: true, problems: [], savedBy: OFFICER.email, copiedFrom: null })
  const edited = changed(before.definition, (d) => Object.assign(d, { title: 'Tên mới', minimumCell: 7 }))
  const reply = await setup.save(code, 1, edited)
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toMatchObject({ version: 2, problems: [], savedBy: expect.stringContaining('@so.example') })
  expect(reply.json().changes.map(({ words }: { words: string }) => words)).toEqual([
    'Tên đợt: “Khảo sát cải cách hành chính cấp xã năm 2026 (ví dụ)” → “Tên mới”',
    'Số phiếu tối thiểu để công bố: 5 → 7',
  ])
  const campaign = (await findCampaign(system.deps.db, code))!
  expect(campaign).toMatchObject({ title: 'Tên mới', minimumCell: 7, definitionVersion: 2 })
  expect(campaign.definitionHash).toBe(definitionHash(campaign.definition))
  const [entry] = await audited(code)
  expect(entry!.details).toMatchObject({
    version: 2,
    before: definitionHash(before.definition),
    after: campaign.definitionHash,
  })
  expect(entry!.details.changes).toHaveLength(2)

  const versions = (await setup.get(code, '/definition/versions')).json()
  expect(versions.map(({ version, changes }: { version: number; changes: [] }) => [version, changes.length])).toEqual([
    [2, 2],
    [1, 0],
  ])
  const first = (await setup.get(code, '/definition/versions/1')).json()
  expect(first.definition).toEqual(before.definition)
  expect((await setup.get(code, '/definition/versions/3')).json().code).toBe('version-unknown')
})

test('the changes of each version are told though this process did not save them, page by page', async () => {
  const code = await newDraft()
  const { definition } = await setup.read(code)
  const { id: campaignId } = (await findCampaign(system.deps.db, code))!
  await system.deps.db.transaction(async (tx) => {
    for (let version = 2; version <= 26; version++) {
      const next = { ...definition, title: `Tên ${version}` }
      await insertVersion(tx, {
        campaignId,
        version,
        definition: next,
        hash: definitionHash(next),
        actor: 'a@so.example',
      })
    }
  })
  const versions = (await setup.get(code, '/definition/versions')).json() as VersionsView
  expect(versions.map(({ version, changes }) => [version, changes.map(({ code: told }) => told)])).toEqual(
    Array.from({ length: 26 }, (_, at) => [26 - at, at === 25 ? [] : ['title']]),
  )
  const earlier = (await setup.get(code, '/definition/versions?before=4')).json() as VersionsView
  expect(earlier.map(({ version, changes }) => [version, changes.length])).toEqual([
    [3, 1],
    [2, 1],
    [1, 0],
  ])
})

test('saving what is there already makes no version', async () => {
  const code = await newDraft()
  const { definition } = await setup.read(code)
  expect((await setup.save(code, 1, definition)).json()).toMatchObject({ version: 1, changes: [] })
  expect(await audited(code)).toHaveLength(0)
})

test('of two officers who save at once one is told who was first, and nothing of the first is lost', async () => {
  const code = await newDraft()
  const { definition } = await setup.read(code)
  const replies = await Promise.all([
    setup.save(
      code,
      1,
      changed(definition, (d) => Object.assign(d, { title: 'Của người thứ nhất' })),
    ),
    setup.save(
      code,
      1,
      changed(definition, (d) => Object.assign(d, { title: 'Của người thứ hai' })),
      other,
    ),
  ])
  expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  const won = replies.find(({ statusCode }) => statusCode === 200)!.json()
  const lost = replies.find(({ statusCode }) => statusCode === 409)!.json()
  expect(lost).toMatchObject({ code: 'definition-changed', details: { version: 2, by: won.savedBy, at: won.savedAt } })
  expect((await setup.read(code)).definition.title).toBe(won.definition.title)
  expect(await audited(code)).toHaveLength(1)
})

test.each<[string, unknown, RegExp]>([
  ['no definition at all', {}, /thiếu mục này/],
  ['nothing but depth', JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`), /lồng nhau/],
])('%s is refused with a path and saved nowhere', async (_, sent, problem) => {
  const code = await newDraft()
  const reply = await setup.save(code, 1, sent)
  expect([reply.statusCode, reply.json().code]).toEqual([422, 'definition-invalid'])
  expect(reply.json().details[0].problem).toMatch(problem)
  expect((await setup.read(code)).version).toBe(1)
  const checked = (await setup.post(code, '/definition/check', { definition: sent as object })).json()
  expect(checked).toMatchObject({ savable: false, changes: [] })
})

test('text comes in as it is read from files: composed, without what no database holds', async () => {
  const code = await newDraft()
  const { definition } = await setup.read(code)
  const title = `${'Khảo sát'.normalize('NFD')}\u0000 2026`
  const reply = await setup.save(
    code,
    1,
    changed(definition, (d) => Object.assign(d, { title })),
  )
  expect(reply.json().definition.title).toBe('Khảo sát  2026')
})

test('a definition beyond the limit is refused as too large', async () => {
  const code = await newDraft()
  const reply = await setup.save(code, 1, { title: 'x'.repeat(1_100_000) })
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large'])
})

test('what does not add up may be saved and is listed; checking tells the same without saving', async () => {
  const code = await newDraft()
  const { definition } = await setup.read(code)
  const edited = changed(definition, (d) => Object.assign(d.blocks[0]!.criteria[0]!, { max: '9' }))
  const checked = (await setup.post(code, '/definition/check', { definition: edited })).json()
  expect(checked.savable).toBe(true)
  expect(checked.problems.map(({ path }: { path: string }) => path)).toContain('blocks[xa].sources[khao-sat].max')
  expect((await setup.read(code)).version).toBe(1)
  const saved = (await setup.save(code, 1, edited)).json()
  expect(saved).toMatchObject({ version: 2, problems: checked.problems, changes: checked.changes })
  await expect(openCampaign(system.deps, code, OFFICER)).rejects.toMatchObject({ code: 'definition-invalid' })
})

test('no saved definition with problems is ever opened, and one without is', async () => {
  const spoils = fc.constantFrom<((d: Awaited<ReturnType<Setup['read']>>['definition']) => unknown)[]>(
    (d) => Object.assign(d.blocks[0]!.sources[0]!, { max: '24' }),
    (d) => Object.assign(d.blocks[0]!.groups[0]!, { weight: '0.3' }),
    (d) => Object.assign(d.levels[2]!, { name: 'Mức khác' }),
    (d) => Object.assign(d.organizer, { phone: '', email: '' }),
    (d) => Object.assign(Object.values(d.blocks[0]!.questionnaires)[0]!, { mucLa: true }),
    (d) => d.blocks[0]!.criteria.splice(1, 1),
    (d) => Object.assign(d, { title: `${d.title} *` }),
    (d) => Object.assign(d.blocks[0]!.units[1]!, { name: 'UBND xã Khác' }),
  )
  let code = await newDraftWithPeople()
  const { definition } = await setup.read(code)
  let version = 1
  await fc.assert(
    fc.asyncProperty(fc.array(spoils, { minLength: 1, maxLength: 3 }), async (all) => {
      const edited = changed(definition, (d) => all.map((spoil) => spoil(d)))
      const saved = (await setup.save(code, version, edited)).json()
      const opened = await setup.post(code, '/open')
      version = saved.version
      if (saved.problems.length > 0) {
        expect([opened.statusCode, opened.json().code]).toEqual([422, 'definition-invalid'])
        return
      }
      expect(opened.statusCode).toBe(200)
      code = await newDraftWithPeople()
      version = 1
    }),
    { numRuns: 12 },
  )
})

test('a unit or group that people of the roster stand under stays, with its code', async () => {
  const code = await newDraftWithPeople()
  const { definition } = await setup.read(code)
  const without = changed(definition, (d) => d.blocks[0]!.units.splice(0, 1))
  const renamed = changed(definition, (d) => Object.assign(d.blocks[0]!.groups[1]!, { code: 'CCVC' }))
  for (const [edited, kind, wanted] of [
    [without, 'unit', 'AB'],
    [renamed, 'group', 'CC'],
  ] as const) {
    const reply = await setup.save(code, 1, edited)
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'unit-in-use'])
    expect(reply.json().details).toEqual([{ kind, block: 'xa', code: wanted, people: 6 }])
  }
  const unused = changed(definition, (d) => d.blocks[0]!.units.splice(1, 1))
  expect((await setup.save(code, 1, unused)).statusCode).toBe(200)
})

test('once opened nothing is edited any more, and all of it can still be read', async () => {
  const code = await newDraftWithPeople()
  const { definition } = await setup.read(code)
  await openCampaign(system.deps, code, OFFICER)
  const reply = await setup.save(
    code,
    1,
    changed(definition, (d) => Object.assign(d, { title: 'Muộn' })),
  )
  expect([reply.statusCode, reply.json().code]).toEqual([409, 'campaign-not-draft'])
  expect(await setup.read(code)).toMatchObject({ editable: false, version: 1, definition })
  expect((await setup.get(code, '/definition/versions')).json()).toHaveLength(1)
})

test('of opening and saving at once only one happens, and what was opened is a saved version', async () => {
  const code = await newDraftWithPeople()
  const { definition } = await setup.read(code)
  const edited = changed(definition, (d) => Object.assign(d, { title: 'Vừa sửa' }))
  const [opened, saved] = await Promise.all([setup.post(code, '/open'), setup.save(code, 1, edited)])
  expect([opened.statusCode, saved.statusCode].toSorted()).toEqual([200, 409])
  const campaign = (await findCampaign(system.deps.db, code))!
  const frozen = (await setup.get(code, `/definition/versions/${campaign.definitionVersion}`)).json()
  expect(frozen.hash).toBe(campaign.definitionHash)
  expect(frozen.definition).toEqual(campaign.definition)
})

test('the notice keeps its place for the least number until it is read, so that a new number shows in it', async () => {
  const { code } = await createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 9 }] })
  const { definition } = await setup.read(code)
  await setup.save(
    code,
    1,
    changed(definition, (d) => Object.assign(d, { minimumCell: 8 })),
  )
  await openCampaign(system.deps, code, OFFICER)
  const [person] = (await readTestCampaign(system.deps, code)).people
  expect((await readLinkOf(system.app, person!)).notice.text).toContain('ít nhất 8 phiếu')
})

test.each(['', '/versions', '/versions/1', '/questions.xlsx?block=xa', '/questions.csv?block=xa'])(
  'a campaign that is not there has no definition%s',
  async (path) => {
    const reply = await setup.get('khong-co', `/definition${path}`)
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'campaign-unknown'])
  },
)
