/** What is done with accounts, programs and the log itself. */
import { type Act, json, type Made, SECRETS } from './act.fixture.ts'

const admin = { as: 'admin' as const }

export const OFFICE_ACTS: Act[] = [
  // ── the office
  {
    ...{ route: 'POST /api/accounts', entry: 'account.invite', ...admin },
    send: () => json('/api/accounts', { email: 'moi@so.example', name: 'Người Mới', role: 'auditor' }),
    keep: ({ invitation }: { invitation: { id: string } }) => ({ invitation: invitation.id }),
  },
  {
    ...{ route: 'POST /api/invitations/{id}/resend', entry: 'account.invite-again', ...admin },
    send: ({ invitation }) => json(`/api/invitations/${invitation}/resend`),
  },
  {
    ...{ route: 'DELETE /api/invitations/{id}', entry: 'account.uninvite', ...admin },
    send: ({ invitation }) => json(`/api/invitations/${invitation}`),
  },
  {
    ...{ route: 'POST /api/accounts/{id}/role', entry: 'account.role', ...admin },
    send: ({ account }) => json(`/api/accounts/${account}/role`, { role: 'auditor' }),
  },
  {
    ...{ route: 'POST /api/accounts/{id}/reset', entry: 'account.reset', ...admin },
    send: ({ account }) => json(`/api/accounts/${account}/reset`),
  },
  ...['sign-out', 'disable', 'enable'].map((act) => ({
    ...{ route: `POST /api/accounts/{id}/${act}`, entry: `account.${act}`, ...admin },
    send: ({ account }: Made) => json(`/api/accounts/${account}/${act}`),
  })),
  {
    ...{ route: 'POST /api/accounts/{id}/unlock', entry: 'account.unlock', ...admin },
    send: ({ locked }) => json(`/api/accounts/${locked}/unlock`),
  },
  {
    ...{ route: 'POST /api/clients', entry: 'client.create', ...admin },
    send: () => json('/api/clients', { name: 'Phần mềm chỉ số' }),
    keep: ({ clientId }: { clientId: string }) => ({ client: clientId }),
  },
  {
    ...{ route: 'DELETE /api/clients/{id}', entry: 'client.revoke', ...admin },
    send: ({ client }) => json(`/api/clients/${client}`),
  },
  {
    ...{ route: 'POST /api/webhooks', entry: 'webhook.create', ...admin },
    send: () => json('/api/webhooks', { url: 'https://chi-so.example/phieu' }),
    keep: ({ id }: { id: string }) => ({ webhook: id }),
  },
  {
    ...{ route: 'DELETE /api/webhooks/{id}', entry: 'webhook.delete', ...admin },
    send: ({ webhook }) => json(`/api/webhooks/${webhook}`),
  },
  // ── one's own account
  {
    route: 'PUT /api/account/name',
    entry: 'account.name',
    send: () => json('/api/account/name', { name: SECRETS.secret }),
  },
  {
    route: 'DELETE /api/account/sessions/{id}',
    entry: 'session.end',
    send: ({ session }) => json(`/api/account/sessions/${session}`),
  },
  {
    route: 'POST /api/account/second-factor/confirm',
    entry: 'account.second-factor',
    send: ({ ticket, code }) => json('/api/account/second-factor/confirm', { ticket, code }),
  },
  {
    route: 'POST /api/account/recovery-codes',
    entry: 'account.recovery-codes',
    send: ({ password }) => json('/api/account/recovery-codes', { password }),
  },
  {
    route: 'POST /api/account/password',
    entry: 'account.password',
    send: ({ password }) => json('/api/account/password', { current: password!, next: SECRETS.secret }),
  },
  {
    ...{ route: 'POST /api/session/second-factor', entry: 'account.second-factor', as: 'auditor' as const },
    send: ({ auditor, password }) => json('/api/session/second-factor', { email: auditor, password }),
  },
  // ── the log itself
  { route: 'POST /api/audit/verify', entry: 'audit.verify', as: 'auditor', send: () => json('/api/audit/verify', {}) },
  ...['jsonl', 'csv', 'xlsx'].map((format) => ({
    ...{ route: `GET /api/audit/export.${format}`, entry: 'audit.export', as: 'auditor' as const },
    send: () => json(`/api/audit/export.${format}`),
  })),
  { route: 'DELETE /api/session', entry: 'session.close', as: 'auditor', send: () => json('/api/session') },
]
