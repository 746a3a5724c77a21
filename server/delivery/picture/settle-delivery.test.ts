import { describe, expect, test } from 'vitest'
import { markDelivered } from '../queries.ts'
import { type Campaign, pictureWorld, SENT_AT } from './picture.fixture.ts'
import type { PersonHistoryView, UnknownView } from './schemas.ts'

const world = pictureWorld()
const UNKNOWN = {
  channel: 'email',
  state: 'unknown',
  failure: 'smtp-timeout',
  claimedAt: SENT_AT,
  finishedAt: SENT_AT,
} as const

async function oneUnknown(channelOrder: 'together' | 'in-order' = 'together') {
  const campaign = await world.campaign([{ fullName: 'Lò Văn An', email: 'an@sonla.test', phone: '84912345678' }])
  const waveId = await world.wave(campaign, 1, { channelOrder })
  const id = await world.message(campaign, waveId, { respondentId: campaign.people[0]!, ...UNKNOWN })
  return { campaign, waveId, id, person: campaign.people[0]! }
}
const settle = (campaign: Campaign, id: string, as: string) =>
  world.post(`${campaign.code}/deliveries/${id}/settle`, { as })
const historyOf = async (campaign: Campaign, person: string): Promise<PersonHistoryView['history']> =>
  (await world.get(`${campaign.code}/people/${person}`)).json().history

describe('the list', () => {
  test('shows whom and why, longest waiting first, fifty a page', async () => {
    const campaign = await world.campaign(
      Array.from({ length: 60 }, (_, at) => ({
        fullName: `Người ${at}`,
        phone: `84912${String(at).padStart(6, '0')}`,
      })),
    )
    const waveId = await world.wave(campaign, 1)
    const ids: string[] = []
    for (const [at, respondentId] of campaign.people.entries()) {
      const claimedAt = new Date(SENT_AT.getTime() - at * 1000)
      ids.unshift(
        await world.message(campaign, waveId, {
          ...UNKNOWN,
          respondentId,
          channel: 'zalo',
          failure: 'zalo-timeout',
          claimedAt,
        }),
      )
    }
    await world.message(campaign, await world.wave(campaign, 2), {
      respondentId: campaign.people[0]!,
      channel: 'email',
      state: 'sent',
    })
    const pages = await Promise.all(
      [1, 2].map(
        async (page): Promise<UnknownView> => (await world.get(`${campaign.code}/unknown?page=${page}`)).json(),
      ),
    )
    expect(pages.map(({ total, page, deliveries }) => [total, page, deliveries.length])).toEqual([
      [60, 1, 50],
      [60, 2, 10],
    ])
    expect(pages.flatMap(({ deliveries }) => deliveries.map(({ id }) => id))).toEqual(ids)
    expect(pages[1]!.deliveries[9]).toEqual({
      ...{ id: ids[59], wave: 1, channel: 'zalo', person: { id: campaign.people[0], name: 'Người 0' } },
      ...{ address: '0912000000', claimedAt: SENT_AT.toISOString(), cause: 'zalo-timeout' },
      title: 'Chờ quá lâu không thấy Zalo trả lời, chưa rõ tin đã đi hay chưa',
      nextStep: 'Hỏi người nhận đã thấy tin chưa, rồi ghi lại trong danh sách “Chưa rõ đã gửi”.',
    })
  })
})

describe('a person settles that', () => {
  test('it went out after all', async () => {
    const { campaign, id, person } = await oneUnknown()
    expect((await settle(campaign, id, 'sent')).json()).toEqual({ state: 'sent' })
    expect(await world.row(id)).toMatchObject({
      state: 'sent',
      failure: null,
      sentAt: SENT_AT,
      settledBy: world.email('officer'),
    })
    expect((await historyOf(campaign, person)).at(-1)).toMatchObject({
      title: 'Cán bộ xác nhận đã gửi',
      by: world.email('officer'),
    })
  })

  test('it did not go out', async () => {
    const { campaign, id, person } = await oneUnknown()
    expect((await settle(campaign, id, 'not-sent')).json()).toEqual({ state: 'failed' })
    expect(await world.row(id)).toMatchObject({ state: 'failed', failure: 'settled-not-sent' })
    const [last] = (await historyOf(campaign, person)).slice(-1)
    expect(last).toMatchObject({ cause: 'settled-not-sent', by: world.email('officer') })
    expect(last!.title).toBe('Không gửi được: Cán bộ xác nhận là chưa gửi được')
    const [address] = await world.db().$client`SELECT email_failure FROM identity.respondents WHERE id = ${person}`
    expect(address!.email_failure).toBeNull()
    const { retried } = (
      await world.post(`${campaign.code}/deliveries/retry`, { channel: 'email', cause: 'settled-not-sent' })
    ).json()
    expect(retried).toBe(1)
  })

  test('it did not go out, and where channels follow one another the next one takes over', async () => {
    const { campaign, id, person } = await oneUnknown('in-order')
    await settle(campaign, id, 'not-sent')
    const history = await historyOf(campaign, person)
    expect(history.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'email queued',
      'email failed',
      'zalo queued',
    ])
    expect(Date.parse(history[2]!.at)).toBeGreaterThanOrEqual(Date.parse(history[1]!.at))
  })

  test('it did not go out and is to be sent once more', async () => {
    const { campaign, id, person } = await oneUnknown('in-order')
    expect((await settle(campaign, id, 'not-sent-retry')).json()).toEqual({ state: 'queued' })
    expect(await world.row(id)).toMatchObject({ state: 'queued', failure: null, attempts: 0 })
    expect((await historyOf(campaign, person)).map(({ channel, state, by }) => [channel, state, by])).toEqual([
      ['email', 'queued', null],
      ['email', 'queued', world.email('officer')],
    ])
  })

  test('twice, and both stand in the history', async () => {
    const { campaign, id, person } = await oneUnknown()
    for (const _ of [1, 2]) {
      expect((await settle(campaign, id, 'not-sent-retry')).statusCode).toBe(200)
      await world.db().$client`UPDATE identity.deliveries SET state = 'unknown', failure = 'smtp-lost' WHERE id = ${id}`
    }
    const own = (await historyOf(campaign, person)).filter(({ by }) => by === world.email('officer'))
    expect(own.map(({ state }) => state)).toEqual(['queued', 'queued'])
  })
})

test('a receipt that comes after all has the last word', async () => {
  const { campaign, id } = await oneUnknown()
  await settle(campaign, id, 'not-sent')
  await markDelivered(world.db(), { channel: 'email', deliveryId: id, providerId: null, deliveredAt: SENT_AT })
  expect((await world.row(id)).state).toBe('delivered')
})

describe('is refused', () => {
  test('for a message that is not unknown any more, also when two settle at once', async () => {
    const { campaign, id } = await oneUnknown()
    const replies = await Promise.all([settle(campaign, id, 'sent'), settle(campaign, id, 'not-sent')])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    expect((await settle(campaign, id, 'sent')).json().code).toBe('delivery-settled')
  })
  test('for a message of another campaign, or none', async () => {
    const { id } = await oneUnknown()
    const { campaign } = await oneUnknown()
    for (const one of [id, 'khong-co']) expect((await settle(campaign, one, 'sent')).statusCode).toBe(404)
    expect((await world.row(id)).state).toBe('unknown')
  })
  test('sending again after the end of the campaign or of the wave; saying what happened is not', async () => {
    const { campaign, waveId, id } = await oneUnknown()
    await world.db().$client`UPDATE identity.waves SET state = 'stopped' WHERE id = ${waveId}`
    expect((await settle(campaign, id, 'not-sent-retry')).json().code).toBe('wave-state')
    await world.db().$client`UPDATE campaign.campaigns SET status = 'closed' WHERE id = ${campaign.id}`
    expect((await settle(campaign, id, 'not-sent-retry')).json().code).toBe('campaign-closed')
    expect((await settle(campaign, id, 'sent')).statusCode).toBe(200)
  })
  test('any other word', async () => {
    const { campaign, id } = await oneUnknown()
    expect((await settle(campaign, id, 'delivered')).statusCode).toBe(400)
  })
})

test('is written down by ids', async () => {
  const { campaign, id } = await oneUnknown()
  await settle(campaign, id, 'not-sent')
  expect(await world.audits(campaign)).toEqual([
    {
      actor: world.email('officer'),
      action: 'delivery.settle',
      details: { delivery: id, channel: 'email', as: 'not-sent' },
    },
  ])
})
