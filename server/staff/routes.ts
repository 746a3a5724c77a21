/** Staff sessions, programs and webhooks (CONTRACT "Staff"). */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { App } from '../http/app-types.ts'
import { csrfMatches, permit, SESSION_COOKIE } from '../http/permit.ts'
import { createClient } from './create-client.ts'
import { createWebhook } from './create-webhook.ts'
import { enrollSecondFactor } from './enroll-second-factor.ts'
import { deleteSession } from './queries.ts'
import {
  ClientBody,
  ClientView,
  SecondFactorView,
  SessionView,
  SignInBody,
  WebhookBody,
  WebhookView,
} from './schemas.ts'
import { csrfTokenOf } from './session-plugin.ts'
import { SESSION_MS, signIn } from './sign-in.ts'

/** Guessing is limited per account by lock-out and per address by this. */
const GUESSING = { rateLimit: { max: 30, timeWindow: '1 minute' } }

export function staffRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/session',
    { config: GUESSING, schema: { body: SignInBody, response: { 200: SessionView } } },
    async (req, reply) => {
      const { id, staff } = await signIn(deps, req.body)
      const token = app.jwt.sign({ sid: id, aud: 'staff' }, { expiresIn: SESSION_MS / 1000 })
      reply.setCookie(SESSION_COOKIE, token, {
        httpOnly: true,
        sameSite: 'strict',
        secure: deps.config.publicUrl.startsWith('https:'),
        path: '/',
        maxAge: SESSION_MS / 1000,
      })
      return { staff, csrfToken: csrfTokenOf(deps.secrets, id) }
    },
  )

  app.get('/api/session', { schema: { response: { 200: SessionView } } }, async (req, reply) => {
    reply.header('cache-control', 'no-store')
    const session = await app.findSession(req)
    if (!session) throw errors.signInRequired()
    const { email, role } = session.staff
    return { staff: { email, role }, csrfToken: session.csrfToken }
  })

  app.delete('/api/session', { schema: { response: { 204: z.null() } } }, async (req, reply) => {
    const session = await app.findSession(req)
    if (session && !csrfMatches(req, session.csrfToken)) throw errors.csrfInvalid()
    if (session) await deleteSession(deps.db, session.id)
    reply.clearCookie(SESSION_COOKIE, { path: '/' })
    return reply.code(204).send(null)
  })

  app.post(
    '/api/session/second-factor',
    { config: GUESSING, schema: { body: SignInBody, response: { 200: SecondFactorView } } },
    (req) => enrollSecondFactor(deps, req.body),
  )

  app.post(
    '/api/clients',
    { preHandler: permit('client.create'), schema: { body: ClientBody, response: { 201: ClientView } } },
    async (req, reply) => reply.code(201).send(await createClient(deps, req.body, req.staff)),
  )

  app.post(
    '/api/webhooks',
    { preHandler: permit('webhook.create'), schema: { body: WebhookBody, response: { 201: WebhookView } } },
    async (req, reply) => reply.code(201).send(await createWebhook(deps, req.body.url, req.staff)),
  )
}
