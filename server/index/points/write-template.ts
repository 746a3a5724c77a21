/** The table of points to fill in, as .xlsx (a column a unit) and as .csv (a line a point). */

import type { Db } from '../../db/client.ts'
import type { PointTable } from '../../db/index-schema.ts'
import { runSheetThread } from '../../sheets/run-sheet-thread.ts'
import { writeCsv } from '../../sheets/write-csv.ts'
import { findIndexedCampaign } from '../find-indexed-campaign.ts'
import type { Template } from './draw-template.ts'
import { titleOfSet } from './name-set.ts'
import { codeOf, leavesOf } from './plan-points.ts'
import { findBase, type SetKey } from './queries.ts'
import { requirePlan } from './require-plan.ts'

const THREAD = new URL('./template-thread.ts', import.meta.url)

type TemplateOptions = { filled: boolean }

/** Throws campaign-unknown, index-not-configured, points-kind-invalid. */
export async function writeTemplateXlsx(
  deps: { answerDb: Db },
  code: string,
  key: SetKey,
  options: TemplateOptions,
): Promise<Buffer> {
  const template = await findTemplate(deps, code, key, options)
  const { workbook } = await runSheetThread<{ workbook: Uint8Array }>(THREAD, template)
  return Buffer.from(workbook.buffer, workbook.byteOffset, workbook.byteLength)
}

/** As writeTemplateXlsx, with semicolons and decimal commas. */
export async function writeTemplateCsv(
  deps: { answerDb: Db },
  code: string,
  key: SetKey,
  options: TemplateOptions,
): Promise<string> {
  const { plan, points } = await findTemplate(deps, code, key, options)
  const titles = ['Đợt', 'Loại điểm', 'Khối', 'Mã đơn vị', 'Đơn vị', 'Mã tiêu chí', 'Tiêu chí', 'Điểm tối đa', 'Điểm']
  const rows = plan.blocks.flatMap((block) =>
    block.units.flatMap((unit) =>
      leavesOf(block).map((leaf) => {
        const value = points[unit.code]?.[codeOf(leaf)]
        const names = [plan.campaign, plan.label, block.name, unit.code, unit.name, codeOf(leaf), leaf.name]
        return [...names, Number(leaf.max), value === undefined ? null : Number(value)]
      }),
    ),
  )
  const columns = titles.map((title) => ({ title, width: 20 }))
  let text = ''
  for await (const part of writeCsv({ name: '', columns, rows: [rows] }, 'semicolon')) text += part
  return text
}

async function findTemplate(
  { answerDb }: { answerDb: Db },
  code: string,
  key: SetKey,
  { filled }: TemplateOptions,
): Promise<Template> {
  const campaign = await findIndexedCampaign(answerDb, code)
  const plan = requirePlan(campaign, key)
  const current = filled ? await findBase(answerDb, campaign.id, key) : undefined
  const source = campaign.definition.blocks.flatMap(({ sources }) => sources).find((one) => one.code === key.source)
  const points: PointTable = current?.points ?? {}
  return { plan, title: `${titleOfSet(key, source?.name)}, ${campaign.title}`, points }
}
