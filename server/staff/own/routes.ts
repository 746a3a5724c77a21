/** One's own account: the calls of everybody who is signed in, and of nobody for another. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { GUESSING } from '../guessing.ts'
import { sessionIdOf } from '../session-plugin.ts'
import { changeName } from './change-name.ts'
import { changePassword } from './change-password.ts'
import { endSession, readSessions } from './own-sessions.ts'
import { readOwnAccount } from './read-own-account.ts'
import {
  ConfirmBody,
  EndedView,
  NameBody,
  NewPasswordBody,
  OwnAccountView,
  OwnSessionsView,
  PasswordBody,
  PendingFactorView,
  RecoveryCodesView,
  SessionParams,
} from './schemas.ts'
import { beginSecondFactor, confirmSecondFactor, renewRecoveryCodes } from './second-factor.ts'

export function ownAccountRoutes(app: App, deps: Deps): void {
  const own = permit('account.own')
  const sessionOf = (req: FastifyRequest): string => sessionIdOf(app, req)!

  app.get('/api/account', { preHandler: own, schema: { response: { 200: OwnAccountView } } }, (req) =>
    readOwnAccount(deps, req.staff),
  )

  app.put(
    '/api/account/name',
    { preHandler: own, schema: { body: NameBody, response: { 204: z.null() } } },
    async (req, reply) => {
      await changeName(deps, req.body.name, req.staff)
      return reply.code(204).send(null)
    },
  )

  app.get('/api/account/sessions', { preHandler: own, schema: { response: { 200: OwnSessionsView } } }, (req) =>
    readSessions(deps, req.staff, sessionOf(req)),
  )

  app.delete(
    '/api/account/sessions/:id',
    { preHandler: own, schema: { params: SessionParams, response: { 204: z.null() } } },
    async (req, reply) => {
      await endSession(deps, req.params.id, req.staff)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/account/password',
    { preHandler: own, config: GUESSING, schema: { body: NewPasswordBody, response: { 200: EndedView } } },
    (req) => changePassword(deps, req.body, req.staff, sessionOf(req)),
  )

  app.post(
    '/api/account/second-factor',
    { preHandler: own, config: GUESSING, schema: { body: PasswordBody, response: { 200: PendingFactorView } } },
    (req) => beginSecondFactor(deps, req.body.password, req.staff),
  )

  app.post(
    '/api/account/second-factor/confirm',
    { preHandler: own, config: GUESSING, schema: { body: ConfirmBody, response: { 200: RecoveryCodesView } } },
    (req) => confirmSecondFactor(deps, req.body, req.staff),
  )

  app.post(
    '/api/account/recovery-codes',
    { preHandler: own, config: GUESSING, schema: { body: PasswordBody, response: { 200: RecoveryCodesView } } },
    (req) => renewRecoveryCodes(deps, req.body.password, req.staff),
  )
}
