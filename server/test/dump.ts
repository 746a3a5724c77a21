/** Everything that a dump of the database holds, and more: every row of every table with its place and version. */
import type postgres from 'postgres'

/** `place` is the row's ctid as [block, line], `version` its xmin. */
export type DumpedRow = { place: [number, number]; version: string; values: Record<string, unknown> }
export type Dump = Map<string, DumpedRow[]>

/** Every table of every schema but PostgreSQL's own, as "schema.table". */
export async function dumpDatabase(sql: postgres.Sql): Promise<Dump> {
  const tables = await sql<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`
  const dump: Dump = new Map()
  for (const { name } of tables) {
    const rows = await sql.unsafe(`SELECT ctid::text AS "ctid", xmin::text AS "xmin", t.* FROM ${name} t`)
    dump.set(
      name,
      rows.map(({ ctid, xmin, ...values }) => ({ place: placeOf(ctid), version: xmin, values })),
    )
  }
  return dump
}

/** The rows in the order in which they lie in the table's file. */
export function inFileOrder(rows: DumpedRow[]): DumpedRow[] {
  return rows.toSorted((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
}

/** All that the chosen tables hold as one haystack: bytes as they are, everything else as text. */
export function bytesOf(dump: Dump, choose: (table: string) => boolean): Buffer {
  const rows = [...dump].filter(([table]) => choose(table)).flatMap(([, rows]) => rows)
  const values = rows.flatMap((row) => Object.values(row.values))
  return Buffer.concat(values.flatMap((value) => [rawOf(value), Buffer.from('\n')]))
}

/** A value as somebody might have written it: as it is, in hex and in base64, and hashed. */
export function disguisesOf(value: string | Buffer, hash: (data: Buffer) => Buffer): Buffer[] {
  const raw = rawOf(value)
  return [raw, hash(raw)].flatMap((bytes) => [
    bytes,
    Buffer.from(bytes.toString('hex')),
    // Without the last characters, which depend on what follows and on padding.
    Buffer.from(bytes.toString('base64').slice(0, Math.floor((bytes.length * 4) / 3))),
    Buffer.from(bytes.toString('base64url').slice(0, Math.floor((bytes.length * 4) / 3))),
  ])
}

function rawOf(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value
  if (value === null || value === undefined) return Buffer.alloc(0)
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
}

function placeOf(ctid: string): [number, number] {
  const [block, line] = ctid.slice(1, -1).split(',').map(Number)
  return [block!, line!]
}
