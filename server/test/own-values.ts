/** Which values of a dump are somebody's own, or some response's own, and whether they are found elsewhere. */
import type postgres from 'postgres'
import { sha256 } from '../secrets.ts'
import { type Dump, disguisesOf } from './dump.ts'

export const isAnswer = (table: string) => table.startsWith('answer.')
/** But the pace of the channels, which is the office's and nobody's own. */
export const isIdentity = (table: string) => table.startsWith('identity.') && table !== 'identity.channels'

/** What both sides may know: which campaign, unit, group and stratum, and the words that every row of a kind shares. */
const SHARED = new Set([
  'campaign_id',
  'unit',
  'block',
  'group_code',
  'groups',
  'stratum_id',
  'cell',
  'question',
  'level',
])
const COMMON = new Set([
  'consent_version',
  'link_issue',
  'started_on',
  'answered_on',
  'counted',
  'withheld',
  'count',
  'revision',
  'created_on',
])

/** Every value of the chosen tables that is somebody's or some response's own. */
export function ownValues(dump: Dump, choose: (table: string) => boolean): (string | Buffer)[] {
  const rows = [...dump].filter(([table]) => choose(table)).flatMap(([, rows]) => rows)
  return rows.flatMap(({ values }) =>
    Object.entries(values).flatMap(([column, value]) => {
      if (SHARED.has(column) || COMMON.has(column) || value === null) return []
      return column === 'answers' ? [commentOf(value)] : [value as string | Buffer]
    }),
  )
}
export const commentOf = (answers: unknown) => (answers as { xa_gop_y: string }).xa_gop_y

/** Those of `needles` that are found in `haystack`, in whatever disguise. */
export const findIn = (haystack: Buffer, needles: (string | Buffer)[]) =>
  needles.filter((needle) => disguisesOf(needle, sha256).some((bytes) => haystack.includes(bytes)))

/** "schema.table.column" of which PostgreSQL keeps samples of values for its planner. */
export async function readSampledColumns(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ column: string }[]>`
    SELECT concat_ws('.', schemaname, tablename, attname) AS column FROM pg_stats
    WHERE schemaname IN ('identity', 'answer') AND (most_common_vals IS NOT NULL OR histogram_bounds IS NOT NULL)`
  return rows.map(({ column }) => column)
}
