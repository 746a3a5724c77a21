/** The columns of the table of questions: what a criterion is, what is asked, and who is asked. */
import { t } from '../../../words/t.ts'
import { columnName } from '../column-words.ts'
import { type Draft, LEVELS, rowsOf, SEEN, seenBy, sheetOf } from '../draft/draft.ts'
import { type Column, namedOption } from '../sheet/column.ts'
import { cellOf, type Row } from '../sheet/sheet.ts'
import { isCriterion } from '../state/judge-locally.ts'
import { plainIntroduction } from './introduction.ts'

const name = (column: string) => columnName('questions', column)

/** Kinds of a question that scores nothing; others can be kept and worded, and not chosen. */
const KINDS = [
  { value: 'comment', label: t`Ý kiến, nhiều dòng` },
  { value: 'text', label: t`Trả lời ngắn` },
  { value: 'boolean', label: t`Có hoặc không` },
  { value: 'rating', label: t`Cho điểm từ 1 đến 5` },
  { value: 'html', label: t`Lời dẫn, không hỏi` },
]
/** Of a question that scores nothing, and may stand in no domain. */
const NO_DOMAIN = { value: '', label: t`Không có` }
const UNSCORED = { value: '', label: t`Không chấm điểm` }
const KEPT_KINDS: Record<string, string> = {
  radiogroup: t`Chọn một`,
  checkbox: t`Chọn nhiều`,
  dropdown: t`Chọn trong danh sách`,
  matrix: t`Bảng chọn`,
}

export function questionColumns(draft: Draft, block: string): Column[] {
  const sources = rowsOf(draft, sheetOf(block, 'sources'))
  const domains = rowsOf(draft, sheetOf(block, 'domains')).map(namedOption)
  const levels = t`${rowsOf(draft, LEVELS).length} mức`
  const isImported = (row: Row) =>
    sources.some(({ id, cells }) => id === row.cells.source && cells.origin === 'imported')
  return [
    { key: 'domain', name: name('domain'), kind: 'choice', width: 150, options: [NO_DOMAIN, ...domains] },
    { key: 'code', name: name('code'), kind: 'text', width: 72 },
    { key: 'name', name: t`Tiêu chí`, kind: 'long', width: 220 },
    { key: 'max', name: name('max'), kind: 'number', width: 76 },
    {
      key: 'source',
      name: name('source'),
      kind: 'choice',
      width: 165,
      options: [UNSCORED, ...sources.map((row) => ({ value: row.id, label: cellOf(row, 'name') }))],
    },
    { key: 'title', name: name('title'), kind: 'long', width: 280, plain: plainIntroduction },
    { key: 'description', name: name('description'), kind: 'long', width: 180 },
    {
      ...{ key: 'kind', name: name('kind'), kind: 'choice', width: 140 },
      options: [...KINDS, ...keptKinds(draft, block), { value: 'levels', label: levels, kept: true }],
      off: isCriterion,
      show: (row) => (isImported(row) ? t`Điểm nhập vào` : levels),
    },
    { key: 'required', name: name('required'), kind: 'check', width: 70 },
    ...rowsOf(draft, sheetOf(block, 'groups')).map((group): Column => {
      const code = cellOf(group, 'code')
      return {
        ...{ key: seenBy(group.id), name: t`Hỏi ${cellOf(group, 'name') || code}`, short: code },
        ...{ kind: 'check', width: 64, untouched: SEEN },
        off: isImported,
      }
    }),
  ]
}

/** Kinds of the block's questions that nobody can choose anew, one after the other. */
export function kindsOf(draft: Draft, block: string): string {
  const used = new Set(rowsOf(draft, sheetOf(block, 'questions')).map((row) => cellOf(row, 'kind')))
  return [...used].filter((kind) => kind && kind !== 'levels' && !KINDS.some(({ value }) => value === kind)).join(' ')
}

const keptKinds = (draft: Draft, block: string) =>
  kindsOf(draft, block)
    .split(' ')
    .filter(Boolean)
    .map((kind) => ({ value: kind, label: KEPT_KINDS[kind] ?? t`Loại khác`, kept: true }))

/** What a new criterion begins with: the domain and source of the row above. */
export const freshCriterion = (beside: Row | undefined): Row['cells'] => ({
  ...{ domain: cellOf(beside, 'domain'), source: cellOf(beside, 'source'), kind: 'levels', required: SEEN },
})
export const freshQuestion = (beside: Row | undefined): Row['cells'] => ({
  ...{ domain: cellOf(beside, 'domain'), kind: 'comment', required: '' },
})
