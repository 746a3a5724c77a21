/** A definition for the benchmark: 100 units × 2 groups, 20 scored questions of 5 levels and "no opinion". */
import type { Definition } from '../campaigns/definition.ts'

const LEVELS = [
  { value: 'rat-tot', name: 'Rất tốt', share: '1' },
  { value: 'tot', name: 'Tốt', share: '0.75' },
  { value: 'kha', name: 'Khá', share: '0.5' },
  { value: 'trung-binh', name: 'Trung bình', share: '0.25' },
  { value: 'kem', name: 'Kém', share: '0' },
]
const NO_OPINION = { value: 'khong-biet', name: 'Không biết / Không có ý kiến' }
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

export const UNITS = 100
export const GROUPS = ['A', 'B']
export const QUESTIONS = numbers(20).map((number) => `cau_${number}`)
export const LEVEL_VALUES = LEVELS.map((level) => level.value)

export const BENCH_DEFINITION: Definition = {
  slug: 'bench',
  title: 'Đo tốc độ',
  year: 2024,
  organizer: { name: 'Đo tốc độ', phone: '0212 000 0000', email: 'do-toc-do@bench.example' },
  surveyMax: '20',
  minimumCell: 5,
  notice: { version: '1', text: 'Thông báo dùng để đo tốc độ; không có dữ liệu của ai trong đợt điều tra này.' },
  levels: LEVELS,
  noOpinion: NO_OPINION,
  blocks: [
    {
      code: 'khoi',
      name: 'Khối đo',
      weighting: 'pooled',
      units: numbers(UNITS).map((number) => ({ code: `DV${number}`, name: `Đơn vị số ${number}` })),
      groups: GROUPS.map((code) => ({ code, name: `Nhóm ${code}`, questionnaire: 'phieu' })),
      sources: [{ code: 'khao-sat', name: 'Khảo sát', origin: 'survey', max: '20' }],
      domains: [{ code: '1', name: 'Lĩnh vực' }],
      criteria: QUESTIONS.map((question, index) => ({
        code: `1.${index + 1}`,
        name: `Tiêu chí ${index + 1}`,
        domain: '1',
        source: 'khao-sat',
        max: '1',
        question,
      })),
      questionnaires: {
        phieu: {
          pages: [
            {
              name: 'trang_1',
              elements: QUESTIONS.map((name, index) => ({
                type: 'radiogroup',
                name,
                title: `Câu hỏi số ${index + 1} về công việc của đơn vị được đánh giá`,
                isRequired: true,
                choices: [...LEVELS, NO_OPINION].map(({ value, name: text }) => ({ value, text })),
              })),
            },
          ],
        },
      },
    },
  ],
}
