/** Accounts: an administrator's calls. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import type { App, Staff } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { inviteToReset } from '../invitations/invite-to-reset.ts'
import { invitationRoutes } from '../invitations/routes.ts'
import { IdParams, InvitedView, RoleAndUnit } from '../invitations/schemas.ts'
import { changeRole, disableAccount, enableAccount, endSessions, unlockAccount } from './change-account.ts'
import { readAccounts } from './list-accounts.ts'
import { readUnits } from './read-units.ts'
import { AccountsView, UnitsView } from './schemas.ts'

const ACTS: Record<string, (deps: Deps, id: string, staff: Staff) => Promise<void>> = {
  disable: disableAccount,
  enable: enableAccount,
  unlock: unlockAccount,
  'sign-out': endSessions,
}

export function accountRoutes(app: App, deps: Deps): void {
  const manage = permit('account.manage')
  invitationRoutes(app, deps)

  app.get('/api/accounts', { preHandler: manage, schema: { response: { 200: AccountsView } } }, (req) =>
    readAccounts(deps, req.staff),
  )

  app.get('/api/accounts/units', { preHandler: manage, schema: { response: { 200: UnitsView } } }, () =>
    readUnits(deps),
  )

  app.post(
    '/api/accounts/:id/role',
    { preHandler: manage, schema: { params: IdParams, body: RoleAndUnit, response: { 204: z.null() } } },
    async (req, reply) => {
      await changeRole(deps, req.params.id, req.body, req.staff)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/accounts/:id/reset',
    { preHandler: manage, schema: { params: IdParams, response: { 200: InvitedView } } },
    (req) => inviteToReset(deps, req.params.id, req.staff),
  )

  for (const [name, act] of Object.entries(ACTS)) {
    app.post(
      `/api/accounts/:id/${name}`,
      { preHandler: manage, schema: { params: IdParams, response: { 204: z.null() } } },
      async (req, reply) => {
        await act(deps, req.params.id, req.staff)
        return reply.code(204).send(null)
      },
    )
  }
}
