import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, createOpenCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { copyDefinition } from './copy-definition.ts'
import { createCampaign } from './create-campaign.ts'
import { findCampaign } from './queries.ts'
import { validateDefinition } from './validate-definition.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

test('the year after counts on where the year is named, and adds up as before', async () => {
  const before = await soundDefinition('son-la-2024')
  const after = copyDefinition(before)
  expect(after).toMatchObject({
    year: 2025,
    slug: before.slug,
    notice: { version: '2025-1', text: before.notice.text },
  })
  expect(after.title).toBe(before.title.replace('2024', '2025'))
  expect(after.blocks[0]!.questionnaires['so-lanh-dao']!.title).toBe('Khảo sát CCHC 2025')
  expect(validateDefinition(after)).toEqual([])
})

test('units name no predecessor, so each continues the one of its code', async () => {
  const before = await soundDefinition('example-commune')
  expect(before.blocks[0]!.units.some(({ predecessors }) => predecessors)).toBe(true)
  const { blocks } = copyDefinition(before)
  expect(blocks[0]!.units.map(({ code, name, predecessors }) => ({ code, name, predecessors }))).toEqual(
    before.blocks[0]!.units.map(({ code, name }) => ({ code, name, predecessors: undefined })),
  )
})

test('a campaign from last year’s begins with its definition and nobody of its roster', async () => {
  const last = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const view = await createCampaign(system.deps, { from: last.code, code: 'nam-sau' }, OFFICER)
  expect(view).toMatchObject({ status: 'draft', invited: 0 })
  const campaign = (await findCampaign(system.deps.db, 'nam-sau'))!
  expect(campaign).toMatchObject({ copiedFrom: last.code, definitionVersion: 1 })
  expect(campaign.definition).toEqual(copyDefinition(last.definition))
  const { $client: sql } = system.deps.db
  const [rows] = await sql`
    SELECT (SELECT count(*)::int FROM identity.respondents WHERE campaign_id = ${campaign.id}) AS people,
      (SELECT count(*)::int FROM campaign.definition_versions WHERE campaign_id = ${campaign.id}) AS versions`
  expect(rows).toEqual({ people: 0, versions: 1 })
})

test('a campaign begins with one thing: a definition that there is, or a campaign that there is', async () => {
  const { code: from } = await createDraft(system.deps, { roster: [] })
  const create = (wish: object) => createCampaign(system.deps, { code: 'moi', ...wish }, OFFICER)
  await expect(create({})).rejects.toMatchObject({ code: 'definition-source' })
  await expect(create({ definition: 'son-la-2024', from })).rejects.toMatchObject({ code: 'definition-source' })
  await expect(create({ from: 'khong-co' })).rejects.toMatchObject({ code: 'campaign-unknown' })
  await expect(create({ definition: 'khong-co' })).rejects.toMatchObject({ code: 'definition-unknown' })
  expect(await findCampaign(system.deps.db, 'moi')).toBeUndefined()
})

test('a title given at creation is the definition’s title too, so that an edit does not bring back the old one', async () => {
  await createCampaign(system.deps, { definition: 'example-commune', code: 'ten', title: 'Tên khác' }, OFFICER)
  const campaign = (await findCampaign(system.deps.db, 'ten'))!
  expect([campaign.title, campaign.definition.title]).toEqual(['Tên khác', 'Tên khác'])
})
