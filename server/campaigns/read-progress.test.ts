import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { obtainCredential } from '../test/respondent.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { planMerges } from './merged-groups.ts'
import { buildProgress, narrowToUnit, readProgress } from './read-progress.ts'

const participation = [
  { block: 'xa', unit: 'HT', group: 'TT', invited: 4, answered: 1 },
  { block: 'xa', unit: 'AB', group: 'CC', invited: 10, answered: 3 },
  { block: 'xa', unit: 'AB', group: 'LD', invited: 5, answered: 5 },
]

test('every total is the sum of its parts, in the definition’s order, without units nobody was invited to', async () => {
  const view = buildProgress(await soundDefinition('example-commune'), participation, [
    { channel: 'email', state: 'sent', count: 7 },
    { channel: 'zalo', state: 'unknown', count: 2 },
  ])
  expect(view).toMatchObject({ invited: 19, answered: 9 })
  const [block] = view.blocks
  expect(block).toMatchObject({ code: 'xa', invited: 19, answered: 9 })
  expect(block!.units.map(({ code, invited, answered }) => [code, invited, answered])).toEqual([
    ['AB', 15, 8],
    ['HT', 4, 1],
  ])
  expect(block!.units[0]!.groups.map(({ code, invited, answered }) => [code, invited, answered])).toEqual([
    ['LD', 5, 5],
    ['CC', 10, 3],
  ])
  expect(view.deliveries.email).toEqual({
    queued: 0,
    sending: 0,
    sent: 7,
    delivered: 0,
    failed: 0,
    unknown: 0,
    withdrawn: 0,
  })
  expect(view.deliveries.zalo).toMatchObject({ sent: 0, unknown: 2 })
})

test('a unit’s contact sees that unit alone, and nothing of the others in any total', async () => {
  const view = buildProgress(await soundDefinition('example-commune'), participation, [
    { channel: 'email', state: 'sent', count: 7 },
  ])
  const mine = narrowToUnit(view, 'HT')
  expect(mine).toMatchObject({ invited: 4, answered: 1 })
  expect(mine.blocks.map(({ invited, units }) => [invited, units.map(({ code }) => code)])).toEqual([[4, ['HT']]])
  expect(Object.values(mine.deliveries.email)).toEqual(Array(7).fill(0))
  expect(narrowToUnit(view, 'khong-co')).toMatchObject({ invited: 0, answered: 0, blocks: [] })
})

test('a group of too few people says which group of its unit it goes with', async () => {
  const definition = await soundDefinition('example-commune')
  const merged = planMerges(definition, participation, 6)
  expect(merged).toEqual([{ unit: 'AB', group: 'LD', mergedInto: 'CC' }])
  const [unit] = buildProgress(definition, participation, [], merged).blocks[0]!.units
  expect(unit!.groups.map(({ code, mergedInto }) => [code, mergedInto])).toEqual([
    ['LD', 'CC'],
    ['CC', undefined],
  ])
})

let system: TestSystem
let campaign: TestCampaign
beforeAll(async () => {
  system = await startTestSystem()
  campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
})
afterAll(() => system.stop())

test('participation is live per person: a credential issued shows at once', async () => {
  for (const [at, person] of campaign.people.slice(0, 3).entries()) {
    expect(await readProgress(system.deps, campaign.code)).toMatchObject({ invited: 6, answered: at })
    await obtainCredential(system.app, person)
  }
  expect(await readProgress(system.deps, campaign.code)).toMatchObject({ invited: 6, answered: 3 })
  expect(await readProgress(system.deps, campaign.code, 'HT')).toMatchObject({ invited: 0, blocks: [] })
})

test('an unknown campaign is told so', async () => {
  await expect(readProgress(system.deps, 'khong-co')).rejects.toMatchObject({ code: 'campaign-unknown' })
})

test('what opening merges is the same before, in the draft, and after', async () => {
  const roster = [
    { unit: 'AB', group: 'CC', people: 6 },
    { unit: 'AB', group: 'LD', people: 2 },
  ]
  const { code, definition } = await createOpenCampaign(system.deps, { roster })
  const groups = (await readProgress(system.deps, code)).blocks[0]!.units[0]!.groups
  const planned = planMerges(
    definition,
    roster.map(({ unit, group, people }) => ({
      block: definition.blocks[0]!.code,
      unit,
      group,
      invited: people,
      answered: 0,
    })),
    5,
  )
  expect(planned).toEqual([{ unit: 'AB', group: 'LD', mergedInto: 'CC' }])
  expect(groups.map(({ code: group, mergedInto }) => [group, mergedInto])).toEqual([
    ['LD', 'CC'],
    ['CC', undefined],
  ])
})
