/** A log of many years, written as the application writes it: the trigger lays the chain. */
import postgres from 'postgres'

export const ENTRIES = 100_000

/** Filters as the console asks for them, over `ENTRIES` entries of forty people in seven campaigns. */
export const AUDIT_QUERIES = [
  '?limit=200',
  '?limit=200&before=50000',
  '?limit=200&campaign=dot-3&kind=look',
  '?actor=hiem@so.example',
  '?action=zalo.token&campaign=dot-1',
  '?action=people.&from=2026-02-01&to=2026-02-01',
  '?actor=khong-ai@so.example',
  '/facets?campaign=dot-3',
]

/** At once; the chain is laid at each commit, and one of very many entries takes long. */
const BATCH = 1_000

export async function storeAudit(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  for (let first = 1; first <= ENTRIES; first += BATCH)
    await sql`
      INSERT INTO staff.audit (at, actor, action, campaign, details)
      SELECT '2026-01-01'::timestamptz + n * interval '1 minute',
        CASE WHEN n IN (3, 50000) THEN 'hiem@so.example' ELSE 'canbo-' || n % 40 || '@so.example' END,
        CASE WHEN n IN (3, 50000) THEN 'zalo.token' ELSE (ARRAY['people.look', 'people.contact', 'wave.create', 'hand.print'])[1 + n % 4] END,
        'dot-' || n % 7, jsonb_build_object('person', md5(n::text), 'page', n % 9, 'shown', 50)
      FROM generate_series(${first}::int, ${first + BATCH - 1}::int) n`
  await sql`ANALYZE staff.audit`
  await sql`ANALYZE staff.audit_chain`
  await sql.end()
}
