/** SQL of a definition's versions. They only grow. */
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { definitionVersions } from '../db/setup-schema.ts'
import type { Definition } from './definition.ts'

export type DefinitionVersion = typeof definitionVersions.$inferSelect
export type VersionHead = Omit<DefinitionVersion, 'definition' | 'campaignId'>

export async function insertVersion(tx: Tx, version: typeof definitionVersions.$inferInsert): Promise<void> {
  await tx.insert(definitionVersions).values(version)
}

const { version, hash, actor, createdAt } = definitionVersions

/** Who saved one version, and when. */
export async function findVersionHead(
  db: Db | Tx,
  campaignId: string,
  wanted: number,
): Promise<VersionHead | undefined> {
  const rows = await db
    .select({ version, hash, actor, createdAt })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.campaignId, campaignId), eq(version, wanted)))
  return rows[0]
}

/** The newest first; `below` leaves out that version and all after it. */
export async function listVersionHeads(
  db: Db,
  campaignId: string,
  { below, limit }: { below: number; limit: number },
): Promise<VersionHead[]> {
  return db
    .select({ version, hash, actor, createdAt })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.campaignId, campaignId), lt(version, below)))
    .orderBy(desc(version))
    .limit(limit)
}

/** Version → definition, of those asked for that there are. */
export async function findDefinitions(
  db: Db | Tx,
  campaignId: string,
  wanted: number[],
): Promise<Map<number, Definition>> {
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ version, definition: definitionVersions.definition })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.campaignId, campaignId), inArray(version, wanted)))
  return new Map(rows.map((row) => [row.version, row.definition]))
}
