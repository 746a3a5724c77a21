/**
 * The yearly report: chapters, tables and charts, from the index document and what officers wrote, and from nothing else.
 * The same input gives the same document, here and on another machine. Order of the 2024 report (S2), which numbers two
 * chapters III; here they are III and IV. Pure.
 */
import { digestOf } from '../../scoring/digest.ts'
import type { IndexDocument } from '../compute/schemas.ts'
import { composeCharts } from './compose-charts.ts'
import { composeContexts } from './compose-context.ts'
import { composeBasis, composeCourse } from './compose-course.ts'
import { cleanNarratives, fieldPart } from './compose-field.ts'
import { composeHead } from './compose-head.ts'
import { composeOverview } from './compose-overview.ts'
import { composeRemarks } from './compose-remarks.ts'
import { composeResults } from './compose-results.ts'
import { paragraph, say } from './compose-runs.ts'
import { composeCriteriaTables } from './compose-table-criteria.ts'
import { composeDomainsTable } from './compose-table-domains.ts'
import { composeOverallTable } from './compose-table-overall.ts'
import { composeRankingTable } from './compose-table-ranking.ts'
import type { ReportDocument, ReportPart, ReportTable } from './schemas.ts'
import { PROVISIONAL, sayWaiting } from './words-rules.ts'

/** `narratives`: field (words-fields.ts) → text; unknown fields are passed over. */
export type ReportInput = { index: IndexDocument; narratives: Record<string, string> }

export function composeReport({ index, narratives: given }: ReportInput): ReportDocument {
  const narratives = cleanNarratives(given)
  const contexts = composeContexts(index)
  return {
    campaign: index.campaign,
    ...composeHead(index, narratives),
    provisional: index.status === 'provisional',
    indexDigest: index.digest,
    inputDigest: digestOf({ index, narratives }),
    parts: [
      ...provisionalPart(index),
      fieldPart(narratives, 'mo-dau'),
      ...composeBasis(narratives),
      ...composeOverview(index, contexts),
      ...composeCourse(index, contexts, narratives),
      ...composeResults(index, contexts, narratives),
      ...composeRemarks(index, contexts, narratives),
    ],
    tables: contexts
      .flatMap((context) => [
        composeRankingTable(context),
        composeOverallTable(context),
        composeDomainsTable(context),
        ...composeCriteriaTables(context),
      ])
      .map((table, at, all) => (at === all.length - 1 ? withCheckCode(table, index) : table)),
    charts: contexts.flatMap(composeCharts),
  }
}

/** The last line of the printed report says which result it was made from. */
const withCheckCode = (table: ReportTable, { digest }: IndexDocument): ReportTable => ({
  ...table,
  notes: [...table.notes, `Mã kiểm tra của kết quả: ${digest}.`],
})

function provisionalPart(index: IndexDocument): ReportPart[] {
  if (index.status === 'final') return []
  const reasons = sayWaiting(index)
  const label = { text: PROVISIONAL, style: 'bold' as const }
  return [paragraph(say`${label}${reasons && `: ${reasons}`}. Các số liệu trong báo cáo này còn có thể thay đổi.`)]
}
