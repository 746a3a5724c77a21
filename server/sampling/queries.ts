/** SQL of samples: how each was drawn. */
import { and, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { samples } from '../db/setup-schema.ts'

export type Sample = typeof samples.$inferSelect

export async function insertSample(tx: Tx, sample: Omit<Sample, 'createdAt'>, now: Date): Promise<void> {
  await tx.insert(samples).values({ ...sample, createdAt: now })
}

/** Newest first. */
export function listSamples(db: Db | Tx, campaignId: string): Promise<Sample[]> {
  return db.select().from(samples).where(eq(samples.campaignId, campaignId)).orderBy(desc(samples.createdAt)).limit(200)
}

/** The newest draw of the same file under the same seed with the same result. */
export async function findSampleLike(
  tx: Tx,
  campaignId: string,
  { fileHash, seed, drawDigest }: Pick<Sample, 'fileHash' | 'seed' | 'drawDigest'>,
): Promise<Sample | undefined> {
  const same = [eq(samples.fileHash, fileHash), eq(samples.seed, seed), eq(samples.drawDigest, drawDigest)]
  return (
    await tx
      .select()
      .from(samples)
      .where(and(eq(samples.campaignId, campaignId), ...same))
      .orderBy(desc(samples.createdAt))
      .limit(1)
  )[0]
}

export async function findSample(db: Db, campaignId: string, id: string): Promise<Sample | undefined> {
  return (
    await db
      .select()
      .from(samples)
      .where(and(eq(samples.campaignId, campaignId), eq(samples.id, id)))
  )[0]
}
