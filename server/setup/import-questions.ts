/** An uploaded table of questions in place of a block's: rehearsed, or saved as the definition's next version. */
import { Definition } from '../campaigns/definition.ts'
import { describeShapeProblems } from '../campaigns/describe-shape-problems.ts'
import { judgeDefinition } from '../campaigns/judge-definition.ts'
import { findCampaign } from '../campaigns/queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { refuseFalseWorkbook } from '../sheets/refuse-false-workbook.ts'
import { isZipped, runSheetThread } from '../sheets/run-sheet-thread.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { applyTable } from './apply-table.ts'
import { describeChanges } from './describe-changes.ts'
import type { RowProblem } from './question-row.ts'
import type { ReadQuestion } from './question-sheet-thread.ts'
import { rowsOf } from './question-table.ts'
import type { QuestionReading, ReadRow } from './read-question-sheet.ts'
import { lockDraft, saveVersion } from './save-definition.ts'
import { MOST_PROBLEMS, type QuestionsReport, type TableProblem } from './schemas.ts'
import { COLUMNS } from './sheet-columns.ts'

const THREAD = new URL('./question-sheet-thread.ts', import.meta.url)

type ImportDeps = Pick<Deps, 'db' | 'changes' | 'clock'>
/** `version`: the one that the file was made from. */
type ImportOptions = { version: number; dryRun: boolean }

/**
 * Throws campaign-unknown and block-unknown (404), campaign-not-draft, definition-changed and unit-in-use (409), the file's
 * refusals (file-missing, file-unreadable, not-a-spreadsheet, header-missing, too-large), definition-invalid (422: the rows
 * together give no definition) and questions-invalid (422, the report as details) unless it is a rehearsal. Whatever it throws, nothing has changed.
 */
export async function importQuestions(
  deps: ImportDeps,
  code: string,
  blockCode: string,
  file: SpreadsheetFile,
  { version, dryRun }: ImportOptions,
  staff: Staff,
): Promise<QuestionsReport> {
  const campaign = await findCampaign(deps.db, code)
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status !== 'draft') throw errors.campaignNotDraft()
  const block = campaign.definition.blocks.find((candidate) => candidate.code === blockCode)
  if (!block) throw errors.blockUnknown()
  const before = rowsOf(block)
  const zipped = isZipped(file)
  const question: ReadQuestion = { data: file.data, zipped, block, before }
  const reading = await refuseFalseWorkbook(file, zipped, () => runSheetThread<QuestionReading>(THREAD, question))
  const applied =
    reading.problems.length > 0
      ? { problems: [] }
      : applyTable(
          campaign.definition,
          blockCode,
          reading.rows.map(({ cells }) => cells),
        )
  const problems = [...reading.problems, ...applied.problems.map((problem) => placed(problem, reading.rows))]
  const definition = applied.definition ?? campaign.definition
  refuseMisshapen(definition)
  const report: QuestionsReport = {
    rows: reading.rows.length,
    problems: problems.slice(0, MOST_PROBLEMS),
    changes: describeChanges(campaign.definition, definition),
    remaining: (await judgeDefinition(definition)).slice(0, MOST_PROBLEMS),
    version: campaign.definitionVersion,
  }
  if (dryRun) return report
  if (problems.length > 0) throw errors.questionsInvalid(report)
  const saved = await deps.db.transaction(async (tx) => {
    const locked = await lockDraft(tx, code, version)
    // The definition that the table was laid over is the one that is locked now.
    if (locked.definitionVersion !== campaign.definitionVersion) throw errors.campaignBusy()
    return saveVersion(tx, locked, definition, staff, deps.clock.now())
  })
  deps.changes.publish({ campaign: campaign.id, kind: 'status' })
  return { ...report, version: saved.campaign.definitionVersion }
}

/** Rows that are each right may be too much together: sixty domains, say. What is saved must be read again. */
function refuseMisshapen(definition: Definition): void {
  const { error } = Definition.safeParse(definition)
  if (error) throw errors.definitionInvalid(describeShapeProblems(error, definition).slice(0, MOST_PROBLEMS))
}

function placed({ at, column, ...problem }: RowProblem, rows: ReadRow[]): TableProblem {
  const title = column === null ? '' : column === 'groups' ? 'Nhóm' : COLUMNS[column].title
  return { ...problem, row: rows[at]?.row ?? 0, column: title }
}
