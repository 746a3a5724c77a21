import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeCause } from '../../../../server/delivery/picture/describe-cause.ts'
import { describeState } from '../../../../server/delivery/picture/describe-state.ts'
import { changeCodes } from '../../../../server/setup/change-words.ts'
import { tableProblemCodes } from '../../../../server/setup/table-problems.ts'
import { wordsInSource } from '../words-in-source.fixture.ts'
import { english, sentences } from './index.ts'
import { createSayAnswer } from './say-answer.ts'

const fill = (text: string, values: string[]) =>
  text.replace(/\{(\d)(?::([^:{}]*):([^:{}]*))?\}/g, (_, place: string, one?: string, many?: string) =>
    one === undefined ? (values[Number(place)] ?? '') : values[Number(place)] === '1' ? one : (many ?? ''),
  )
const say = createSayAnswer(sentences, fill)
const sayWords = (words: string) => (say({ words }) as { words: string }).words

test('a sentence is said in English with its values, the nearer form first', () => {
  expect(say({ problems: [{ path: 'a', problem: 'không có lĩnh vực “9”' }] })).toEqual({
    problems: [{ path: 'a', problem: 'there is no domain “9”' }],
  })
  expect(
    sayWords(
      'Không kịp: 12 thư điện tử chưa gửi được khi đợt đóng lúc 17:00 ngày 30/11/2024; muốn gửi hết cần thêm 2 ngày 3 giờ sau hạn. Hãy gửi sớm hơn, thêm kênh hoặc tăng tốc độ.',
    ),
  ).toBe(
    'Too late: 12 e-mails not sent when the campaign closes at 17:00 on 30/11/2024; to send all would take 2 days 3 hours after the deadline. Send earlier, add a channel or raise the speed.',
  )
})

test('lines are said one by one, and what nobody knows stays as it is', () => {
  expect(sayWords('1.574 người, 500 tin Zalo/ngày → xong sau 4 ngày (khoảng 09:15 ngày 05/12/2024).\nLời lạ')).toBe(
    '1.574 people, 500 Zalo messages a day → done after 4 days (about 09:15 on 05/12/2024).\nLời lạ',
  )
})

test('names, titles and texts of officers stay as they are, even where they read like a sentence', () => {
  const own = { name: 'Đã trả lời', title: 'Đã sửa địa chỉ liên hệ', definition: { note: 'Không cần làm gì.' } }
  expect(say(own)).toEqual(own)
  expect(say({ title: 'Đã sửa địa chỉ liên hệ', cause: null })).toEqual({
    title: 'The contact address was corrected',
    cause: null,
  })
})

const CAUSES = [
  'bounce-5.1.1',
  'smtp-550',
  'zalo-108',
  'zalo-132',
  'zalo-131',
  'zalo-124',
  'zalo-http-500',
  'lost',
  null,
]

test('states with their causes are English throughout, for mail and for Zalo', () => {
  for (const channel of ['email', 'zalo'] as const)
    for (const cause of CAUSES) {
      const title = describeState(channel, 'failed', cause)
      const { nextStep } = describeCause(channel, cause, true)
      const said = say({ cause, title, nextStep }) as { title: string; nextStep: string }
      expect(`${said.title} ${said.nextStep}`).not.toMatch(/[\u00C0-\u024F\u1E00-\u1EFF]/)
    }
})

test('what carries a code of its own has English for each: changes of a definition, mistakes in a table', () => {
  expect(changeCodes.filter((code) => !Object.hasOwn(english, `change:${code}`))).toEqual([])
  expect(tableProblemCodes.filter((code) => !Object.hasOwn(english, `table:${code}`))).toEqual([])
})

/** The server's rooms whose sentences reach the console. */
const SPEAKERS = `
campaigns: describe-shape-problems find-duplicates judge-questionnaire load-definitions validate-definition validate-index
  validate-points validate-questions validate-scored-question extend-campaign open-campaign
delivery: create-wave
delivery/by-hand: correct-contact
delivery/hold: describe-hold
delivery/picture: describe-cause describe-mail-code describe-state describe-zalo-code
delivery/plan: act-on-wave describe-estimate judge-plan merge-plan schemas
delivery/templates: validate-template read-templates placeholders sample-message try-template
http: read-upload
index/past: judge-past-ranks judge-past read-past import-past
index/points: judge-points judge-sums limit-points-body line-problems name-set read-long-table read-wide-table read-tables
index/publish: judge-choices
index/report: judge-field words-fields
privacy: correct-person
roster: catalogue change-person find-header find-list import-roster normalize-email normalize-phone person-name plan-import
  read-import-form read-person-body read-roster read-row
sampling: routes
setup: describe-changes routes
sheets: clean-workbook decode-text read-csv read-xlsx read-zip run-sheet-thread
staff: describe-device`

/** Parts of other sentences, letters to compare, names in braces and browsers: nothing that a screen says by itself. */
const NO_SENTENCES =
  /^\{\p{L}|^(ngày|giờ|phút|khác|aăâ.*|Cốc Cốc|Mở phiếu|\[Thử\].*|Nguyễn Thị Hồng Ánh|ngày \{0\}|khi đợt điều tra kết thúc| hoặc | và |\{0\} người,|\{0\} \{1\}; sau đó.*|; muốn gửi hết.*)$/u

test('all that those rooms say in Vietnamese can be said in English', () => {
  const files = SPEAKERS.trim()
    .replaceAll('\n  ', ' ')
    .split('\n')
    .flatMap((line) =>
      line
        .split(': ')[1]!
        .split(' ')
        .map((name) => `${line.split(':')[0]}/${name}.ts`),
    )
  const silent = files.flatMap((file) =>
    wordsInSource(join(import.meta.dirname, '../../../../server', file), file)
      .sentences.filter((text) => !Object.hasOwn(sentences, text) && !NO_SENTENCES.test(text))
      .map((text) => `${file}: ${text}`),
  )
  expect(silent).toEqual([])
})
