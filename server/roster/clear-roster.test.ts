import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCampaign } from '../campaigns/create-campaign.ts'
import { createDraft, type TestPerson } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { clearRoster } from './clear-roster.ts'
import { importRoster } from './import-roster.ts'
import { listRespondents } from './queries.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

test('a draft whose list was cleared holds nobody, and the list can be imported again', async () => {
  const { deps } = system
  await createCampaign(deps, { definition: 'example-commune', code: 'xoa' }, OFFICER)
  const unit = deps.definitions.find((entry) => entry.slug === 'example-commune')!.definition!.blocks[0]!
  const file = {
    name: 'ds.csv',
    data: Buffer.from(
      `Họ và tên;Email;Đơn vị;Nhóm\nNgười Thử;thu@x.example;${unit.units[0]!.code};${unit.groups[0]!.code}\n`,
    ),
  }
  await importRoster(deps, 'xoa', file, {}, OFFICER)
  expect(await clearRoster(deps, 'xoa', OFFICER)).toEqual({ removed: 1 })
  expect(await clearRoster(deps, 'xoa', OFFICER)).toEqual({ removed: 0 })
  const again = await importRoster(deps, 'xoa', file, {}, OFFICER)
  expect(again.accepted).toBe(1)
})

test('who took back their consent stays when the list is cleared or a file leaves them out, and no file invites them again', async () => {
  const { deps } = system
  const { code, people } = await createDraft(deps, { roster: [{ unit: 'AB', group: 'CC', people: 3 }] })
  const [gone] = people
  await deps.db.$client`
    UPDATE identity.respondents SET opted_out_at = now(), email = NULL, phone = NULL WHERE id = ${gone!.id}`
  const file = (person: TestPerson) => ({
    name: 'ds.csv',
    data: Buffer.from(`Họ và tên,Email,Đơn vị,Nhóm\n${person.name},${person.email},AB,CC`),
  })
  const without = await importRoster(deps, code, file(people[1]!), { removeMissing: true }, OFFICER)
  expect(without).toMatchObject({ removed: { respondents: 1 }, changes: { missing: { count: 1 } } })
  expect(await clearRoster(deps, code, OFFICER)).toEqual({ removed: 1 })
  const again = await importRoster(deps, code, file(gone!), {}, OFFICER)
  expect(again).toMatchObject({ added: { respondents: 0 }, warnings: [{ code: 'withdrawn' }] })
})

test('the list of an unknown campaign cannot be cleared', async () => {
  await expect(clearRoster(system.deps, 'khong-co', OFFICER)).rejects.toMatchObject({ code: 'campaign-unknown' })
  expect(await listRespondents(system.deps.db, 'khong-co')).toEqual([])
})
