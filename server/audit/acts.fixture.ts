/**
 * Every call that changes something, or gives personal data: what is sent, and the entry that must come of it. Tried in this
 * order on two campaigns, `nhap` (a draft) and `mo` (open, its invitation sent).
 */

import { multipart } from '../index/points/points-calls.fixture.ts'
import type { Role } from '../staff/permissions.ts'

/** What was made before: ids by name. */
export type Made = Record<string, string>
/** Asks as the one who acts. */
// biome-ignore lint/suspicious/noExplicitAny: acts read what they expect
export type Get = (url: string) => Promise<{ body: string; json: () => any }>
export type Sent = { url: string; payload?: object | Buffer; type?: string }
export type Act = {
  /** As OpenAPI has it. */
  route: string
  entry: string
  as?: Role
  /** Sends it, with the answers so far. */
  send: (made: Made, get: Get) => Sent | Promise<Sent>
  /** Kept for later acts, from the answer. */
  keep?: (answer: never) => Made
}

const json = (url: string, payload?: object): Sent => ({ url, ...(payload && { payload }) })
const file = (url: string, name: string, content: string, fields: Record<string, string> = {}): Sent => {
  const { payload, contentType } = multipart({ file: content, name, fields })
  return { url, payload, type: contentType }
}
const admin = { as: 'admin' as const }
const DRAFT = '/api/campaigns/nhap'
const OPEN = '/api/campaigns/mo'
const NEW = '/api/campaigns/moi'
const FINAL = '/api/campaigns/chot'

/** Names, addresses and numbers that are in what is sent, and may be in no entry. */
export const SECRETS = {
  name: 'Quàng Thị Kín Đáo',
  other: 'Lò Văn Thầm Lặng',
  email: 'kin-dao@co-quan.example',
  later: 'dia-chi-moi@co-quan.example',
  phone: '0987612345',
  normal: '987612345',
  note: 'ghi chú có tên Quàng Thị Kín Đáo',
  words: 'Lời thư có chữ không được lộ',
  secret: 'mật khẩu mới rất dài và kín',
}
const PEOPLE = [
  'Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm',
  `${SECRETS.name},${SECRETS.email},${SECRETS.phone},AB,CC`,
  ...Array.from({ length: 11 }, (_, at) => `Người Thứ ${at},nguoi-thu-${at}@co-quan.example,09120000${10 + at},AB,CC`),
].join('\n')
const WORDS = { subject: 'Mời trả lời', body: `${SECRETS.words}\n\n{đường_dẫn}` }
const CHOICES = Object.fromEntries(
  ['points', 'ranks', 'classes', 'domains', 'change', 'charts', 'survey', 'receipts'].map((choice) => [choice, true]),
)
const METHOD = JSON.stringify({ kind: 'share', percent: '50' })

const privacy = (kind: string, person: 'first' | 'second' | 'third'): Act => ({
  route: 'POST /api/campaigns/{code}/privacy/requests',
  entry: 'privacy.request',
  send: (made) =>
    json(`${OPEN}/privacy/requests`, {
      ...{ kind, via: 'phone', receivedOn: '2026-01-05', person: made[person]!, note: SECRETS.note },
    }),
  keep: ({ id }: { id: string }) => ({ [kind]: id }),
})
const request = (made: Made, kind: string, act: string) => `${OPEN}/privacy/requests/${made[kind]}/${act}`

export const ACTS: Act[] = [
  // ── campaigns and rosters
  {
    route: 'POST /api/campaigns',
    entry: 'campaign.create',
    send: () => json('/api/campaigns', { definition: 'example-commune', code: 'moi' }),
  },
  {
    route: 'PUT /api/campaigns/{code}/definition',
    entry: 'definition.edit',
    send: async (_, get) => {
      const { version, definition } = (await get(`${NEW}/definition`)).json()
      return json(`${NEW}/definition`, { version, definition: { ...definition, title: 'Khảo sát đã đổi tên' } })
    },
  },
  {
    route: 'POST /api/campaigns/{code}/definition/questions',
    entry: 'definition.edit',
    send: async (_, get) => {
      const { version, definition } = (await get(`${NEW}/definition`)).json()
      const block = definition.blocks[0].code
      const table = (await get(`${NEW}/definition/questions.csv?block=${block}`)).body
      const changed = table.replace('Trong năm qua', 'Trong năm nay')
      return file(`${NEW}/definition/questions?block=${block}`, 'cau-hoi.csv', changed, { version: String(version) })
    },
  },
  {
    route: 'POST /api/campaigns/{code}/roster',
    entry: 'roster.import',
    send: () => file(`${DRAFT}/roster?dryRun=false`, 'danh-sach.csv', PEOPLE),
  },
  {
    route: 'GET /api/campaigns/{code}/roster/people',
    entry: 'roster.look',
    send: () => json(`${DRAFT}/roster/people?search=${encodeURIComponent('Kín Đáo')}`),
    keep: ({ people }: { people: { id: string }[] }) => ({ draftPerson: people[0]!.id }),
  },
  {
    route: 'GET /api/campaigns/{code}/roster/people/{id}',
    entry: 'roster.person',
    send: ({ draftPerson }) => json(`${DRAFT}/roster/people/${draftPerson}`),
  },
  {
    route: 'PATCH /api/campaigns/{code}/roster/people/{id}',
    entry: 'roster.edit',
    send: ({ draftPerson }) =>
      json(`${DRAFT}/roster/people/${draftPerson}`, { name: SECRETS.other, email: SECRETS.later }),
  },
  {
    route: 'DELETE /api/campaigns/{code}/roster/people/{id}',
    entry: 'roster.remove',
    send: ({ draftPerson }) => json(`${DRAFT}/roster/people/${draftPerson}`),
  },
  {
    route: 'DELETE /api/campaigns/{code}/roster',
    entry: 'roster.clear',
    send: () => json(`${DRAFT}/roster`),
  },
  {
    route: 'POST /api/campaigns/{code}/sample',
    entry: 'sample.draw',
    send: () => file(`${DRAFT}/sample`, 'day-du.csv', PEOPLE, { method: METHOD, seed: 'gieo-1' }),
    keep: ({ id }: { id: string }) => ({ sample: id }),
  },
  {
    route: 'POST /api/campaigns/{code}/samples/{id}/repeat',
    entry: 'sample.repeat',
    send: ({ sample }) => file(`${DRAFT}/samples/${sample}/repeat`, 'day-du.csv', PEOPLE),
  },
  {
    route: 'POST /api/campaigns/{code}/samples/{id}/ranks.csv',
    entry: 'sample.list',
    send: ({ sample }) => file(`${DRAFT}/samples/${sample}/ranks.csv`, 'day-du.csv', PEOPLE),
  },
  { route: 'POST /api/campaigns/{code}/open', entry: 'campaign.open', send: () => json(`${DRAFT}/open`) },
  { route: 'POST /api/campaigns/{code}/pause', entry: 'campaign.paused', send: () => json(`${DRAFT}/pause`) },
  { route: 'POST /api/campaigns/{code}/resume', entry: 'campaign.open', send: () => json(`${DRAFT}/resume`) },
  {
    route: 'POST /api/campaigns/{code}/extend',
    entry: 'campaign.extend',
    send: () =>
      json(`${DRAFT}/extend`, {
        closesAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
        reason: 'Còn nhiều người chưa trả lời',
      }),
  },
  { route: 'POST /api/campaigns/{code}/close', entry: 'campaign.close', send: () => json(`${DRAFT}/close`) },
  { route: 'POST /api/campaigns/{code}/finalize', entry: 'campaign.finalize', send: () => json(`${DRAFT}/finalize`) },
  // ── sending
  {
    route: 'POST /api/campaigns/{code}/waves',
    entry: 'wave.create',
    send: () => json(`${OPEN}/waves`, { kind: 'reminder', channels: ['email'], at: '2099-02-01T03:00:00Z' }),
  },
  {
    route: 'PUT /api/campaigns/{code}/plan',
    entry: 'plan.set',
    send: async (_, get) => {
      const plan = (await get(`${OPEN}/plan`)).json()
      const waves = plan.waves.map((one: { wave: number; kind: string; channels: string[]; startsAt: string }) => ({
        ...{ wave: one.wave, kind: one.kind, channels: one.channels, at: one.startsAt },
      }))
      const added = { kind: 'reminder', channels: ['email'], at: '2099-03-01T03:00:00Z' }
      return json(`${OPEN}/plan`, { waves: [...waves, added] })
    },
  },
  ...(['start', 'pause', 'resume', 'stop'] as const).map((act) => ({
    route: 'POST /api/campaigns/{code}/waves/{wave}/{act}',
    entry: `wave.${act}`,
    send: () => json(`${OPEN}/waves/2/${act}`),
  })),
  {
    route: 'PATCH /api/sending/channels/{channel}',
    entry: 'channel.pace',
    send: () => json('/api/sending/channels/email', { perMinute: 30 }),
  },
  {
    route: 'POST /api/sending/channels/{channel}/pause',
    entry: 'channel.pause',
    send: () => json('/api/sending/channels/email/pause', { reason: 'Máy chủ thư bận' }),
  },
  {
    route: 'POST /api/sending/channels/{channel}/resume',
    entry: 'channel.resume',
    send: () => json('/api/sending/channels/email/resume'),
  },
  {
    route: 'PUT /api/campaigns/{code}/templates/{kind}',
    entry: 'template.set',
    send: () => json(`${OPEN}/templates/invitation`, WORDS),
  },
  {
    route: 'POST /api/campaigns/{code}/templates/{kind}/test',
    entry: 'template.test',
    send: () => json(`${OPEN}/templates/invitation/test`, WORDS),
  },
  {
    route: 'DELETE /api/campaigns/{code}/templates/{kind}',
    entry: 'template.reset',
    send: () => json(`${OPEN}/templates/invitation`),
  },
  // ── people who are asked
  { route: 'GET /api/campaigns/{code}/people', entry: 'people.look', send: () => json(`${OPEN}/people?search=nguyen`) },
  {
    route: 'GET /api/campaigns/{code}/people/{id}',
    entry: 'people.look',
    send: ({ first }) => json(`${OPEN}/people/${first}`),
  },
  { route: 'GET /api/campaigns/{code}/unknown', entry: 'people.look', send: () => json(`${OPEN}/unknown`) },
  ...['csv', 'xlsx'].map((format) => ({
    route: `GET /api/campaigns/{code}/deliveries.${format}`,
    entry: 'delivery.export',
    send: () => json(`${OPEN}/deliveries.${format}`),
  })),
  {
    route: 'GET /api/campaigns/{code}/by-hand',
    entry: 'people.look',
    send: () => json(`${OPEN}/by-hand?scope=unanswered`),
  },
  {
    route: 'GET /api/campaigns/{code}/by-hand/sheet',
    entry: 'hand.print',
    send: () => json(`${OPEN}/by-hand/sheet?scope=unanswered`),
  },
  {
    route: 'POST /api/campaigns/{code}/by-hand/{person}/message',
    entry: 'hand.look',
    send: ({ first }) => json(`${OPEN}/by-hand/${first}/message`),
  },
  {
    route: 'POST /api/campaigns/{code}/by-hand/handed',
    entry: 'hand.mark',
    send: ({ second }) => json(`${OPEN}/by-hand/handed`, { people: [second], how: 'paper' }),
  },
  {
    route: 'POST /api/campaigns/{code}/by-hand/{person}/handed',
    entry: 'hand.mark',
    send: ({ first }) => json(`${OPEN}/by-hand/${first}/handed`, { how: 'zalo-chat' }),
  },
  {
    route: 'DELETE /api/campaigns/{code}/by-hand/{person}/handed',
    entry: 'hand.unmark',
    send: ({ first }) => json(`${OPEN}/by-hand/${first}/handed`),
  },
  {
    route: 'POST /api/campaigns/{code}/people/{person}/reissue',
    entry: 'link.reissue',
    send: ({ first }) => json(`${OPEN}/people/${first}/reissue`),
  },
  {
    route: 'POST /api/campaigns/{code}/people/{person}/contact',
    entry: 'people.contact',
    send: ({ first }) => json(`${OPEN}/people/${first}/contact`, { email: SECRETS.email, phone: SECRETS.phone }),
  },
  // ── privacy
  {
    route: 'GET /api/campaigns/{code}/privacy/people',
    entry: 'privacy.look',
    send: () => json(`${OPEN}/privacy/people?search=${encodeURIComponent('nguyễn')}`),
  },
  privacy('see', 'first'),
  privacy('correct', 'first'),
  privacy('withdraw', 'second'),
  privacy('erase', 'third'),
  {
    route: 'GET /api/campaigns/{code}/privacy/requests',
    entry: 'privacy.look',
    send: () => json(`${OPEN}/privacy/requests`),
  },
  ...['docx', 'html'].map((format) => ({
    route: `GET /api/campaigns/{code}/privacy/requests/{request}/document.${format}`,
    entry: 'privacy.document',
    send: (made: Made) => json(request(made, 'see', `document.${format}`)),
  })),
  {
    route: 'POST /api/campaigns/{code}/privacy/requests/{request}/close',
    entry: 'privacy.close',
    send: (made) => json(request(made, 'see', 'close'), { state: 'done', outcome: SECRETS.note }),
  },
  {
    route: 'POST /api/campaigns/{code}/privacy/requests/{request}/correct',
    entry: 'privacy.correct',
    send: (made) => json(request(made, 'correct', 'correct'), { name: SECRETS.other, email: SECRETS.later }),
  },
  {
    route: 'POST /api/campaigns/{code}/privacy/requests/{request}/withdraw',
    entry: 'privacy.withdraw',
    send: (made) => json(request(made, 'withdraw', 'withdraw')),
  },
  {
    route: 'POST /api/campaigns/{code}/privacy/requests/{request}/erase',
    entry: 'privacy.erase',
    send: (made) => json(request(made, 'erase', 'erase'), { confirm: 'xóa' }),
  },
  // ── publishing
  {
    route: 'POST /api/campaigns/{code}/publications',
    entry: 'index.publish',
    send: () => json(`${FINAL}/publications`, { choices: CHOICES, reason: 'Quyết định 12', confirm: 'công bố' }),
  },
  {
    route: 'POST /api/campaigns/{code}/publications/withdraw',
    entry: 'index.withdraw',
    send: () => json(`${FINAL}/publications/withdraw`, { reason: 'Có sai sót', confirm: 'gỡ xuống' }),
  },
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
