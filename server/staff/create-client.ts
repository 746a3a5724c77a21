/** Registers a program (the index module). The secret is random, shown once and stored as a hash. */
import { randomBytes } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { newId, sha256 } from '../secrets.ts'
import { insertClient } from './queries.ts'
import { recordAudit } from './record-audit.ts'

/** Without scopes it reads scores and index, and no more. */
export async function createClient(
  { db }: Pick<Deps, 'db'>,
  { name, scopes = [] }: { name: string; scopes?: string[] | undefined },
  staff: Staff,
) {
  const clientId = newId()
  const clientSecret = randomBytes(32).toString('base64url')
  await insertClient(db, { id: clientId, name, scopes, secretHash: sha256(clientSecret) })
  await recordAudit(db, { actor: staff.email, action: 'client.create', details: { clientId, scopes } })
  return { clientId, clientSecret }
}
