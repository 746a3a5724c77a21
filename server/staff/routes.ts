/** Staff sessions (CONTRACT "Staff"); accounts, one's own account and programs have routes of their own. */
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { App } from '../http/app-types.ts'
import { csrfMatches, SESSION_COOKIE } from '../http/permit.ts'
import { accountRoutes } from './accounts/routes.ts'
import { describeDevice } from './describe-device.ts'
import { enrollSecondFactor } from './enroll-second-factor.ts'
import { GUESSING } from './guessing.ts'
import { ownAccountRoutes } from './own/routes.ts'
import { programRoutes } from './programs/routes.ts'
import { deleteSession } from './queries.ts'
import { recordAudit } from './record-audit.ts'
import { SecondFactorView, SessionView, SignInBody } from './schemas.ts'
import { csrfTokenOf } from './session-plugin.ts'
import { shortenAddress } from './shorten-address.ts'
import { SESSION_MS, signIn } from './sign-in.ts'
import { tellSessionsEnded } from './tell-sessions-ended.ts'

export function staffRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/session',
    { config: GUESSING, schema: { body: SignInBody, response: { 200: SessionView } } },
    async (req, reply) => {
      const place = { device: describeDevice(req.headers['user-agent']), address: shortenAddress(req.ip) }
      const { id, staff } = await signIn(deps, req.body, place)
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
    if (session) {
      await deleteSession(deps.db, session.id)
      await recordAudit(deps.db, { actor: session.staff.email, action: 'session.close' })
      tellSessionsEnded(deps)
    }
    reply.clearCookie(SESSION_COOKIE, { path: '/' })
    return reply.code(204).send(null)
  })

  app.post(
    '/api/session/second-factor',
    { config: GUESSING, schema: { body: SignInBody, response: { 200: SecondFactorView } } },
    (req) => enrollSecondFactor(deps, req.body),
  )

  accountRoutes(app, deps)
  ownAccountRoutes(app, deps)
  programRoutes(app, deps)
}
