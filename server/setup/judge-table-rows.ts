/**
 * Whether rows of the table can be read as questions and criteria at all, and the rows as they were meant. Whether maxima
 * add up is not asked here: campaigns/validate-definition.ts tells that of the whole definition. Pure.
 */
import { type Block, Code } from '../campaigns/definition.ts'
import { isAmbiguous, readDecimal } from '../sheets/read-decimal.ts'
import { nameQuestion } from './edit-question-name.ts'
import { MOST_ROWS, NEW_KINDS, type QuestionRow, type RowProblem } from './question-row.ts'
import { problemAt } from './table-problems.ts'

/** A row and, where there was one, the row of the same question or criterion before. */
export type MeantRow = { row: QuestionRow; was: QuestionRow | undefined }
export type JudgedRows = { rows: MeantRow[]; problems: RowProblem[] }

const MOST_CRITERIA = 300
const LONGEST = { name: 300, domainName: 300, title: 2_000, description: 2_000 } as const
const QUESTION_NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/
/** Six digits before and after the point (definition.ts DecimalText). */
const MOST_DECIMALS = 6
const LARGEST = 999_999

/** `before` is the table of `block` now. */
export function judgeRows(block: Block, before: QuestionRow[], given: QuestionRow[]): JudgedRows {
  const tooMany = findTooMany(given)
  if (tooMany) return { rows: [], problems: [tooMany] }
  const problems: RowProblem[] = []
  const rows = matchRows(before, given)
  const taken = new Set([...before, ...given].map(({ question }) => question).filter(Boolean))
  rows.forEach((meant, at) => {
    problems.push(...judgeRow(block, meant, at))
    const { row } = meant
    if (row.question === '' && row.kind !== '') {
      row.question = nameQuestion(block.code, row.criterion, taken)
      taken.add(row.question)
    }
  })
  problems.push(...findTwice(rows, 'criterion', 'criterion-twice'), ...findTwice(rows, 'question', 'question-twice'))
  problems.push(...judgeDomains(block, rows))
  if (!rows.some(({ row }) => row.criterion !== '')) problems.push(problemAt(-1, null, 'no-criteria', ''))
  return { rows, problems: problems.sort((a, b) => a.at - b.at) }
}

function findTooMany(given: QuestionRow[]): RowProblem | undefined {
  const criteria = given.filter(({ criterion }) => criterion !== '').length
  const over = [
    [given.length, MOST_ROWS],
    [criteria, MOST_CRITERIA],
  ].find(([count, most]) => count! > most!)
  return over && problemAt(-1, null, 'too-many-rows', '', ...over.map(String))
}

/** By the question's name, else by the criterion's code: a table without names still means the questions that are there. */
function matchRows(before: QuestionRow[], given: QuestionRow[]): MeantRow[] {
  const byQuestion = new Map(before.filter(({ question }) => question).map((row) => [row.question, row]))
  const byCriterion = new Map(before.filter(({ criterion }) => criterion).map((row) => [row.criterion, row]))
  const named = new Set(given.map(({ question }) => question))
  return given.map((row) => {
    const meant = { ...row, groups: [...row.groups] }
    const same = row.question === '' ? undefined : byQuestion.get(row.question)
    if (same || row.question !== '' || row.criterion === '') return { row: meant, was: same }
    const was = byCriterion.get(row.criterion)
    if (!was || named.has(was.question)) return { row: meant, was: was?.question === '' ? was : undefined }
    meant.question = was.question
    return { row: meant, was }
  })
}

/** Also settles the row's kind, source and maximum as they are meant. */
function judgeRow(block: Block, { row, was }: MeantRow, at: number): RowProblem[] {
  const problems: RowProblem[] = []
  const wrong = (column: keyof QuestionRow | null, ...rest: [Parameters<typeof problemAt>[2], string, ...string[]]) =>
    problems.push(problemAt(at, column, ...rest))
  for (const [column, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][])
    if (row[column].length > most)
      wrong(column, 'text-long', row[column].slice(0, 100), String(row[column].length), String(most))
  if (row.domain !== '' && !Code.safeParse(row.domain).success) wrong('domain', 'code-invalid', row.domain, row.domain)
  if (row.question !== '' && !was && !QUESTION_NAME.test(row.question))
    wrong('question', 'question-name-invalid', row.question, row.question)
  const groups = new Set(block.groups.map(({ code }) => code))
  for (const group of row.groups) if (!groups.has(group)) wrong('groups', 'group-unknown', group, group)
  row.groups = [...groups].filter((group) => row.groups.includes(group))
  if (row.criterion === '') return [...problems, ...judgeUnscored(row, was, at)]
  if (!Code.safeParse(row.criterion).success) wrong('criterion', 'code-invalid', row.criterion, row.criterion)
  if (row.domain === '') wrong('domain', 'domain-missing', '')
  if (row.name === '') wrong('name', 'name-missing', '')
  return [...problems, ...judgeMax(row, was, at), ...judgeSource(block, row, was, at)]
}

function judgeUnscored(row: QuestionRow, was: QuestionRow | undefined, at: number): RowProblem[] {
  const problems: RowProblem[] = []
  const asks = row.title !== '' || row.question !== ''
  if (!asks) return [problemAt(at, null, 'row-empty', '')]
  if (row.kind === 'levels' || (row.kind === '' && was?.kind === 'levels'))
    return [problemAt(at, 'criterion', 'criterion-missing', '')]
  if (row.max !== '') problems.push(problemAt(at, 'max', 'max-not-wanted', row.max))
  row.kind ||= was?.kind || 'comment'
  if (was && row.kind !== was.kind) problems.push(problemAt(at, 'kind', 'kind-changed', row.kind))
  if (!was && !(NEW_KINDS as readonly string[]).includes(row.kind))
    problems.push(problemAt(at, 'kind', 'kind-unknown', row.kind, row.kind, NEW_KINDS.slice(1).join(', ')))
  return [...problems, ...judgeQuestion(row, was, at)]
}

function judgeQuestion({ title, groups }: QuestionRow, was: QuestionRow | undefined, at: number): RowProblem[] {
  const problems: RowProblem[] = []
  // One that was authored without words shows its name, and may stay so.
  if (title === '' && was?.title !== '') problems.push(problemAt(at, 'title', 'title-missing', ''))
  if (groups.length === 0) problems.push(problemAt(at, 'groups', 'groups-missing', ''))
  return problems
}

function judgeMax(row: QuestionRow, was: QuestionRow | undefined, at: number): RowProblem[] {
  if (row.max === '') return [problemAt(at, 'max', 'max-missing', '')]
  if (was && row.max === was.max) return []
  const given = row.max
  const reading = readDecimal(given)
  if (isAmbiguous(given)) return [problemAt(at, 'max', 'max-ambiguous', given, given)]
  if ('refused' in reading)
    return [
      reading.refused === 'negative'
        ? problemAt(at, 'max', 'max-negative', given)
        : problemAt(at, 'max', 'max-invalid', given, given),
    ]
  if (reading.decimals > MOST_DECIMALS) return [problemAt(at, 'max', 'max-invalid', given, given)]
  if (Number(reading.text) > LARGEST) return [problemAt(at, 'max', 'max-too-large', given, given)]
  row.max = reading.text
  return []
}

/** A block with one source of the survey needs no source written. */
function judgeSource(block: Block, row: QuestionRow, was: QuestionRow | undefined, at: number): RowProblem[] {
  const surveys = block.sources.filter(({ origin }) => origin === 'survey')
  if (row.source === '' && surveys.length === 1) row.source = surveys[0]!.code
  const codes = block.sources.map(({ code }) => code).join(', ')
  if (row.source === '') return [problemAt(at, 'source', 'source-missing', '', codes)]
  const source = block.sources.find(({ code }) => code === row.source)
  if (!source) return [problemAt(at, 'source', 'source-unknown', row.source, row.source, codes)]
  const asks = row.question !== '' || row.title !== '' || row.groups.length > 0
  if (source.origin === 'imported') {
    row.kind = ''
    row.required = false
    return asks ? [problemAt(at, 'title', 'question-not-wanted', row.title)] : []
  }
  if (!asks) return [problemAt(at, 'title', 'question-missing', '')]
  const given = row.kind || 'levels'
  row.kind = 'levels'
  if (given !== 'levels' && given !== 'radiogroup') return [problemAt(at, 'kind', 'kind-changed', given)]
  if (was && was.kind !== 'levels' && was.kind !== 'radiogroup' && was.kind !== '')
    return [problemAt(at, 'kind', 'kind-changed', was.kind)]
  return judgeQuestion(row, was, at)
}

function findTwice(
  rows: MeantRow[],
  column: 'criterion' | 'question',
  code: 'criterion-twice' | 'question-twice',
): RowProblem[] {
  const seen = new Set<string>()
  return rows.flatMap(({ row }, at) => {
    const text = row[column]
    if (text === '' || !seen.has(text)) {
      seen.add(text)
      return []
    }
    return [problemAt(at, column, code, text, text)]
  })
}

/** A domain has one name: the one written, or the one it had where nothing is written. */
function judgeDomains(block: Block, rows: MeantRow[]): RowProblem[] {
  const problems: RowProblem[] = []
  const names = new Map<string, string>()
  for (const { row } of rows)
    if (row.domain !== '' && row.domainName !== '' && !names.has(row.domain)) names.set(row.domain, row.domainName)
  rows.forEach(({ row }, at) => {
    if (row.domain === '') return
    const known = names.get(row.domain) ?? block.domains.find(({ code }) => code === row.domain)?.name
    if (known === undefined) problems.push(problemAt(at, 'domainName', 'domain-name-missing', '', row.domain))
    else if (row.domainName !== '' && row.domainName !== known)
      problems.push(
        problemAt(at, 'domainName', 'domain-name-differs', row.domainName, row.domain, known, row.domainName),
      )
    row.domainName = known ?? ''
  })
  return problems
}
