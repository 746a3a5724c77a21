/** What can be seen wrong in a table while it is typed, before the server is asked: half numbers, empty codes, sums. Pure. */
import { isCode } from '../../../shared/is-code.ts'
import { t } from '../../../words/t.ts'
import { decimalOf, millionthsOf, pointsFrom, sumOf } from '../draft/decimal-text.ts'
import {
  BLOCKS,
  CLASSES,
  type Draft,
  GENERAL,
  isSeen,
  LEVELS,
  type PlacedProblem,
  rowsOf,
  sheetOf,
} from '../draft/draft.ts'
import { isPart } from '../draft/set-of.ts'
import { cellOf, type Row } from '../sheet/sheet.ts'

/** Problems of every sheet; the server knows more, and says so a moment later. */
export function judgeLocally(draft: Draft): PlacedProblem[] {
  const general = (column: string, problem: string): PlacedProblem[] => [
    { sheet: GENERAL, row: GENERAL, column, problem },
  ]
  const text = (column: string) => cellOf(rowsOf(draft, GENERAL)[0], column).trim()
  return [
    ...(text('title') === '' ? general('title', t`Thiếu tên đợt điều tra.`) : []),
    ...(/^20\d\d$/.test(text('year')) ? [] : general('year', t`Ghi năm bằng bốn chữ số, như 2025.`)),
    ...(decimalOf(text('surveyMax')) === null ? general('surveyMax', NUMBER) : []),
    ...(/^\d+$/.test(text('minimumCell')) && Number(text('minimumCell')) >= 3
      ? []
      : general('minimumCell', t`Ghi một số nguyên từ 3 trở lên.`)),
    ...(text('noticeText').length < 50 ? general('noticeText', t`Thông báo quá ngắn: ít nhất 50 ký tự.`) : []),
    ...(text('indexTotal') !== '' && decimalOf(text('indexTotal')) === null ? general('indexTotal', NUMBER) : []),
    ...named(draft, LEVELS, ['share']),
    ...(text('indexTotal') === '' ? [] : named(draft, CLASSES, ['from'])),
    ...named(draft, BLOCKS),
    ...rowsOf(draft, BLOCKS).flatMap((block) => judgeBlock(draft, block)),
  ]
}

const NUMBER = t`Không phải số: ghi như 0,75.`

function judgeBlock(draft: Draft, block: Row): PlacedProblem[] {
  const fixed = cellOf(block, 'weighting') === 'fixed'
  return [
    ...named(draft, sheetOf(block.id, 'units')),
    ...named(draft, sheetOf(block.id, 'groups'), fixed ? ['weight'] : []),
    ...named(draft, sheetOf(block.id, 'sources'), ['max']),
    ...named(draft, sheetOf(block.id, 'domains')),
    ...rowsOf(draft, sheetOf(block.id, 'questions')).flatMap((row) => judgeQuestion(draft, block.id, row)),
    ...twice(draft, sheetOf(block.id, 'questions')),
    ...judgeSet(draft, block.id),
  ]
}

/** Codes and names are there, codes are well made and come once, numbers are numbers. */
function named(draft: Draft, sheet: string, numbers: string[] = []): PlacedProblem[] {
  const cells = rowsOf(draft, sheet).flatMap((row): PlacedProblem[] => {
    const at = (column: string, problem: string) => ({ sheet, row: row.id, column, problem })
    const code = cellOf(row, 'code').trim()
    return [
      ...(code === '' ? [at('code', t`Thiếu mã.`)] : isCode(code) ? [] : [at('code', BAD_CODE)]),
      ...(cellOf(row, 'name').trim() === '' ? [at('name', t`Thiếu tên.`)] : []),
      ...numbers.filter((column) => decimalOf(cellOf(row, column)) === null).map((column) => at(column, NUMBER)),
    ]
  })
  return [...cells, ...twice(draft, sheet)]
}

const BAD_CODE = t`Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch; không có dấu cách.`

function twice(draft: Draft, sheet: string): PlacedProblem[] {
  const rows = rowsOf(draft, sheet)
  return rows.flatMap((row, at) => {
    const code = cellOf(row, 'code').trim()
    const earlier = rows.findIndex((one) => cellOf(one, 'code').trim() === code)
    if (code === '' || earlier === at) return []
    return [{ sheet, row: row.id, column: 'code', problem: t`Mã này đã có ở dòng ${earlier + 1}.` }]
  })
}

/** A row is a criterion when it has anything of one. */
export const isCriterion = (row: Row): boolean =>
  ['code', 'name', 'max'].some((column) => cellOf(row, column).trim() !== '')

function judgeQuestion(draft: Draft, block: string, row: Row): PlacedProblem[] {
  const sheet = sheetOf(block, 'questions')
  const at = (column: string, problem: string): PlacedProblem => ({ sheet, row: row.id, column, problem })
  const text = (column: string) => cellOf(row, column).trim()
  if (!isCriterion(row)) return text('title') === '' ? [at('title', t`Thiếu nội dung câu hỏi.`)] : []
  const source = rowsOf(draft, sheetOf(block, 'sources')).find(({ id }) => id === text('source'))
  const imported = source && cellOf(source, 'origin') === 'imported'
  const groups = rowsOf(draft, sheetOf(block, 'groups'))
  return [
    ...(text('code') === '' ? [at('code', t`Thiếu mã tiêu chí.`)] : isCode(text('code')) ? [] : [at('code', BAD_CODE)]),
    ...(text('name') === '' ? [at('name', t`Thiếu tên tiêu chí.`)] : []),
    ...(decimalOf(text('max')) === null
      ? [at('max', NUMBER)]
      : millionthsOf(text('max')) === 0
        ? [at('max', MORE)]
        : []),
    ...(rowsOf(draft, sheetOf(block, 'domains')).some(({ id }) => id === text('domain'))
      ? []
      : [at('domain', t`Chọn lĩnh vực.`)]),
    ...(source ? [] : [at('source', t`Chọn nguồn điểm.`)]),
    ...(source && !imported && text('title') === '' ? [at('title', t`Tiêu chí khảo sát phải có câu hỏi.`)] : []),
    ...(text('title') !== '' && groups.length > 0 && !groups.some(({ id }) => isSeen(row, id))
      ? [at('title', t`Chưa nhóm nào được hỏi câu này.`)]
      : []),
  ]
}

const MORE = t`Phải lớn hơn 0.`

function judgeSet(draft: Draft, block: string): PlacedProblem[] {
  const sheet = sheetOf(block, 'set')
  const rows = rowsOf(draft, sheet)
  const first = rows[0]
  return [
    ...named(draft, sheet),
    ...(first && isPart(first)
      ? [{ sheet, row: first.id, column: 'part', problem: t`Dòng đầu phải là một tiêu chí.` }]
      : []),
  ]
}

/** What the criteria of a source, or all of them, add up to. All in millionths. */
export type SumLine = { id: string; name: string; sum: number; max: number | null }

/** Sources of a block against their maxima, as typed. */
export function sourceSums(draft: Draft, block: string): SumLine[] {
  const questions = rowsOf(draft, sheetOf(block, 'questions'))
  return rowsOf(draft, sheetOf(block, 'sources')).map((source) => ({
    ...{ id: source.id, name: cellOf(source, 'name'), max: millionthsOf(cellOf(source, 'max')) },
    sum: sumOf(questions.filter((row) => cellOf(row, 'source') === source.id).map((row) => cellOf(row, 'max'))),
  }))
}

/** The block as a whole against what the survey may give. */
export function blockSum(draft: Draft, block: string): SumLine {
  const sum = sumOf(rowsOf(draft, sheetOf(block, 'questions')).map((row) => cellOf(row, 'max')))
  return { id: block, name: '', sum, max: millionthsOf(cellOf(rowsOf(draft, GENERAL)[0], 'surveyMax')) }
}

/** Criteria of one domain: how many, and their points as they are written. */
export function domainSum(draft: Draft, block: string, domain: string): { criteria: number; points: string } {
  const rows = rowsOf(draft, sheetOf(block, 'questions')).filter((row) => cellOf(row, 'domain') === domain)
  return {
    criteria: rows.filter(isCriterion).length,
    points: pointsFrom(sumOf(rows.map((row) => cellOf(row, 'max')))),
  }
}
