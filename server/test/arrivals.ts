/** Responses for tests of counting: put into the box as the door of answers does, without the credentials. */
import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import { strata } from '../db/schema.ts'
import type { Deps } from '../deps.ts'
import { insertArrivals } from '../responses/queries.ts'
import { type SealedResponse, sealResponse } from '../responses/sealed-response.ts'
import { sealedSizeOf } from '../responses/sealed-size.ts'

export type TestStratum = typeof strata.$inferSelect

/** The strata of one unit by group code; merged groups stand under the group that names the stratum. */
export async function strataOf(
  { db }: Pick<Deps, 'db'>,
  campaignId: string,
  unit: string,
): Promise<Record<string, TestStratum>> {
  const rows = await db
    .select()
    .from(strata)
    .where(and(eq(strata.campaignId, campaignId), eq(strata.unit, unit)))
  return Object.fromEntries(rows.map((row) => [row.group, row]))
}

export async function putIntoBox(
  { answerDb, secrets }: Pick<Deps, 'answerDb' | 'secrets'>,
  { id, definition }: { id: string; definition: Definition },
  unit: string,
  responses: SealedResponse[],
): Promise<void> {
  const arrivals = responses.map((response) => ({
    ...{ campaignId: id, unit, stratumId: response.stratum },
    ...{ messageHash: randomBytes(32), fingerprint: randomBytes(32) },
    sealed: sealResponse(secrets, id, sealedSizeOf(definition), response),
  }))
  const stored = await insertArrivals(answerDb, arrivals)
  if (stored.length !== responses.length) throw new Error('the campaign does not take responses')
}
