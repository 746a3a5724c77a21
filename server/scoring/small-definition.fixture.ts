/** A definition small enough to check by hand: a pooled block of three criteria, and one with fixed weights. Shares as in 2024. */
import { type Block, Definition } from '../campaigns/definition.ts'

const LEVELS = { 'rat-tot': '1', tot: '0.75', kha: '0.5', 'trung-binh': '0.25', kem: '0' }
export const NO_OPINION = 'khong-biet'

const question = (name: string) => ({ type: 'radiogroup', name, choices: [...Object.keys(LEVELS), NO_OPINION] })

const criterion = (code: string, name: string, max: string) => ({
  code,
  name: `Tiêu chí ${code}`,
  domain: '1',
  source: 'ks',
  max,
  question: name,
})

const block = (code: string, changes: Partial<Block>): Block => ({
  code,
  name: `Khối ${code}`,
  weighting: 'pooled',
  units: [
    { code: `${code}1`, name: `Đơn vị ${code}1` },
    { code: `${code}2`, name: `Đơn vị ${code}2` },
  ],
  groups: [
    { code: 'ld', name: 'Lãnh đạo', questionnaire: 'ld' },
    { code: 'cc', name: 'Công chức', questionnaire: 'cc' },
    { code: 'xa', name: 'Cấp xã', questionnaire: 'cc' },
  ],
  sources: [
    { code: 'ks', name: 'Khảo sát', origin: 'survey', max: '4' },
    { code: 'dan', name: 'Người dân', origin: 'imported', max: '6' },
  ],
  domains: [{ code: '1', name: 'Chỉ đạo' }],
  criteria: [
    criterion('1.1', 'q1', '2'),
    criterion('1.2', 'q2', '1.25'),
    criterion('1.3', 'q3', '0.75'),
    { code: '8.1', name: 'Hài lòng', domain: '1', source: 'dan', max: '6' },
  ],
  questionnaires: {
    ld: { elements: [question('q1'), question('q2')] },
    cc: { elements: [question('q1'), question('q2'), question('q3')] },
  },
  ...changes,
})

const weighted = (code: string, weight: string, questionnaire: string) => ({
  code,
  name: `Nhóm ${code}`,
  questionnaire,
  weight,
})

/** Blocks "p" (pooled) and "f" (fixed: ld 0.5, cc 0.3, xa 0.2); q3 is not asked of ld. */
export const smallDefinition: Definition = Definition.parse({
  slug: 'nho',
  title: 'Đợt thử',
  year: 2024,
  organizer: { name: 'Sở Nội vụ', phone: '0212', email: '' },
  surveyMax: '10',
  minimumCell: 5,
  notice: { version: '1', text: 'Phiếu này không ghi tên người trả lời ở bất kỳ đâu trong hệ thống.' },
  levels: Object.entries(LEVELS).map(([value, share]) => ({ value, name: value, share })),
  noOpinion: { value: NO_OPINION, name: 'Không biết' },
  blocks: [
    block('p', {}),
    block('f', {
      weighting: 'fixed',
      groups: [weighted('ld', '0.5', 'ld'), weighted('cc', '0.3', 'cc'), weighted('xa', '0.2', 'cc')],
    }),
  ],
})
