/** The report of a campaign as of now: its index and the newest version of every field. */
import type { Deps } from '../../deps.ts'
import { readIndex } from '../compute/read-index.ts'
import { composeReport, type ReportInput } from './compose-report.ts'
import { findFieldCampaign } from './find-field-campaign.ts'
import { listFields } from './queries.ts'
import type { RenderKind } from './render/render-aside.ts'
import { renderOnce } from './render-once.ts'
import type { ReportDocument } from './schemas.ts'

type ReadDeps = Pick<Deps, 'answerDb'>

/** Throws campaign-unknown (404), index-not-configured and campaign-not-open (409). */
export async function readReportInput({ answerDb }: ReadDeps, code: string): Promise<ReportInput> {
  const { index } = await readIndex({ answerDb }, code)
  const fields = await listFields(answerDb, await findFieldCampaign(answerDb, code))
  return { index, narratives: Object.fromEntries(fields.map(({ field, text }) => [field, text])) }
}

export async function readReport(deps: ReadDeps, code: string): Promise<ReportDocument> {
  return composeReport(await readReportInput(deps, code))
}

/** One of the report's files, the same bytes as `npm run report` makes of report.json. */
export async function readReportAs(deps: ReadDeps, code: string, kind: RenderKind): Promise<Buffer> {
  const input = await readReportInput(deps, code)
  return renderOnce(kind, composeReport(input), input.index)
}
