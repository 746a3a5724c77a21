/** The identity side of answering (CONTRACT "Respondents"): limits count per link and per wrong token, never per address alone. */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { forgetKeys, issueCredential } from './issue-credential.ts'
import { readLink } from './read-link.ts'
import { CredentialBody, CredentialView, LinkView, StartBody, TokenParams } from './schemas.ts'
import { startAnswering } from './start-answering.ts'

/** A phone asks a handful of times; two hundred a minute on one link is a machine. */
const PER_LINK = {
  rateLimit: {
    max: 200,
    timeWindow: '1 minute',
    keyGenerator: (req: { params: unknown }) => (req.params as { token: string }).token,
  },
}

export function credentialRoutes(app: App, deps: Deps): void {
  const stop = deps.changes.subscribe(({ campaign, kind }) => {
    if (kind === 'status' || kind === 'missed') forgetKeys(campaign)
  })
  app.addHook('onClose', async () => stop())

  app.get(
    '/api/links/:token',
    { config: PER_LINK, schema: { params: TokenParams, response: { 200: LinkView } } },
    async (req, reply) => {
      reply.header('cache-control', 'no-store')
      return readLink(deps, req.params.token)
    },
  )

  app.post(
    '/api/links/:token/start',
    { config: PER_LINK, schema: { params: TokenParams, body: StartBody, response: { 204: z.null() } } },
    async (req, reply) => {
      await startAnswering(deps, req.params.token, req.body.invitation)
      return reply.code(204).header('cache-control', 'no-store').send(null)
    },
  )

  app.post(
    '/api/links/:token/credentials',
    { config: PER_LINK, schema: { params: TokenParams, body: CredentialBody, response: { 200: CredentialView } } },
    async (req, reply) => {
      reply.header('cache-control', 'no-store')
      return issueCredential(deps, req.params.token, req.body)
    },
  )
}
