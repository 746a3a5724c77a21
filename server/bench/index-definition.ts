/** A definition with an index for the benchmark: 75 units, 150 leaves of which 20 are asked and one is imported. */
import type { Block, Definition } from '../campaigns/definition.ts'
import { BENCH_DEFINITION } from './definition.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const DOMAINS = numbers(8).map((number) => ({ code: String(number), name: `Lĩnh vực ${number}` }))
const UNIT_CODES = numbers(75).map((number) => `X${number}`)

const [BLOCK] = BENCH_DEFINITION.blocks

/** 129 appraised leaves of 70 points: 43 criteria of three component criteria, the last one bigger. */
const APPRAISED: NonNullable<Block['criteriaSet']> = numbers(43).map((number) => ({
  code: `TD${number}`,
  name: `Tiêu chí thẩm định số ${number}`,
  domain: String((number % 7) + 1),
  max: number === 43 ? '7' : '1.5',
  parts: numbers(3).map((part) => ({
    code: `TD${number}.${part}`,
    name: `Tiêu chí thành phần số ${part} của tiêu chí thẩm định số ${number}`,
    max: number === 43 && part === 3 ? '6' : '0.5',
  })),
}))

const ASKED = BLOCK!.criteria.map((criterion, at) => ({
  ...criterion,
  domain: String((at % 7) + 1),
  source: 'khao-sat',
}))

export const APPRAISED_LEAVES = APPRAISED.flatMap(({ parts }) => parts!.map(({ code }) => code))

export const INDEX_DEFINITION: Definition = {
  ...BENCH_DEFINITION,
  slug: 'bench-chi-so',
  surveyMax: '30',
  blocks: [
    {
      ...BLOCK!,
      units: UNIT_CODES.map((code) => ({ code, name: `Ủy ban nhân dân xã ${code}` })),
      domains: DOMAINS,
      sources: [...BLOCK!.sources, { code: 'nguoi-dan', name: 'Khảo sát người dân', origin: 'imported', max: '10' }],
      criteria: [...ASKED, { code: 'ND', name: 'Mức độ hài lòng', domain: '8', source: 'nguoi-dan', max: '10' }],
      criteriaSet: [
        ...APPRAISED,
        ...ASKED.map(({ code, name, domain, max }) => ({ code: `KS${code}`, name, domain, max, from: code })),
        { code: 'KS.ND', name: 'Mức độ hài lòng', domain: '8', max: '10', from: 'ND' },
      ],
    },
  ],
  index: {
    total: '100',
    ties: 'same-rank',
    classes: [
      { code: 'A', name: 'Tốt', from: '90' },
      { code: 'B', name: 'Khá', from: '70' },
      { code: 'C', name: 'Trung bình', from: '50' },
      { code: 'D', name: 'Yếu', from: '0' },
    ],
  },
}
