/**
 * A definition with an index, small enough to check by hand: 100 points, 70 of them appraised, 20 of officials' answers and
 * 10 of an imported source; two blocks, three domains, criteria with and without component criteria. Block "huyen" has
 * fixed weights. Shares as in 2024.
 */
import { type Block, Definition } from '../campaigns/definition.ts'

const LEVELS = { 'rat-tot': '1', tot: '0.75', kha: '0.5', 'trung-binh': '0.25', kem: '0' }
const LEVEL_NAMES = ['Rất tốt', 'Tốt', 'Khá', 'Trung bình', 'Kém']
const NO_OPINION = { value: 'khong-biet', name: 'Không biết' }

const question = (name: string, title: string) => ({
  type: 'radiogroup',
  name,
  title,
  isRequired: true,
  choices: [
    ...Object.keys(LEVELS).map((value, at) => ({ value, text: LEVEL_NAMES[at] })),
    { value: NO_OPINION.value, text: NO_OPINION.name },
  ],
})

const DOMAINS = [
  { code: '1', name: 'Công tác chỉ đạo, điều hành' },
  { code: '2', name: 'Cải cách thể chế' },
  { code: '3', name: 'Tác động của cải cách hành chính' },
]

/** 70 appraised: 1.1.1 (12,5) 1.1.2 (17,5) 2.1 (25) 2.2.1 (15); 20 asked: 1.2 (12) 2.2.2 (8); 10 imported: 3.1. */
const CRITERIA_SET: Block['criteriaSet'] = [
  {
    ...{ code: '1.1', name: 'Kế hoạch cải cách hành chính', domain: '1', max: '30' },
    parts: [
      { code: '1.1.1', name: 'Ban hành kế hoạch', max: '12.5' },
      { code: '1.1.2', name: 'Thực hiện kế hoạch', max: '17.5' },
    ],
  },
  { code: '1.2', name: 'Chất lượng chỉ đạo, điều hành', domain: '1', max: '12', from: 'XH1' },
  { code: '2.1', name: 'Xây dựng văn bản quy phạm pháp luật', domain: '2', max: '25' },
  {
    ...{ code: '2.2', name: 'Tổ chức thi hành pháp luật', domain: '2', max: '23' },
    parts: [
      { code: '2.2.1', name: 'Theo dõi thi hành pháp luật', max: '15' },
      { code: '2.2.2', name: 'Tính khả thi của văn bản', max: '8', from: 'XH2' },
    ],
  },
  { code: '3.1', name: 'Mức độ hài lòng của người dân', domain: '3', max: '10', from: 'ND' },
]

const block = (code: string, name: string, units: Block['units'], changes: Partial<Block>): Block => ({
  code,
  name,
  weighting: 'pooled',
  units,
  groups: [
    { code: 'ld', name: 'Lãnh đạo', questionnaire: 'chung' },
    { code: 'cc', name: 'Công chức', questionnaire: 'chung' },
  ],
  sources: [
    { code: 'ks', name: 'Khảo sát công chức', origin: 'survey', max: '20' },
    { code: 'nguoi-dan', name: 'Khảo sát người dân', origin: 'imported', max: '10' },
  ],
  domains: DOMAINS,
  criteria: [
    { code: 'XH1', name: 'Chất lượng chỉ đạo, điều hành', domain: '1', source: 'ks', max: '12', question: 'q1' },
    { code: 'XH2', name: 'Tính khả thi của văn bản', domain: '2', source: 'ks', max: '8', question: 'q2' },
    { code: 'ND', name: 'Mức độ hài lòng của người dân', domain: '3', source: 'nguoi-dan', max: '10' },
  ],
  questionnaires: {
    chung: {
      title: 'Phiếu khảo sát',
      elements: [
        question('q1', 'Chất lượng chỉ đạo, điều hành cải cách hành chính'),
        question('q2', 'Tính khả thi của văn bản quy phạm pháp luật'),
      ],
    },
  },
  criteriaSet: CRITERIA_SET,
  ...changes,
})

/** Blocks "so" (SNV, STC, SYT, SVH; pooled) and "huyen" (MC, ML, YC; leaders weigh 0.4, officials 0.6). Year 2025. */
export const smallIndexDefinition: Definition = Definition.parse({
  slug: 'chi-so-nho',
  title: 'Chỉ số thử năm 2025',
  year: 2025,
  organizer: { name: 'Sở Nội vụ', phone: '0212 000 0000', email: '' },
  surveyMax: '30',
  minimumCell: 5,
  notice: { version: '1', text: 'Phiếu này không ghi tên người trả lời ở bất kỳ đâu trong hệ thống.' },
  levels: Object.entries(LEVELS).map(([value, share], at) => ({ value, name: LEVEL_NAMES[at], share })),
  noOpinion: NO_OPINION,
  blocks: [
    block(
      'so',
      'Khối sở',
      [
        { code: 'SNV', name: 'Sở Nội vụ' },
        { code: 'STC', name: 'Sở Tài chính', predecessors: ['STC', 'SKHDT'] },
        { code: 'SYT', name: 'Sở Y tế' },
        { code: 'SVH', name: 'Sở Văn hóa, Thể thao và Du lịch', aliases: ['Sở VHTT&DL'] },
      ],
      {},
    ),
    block(
      'huyen',
      'Khối huyện',
      [
        { code: 'MC', name: 'UBND huyện Mộc Châu', aliases: ['Mộc Châu'] },
        { code: 'ML', name: 'UBND huyện Mường La' },
        { code: 'YC', name: 'UBND huyện Yên Châu' },
      ],
      {
        weighting: 'fixed',
        groups: [
          { code: 'ld', name: 'Lãnh đạo', questionnaire: 'chung', weight: '0.4' },
          { code: 'cc', name: 'Công chức', questionnaire: 'chung', weight: '0.6' },
        ],
      },
    ),
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
})

/** Appraised points of every unit, 0,5 apart from unit to unit: complete, and no two alike. */
export const appraisedPoints: Record<string, Record<string, string>> = Object.fromEntries(
  smallIndexDefinition.blocks
    .flatMap(({ units }) => units)
    .map(({ code }, at) => [
      code,
      { '1.1.1': '12.5', '1.1.2': String(17.5 - at / 2), '2.1': '22.25', '2.2.1': String(14 - at / 4) },
    ]),
)

/** Points of source "nguoi-dan" of every unit. */
export const citizensPoints: Record<string, Record<string, string>> = Object.fromEntries(
  smallIndexDefinition.blocks.flatMap(({ units }) => units).map(({ code }, at) => [code, { ND: String(9.5 - at / 8) }]),
)
