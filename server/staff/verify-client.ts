/** Whether a program knows its secret. Compared in constant time; an unknown client takes the same road. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '../db/client.ts'
import { sha256 } from '../secrets.ts'
import { findClientSecretHash } from './client-queries.ts'

const NOBODY = randomBytes(32)

export async function verifyClient({ db }: { db: Db }, clientId: string, clientSecret: string): Promise<boolean> {
  const expected = await findClientSecretHash(db, clientId)
  return timingSafeEqual(sha256(clientSecret), expected ?? NOBODY)
}
