/** Which rows of a table stand out. Pure. */
import type { ReportRow, ReportTable } from '../schemas.ts'

/** Totals and means; domains where they head their criteria, not where the table has nothing else. */
export function findStrongRows({ rows }: ReportTable): (row: ReportRow) => boolean {
  const heads = rows.some(({ kind }) => kind === 'criterion')
  return ({ kind }) => kind === 'total' || kind === 'mean' || (kind === 'domain' && heads)
}
