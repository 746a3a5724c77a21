/** Registers an address that is told of changes of status. The signing secret is shown once and stored sealed. */
import { randomBytes } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { newId } from '../secrets.ts'
import { recordAudit } from './record-audit.ts'
import { insertWebhook } from './webhook-queries.ts'

export async function createWebhook({ db, secrets }: Pick<Deps, 'db' | 'secrets'>, url: string, staff: Staff) {
  const id = newId()
  const secret = randomBytes(32).toString('base64url')
  await insertWebhook(db, { id, url, sealedSecret: secrets.seal('webhook', id, Buffer.from(secret)) })
  await recordAudit(db, { actor: staff.email, action: 'webhook.create', details: { id } })
  return { id, secret }
}
