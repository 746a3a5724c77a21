/** CONTRACT "Staff" as a table for tests: each call of the staff, and who may make it. */
import { DEFAULT_RETENTION } from '../privacy/retention.ts'
import { PASSWORD } from '../test/staff.ts'
import type { Role } from './permissions.ts'

export type Call = { url: string; method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; payload?: object; roles: Role[] }

export const ALL: Role[] = ['admin', 'officer', 'unit', 'auditor']
const READERS: Role[] = ['admin', 'officer', 'auditor']
const OFFICERS: Role[] = ['admin', 'officer']
const ADMIN: Role[] = ['admin']
const WAVE = { kind: 'invitation', channels: ['email'] }
const CHOICES = Object.fromEntries(
  ['points', 'ranks', 'classes', 'domains', 'change', 'charts', 'survey', 'receipts'].map((choice) => [choice, true]),
)
const PAST_UNIT = { code: 'A', name: 'A', points: 1, rank: 1, class: null }
const PAST = {
  reason: 'thử nghiệm',
  document: { year: 2024, blocks: [{ code: 'so', units: [PAST_UNIT], moves: null }] },
}
const REQUEST = { kind: 'see', via: 'phone', receivedOn: '2026-01-05', person: null }
const WORDS = { subject: 'Mời trả lời phiếu', body: '{đường_dẫn}' }
const post = (url: string, roles: Role[], payload?: object): Call => ({
  method: 'POST',
  url,
  roles,
  ...(payload && { payload }),
})

/** Against a campaign that does not exist. */
export const CALLS: Call[] = [
  { url: '/api/definitions', roles: READERS },
  { url: '/api/campaigns', roles: ALL },
  post('/api/campaigns', OFFICERS, { definition: 'khong-co', code: 'moi' }),
  { url: '/api/campaigns/x', roles: ALL },
  { url: '/api/campaigns/x/definition', roles: READERS },
  post('/api/campaigns/x/definition/check', READERS, { definition: {} }),
  { method: 'PUT', url: '/api/campaigns/x/definition', payload: { version: 1, definition: {} }, roles: OFFICERS },
  { url: '/api/campaigns/x/definition/versions', roles: READERS },
  { url: '/api/campaigns/x/definition/versions/1', roles: READERS },
  { url: '/api/campaigns/x/definition/questions.xlsx?block=so', roles: READERS },
  { url: '/api/campaigns/x/definition/questions.csv?block=so', roles: READERS },
  post('/api/campaigns/x/definition/questions?block=so', OFFICERS),
  { url: '/api/campaigns/x/preview/so/LDS', roles: READERS },
  post('/api/campaigns/x/roster', OFFICERS),
  { method: 'DELETE', url: '/api/campaigns/x/roster', roles: OFFICERS },
  { url: '/api/campaigns/x/roster.xlsx', roles: READERS },
  post('/api/campaigns/x/sample', OFFICERS),
  post('/api/campaigns/x/sample/sizes', READERS, { method: { kind: 'everybody' }, strata: [] }),
  { url: '/api/campaigns/x/samples', roles: READERS },
  { url: '/api/campaigns/x/samples/y/method', roles: READERS },
  post('/api/campaigns/x/samples/y/repeat', READERS),
  post('/api/campaigns/x/samples/y/ranks.csv', READERS),
  { url: '/api/campaigns/x/roster/people', roles: READERS },
  { url: '/api/campaigns/x/roster/people/y', roles: READERS },
  { method: 'PATCH', url: '/api/campaigns/x/roster/people/y', payload: { name: 'Tên Mới' }, roles: OFFICERS },
  { method: 'DELETE', url: '/api/campaigns/x/roster/people/y', roles: OFFICERS },
  post('/api/campaigns/x/open', OFFICERS),
  post('/api/campaigns/x/pause', OFFICERS),
  post('/api/campaigns/x/resume', OFFICERS),
  post('/api/campaigns/x/extend', OFFICERS, { closesAt: '2030-01-01T00:00:00Z', reason: 'thử nghiệm' }),
  post('/api/campaigns/x/close', OFFICERS),
  post('/api/campaigns/x/finalize', OFFICERS),
  post('/api/campaigns/x/waves', OFFICERS, WAVE),
  { url: '/api/campaigns/x/plan', roles: READERS },
  { method: 'PUT', url: '/api/campaigns/x/plan', payload: { waves: [] }, roles: OFFICERS },
  post('/api/campaigns/x/waves/preview', READERS, WAVE),
  ...['start', 'pause', 'resume', 'stop'].map((act) => post(`/api/campaigns/x/waves/1/${act}`, OFFICERS)),
  { url: '/api/sending', roles: READERS },
  { method: 'PATCH', url: '/api/sending/channels/email', payload: {}, roles: OFFICERS },
  post('/api/sending/channels/email/pause', OFFICERS, { reason: 'thử' }),
  post('/api/sending/channels/email/resume', OFFICERS),
  post('/api/sending/release', ADMIN, { confirm: 'không phải lời ấy' }),
  post('/api/sending/zalo-token', ADMIN, { refreshToken: 'mã-làm-mới-để-thử' }),
  { url: '/api/campaigns/x/templates', roles: READERS },
  { method: 'PUT', url: '/api/campaigns/x/templates/invitation', payload: WORDS, roles: OFFICERS },
  { method: 'DELETE', url: '/api/campaigns/x/templates/invitation', roles: OFFICERS },
  post('/api/campaigns/x/templates/invitation/preview', READERS, WORDS),
  post('/api/campaigns/x/templates/invitation/test', OFFICERS, WORDS),
  { url: '/api/campaigns/x/by-hand', roles: OFFICERS },
  { url: '/api/campaigns/x/by-hand/sheet', roles: OFFICERS },
  post('/api/campaigns/x/by-hand/handed', OFFICERS, { people: ['n'], how: 'paper' }),
  post('/api/campaigns/x/by-hand/n/message', OFFICERS),
  post('/api/campaigns/x/by-hand/n/handed', OFFICERS, { how: 'paper' }),
  { method: 'DELETE', url: '/api/campaigns/x/by-hand/n/handed', roles: OFFICERS },
  post('/api/campaigns/x/people/n/reissue', OFFICERS),
  post('/api/campaigns/x/people/n/contact', OFFICERS, { email: null }),
  { url: '/api/campaigns/x/funnel', roles: READERS },
  { url: '/api/campaigns/x/people', roles: READERS },
  { url: '/api/campaigns/x/people/y', roles: READERS },
  post('/api/campaigns/x/people/y/resend', OFFICERS, { channel: 'email' }),
  { url: '/api/campaigns/x/unknown', roles: READERS },
  post('/api/campaigns/x/deliveries/retry', OFFICERS, { channel: 'email', cause: 'smtp-554' }),
  post('/api/campaigns/x/deliveries/y/settle', OFFICERS, { as: 'sent' }),
  { url: '/api/campaigns/x/deliveries.csv', roles: READERS },
  { url: '/api/campaigns/x/deliveries.xlsx', roles: READERS },
  { url: '/api/campaigns/x/progress', roles: ALL },
  { url: '/api/campaigns/x/live', roles: ALL },
  { url: '/api/campaigns/x/scores', roles: READERS },
  { url: '/api/campaigns/x/survey-ranges', roles: READERS },
  { url: '/api/campaigns/x/scores/AB', roles: READERS },
  { url: '/api/campaigns/x/index', roles: READERS },
  post('/api/campaigns/x/index/freeze', OFFICERS),
  ...['', '.docx', '.xlsx', '.html', '.json', '/fields', '/fields/mo-dau'].map((rest) => ({
    url: `/api/campaigns/x/index/report${rest}`,
    roles: READERS,
  })),
  {
    method: 'PUT',
    url: '/api/campaigns/x/index/report/fields/mo-dau',
    payload: { text: 'Lời mở đầu', version: 0 },
    roles: OFFICERS,
  },
  { url: '/api/campaigns/x/index.csv', roles: READERS },
  { url: '/api/campaigns/x/index.xlsx', roles: READERS },
  { url: '/api/campaigns/x/microdata.csv', roles: OFFICERS },
  { url: '/api/campaigns/x/codebook.sps', roles: OFFICERS },
  { url: '/api/campaigns/x/codebook.json', roles: OFFICERS },
  { url: '/api/campaigns/x/points', roles: READERS },
  { url: '/api/campaigns/x/points/template.xlsx?kind=appraised', roles: READERS },
  { url: '/api/campaigns/x/points/template.csv?kind=appraised', roles: READERS },
  post('/api/campaigns/x/points?kind=appraised', OFFICERS),
  post('/api/campaigns/x/points/api?kind=appraised', OFFICERS, { reason: 'thử nghiệm', points: {} }),
  { url: '/api/campaigns/x/points/y', roles: READERS },
  { url: '/api/campaigns/x/past', roles: READERS },
  { url: '/api/campaigns/x/past/template.xlsx', roles: READERS },
  post('/api/campaigns/x/past', OFFICERS),
  { method: 'PUT', url: '/api/campaigns/x/past', payload: PAST, roles: OFFICERS },
  post('/api/campaigns/x/past/from-campaign', OFFICERS, { campaign: 'y', reason: 'thử nghiệm' }),
  { url: '/api/campaigns/x/publications', roles: READERS },
  post('/api/campaigns/x/publications/preview', READERS, { choices: CHOICES }),
  post('/api/campaigns/x/publications', OFFICERS, { choices: CHOICES, reason: 'thử nghiệm', confirm: 'công bố' }),
  post('/api/campaigns/x/publications/withdraw', OFFICERS, { reason: 'thử nghiệm', confirm: 'gỡ xuống' }),
  ...['/requests', '/requests/counts', '/notices', '/retention', '/register.docx', '/register.html'].map((rest) => ({
    url: `/api/campaigns/x/privacy${rest}`,
    roles: READERS,
  })),
  ...['/people?search=anh', '/requests/y/erase', '/requests/y/document.docx', '/requests/y/document.html'].map(
    (rest) => ({ url: `/api/campaigns/x/privacy${rest}`, roles: OFFICERS }),
  ),
  post('/api/campaigns/x/privacy/requests', OFFICERS, REQUEST),
  post('/api/campaigns/x/privacy/requests/y/close', OFFICERS, { state: 'done', outcome: 'đã trả lời' }),
  post('/api/campaigns/x/privacy/requests/y/correct', OFFICERS, { email: null }),
  post('/api/campaigns/x/privacy/requests/y/withdraw', OFFICERS),
  post('/api/campaigns/x/privacy/requests/y/erase', OFFICERS, { confirm: 'xóa' }),
  { method: 'PUT', url: '/api/campaigns/x/privacy/retention', payload: DEFAULT_RETENTION, roles: ADMIN },
  post('/api/campaigns/x/privacy/purge', ADMIN, { confirm: 'x' }),
  ...['', '/facets', '/entries/1', '/export.jsonl', '/export.csv', '/export.xlsx'].map((rest) => ({
    url: `/api/audit${rest}`,
    roles: READERS,
  })),
  post('/api/audit/verify', READERS, {}),
  post('/api/clients', ADMIN, { name: 'chương trình' }),
  post('/api/webhooks', ADMIN, { url: 'https://chi-so.example/phieu' }),
  ...['clients', 'webhooks', 'accounts', 'accounts/units', 'invitations'].map((list) => ({
    url: `/api/${list}`,
    roles: ADMIN,
  })),
  ...['clients', 'webhooks', 'invitations'].map(
    (list): Call => ({
      method: 'DELETE',
      url: `/api/${list}/y`,
      roles: ADMIN,
    }),
  ),
  post('/api/accounts', ADMIN, { email: 'nguoi.moi@so.example', name: '', role: 'officer' }),
  post('/api/invitations/y/resend', ADMIN),
  post('/api/accounts/y/role', ADMIN, { role: 'officer' }),
  ...['reset', 'disable', 'enable', 'unlock', 'sign-out'].map((act) => post(`/api/accounts/y/${act}`, ADMIN)),
  { url: '/api/account', roles: ALL },
  { method: 'PUT', url: '/api/account/name', payload: { name: 'Lò Thị Ánh' }, roles: ALL },
  { url: '/api/account/sessions', roles: ALL },
  { method: 'DELETE', url: `/api/account/sessions/${'y'.repeat(22)}`, roles: ALL },
  post('/api/account/password', ALL, { current: PASSWORD, next: 'ngắn' }),
  post('/api/account/second-factor', ALL, { password: PASSWORD }),
  post('/api/account/second-factor/confirm', ALL, { ticket: 'y', code: '000000' }),
  post('/api/account/recovery-codes', ALL, { password: PASSWORD }),
]

/** Calls for anybody, for programs with a token, or that are signed otherwise. */
export const NOT_FOR_STAFF = [
  ...['GET /api/session', 'POST /api/session', 'DELETE /api/session', 'POST /api/session/second-factor'],
  ...[
    'GET /api/links/{token}',
    'POST /api/links/{token}/start',
    'POST /api/links/{token}/credentials',
    'POST /api/responses',
  ],
  ...['GET /api/campaigns/{code}/receipts', 'POST /api/zalo/webhook'],
  ...['POST /api/index/token', 'GET /api/index/v1/campaigns/{code}/scores'],
  'POST /api/index/v1/campaigns/{code}/points',
  ...['POST /api/join', 'POST /api/join/look'],
  ...['GET /api/index/v1/campaigns', 'GET /api/index/v1/results/{digest}'],
  ...['index', 'index.csv', 'index.xlsx', 'microdata.csv', 'codebook.sps', 'codebook.json'].map(
    (file) => `GET /api/index/v1/campaigns/{code}/${file}`,
  ),
  ...['GET /health/live', 'GET /health/ready'],
]

/** As OpenAPI writes a call of the table. */
export const pathOf = (url: string): string =>
  url
    .replace(/\?.*$/, '')
    .replace('/campaigns/x', '/campaigns/{code}')
    .replace('/entries/1', '/entries/{seq}')
    .replace('/scores/AB', '/scores/{unit}')
    .replace('/fields/mo-dau', '/fields/{field}')
    .replace('/versions/1', '/versions/{version}')
    .replace('/preview/so/LDS', '/preview/{block}/{group}')
    .replace(/\/(by-hand|people)\/n\//, '/$1/{person}/')
    .replace(/\/waves\/1\/\w+$/, '/waves/{wave}/{act}')
    .replace(/\/sessions\/y+$/, '/sessions/{id}')
    .replace('/channels/email', '/channels/{channel}')
    .replace('/privacy/requests/y', '/privacy/requests/{request}')
    .replace('/templates/invitation', '/templates/{kind}')
    .replace(/\/(people|deliveries|points|samples|accounts|clients|webhooks|invitations)\/y(?=\/|$)/, '/$1/{id}')
