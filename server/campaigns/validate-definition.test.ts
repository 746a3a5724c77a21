import { expect, test } from 'vitest'
import { criterion, type SpoiltCase, soundDefinition, soundSurvey } from '../test/sound-definition.ts'
import { validateDefinition } from './validate-definition.ts'

const cases: SpoiltCase[] = [
  [
    'a share above one',
    'example-commune',
    (d) => Object.assign(d.levels[0]!, { share: '1.000001' }),
    ['levels[A].share'],
    /từ 0 đến 1/,
  ],
  [
    'shares that do not fall from level to level',
    'son-la-2024',
    (d) => Object.assign(d.levels[2]!, { share: '0.75' }),
    ['levels[kha].share'],
    /phải nhỏ hơn mức đứng trên \(“tot”\)/,
  ],
  [
    'a unit code that another block uses',
    'son-la-2024',
    (d) => Object.assign(d.blocks[1]!.units[0]!, { code: 'snv' }),
    ['blocks[huyen].units[snv].code'],
    /đã dùng cho đơn vị “SNV”/,
  ],
  [
    'a unit name that differs only in tone placement and case',
    'example-commune',
    (d) => Object.assign(d.blocks[0]!.units[3]!, { name: 'UBND XÃ HOÀ THỊNH' }),
    ['blocks[xa].units[BM].name'],
    /đã dùng cho đơn vị “HT”/,
  ],
  [
    "an alias that is another unit's name, in decomposed Unicode",
    'example-commune',
    (d) => Object.assign(d.blocks[0]!.units[3]!, { aliases: ['UBND xã Thủy Phú'.normalize('NFD')] }),
    ['blocks[xa].units[BM].aliases'],
    /đã dùng cho đơn vị “TP”/,
  ],
  [
    'a group name that is used twice in a block',
    'son-la-2024',
    (d) => Object.assign(d.blocks[1]!.groups[5]!, { aliases: ['công chức huyện'] }),
    ['blocks[huyen].groups[CCX].aliases'],
    /đã dùng cho nhóm “CCH”/,
  ],
  [
    'a criterion code that is used twice',
    'son-la-2024',
    (d) => Object.assign(criterion(d.blocks[0]!, '1.4'), { code: '1.3' }),
    ['blocks[so].criteria[1.3].code'],
    /đã dùng cho tiêu chí “1\.3”/,
  ],
  [
    'a domain code that is used twice',
    'son-la-2024',
    (d) => {
      d.blocks[0]!.domains.push({ code: '7', name: 'Lĩnh vực khác' })
    },
    ['blocks[so].domains[7].code'],
    /đã dùng cho lĩnh vực “7”/,
  ],
  [
    'an organizer whom nobody can reach',
    'son-la-2024',
    (d) => {
      d.organizer.phone = ' '
      d.organizer.email = ''
    },
    ['organizer'],
    /liên hệ/,
  ],
]

test.each(cases)('names %s', async (_name, slug, spoil, paths, problem) => {
  const definition = await soundSurvey(slug)
  spoil(definition)
  const problems = validateDefinition(definition)
  expect(problems.map(({ path }) => path)).toEqual(paths)
  expect(problems[0]!.problem).toMatch(problem)
})

test.each(['son-la-2024', 'example-commune'])('finds nothing wrong with %s', async (slug) => {
  expect(validateDefinition(await soundDefinition(slug))).toEqual([])
})

test('names a level value and a level name that are used twice', async () => {
  const definition = await soundDefinition('example-commune')
  definition.levels[3]!.share = '0.1'
  definition.levels.push({ value: 'A', name: 'tốt', share: '0' })
  const paths = validateDefinition(definition).map(({ path }) => path)
  expect(paths).toContain('levels[A].code')
})

test('names a no-opinion answer that is also a level, whose answers would count', async () => {
  const definition = await soundDefinition('son-la-2024')
  definition.noOpinion = { value: 'kem', name: 'Khá' }
  const paths = validateDefinition(definition).map(({ path }) => path)
  expect(paths.slice(0, 2)).toEqual(['noOpinion.value', 'noOpinion.name'])
})

test('lets criteria share a name, which happens across domains', async () => {
  const definition = await soundDefinition('example-commune')
  criterion(definition.blocks[0]!, 'HL.2').name = criterion(definition.blocks[0]!, 'HL.1').name
  expect(validateDefinition(definition)).toEqual([])
})
