import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criterion, type SpoiltCase, soundSurvey } from '../test/sound-definition.ts'
import { validateDefinition } from './validate-definition.ts'

const cases: SpoiltCase[] = [
  [
    'sources that do not sum to the survey maximum',
    'son-la-2024',
    (d) => Object.assign(d, { surveyMax: '30.01' }),
    ['blocks[so].sources', 'blocks[huyen].sources'],
    /là 30, phải bằng 30,01/,
  ],
  [
    'criteria that do not sum to their source',
    'son-la-2024',
    (d) => Object.assign(criterion(d.blocks[0]!, '1.2'), { max: '0.7' }),
    ['blocks[so].sources[cong-chuc].max'],
    /là 19,95, phải bằng 20/,
  ],
  [
    'an imported criterion that does not fill its source',
    'son-la-2024',
    (d) => Object.assign(criterion(d.blocks[1]!, '8.1'), { max: '9.999999' }),
    ['blocks[huyen].sources[nguoi-dan].max'],
    /là 9,999999, phải bằng 10/,
  ],
  [
    'a criterion worth nothing',
    'example-commune',
    (d) => {
      criterion(d.blocks[0]!, 'HL.1').max = '5'
      criterion(d.blocks[0]!, 'HL.2').max = '0'
    },
    ['blocks[xa].criteria[HL.2].max'],
    /lớn hơn 0/,
  ],
  [
    'a block without a surveyed source',
    'example-commune',
    (d) => {
      d.blocks[0]!.sources[0]!.origin = 'imported'
      for (const one of d.blocks[0]!.criteria) delete one.question
      for (const name of ['can-bo', 'thon-to'])
        for (const page of d.blocks[0]!.questionnaires[name]!.pages as { elements: { type: string }[] }[])
          page.elements = page.elements.filter(({ type }) => type !== 'radiogroup')
    },
    ['blocks[xa].sources', ...['LD', 'CC', 'TT'].map((group) => `blocks[xa].groups[${group}].questionnaire`)],
    /không có nguồn điểm nào lấy từ khảo sát/,
  ],
  [
    'an unknown domain',
    'son-la-2024',
    (d) => Object.assign(criterion(d.blocks[0]!, '2.1'), { domain: '9' }),
    ['blocks[so].criteria[2.1].domain'],
    /không có lĩnh vực “9”/,
  ],
  [
    'an unknown source',
    'son-la-2024',
    (d) => Object.assign(criterion(d.blocks[0]!, '2.1'), { source: 'bao-chi' }),
    ['blocks[so].sources[cong-chuc].max', 'blocks[so].criteria[2.1].source'],
    /phải bằng 20/,
  ],
  [
    'a fixed weight that is missing',
    'example-commune',
    (d) => {
      delete d.blocks[0]!.groups[1]!.weight
    },
    ['blocks[xa].groups[CC].weight', 'blocks[xa].groups'],
    /thiếu trọng số/,
  ],
  [
    'fixed weights that do not sum to one',
    'example-commune',
    (d) => Object.assign(d.blocks[0]!.groups[1]!, { weight: '0.36' }),
    ['blocks[xa].groups'],
    /tổng trọng số là 1,01, phải bằng 1/,
  ],
  [
    'a fixed weight of nothing',
    'example-commune',
    (d) => {
      d.blocks[0]!.groups[0]!.weight = '0'
      d.blocks[0]!.groups[1]!.weight = '0.6'
    },
    ['blocks[xa].groups[LD].weight'],
    /lớn hơn 0/,
  ],
  [
    'a weight in a pooled block',
    'son-la-2024',
    (d) => Object.assign(d.blocks[0]!.groups[0]!, { weight: '1' }),
    ['blocks[so].groups[LDS].weight'],
    /không có tác dụng/,
  ],
]

test.each(cases)('names %s', async (_name, slug, spoil, paths, problem) => {
  const definition = await soundSurvey(slug)
  spoil(definition)
  const problems = validateDefinition(definition)
  expect(problems.map(({ path }) => path)).toEqual(paths)
  expect(problems[0]!.problem).toMatch(problem)
})

test('adds decimals exactly: maxima moved between two criteria keep the sum, a millionth more does not', async () => {
  const sound = await soundSurvey('son-la-2024')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_749_999 }), fc.nat(21), (millionths, index) => {
      const { criteria } = sound.blocks[0]!
      const one = { ...criteria[index]! }
      const other = { ...criteria[(index + 1) % 22]! }
      const both = Math.round((Number(one.max) + Number(other.max)) * 1e6)
      fc.pre(millionths < both)
      one.max = (millionths / 1e6).toFixed(6)
      other.max = ((both - millionths) / 1e6).toFixed(6)
      const moved = criteria.map((kept) => [one, other].find(({ code }) => code === kept.code) ?? kept)
      const definition = { ...sound, blocks: [{ ...sound.blocks[0]!, criteria: moved }] }
      expect(validateDefinition(definition)).toEqual([])
      one.max = ((millionths + 1) / 1e6).toFixed(6)
      expect(validateDefinition(definition).map(({ path }) => path)).toEqual(['blocks[so].sources[cong-chuc].max'])
    }),
  )
})
