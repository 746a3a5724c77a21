/** The report as one of its files. */
import type { IndexDocument } from '../../compute/schemas.ts'
import type { ReportDocument } from '../schemas.ts'
import type { RenderKind } from './render-aside.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderXlsx } from './render-xlsx.ts'

export async function renderAs(kind: RenderKind, report: ReportDocument, index: IndexDocument): Promise<Buffer> {
  if (kind === 'docx') return renderDocx(report)
  return kind === 'xlsx' ? renderXlsx(report, index) : Buffer.from(renderHtml(report))
}
