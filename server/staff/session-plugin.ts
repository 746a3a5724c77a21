/**
 * Finds the session behind a request's cookie: a JWT that carries only the session's id, so that signing out really ends
 * it. The CSRF token is derived from the session's id, so every tab of one browser has the same.
 */
import { createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { SESSION_COOKIE } from '../http/permit.ts'
import type { Secrets } from '../secrets.ts'
import { findSessionById, touchSession } from './queries.ts'

/** The session id in a request's cookie, if its JWT is ours and not expired. */
export function sessionIdOf(app: App, req: FastifyRequest): string | null {
  const cookie = req.cookies[SESSION_COOKIE]
  if (!cookie) return null
  try {
    return app.jwt.verify<{ sid: string }>(cookie, { allowedAud: 'staff' }).sid
  } catch {
    return null
  }
}

export const csrfTokenOf = (secrets: Secrets, sessionId: string): string =>
  createHmac('sha256', secrets.key('csrf')).update(sessionId).digest('base64url')

export function installSessions(app: App, { db, clock, secrets }: Pick<Deps, 'db' | 'clock' | 'secrets'>): void {
  app.decorate('findSession', async (req: FastifyRequest) => {
    const id = sessionIdOf(app, req)
    const found = id ? await findSessionById(db, id, clock.now()) : undefined
    if (!id || !found) return null
    const { stale, ...staff } = found
    if (stale) await touchSession(db, id, clock.now())
    return { id, staff, csrfToken: csrfTokenOf(secrets, id) }
  })
  // Fastify wants the shape up front; permit() fills it.
  app.decorateRequest('staff', null as never)
}
