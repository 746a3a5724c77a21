import { describe, expect, test } from 'vitest'
import type { Channel } from '../../channels/channel.ts'
import { byMail, noon, officer, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { planWorld } from './plan.fixture.ts'
import { readPlan, setPlan } from './set-plan.ts'

const { world, call, auditor, inHours, planOf, wavesOf, wish, send, given, audits, invited } = planWorld()

describe('the plan', () => {
  test('of a fresh campaign is empty, with the hours and limits that hold', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    expect(await auditor('GET', planOf(code))).toEqual({
      status: 200,
      body: {
        revision: expect.any(String),
        hours: { from: '07:00', to: '21:30' },
        daysOff: [],
        maxMessages: 10,
        closesAt: '2024-12-20T10:00:00.000Z',
        waves: [],
      },
    })
  })

  test('keeps waves with whom they would reach and until when', async () => {
    const { code, people } = await world.campaign({ people: [...byMail(3), { phone: '84912000001' }, {}] })
    await world.answer(people[0]!)
    const body = {
      daysOff: ['sun', '2024-12-04', 'sun'],
      maxMessages: 3,
      waves: [
        wish('invitation', 1, { channels: ['email', 'zalo'] }),
        wish('reminder', 48, { audience: 'failed-elsewhere' }),
      ],
    }
    const put = await call('PUT', planOf(code), body)
    expect(put.status).toBe(200)
    expect(put.body).toMatchObject({ daysOff: ['2024-12-04', 'sun'], maxMessages: 3 })
    expect(put.body.waves).toMatchObject([
      {
        ...{ wave: 1, kind: 'invitation', state: 'planned', order: 'together', audience: 'all', startsAt: inHours(1) },
        ...{ frozenAt: null, deliveries: 0, waiting: 0 },
        expected: { people: 3, messages: { email: 2, zalo: 1 }, skipped: { answered: 1, noAddress: 1 } },
        estimate: { email: { messages: 2, from: inHours(1), days: 1 }, zalo: { messages: 1 } },
      },
      { wave: 2, kind: 'reminder', audience: 'failed-elsewhere', expected: { people: 0 } },
    ])
    expect((await call('GET', planOf(code))).body).toEqual(put.body)
    expect(await world.rows(code)).toEqual([])
    expect(await audits(code, 'plan.set')).toHaveLength(1)
  })

  test('waits for what another campaign still has to send, but not for what its deadline has overtaken', async () => {
    const [{ code }, other] = [
      await world.campaign({ people: byMail(2) }),
      await world.campaign({ people: byMail(30) }),
    ]
    await call('POST', wavesOf(other.code), { kind: 'invitation', channels: ['email'] })
    await world.db().$client`UPDATE identity.channels SET per_minute = 1`
    const { unpaced: _outbox, ...email } = world.deps().channels.email
    const read = async () => (await readPlan(world.deps({ channels: { email } }), code)).waves[0]!.estimate!.email
    await call('PUT', planOf(code), { waves: [wish('invitation', 0.1)] })
    expect(await read()).toMatchObject({ messages: 2, from: inHours(0.5) })
    await world.db().$client`UPDATE campaign.campaigns SET closes_at = ${inHours(0)} WHERE id = ${other.id}`
    expect(await read()).toMatchObject({ messages: 2, from: inHours(0.1) })
  })

  test('takes no moment so far off that its estimate would have no date', async () => {
    const { code } = await invited(byMail(1))
    for (const at of ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59-12:00']) {
      const far = { kind: 'reminder', channels: ['email'], at }
      const before = (await call('GET', planOf(code))).body
      const answers = [
        await call('POST', `${wavesOf(code)}/preview`, far),
        await call('POST', wavesOf(code), far),
        await call('PUT', planOf(code), { waves: [...given(before.waves), far] }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
      expect(await call('GET', planOf(code))).toEqual({ status: 200, body: before })
    }
  })

  test('tried out writes nothing, and answers as if it were kept', async () => {
    const { code } = await world.campaign({ people: byMail(3) })
    const before = (await call('GET', planOf(code))).body
    const dry = await call('PUT', `${planOf(code)}?dryRun=true`, { maxMessages: 1, waves: [wish('invitation', 1)] })
    expect(dry.body).toMatchObject({ maxMessages: 1, waves: [{ wave: 1, expected: { people: 3 } }] })
    expect((await call('GET', planOf(code))).body).toEqual(before)
    expect(await audits(code, 'plan.set')).toEqual([])
  })

  test('counts a tried-out limit of messages a person', async () => {
    const { code } = await invited(byMail(3))
    const { waves } = (await call('GET', planOf(code))).body
    const dry = await call('PUT', `${planOf(code)}?dryRun=true`, {
      maxMessages: 1,
      waves: [...given(waves), wish('reminder', 24)],
    })
    expect(dry.body.waves[1].expected).toMatchObject({ people: 0, skipped: { limit: 3 } })
  })

  test('that makes no sense is refused with what to mend, and nothing is kept', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const answer = await call('PUT', planOf(code), { maxMessages: 2, waves: [wish('reminder', 1)] })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      code: 'plan-invalid',
      details: [{ path: 'waves.0.kind', problem: expect.any(String) }],
    })
    expect((await call('GET', planOf(code))).body).toMatchObject({ maxMessages: 10, waves: [] })
  })

  test('is not for auditors to change, and may not free production of its hours', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    expect((await auditor('PUT', planOf(code), { waves: [] })).status).toBe(403)
    const production = { ...world.deps(), config: { ...world.deps().config, production: true } }
    await expect(
      setPlan(production, code, { hours: 'any', waves: [] }, { dryRun: false }, officer),
    ).rejects.toMatchObject({
      code: 'sending-hours-any',
    })
    const inProduction = setPlan(
      production,
      code,
      { waves: [{ kind: 'invitation', channels: ['zalo'], at: inHours(1) }] },
      { dryRun: true },
      officer,
    )
    await expect(inProduction).rejects.toMatchObject({ code: 'plan-invalid' })
  })

  test('of a closed campaign stands', async () => {
    const { id, code } = await world.campaign({ people: byMail(1) })
    await world.setStatus(id, 'closed')
    expect(await call('PUT', planOf(code), { waves: [] })).toMatchObject({
      status: 409,
      body: { code: 'campaign-closed' },
    })
  })

  test('that somebody else has changed meanwhile is not overwritten', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    const { revision } = (await call('GET', planOf(code))).body
    await call('PUT', planOf(code), { waves: [wish('invitation', 1)] })
    const stale = await call('PUT', planOf(code), { revision, waves: [wish('invitation', 5)] })
    expect(stale).toMatchObject({ status: 409, body: { code: 'plan-changed' } })
    expect((await call('GET', planOf(code))).body.waves).toMatchObject([{ startsAt: inHours(1) }])
  })
})

describe('hours, days off and limits', () => {
  test('a day off holds back what is due, and lets it go when it is taken back', async () => {
    const { id, code } = await invited(byMail(2))
    const { waves } = (await call('GET', planOf(code))).body
    await call('PUT', planOf(code), { daysOff: ['2024-12-02'], waves: given(waves) })
    await call('POST', wavesOf(code), { kind: 'reminder', channels: ['email'] })
    await send()
    expect(await world.states(id)).toEqual(['queued', 'queued', 'sent', 'sent'])
    const now = (await call('GET', planOf(code))).body.waves
    expect(now[1].estimate.words).toContain('bắt đầu lúc 07:00 ngày 03/12/2024')
    await call('PUT', planOf(code), { daysOff: [], waves: given(now) })
    await send()
    expect(await world.states(id)).toEqual(['sent', 'sent', 'sent', 'sent'])
  })

  test('a change of them counts for a run that is under way', async () => {
    const { id, code } = await world.campaign({ people: byMail(3) })
    await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'] })
    const { waves } = (await call('GET', planOf(code))).body
    const email: Channel = {
      ...world.deps().channels.email,
      async send() {
        await call('PUT', planOf(code), { hours: { from: '07:00', to: '12:00' }, waves: given(waves) })
        world.clock.current = new Date(noon.getTime() + 10_000)
        return { kind: 'sent' }
      },
    }
    await world.db().$client`UPDATE identity.channels SET parallel = 1`
    await dispatchDeliveries(world.deps({ channels: { email } }), 'email', tools())
    expect(await world.states(id)).toEqual(['queued', 'queued', 'sent'])
  })

  test('nobody gets more messages than the campaign allows', async () => {
    const { code } = await invited([{ email: 'a@sonla.test', phone: '84912000001' }, { email: 'b@sonla.test' }])
    const { waves } = (await call('GET', planOf(code))).body
    await call('PUT', planOf(code), { maxMessages: 2, waves: given(waves) })
    const reminder = { kind: 'reminder', channels: ['email', 'zalo'] }
    const preview = (await auditor('POST', `${wavesOf(code)}/preview`, reminder)).body
    expect(preview).toMatchObject({ people: 1, messages: { email: 1, zalo: 0 }, skipped: { limit: 1 } })
    expect((await call('POST', wavesOf(code), reminder)).body).toMatchObject({ deliveries: 1, skipped: { limit: 1 } })
  })
})

describe('the preview', () => {
  test('says who gets what before anything is written, in words', async () => {
    const people = [...byMail(2), { email: 'hai@sonla.test', phone: '84912000001' }, { phone: '84912000002' }, {}]
    const { id, code } = await world.campaign({ people })
    const together = { kind: 'invitation', channels: ['zalo', 'email'] }
    const preview = await call('POST', `${wavesOf(code)}/preview`, together)
    expect(preview.body).toMatchObject({
      people: 4,
      messages: { email: 3, zalo: 2 },
      skipped: { noAddress: 1, answered: 0 },
      estimate: { email: { messages: 3 }, zalo: { messages: 2 } },
    })
    expect(preview.body.estimate.words).toContain('4 người: 3 thư điện tử, 2 tin Zalo.')
    const inOrder = await call('POST', `${wavesOf(code)}/preview`, { ...together, order: 'in-order' })
    expect(inOrder.body).toMatchObject({ people: 4, messages: { email: 2, zalo: 2 } })
    expect(await world.rows(id)).toEqual([])
  })

  test('of those whom the other channel failed counts them only', async () => {
    const both = (n: number) => ({ email: `p${n}@sonla.test`, phone: `8491200001${n}` })
    const { id, code, people } = await invited([both(1), both(2), both(3)])
    await world.db().$client`
      UPDATE identity.deliveries SET state = 'failed', failure = 'bounce-5.1.1', finished_at = now() WHERE campaign_id = ${id} AND channel = 'email'
        AND respondent_id = ${people[0]!.id}`
    const wave = { kind: 'reminder', channels: ['zalo'], audience: 'failed-elsewhere' }
    expect((await call('POST', `${wavesOf(code)}/preview`, wave)).body).toMatchObject({
      people: 1,
      messages: { email: 0, zalo: 1 },
    })
    expect((await call('POST', wavesOf(code), wave)).body).toMatchObject({ deliveries: 1 })
  })

  test('in order, the second channel follows for those whom the first one fails', async () => {
    const people = [
      { email: 'duoc@sonla.test', phone: '84912000021' },
      { email: 'hong@sonla.test', phone: '84912000022' },
    ]
    const campaign = await world.campaign({ people })
    const email: Channel = {
      ...world.deps().channels.email,
      send: async ({ recipient }) =>
        recipient.startsWith('hong') ? { kind: 'rejected', failure: 'smtp-550', address: true } : { kind: 'sent' },
    }
    await call('POST', wavesOf(campaign.code), { kind: 'invitation', channels: ['email', 'zalo'], order: 'in-order' })
    await dispatchDeliveries(world.deps({ channels: { email } }), 'email', tools())
    await dispatchDeliveries(world.deps(), 'zalo', tools())
    const rows = await world.rows(campaign.id)
    expect(rows.map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
      'email failed',
      'email sent',
      'zalo sent',
    ])
    expect(rows.find(({ channel }) => channel === 'zalo')!.respondentId).toBe(campaign.people[1]!.id)
  })
})
