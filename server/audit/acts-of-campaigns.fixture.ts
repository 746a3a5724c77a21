/** What is done with campaigns, their questions, lists and results: on `moi` (new), `nhap` (a draft) and `chot` (final). */
import { type Act, file, json, SECRETS } from './act.fixture.ts'

const DRAFT = '/api/campaigns/nhap'
const NEW = '/api/campaigns/moi'
const FINAL = '/api/campaigns/chot'

const PEOPLE = [
  'Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm',
  `${SECRETS.name},${SECRETS.email},${SECRETS.phone},AB,CC`,
  ...Array.from({ length: 11 }, (_, at) => `Người Thứ ${at},nguoi-thu-${at}@co-quan.example,09120000${10 + at},AB,CC`),
].join('\n')
const CHOICES = Object.fromEntries(
  ['points', 'ranks', 'classes', 'domains', 'change', 'charts', 'survey', 'receipts'].map((choice) => [choice, true]),
)
const METHOD = JSON.stringify({ kind: 'share', percent: '50' })

export const CAMPAIGN_ACTS: Act[] = [
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
]
