/** The guard of staff routes: `preHandler: permit('campaign.open')` signs in by cookie, checks the role, then the CSRF token. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import { mayDo, type Permission } from '../staff/permissions.ts'
import type { Staff } from './app-types.ts'

export const SESSION_COOKIE = 'phieu_session'

/** The session behind a request's cookie, or null; decorated onto the app by staff/session-plugin.ts. */
export type FoundSession = { id: string; staff: Staff; csrfToken: string }

declare module 'fastify' {
  interface FastifyInstance {
    findSession(req: FastifyRequest): Promise<FoundSession | null>
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Throws sign-in-required (401), forbidden (403) or csrf-invalid (403); otherwise sets `req.staff`. */
export function permit(permission: Permission): preHandlerAsyncHookHandler {
  return async (req, reply) => {
    // What staff see is for their eyes: a route that may be asked again by its version says so itself.
    reply.header('cache-control', 'no-store')
    const session = await req.server.findSession(req)
    if (!session) throw errors.signInRequired()
    if (!mayDo(session.staff.role, permission)) throw errors.forbidden()
    if (!SAFE_METHODS.has(req.method) && !csrfMatches(req, session.csrfToken)) throw errors.csrfInvalid()
    req.staff = session.staff
  }
}

/** Whether the request carries the session's token in x-csrf-token. */
export function csrfMatches(req: FastifyRequest, expected: string): boolean {
  const given = req.headers['x-csrf-token']
  return typeof given === 'string' && timingSafeEqual(sha256(given), sha256(expected))
}
