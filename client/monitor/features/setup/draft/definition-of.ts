/**
 * The definition that the tables describe, and what in them can't be read as one. What no table shows (a questionnaire's
 * opening words, the choices of a question that scores nothing) comes from the version that the edit began from. Pure.
 */
import type { Block, Definition, Group, SetCriterion } from '../../../../../server/campaigns/definition.ts'
import { applyTable } from '../../../../../server/setup/apply-table.ts'
import { t } from '../../../words/t.ts'
import { cellOf, type Row } from '../sheet/sheet.ts'
import { decimalOf } from './decimal-text.ts'
import { BLOCKS, CLASSES, type Draft, GENERAL, LEVELS, type PlacedProblem, rowsOf, sheetOf } from './draft.ts'
import { NO_PREDECESSOR } from './draft-of.ts'
import { sameSheet } from './merge-drafts.ts'
import { codeOf, questionRowsOf } from './question-rows-of.ts'
import { setOf } from './set-of.ts'
import { withLevels } from './with-levels.ts'

/** A saved version and the draft that it was read into. */
export type Base = { definition: Definition; draft: Draft }
/**
 * `definition` may be of the wrong shape, which the server tells. Where `problems` are there, the questions they are among
 * could not be read and are left out of it: it is fit for looking at, not for saving.
 */
export type Described = { definition: Definition; problems: PlacedProblem[] }

export function definitionOf(draft: Draft, base: Base): Described {
  const general = rowsOf(draft, GENERAL)[0]
  const text = (column: string) => cellOf(general, column).trim()
  const whole: Definition = {
    ...base.definition,
    title: text('title'),
    year: wholeNumber(text('year')),
    organizer: { name: text('organizerName'), phone: text('organizerPhone'), email: text('organizerEmail') },
    surveyMax: decimal(text('surveyMax')),
    minimumCell: wholeNumber(text('minimumCell')),
    notice: { version: text('noticeVersion'), text: cellOf(general, 'noticeText').trim() },
    levels: rowsOf(draft, LEVELS).map((row) => ({
      ...{ value: cell(row, 'code'), name: cell(row, 'name'), share: decimal(cell(row, 'share')) },
    })),
    noOpinion: { value: text('noOpinionCode'), name: text('noOpinionName') },
    blocks: rowsOf(draft, BLOCKS).map((row) => blockOf(draft, row, base)),
  }
  const { index: _, ...rest } = whole
  const total = text('indexTotal')
  const classes = rowsOf(draft, CLASSES).map((row) => ({
    ...{ code: cell(row, 'code'), name: cell(row, 'name'), from: decimal(cell(row, 'from')) },
  }))
  const ties = (text('indexTies') || 'same-rank') as NonNullable<Definition['index']>['ties']
  const definition: Definition = total === '' ? rest : { ...rest, index: { total: decimal(total), ties, classes } }
  return withQuestions(draft, withLevels(definition, base.definition), base)
}

/** Each block's questions and criteria put in by the same rules as an uploaded table's. */
function withQuestions(draft: Draft, definition: Definition, base: Base): Described {
  const problems: PlacedProblem[] = []
  let whole = definition
  const done = new Set<string>()
  for (const row of rowsOf(draft, BLOCKS)) {
    const { id } = row
    const code = cell(row, 'code')
    // Two blocks of one code: its rows would come into the other.
    if (done.has(code)) {
      problems.push({ sheet: BLOCKS, row: id, column: 'code', problem: t`Mã này đã có ở khối khác.` })
      continue
    }
    done.add(code)
    const name = sheetOf(id, 'questions')
    const sheet = rowsOf(draft, name)
    const applied = applyTable(whole, code, questionRowsOf(draft, id))
    whole = applied.definition ?? whole
    for (const { at, column, message } of applied.problems)
      problems.push({
        sheet: name,
        ...(sheet[at] && { row: sheet[at].id, ...(column && { column: columnOf(column) }) }),
        problem: message,
      })
    if (isSetTouched(draft, base.draft, id)) whole = withSet(whole, code, setOf(draft, id))
  }
  return { definition: whole, problems }
}

/** Once somebody edits the criteria set it is as they say; until then it follows the criteria of the survey. */
export const isSetTouched = (draft: Draft, base: Draft, block: string): boolean =>
  !sameSheet(rowsOf(draft, sheetOf(block, 'set')), rowsOf(base, sheetOf(block, 'set')))

function withSet(definition: Definition, code: string, set: SetCriterion[]): Definition {
  const blocks = definition.blocks.map((block) => {
    if (block.code !== code) return block
    const { criteriaSet: _, ...rest } = block
    return set.length > 0 ? { ...rest, criteriaSet: set } : rest
  })
  return { ...definition, blocks }
}

/** Names of the server's row → columns of the table. */
function columnOf(column: string): string {
  const names: Record<string, string> = { criterion: 'code', domainName: 'domain', question: 'title', groups: 'title' }
  return names[column] ?? column
}

function blockOf(draft: Draft, row: Row, base: Base): Block {
  const before = blockBefore(row, base)
  const sheet = (name: Parameters<typeof sheetOf>[1]) => rowsOf(draft, sheetOf(row.id, name))
  const weighting = cell(row, 'weighting') === 'fixed' ? 'fixed' : 'pooled'
  const kept: Pick<Block, 'criteria' | 'questionnaires' | 'criteriaSet'> = before ?? {
    criteria: [],
    questionnaires: {},
  }
  const groups = sheet('groups').map((group) => groupOf(group, row, weighting, before, base))
  return {
    ...kept,
    ...{ code: cell(row, 'code'), name: cell(row, 'name'), weighting },
    units: sheet('units').map((unit) => ({
      ...{ code: cell(unit, 'code'), name: cell(unit, 'name') },
      ...aliasesOf(unit),
      ...predecessorsOf(unit),
    })),
    groups,
    questionnaires: stillUsed(kept.questionnaires, before, groups),
    sources: sheet('sources').map((source) => ({
      ...{ code: cell(source, 'code'), name: cell(source, 'name') },
      ...{ origin: cell(source, 'origin') === 'imported' ? 'imported' : 'survey', max: decimal(cell(source, 'max')) },
    })),
    domains: sheet('domains').map((domain) => ({ code: cell(domain, 'code'), name: cell(domain, 'name') })),
    criteria: kept.criteria.map((criterion) => ({
      ...criterion,
      domain: codeNow(criterion.domain, row, 'domains', draft, base),
      source: codeNow(criterion.source, row, 'sources', draft, base),
    })),
    ...(kept.criteriaSet && {
      criteriaSet: kept.criteriaSet.map((entry) => ({
        ...entry,
        domain: codeNow(entry.domain, row, 'domains', draft, base),
      })),
    }),
  }
}

/** What only a group answered that is no longer there goes with it. */
function stillUsed(all: Block['questionnaires'], before: Block | undefined, groups: Group[]): Block['questionnaires'] {
  const used = new Set(groups.map(({ questionnaire }) => questionnaire))
  const wasUsed = new Set(before?.groups.map(({ questionnaire }) => questionnaire))
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name) || !wasUsed.has(name)))
}

/** A group goes on answering its questionnaire; a new one begins with the block's first, whatever it is then asked. */
function groupOf(group: Row, block: Row, weighting: string, before: Block | undefined, base: Base): Group {
  const was = rowsOf(base.draft, sheetOf(block.id, 'groups')).find(({ id }) => id === group.id)
  const old = was && before?.groups.find(({ code }) => code === cellOf(was, 'code'))
  const weight = cell(group, 'weight')
  return {
    ...{ code: cell(group, 'code'), name: cell(group, 'name') },
    ...aliasesOf(group),
    questionnaire: (old ?? before?.groups[0])?.questionnaire ?? cell(block, 'code'),
    ...(weighting === 'fixed' && weight !== '' && { weight: decimal(weight) }),
  }
}

/** What a domain or source that had this code is called now. */
function codeNow(code: string, block: Row, sheet: 'domains' | 'sources', draft: Draft, base: Base): string {
  const name = sheetOf(block.id, sheet)
  const was = rowsOf(base.draft, name).find((row) => cellOf(row, 'code') === code)
  return was && rowsOf(draft, name).some(({ id }) => id === was.id) ? codeOf(rowsOf(draft, name), was.id) : code
}

function blockBefore(row: Row, { definition, draft }: Base): Block | undefined {
  const was = rowsOf(draft, BLOCKS).find(({ id }) => id === row.id)
  return was && definition.blocks.find(({ code }) => code === cellOf(was, 'code'))
}

function aliasesOf(row: Row): { aliases?: string[] } {
  const aliases = listOf(cellOf(row, 'aliases'))
  return aliases.length > 0 ? { aliases } : {}
}

function predecessorsOf(row: Row): { predecessors?: string[] } {
  const text = cell(row, 'predecessors')
  if (text === '') return {}
  return { predecessors: /^[-–—]$/.test(text) || text === NO_PREDECESSOR ? [] : listOf(text) }
}

const listOf = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

const cell = (row: Row, column: string): string => cellOf(row, column).trim()
const decimal = (typed: string): string => decimalOf(typed) ?? typed
/** What is no whole number goes as no number, which the server names as a problem of that place. */
const wholeNumber = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)
