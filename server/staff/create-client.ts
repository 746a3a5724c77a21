/** Registers a program (the index module). The secret is random, shown once and stored as a hash. */
import { randomBytes } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { newId, sha256 } from '../secrets.ts'
import { insertClient } from './queries.ts'
import { recordAudit } from './record-audit.ts'

export async function createClient({ db }: Pick<Deps, 'db'>, name: string, staff: Staff) {
  const clientId = newId()
  const clientSecret = randomBytes(32).toString('base64url')
  await insertClient(db, { id: clientId, name, secretHash: sha256(clientSecret) })
  await recordAudit(db, { actor: staff.email, action: 'client.create', details: { clientId } })
  return { clientId, clientSecret }
}
