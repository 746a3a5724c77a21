/** Edits of the table of questions as an officer makes them, at random: words, maxima, marks, rows put in, moved, taken out. */
import fc from 'fast-check'
import type { Block } from '../campaigns/definition.ts'
import type { QuestionRow } from './question-row.ts'

type Edit = (rows: QuestionRow[], block: Block) => QuestionRow[]

const at = fc.nat({ max: 1_000 })
const words = fc.constantFrom(
  'Việc công khai kết quả',
  'Thái độ phục vụ',
  'Tính kịp thời',
  'Chất lượng “văn bản”, 100 %',
)
const pick = <Member>(list: readonly Member[], index: number): Member => list[index % list.length]!

const reword = fc.tuple(at, words, fc.boolean()).map(
  ([index, text, required]): Edit =>
    (rows) =>
      rows.map((row, i) =>
        i === index % rows.length && row.question !== '' ? { ...row, title: text, description: text, required } : row,
      ),
)
const remax = fc.tuple(at, fc.integer({ min: 1, max: 999 })).map(
  ([index, hundredths]): Edit =>
    (rows) =>
      rows.map((row, i) =>
        i === index % rows.length && row.criterion !== ''
          ? { ...row, max: String(hundredths / 100), name: `${row.name} *` }
          : row,
      ),
)
const mark = fc.tuple(at, at).map(
  ([index, group]): Edit =>
    (rows, { groups }) =>
      rows.map((row, i) => {
        if (i !== index % rows.length || row.question === '') return row
        const code = pick(groups, group).code
        const marked = groups
          .map((one) => one.code)
          .filter((one) => (one === code ? !row.groups.includes(one) : row.groups.includes(one)))
        return marked.length === 0 ? row : { ...row, groups: marked }
      }),
)
const remove = at.map(
  (index): Edit =>
    (rows) =>
      rows.filter(({ criterion }) => criterion !== '').length > 1 ? rows.toSpliced(index % rows.length, 1) : rows,
)
/** Within its domain: the table keeps what belongs to a domain together. */
const swap = at.map(
  (index): Edit =>
    (rows) => {
      const [one, other] = [index % rows.length, (index % rows.length) + 1]
      if (rows[other]?.domain !== rows[one]?.domain) return rows
      return rows.with(one, rows[other]!).with(other, rows[one]!)
    },
)
const addScored = fc.tuple(at, words, at).map(
  ([index, title, group]): Edit =>
    (rows, { groups, sources }) => {
      const near = index % rows.length
      const { domain, domainName } = rows[near]!
      const number = rows.length
      if (domain === '' || rows.some(({ criterion }) => criterion === `${domain}.n${number}`)) return rows
      return rows.toSpliced(near + 1, 0, {
        ...{ domain, domainName, criterion: `${domain}.n${number}`, name: title, max: '0.5' },
        ...{ source: sources.find(({ origin }) => origin === 'survey')!.code, question: '', kind: 'levels', title },
        ...{ description: '', required: true, groups: groups.filter((_, i) => (group >> i) % 2 === 0).map(codeOf) },
      })
    },
)
const addDomain = fc.tuple(words, fc.nat({ max: 3 })).map(
  ([title, index]): Edit =>
    (rows, { groups, sources }) => {
      const code = `moi${index}`
      if (rows.some(({ domain }) => domain === code)) return rows
      const source = sources.find(({ origin }) => origin === 'survey')!.code
      return rows.concat({
        ...{ domain: code, domainName: `Lĩnh vực ${index}`, criterion: `${code}.1`, name: title, max: '1', source },
        ...{ question: '', kind: 'levels', title, description: '', required: true, groups: groups.map(codeOf) },
      })
    },
)
const addUnscored = fc.tuple(words, fc.constantFrom('comment', 'text', 'boolean', 'rating'), fc.boolean()).map(
  ([title, kind, last]): Edit =>
    (rows, { groups }) => {
      const none = { domain: '', domainName: '', criterion: '', name: '', max: '', source: '', question: '' }
      const row = { ...none, kind, title, description: '', required: false, groups: groups.map(codeOf) }
      return last ? [...rows, row] : [row, ...rows]
    },
)
const renameDomain = fc.tuple(at, words).map(
  ([index, domainName]): Edit =>
    (rows) => {
      const { domain } = rows[index % rows.length]!
      return domain === '' ? rows : rows.map((row) => (row.domain === domain ? { ...row, domainName } : row))
    },
)

const codeOf = ({ code }: { code: string }) => code

export const edits: fc.Arbitrary<Edit> = fc
  .array(fc.oneof(reword, remax, mark, remove, swap, addScored, addDomain, addUnscored, renameDomain), {
    maxLength: 12,
  })
  .map((list) => (rows, block) => list.reduce((so, edit) => edit(so, block), rows))
