/** The table of questions of one block as a file to fill in: .xlsx, or .csv with semicolons and decimal commas. */
import type { Block } from '../campaigns/definition.ts'
import { findCampaign } from '../campaigns/queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import { drawQuestionSheet } from './draw-question-sheet.ts'
import { rowsOf } from './question-table.ts'
import { headings, kindName, SHEET_COLUMNS } from './sheet-columns.ts'

type WriteDeps = Pick<Deps, 'db'>

/** Throws campaign-unknown and block-unknown (404). */
export async function writeQuestionsXlsx(deps: WriteDeps, code: string, blockCode: string): Promise<Buffer> {
  const { title, block } = await findBlock(deps, code, blockCode)
  return drawQuestionSheet({ title, block, rows: rowsOf(block) })
}

/** As writeQuestionsXlsx. */
export async function writeQuestionsCsv(deps: WriteDeps, code: string, blockCode: string): Promise<string> {
  const { block } = await findBlock(deps, code, blockCode)
  const rows = rowsOf(block).map((row) => [
    ...SHEET_COLUMNS.map((column) => {
      if (column === 'max') return row.max === '' ? null : Number(row.max)
      if (column === 'required') return row.required ? 'x' : ''
      return column === 'kind' ? kindName(row.kind) : row[column]
    }),
    ...block.groups.map((group) => (row.groups.includes(group.code) ? 'x' : '')),
  ])
  const table = { name: '', columns: headings(block).map((title) => ({ title, width: 20 })), rows: [rows] }
  let text = ''
  for await (const part of writeCsv(table, 'semicolon')) text += part
  return text
}

async function findBlock({ db }: WriteDeps, code: string, blockCode: string): Promise<{ title: string; block: Block }> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const block = campaign.definition.blocks.find((candidate) => candidate.code === blockCode)
  if (!block) throw errors.blockUnknown()
  return { title: campaign.title, block }
}
