/** SQL of publications. Reading works under role phieu_answer; writing is the staff's side. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { publications } from '../../db/index-schema.ts'
import { campaigns } from '../../db/schema.ts'

export type StoredPublication = typeof publications.$inferSelect

export type PublicationHead = Omit<StoredPublication, 'campaignId' | 'page'> & { published: boolean }

/** All versions without their pages, newest first; `published` false: that version took the page back. */
export async function listPublications(db: Db | Tx, campaignId: string): Promise<PublicationHead[]> {
  const { campaignId: of, version, choices, digest, reason, actor, at, page } = publications
  return db
    .select({ version, choices, digest, reason, actor, at, published: sql<boolean>`${page} IS NOT NULL` })
    .from(publications)
    .where(eq(of, campaignId))
    .orderBy(desc(version))
}

/** The newest version of a campaign by its code; `page` null when it was taken back. */
export async function findPublication(db: Db | Tx, code: string): Promise<StoredPublication | undefined> {
  const rows = await db
    .select({ publication: publications })
    .from(publications)
    .innerJoin(campaigns, and(eq(campaigns.id, publications.campaignId), eq(campaigns.code, code)))
    .orderBy(desc(publications.version))
    .limit(1)
  return rows[0]?.publication
}

/** Call it under the campaign's lock, so that versions are numbered without gaps. */
export async function insertPublication(
  tx: Tx,
  publication: Omit<typeof publications.$inferInsert, 'version' | 'at'>,
): Promise<number> {
  const [newest] = await listPublications(tx, publication.campaignId)
  const version = (newest?.version ?? 0) + 1
  await tx.insert(publications).values({ ...publication, version })
  return version
}
