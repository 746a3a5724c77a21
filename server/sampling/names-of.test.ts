import { expect, test } from 'vitest'
import { soundDefinition } from '../test/sound-definition.ts'
import { namesOf } from './names-of.ts'

test('a code that groups of several blocks share has the names of all of them, each once', async () => {
  const definition = await soundDefinition('example-commune')
  const [block] = definition.blocks
  const renamed = block!.groups.map((group) => (group.code === 'CC' ? { ...group, name: 'Công chức sở' } : group))
  const other = { ...block!, code: 'so', units: [{ code: 'SNV', name: 'Sở Nội vụ' }], groups: renamed }
  const { units, groups } = namesOf({ ...definition, blocks: [block!, other] })
  expect(groups.CC).toBe('Công chức, viên chức xã, phường / Công chức sở')
  expect(groups.LD).toBe('Thường trực HĐND, lãnh đạo UBND xã, phường')
  expect(units).toMatchObject({ SNV: 'Sở Nội vụ', AB: block!.units[0]!.name })
})
