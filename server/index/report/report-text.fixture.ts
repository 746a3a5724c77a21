/** Reports made of totals, and their lines and rows as printed, for tests. */
import type { IndexDocument } from '../compute/schemas.ts'
import { composeReport } from './compose-report.ts'
import { textOf } from './compose-runs.ts'
import { type GivenBlock, indexOf } from './ranked-units.fixture.ts'
import type { ReportDocument, ReportTable } from './schemas.ts'

export const compose = (index: IndexDocument, narratives: Record<string, string> = {}) =>
  composeReport({ index, narratives })
export const report = (blocks: GivenBlock[], more = {}) => compose(indexOf(blocks, more))

/** The document's lines as printed; fields as [name]. */
export function linesOf({ parts }: ReportDocument): string[] {
  return parts.map((part) => {
    if (part.kind === 'heading') return part.text
    return part.kind === 'field' ? `[${part.field}]` : textOf(part.runs)
  })
}
export const textOfAll = (document: ReportDocument) => linesOf(document).join('\n')
export const tableOf = ({ tables }: ReportDocument, code: string) => tables.find((table) => table.code === code)!
export const rowsOf = (table: ReportTable) =>
  table.rows.map(({ cells }) => table.columns.map(({ key }) => cells[key]!.text).join(' | '))

/** Names with commas in them, which the 2024 report took apart. */
export const SO: GivenBlock = {
  name: 'Khối sở',
  units: [
    { code: 'LD', name: 'Sở Lao động, Thương binh và Xã hội', points: 86.3, past: 84, survey: 17.01 },
    { code: 'GT', name: 'Sở Giao thông vận tải', points: 96.76, past: 94, survey: 18.64 },
    { code: 'NV', name: 'Sở Nội vụ', points: 91.34, past: 88.5, survey: 17.6 },
    { code: 'TP', name: 'Sở Tư pháp', points: 91.34, past: 89.5, survey: 17.2 },
  ],
  moves: { rose: 1, kept: 3, fell: 0 },
}
