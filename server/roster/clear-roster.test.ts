import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCampaign } from '../campaigns/create-campaign.ts'
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

test('the list of an unknown campaign cannot be cleared', async () => {
  await expect(clearRoster(system.deps, 'khong-co', OFFICER)).rejects.toMatchObject({ code: 'campaign-unknown' })
  expect(await listRespondents(system.deps.db, 'khong-co')).toEqual([])
})
