/** Whether a program knows its secret, and what it may do. Compared in constant time; an unknown client takes the same road. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '../db/client.ts'
import { sha256 } from '../secrets.ts'
import { findClient } from './client-queries.ts'

const NOBODY = randomBytes(32)

/** The client's scopes; null when the secret is not its own. */
export async function verifyClient(
  { db }: { db: Db },
  clientId: string,
  clientSecret: string,
): Promise<string[] | null> {
  const client = await findClient(db, clientId)
  return timingSafeEqual(sha256(clientSecret), client?.secretHash ?? NOBODY) ? client!.scopes : null
}
