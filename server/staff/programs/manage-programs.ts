/** The list of programs and of listeners, and taking one away. Their secrets were shown once and are not shown again. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../record-audit.ts'
import { deleteClient, deleteWebhook, listClients, listWebhooks } from './queries.ts'
import type { ClientsView, WebhooksView } from './schemas.ts'

type ProgramDeps = Pick<Deps, 'db'>

export async function readClients({ db }: ProgramDeps): Promise<ClientsView> {
  return (await listClients(db)).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

/** No new access from now on; what it was given lasts 15 minutes at most (index/issue-token.ts). Throws client-unknown (404). */
export async function revokeClient({ db }: ProgramDeps, clientId: string, staff: Staff): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await deleteClient(tx, clientId)
    if (!gone) throw errors.clientUnknown()
    const details = { clientId, scopes: gone.scopes }
    await recordAudit(tx, { actor: staff.email, action: 'client.revoke', details })
  })
}

export async function readWebhooks({ db }: ProgramDeps): Promise<WebhooksView> {
  return (await listWebhooks(db)).map(({ id, url, createdAt, waiting, state, attempts, dueAt }) => ({
    ...{ id, url, waiting },
    createdAt: createdAt.toISOString(),
    last: state && { state, attempts: attempts ?? 0, nextAt: state === 'queued' && dueAt ? dueAt.toISOString() : null },
  }))
}

/** It is told nothing more, what waited included. Throws webhook-unknown (404). */
export async function removeWebhook({ db }: ProgramDeps, id: string, staff: Staff): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await deleteWebhook(tx, id))) throw errors.webhookUnknown()
    await recordAudit(tx, { actor: staff.email, action: 'webhook.delete', details: { id } })
  })
}
