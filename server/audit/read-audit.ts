/** Reads the audit log as people look at it: pages of entries, one whole entry, and what can be filtered by. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { findHead, listChained, listEntries, listFacets } from './queries.ts'
import type { AuditFacets, AuditPage, AuditQuery, WholeEntry } from './schemas.ts'

type ReadDeps = Pick<Deps, 'db'>

/** Newest first. A page is found by its place in the chain, so that entries written meanwhile move nothing. */
export async function readAudit({ db }: ReadDeps, { before, limit, ...filter }: AuditQuery): Promise<AuditPage> {
  const rows = await listEntries(db, filter, { before, limit: limit + 1 })
  const entries = rows.slice(0, limit)
  return { entries, next: rows.length > limit ? entries.at(-1)!.seq : null }
}

/** Throws not-found (404). */
export async function readEntry({ db }: ReadDeps, seq: number): Promise<WholeEntry> {
  const [row] = await listChained(db, {}, { after: seq - 1, through: seq, limit: 1 })
  if (!row) throw errors.notFound()
  return row
}

/** Of one campaign, or of everything. */
export async function readFacets({ db }: ReadDeps, campaign: string | undefined): Promise<AuditFacets> {
  const [facets, head] = await Promise.all([listFacets(db, campaign), findHead(db)])
  return { ...facets, head: head ?? null }
}
