/** Invitations: an administrator's calls, and the two of whoever holds a link. Its token travels in bodies only. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { GUESSING } from '../guessing.ts'
import { readInvitations, resendInvitation, withdrawInvitation } from './change-invitation.ts'
import { invitePerson } from './invite-person.ts'
import { join, lookAtInvitation } from './join.ts'
import {
  IdParams,
  InvitationsView,
  InviteBody,
  InvitedView,
  JoinBody,
  JoinedView,
  LookBody,
  LookView,
} from './schemas.ts'

export function invitationRoutes(app: App, deps: Deps): void {
  const manage = permit('account.manage')

  app.get('/api/invitations', { preHandler: manage, schema: { response: { 200: InvitationsView } } }, () =>
    readInvitations(deps),
  )

  app.post(
    '/api/accounts',
    { preHandler: manage, schema: { body: InviteBody, response: { 201: InvitedView } } },
    async (req, reply) => reply.code(201).send(await invitePerson(deps, req.body, req.staff)),
  )

  app.post(
    '/api/invitations/:id/resend',
    { preHandler: manage, schema: { params: IdParams, response: { 200: InvitedView } } },
    (req) => resendInvitation(deps, req.params.id, req.staff),
  )

  app.delete(
    '/api/invitations/:id',
    { preHandler: manage, schema: { params: IdParams, response: { 204: z.null() } } },
    async (req, reply) => {
      await withdrawInvitation(deps, req.params.id, req.staff)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/join/look',
    { config: GUESSING, schema: { body: LookBody, response: { 200: LookView } } },
    async (req, reply) => {
      reply.header('cache-control', 'no-store')
      return lookAtInvitation(deps, req.body.token)
    },
  )

  app.post(
    '/api/join',
    { config: GUESSING, schema: { body: JoinBody, response: { 201: JoinedView } } },
    async (req, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.code(201).send(await join(deps, req.body))
    },
  )
}
