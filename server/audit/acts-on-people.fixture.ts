/** What is done about people who are asked: on `mo`, an open campaign whose invitation was sent. */
import { type Act, json, type Made, SECRETS } from './act.fixture.ts'

const OPEN = '/api/campaigns/mo'

const WORDS = { subject: 'Mời trả lời', body: `${SECRETS.words}\n\n{đường_dẫn}` }

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

export const PEOPLE_ACTS: Act[] = [
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
]
