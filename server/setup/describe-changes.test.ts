import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Definition } from '../campaigns/definition.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { applyTable } from './apply-table.ts'
import { changeCodes } from './change-words.ts'
import { describeChanges } from './describe-changes.ts'
import { edits } from './edited-rows.fixture.ts'
import { tableOf } from './question-table.ts'

let definition: Definition
beforeAll(async () => {
  definition = await soundDefinition('son-la-2024')
})

const words = (spoil: (definition: Definition) => unknown) => {
  const after = structuredClone(definition)
  spoil(after)
  return describeChanges(definition, after).map((change) => change.words)
}
const so = ({ blocks }: Definition) => blocks[0]!

test('nothing differs between a definition and itself, in whatever order its members were written', () => {
  expect(describeChanges(definition, structuredClone(definition))).toEqual([])
  const turned = Object.fromEntries(Object.entries(definition).reverse()) as Definition
  expect(describeChanges(definition, turned)).toEqual([])
})

test.each<[string, (definition: Definition) => unknown, string[]]>([
  [
    'a maximum',
    (d) => Object.assign(so(d).criteria[1]!, { max: '1' }),
    ['Tiêu chí 1.2 (Khối sở): điểm tối đa 0,75 → 1'],
  ],
  [
    'a unit’s name',
    (d) => Object.assign(so(d).units[1]!, { name: 'Sở Nội vụ mới' }),
    ['Đơn vị SNV (Khối sở): tên “Sở Nội vụ” → “Sở Nội vụ mới”'],
  ],
  ['a unit taken away', (d) => so(d).units.splice(1, 1), ['Khối sở: bỏ đơn vị “Sở Nội vụ”']],
  ['units in another order', (d) => so(d).units.reverse(), ['Khối sở: đổi thứ tự các đơn vị']],
  [
    'the least number of responses',
    (d) => Object.assign(d, { minimumCell: 7 }),
    ['Số phiếu tối thiểu để công bố: 5 → 7'],
  ],
  ['a level’s share', (d) => Object.assign(d.levels[1]!, { share: '0.8' }), ['Mức “Tốt”: hệ số 0,75 → 0,8']],
  [
    'the notice',
    (d) => Object.assign(d.notice, { version: '2024-2', text: `${d.notice.text} Thêm.` }),
    ['Thông báo về dữ liệu cá nhân: bản “2024-1” → “2024-2”', 'Sửa nội dung thông báo về dữ liệu cá nhân'],
  ],
  ['the index taken away', (d) => delete d.index, ['Bỏ phần tính Chỉ số']],
])('%s is told in words', (_, spoil, expected) => {
  expect(words(spoil)).toEqual(expected)
})

test('whom a question is put to is told by the groups’ names', () => {
  const rows = tableOf(definition, 'so')!.map((row) =>
    row.criterion === '1.2' ? { ...row, groups: ['LDS', 'LDP'] } : row,
  )
  const changes = describeChanges(definition, applyTable(definition, 'so', rows).definition!)
  expect(changes.map(({ code }) => code)).toEqual(['question-audience'])
  expect(changes[0]!.words).toMatch(/người được hỏi Tập thể lãnh đạo sở; .* → Tập thể lãnh đạo sở; Lãnh đạo phòng/)
})

test('every edit of the table is told, each with a code and with words that leave no value out', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1 }), edits, (at, edit) => {
      const block = definition.blocks[at]!
      const before = tableOf(definition, block.code)!
      const rows = edit(before, block)
      const after = applyTable(definition, block.code, rows).definition ?? definition
      const changes = describeChanges(definition, after)
      expect(changes.length === 0).toBe(after === definition || JSON.stringify(after) === JSON.stringify(definition))
      for (const { code, values, words: told } of changes) {
        expect(changeCodes).toContain(code)
        expect(told).not.toMatch(/\{\d\}/)
        for (const value of values) expect(told).toContain(value)
      }
      expect(changes.map(({ code }) => code)).not.toContain('other')
    }),
    { numRuns: 60 },
  )
})

test('a change that no line tells is told all the same', () => {
  const hidden = words((d) => Object.assign(Object.values(so(d).questionnaires)[0]!, { description: 'Lời khác' }))
  expect(hidden).toHaveLength(1)
})
