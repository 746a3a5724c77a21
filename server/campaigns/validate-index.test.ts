import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallIndexDefinition } from '../index/small-index.fixture.ts'
import type { Block, Definition, SetCriterion } from './definition.ts'
import { validateDefinition } from './validate-definition.ts'

const sound = (): Definition => structuredClone(smallIndexDefinition)
const block = (definition: Definition): Block => definition.blocks[0]!
const criterion = (definition: Definition, code: string): SetCriterion =>
  block(definition).criteriaSet!.find((one) => one.code === code)!
const part = (definition: Definition, code: string) =>
  block(definition)
    .criteriaSet!.flatMap(({ parts }) => parts ?? [])
    .find((one) => one.code === code)!

test('a sound criteria set has no problem, and neither has a definition that knows no index', () => {
  expect(validateDefinition(sound())).toEqual([])
  const { index: _, ...without } = sound()
  expect(validateDefinition({ ...without, blocks: without.blocks.map(({ criteriaSet: __, ...one }) => one) })).toEqual(
    [],
  )
})

const SET = 'blocks[so].criteriaSet'
const cases: [name: string, spoil: (definition: Definition) => unknown, paths: string[], problem: RegExp][] = [
  ['an index of which a block has no criteria set', (d) => delete block(d).criteriaSet, [SET], /thiếu bộ tiêu chí/],
  ['criteria sets without an index', (d) => delete d.index, [SET, 'blocks[huyen].criteriaSet'], /thiếu mục “index”/],
  [
    'component criteria that do not sum to their criterion',
    (d) => Object.assign(part(d, '1.1.1'), { max: '12.49' }),
    [`${SET}[1.1].max`, SET, SET],
    /là 29,99, phải bằng 30/,
  ],
  [
    'leaves that sum to another total',
    (d) => Object.assign(criterion(d, '2.1'), { max: '25.5' }),
    [SET, SET],
    /bộ tiêu chí là 100,5, phải bằng 100/,
  ],
  [
    'a total below the survey',
    (d) => Object.assign(d.index!, { total: '20', classes: [{ code: 'A', name: 'Tốt', from: '0' }] }),
    ['index.total', SET, SET, 'blocks[huyen].criteriaSet', 'blocks[huyen].criteriaSet'],
    /phải từ 30 trở lên/,
  ],
  [
    'a survey criterion that nobody takes',
    (d) => delete criterion(d, '1.2').from,
    [SET, SET],
    /thiếu tiêu chí lấy điểm của tiêu chí khảo sát “XH1”/,
  ],
  [
    'a survey criterion taken twice',
    (d) => Object.assign(criterion(d, '1.2'), { from: 'XH2', max: '8', domain: '2' }),
    [SET, `${SET}[2.2].parts[2.2.2].from`, SET],
    /thiếu tiêu chí lấy điểm/,
  ],
  [
    'a survey criterion that is not there',
    (d) => Object.assign(part(d, '2.2.2'), { from: 'XH9' }),
    [`${SET}[2.2].parts[2.2.2].from`, SET],
    /không có tiêu chí “XH9”/,
  ],
  [
    'another maximum than the survey’s',
    (d) => {
      Object.assign(criterion(d, '1.2'), { max: '11' })
      Object.assign(criterion(d, '2.1'), { max: '26' })
    },
    [`${SET}[1.2].max`, SET],
    /là 11, phải bằng 12 như tiêu chí khảo sát “XH1”/,
  ],
  [
    'another domain than the survey’s',
    (d) => Object.assign(criterion(d, '1.2'), { domain: '2' }),
    [`${SET}[1.2].from`],
    /thuộc lĩnh vực “1”/,
  ],
  ['an unknown domain', (d) => Object.assign(criterion(d, '1.1'), { domain: '9' }), [`${SET}[1.1].domain`], /“9”/],
  [
    'a domain without a criterion',
    (d) => block(d).domains.push({ code: '4', name: 'Lĩnh vực trống' }),
    [SET],
    /lĩnh vực “4” không có tiêu chí nào/,
  ],
  [
    'a criterion with parts that takes points itself',
    (d) => Object.assign(criterion(d, '1.1'), { from: 'XH1' }),
    [`${SET}[1.1].from`],
    /ghi ở tiêu chí thành phần/,
  ],
  [
    'a component criterion worth nothing',
    (d) => part(d, '1.1.1') && criterion(d, '1.1').parts!.push({ code: '1.1.3', name: 'Không điểm', max: '0' }),
    [`${SET}[1.1].parts[1.1.3].max`],
    /lớn hơn 0/,
  ],
  [
    'a code used twice',
    (d) => Object.assign(part(d, '2.2.1'), { code: '1.1.1' }),
    [`${SET}[1.1.1].code`],
    /“1.1.1” đã dùng/,
  ],
  [
    'a class that is not below the one above it',
    (d) => Object.assign(d.index!.classes[2]!, { from: '70' }),
    ['index.classes[C].from'],
    /nhỏ hơn loại đứng trên \(“B”\)/,
  ],
  [
    'a last class that leaves units without one',
    (d) => Object.assign(d.index!.classes[3]!, { from: '0.01' }),
    ['index.classes[D].from'],
    /từ 0 điểm/,
  ],
  [
    'a class beyond the total',
    (d) => Object.assign(d.index!.classes[0]!, { from: '100.01' }),
    ['index.classes[A].from'],
    /không được lớn hơn tổng điểm 100/,
  ],
  [
    'a class bound that no published points can meet exactly',
    (d) => Object.assign(d.index!.classes[0]!, { from: '89.995' }),
    ['index.classes[A].from'],
    /hai chữ số/,
  ],
  [
    'two classes of one name',
    (d) => Object.assign(d.index!.classes[1]!, { name: 'Tốt' }),
    ['index.classes[B].name'],
    /đã dùng cho loại “A”/,
  ],
  [
    'a predecessor named twice by one unit',
    (d) => Object.assign(block(d).units[1]!, { predecessors: ['STC', 'STC'] }),
    ['blocks[so].units[STC].predecessors'],
    /“STC” ghi hai lần/,
  ],
]

test.each(cases)('names %s', (_name, spoil, paths, problem) => {
  const definition = sound()
  spoil(definition)
  const problems = validateDefinition(definition)
  expect(problems.map(({ path }) => path)).toEqual(paths)
  expect(problems[0]!.problem).toMatch(problem)
})

test('adds decimals exactly: a millionth moved between two leaves keeps every sum, a millionth more keeps none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 29_999_998 }), (millionths) => {
      const definition = sound()
      const [one, other] = criterion(definition, '1.1').parts!
      Object.assign(one!, { max: (millionths / 1e6).toFixed(6) })
      Object.assign(other!, { max: ((30_000_000 - millionths) / 1e6).toFixed(6) })
      expect(validateDefinition(definition)).toEqual([])
      Object.assign(one!, { max: ((millionths + 1) / 1e6).toFixed(6) })
      expect(validateDefinition(definition).map(({ path }) => path)).toEqual([`${SET}[1.1].max`, SET, SET])
    }),
  )
})
