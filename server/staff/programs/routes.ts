/** Programs that sign in with a secret, and addresses that are told of changes (CONTRACT "Index module"). */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { createClient } from '../create-client.ts'
import { createWebhook } from '../create-webhook.ts'
import { IdParams } from '../invitations/schemas.ts'
import { ClientBody, ClientView, WebhookBody, WebhookView } from '../schemas.ts'
import { readClients, readWebhooks, removeWebhook, revokeClient } from './manage-programs.ts'
import { ClientsView, WebhooksView } from './schemas.ts'

export function programRoutes(app: App, deps: Deps): void {
  const clients = permit('client.manage')
  const webhooks = permit('webhook.manage')

  app.get('/api/clients', { preHandler: clients, schema: { response: { 200: ClientsView } } }, () => readClients(deps))

  app.post(
    '/api/clients',
    { preHandler: clients, schema: { body: ClientBody, response: { 201: ClientView } } },
    async (req, reply) => reply.code(201).send(await createClient(deps, req.body, req.staff)),
  )

  app.delete(
    '/api/clients/:id',
    { preHandler: clients, schema: { params: IdParams, response: { 204: z.null() } } },
    async (req, reply) => {
      await revokeClient(deps, req.params.id, req.staff)
      return reply.code(204).send(null)
    },
  )

  app.get('/api/webhooks', { preHandler: webhooks, schema: { response: { 200: WebhooksView } } }, () =>
    readWebhooks(deps),
  )

  app.post(
    '/api/webhooks',
    { preHandler: webhooks, schema: { body: WebhookBody, response: { 201: WebhookView } } },
    async (req, reply) => reply.code(201).send(await createWebhook(deps, req.body.url, req.staff)),
  )

  app.delete(
    '/api/webhooks/:id',
    { preHandler: webhooks, schema: { params: IdParams, response: { 204: z.null() } } },
    async (req, reply) => {
      await removeWebhook(deps, req.params.id, req.staff)
      return reply.code(204).send(null)
    },
  )
}
