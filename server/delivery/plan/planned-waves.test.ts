import { describe, expect, test } from 'vitest'
import type { Channel } from '../../channels/channel.ts'
import { byMail, noon, tools } from '../delivery.fixture.ts'
import { dispatchDeliveries } from '../dispatch-deliveries.ts'
import { planWorld } from './plan.fixture.ts'

const { world, call, auditor, moveTo, inHours, planOf, wavesOf, wish, send, sweep, states, audits, invited } =
  planWorld()

describe('a planned wave', () => {
  test('reaches, at its moment, those who have not answered by then', async () => {
    const { id, code, people } = await world.campaign({ people: byMail(4) })
    await call('PUT', planOf(code), { waves: [wish('invitation', 1)] })
    await sweep()
    expect(await states(code)).toEqual(['planned'])
    await world.answer(people[0]!)
    moveTo(1)
    expect(await sweep()).toEqual(['email'])
    const rows = await world.rows(id)
    expect(rows.map(({ respondentId }) => respondentId).sort()).toEqual(
      people
        .slice(1)
        .map((one) => one.id)
        .sort(),
    )
    await send()
    expect(await world.states(id)).toEqual(['sent', 'sent', 'sent'])
    expect((await call('GET', planOf(code))).body.waves).toMatchObject([
      { state: 'running', frozenAt: inHours(1), deliveries: 3, waiting: 0, expected: null, estimate: null },
    ])
  })

  test('begins once when two processes come at its moment together', async () => {
    const { id, code } = await world.campaign({ people: byMail(200) })
    await call('PUT', planOf(code), { waves: [wish('invitation', 1)] })
    moveTo(1)
    const began = await Promise.all([sweep(1), sweep(2), sweep(1), sweep(2)])
    expect(began.flat()).toEqual(['email'])
    expect(await world.rows(id)).toHaveLength(200)
    expect(await audits(code, 'wave.start')).toMatchObject([
      { actor: 'hệ thống', details: { wave: 1, deliveries: 200 } },
    ])
  })

  test('still begins two hours late, and waits for a person after that', async () => {
    const [soon, late] = [await world.campaign({ people: byMail(2) }), await world.campaign({ people: byMail(2) })]
    await call('PUT', planOf(soon.code), { waves: [wish('invitation', 1)] })
    await call('PUT', planOf(late.code), { waves: [wish('invitation', 0.9)] })
    moveTo(3)
    await sweep()
    expect([await states(soon.code), await states(late.code)]).toEqual([['running'], ['overdue']])
    expect(await world.rows(late.id)).toEqual([])
    await sweep()
    expect(await states(late.code)).toEqual(['overdue'])

    const started = await call('POST', `${wavesOf(late.code)}/1/start`)
    expect(started).toMatchObject({ status: 200, body: { wave: 1, state: 'running', deliveries: 2, waiting: 2 } })
    expect(await audits(late.code, 'wave.start')).toMatchObject([{ details: { before: 'overdue', deliveries: 2 } }])
    await send()
    expect(await world.states(late.id)).toEqual(['sent', 'sent'])
  })

  test('made by a call with a later moment follows the same road with the audience it has', async () => {
    const { id, code } = await world.campaign({ people: byMail(2) })
    await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'], at: inHours(1) })
    expect(await states(code)).toEqual(['planned'])
    moveTo(4)
    await send()
    await sweep()
    await send()
    expect([await states(code), await world.states(id)]).toEqual([['overdue'], ['queued', 'queued']])
    await call('POST', `${wavesOf(code)}/1/start`)
    await send()
    expect(await world.states(id)).toEqual(['sent', 'sent'])
  })

  test('that has only just begun keeps a reminder by hand ten minutes off, however long ago it was made', async () => {
    const { code } = await invited(byMail(2))
    const reminder = { kind: 'reminder', channels: ['email'] }
    await call('POST', wavesOf(code), { ...reminder, at: inHours(1) })
    moveTo(1)
    await sweep()
    await send()
    moveTo(1.02)
    expect(await call('POST', wavesOf(code), reminder)).toMatchObject({
      status: 409,
      body: { code: 'wave-exists', details: { wave: 2 } },
    })
    moveTo(1.2)
    expect((await call('POST', wavesOf(code), reminder)).status).toBe(201)
  })

  test('that began late, by itself or by hand, keeps other reminders off from the moment at which it did', async () => {
    const reminder = { kind: 'reminder', channels: ['email'] }
    for (const late of [2, 4]) {
      const { code } = await invited(byMail(2))
      await call('POST', wavesOf(code), { ...reminder, at: inHours(1) })
      moveTo(late)
      await sweep()
      await call('POST', `${wavesOf(code)}/2/start`)
      await send()
      expect((await call('GET', planOf(code))).body.waves[1]).toMatchObject({
        state: 'running',
        startsAt: inHours(late),
      })
      moveTo(late + 0.02)
      expect((await call('POST', wavesOf(code), reminder)).body.code).toBe('wave-exists')
    }
  })

  test('may be begun early', async () => {
    const { id, code } = await world.campaign({ people: byMail(2) })
    await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'], at: inHours(24) })
    expect(await call('POST', `${wavesOf(code)}/1/start`)).toMatchObject({
      body: { state: 'running', startsAt: inHours(0) },
    })
    await send()
    expect(await world.states(id)).toEqual(['sent', 'sent'])
  })

  test('of reminders waits for a person when nobody was invited, or the campaign is paused', async () => {
    const uninvited = await world.campaign({ people: byMail(1) })
    await call('PUT', planOf(uninvited.code), { waves: [wish('invitation', 1), wish('reminder', 2)] })
    await world.setStatus(uninvited.id, 'paused')
    moveTo(1)
    await sweep()
    await world.setStatus(uninvited.id, 'open')
    moveTo(2)
    await sweep()
    expect(await states(uninvited.code)).toEqual(['overdue', 'overdue'])
    expect(await audits(uninvited.code, 'wave.overdue')).toMatchObject([
      { details: { why: 'paused' } },
      { details: { why: 'not-invited' } },
    ])
    expect(await call('POST', `${wavesOf(uninvited.code)}/2/start`)).toMatchObject({
      status: 409,
      body: { code: 'wave-order' },
    })
    await call('POST', `${wavesOf(uninvited.code)}/1/start`)
    expect(await call('POST', `${wavesOf(uninvited.code)}/2/start`)).toMatchObject({
      status: 409,
      body: { code: 'wave-too-soon' },
    })
  })

  test('of a closed campaign never begins, and its messages are withdrawn', async () => {
    const { id, code } = await world.campaign({ people: byMail(2) })
    await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'], at: inHours(1) })
    await world.setStatus(id, 'closed')
    await sweep()
    expect([await states(code), await world.states(id)]).toEqual([['stopped'], ['withdrawn', 'withdrawn']])
    expect(await call('POST', `${wavesOf(code)}/1/start`)).toMatchObject({ status: 409, body: { code: 'wave-state' } })
  })

  test('waits while sending is held as a whole, and begins when it is freed in time', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    await call('PUT', planOf(code), { waves: [wish('invitation', 1)] })
    moveTo(1)
    await world.db().$client`
      INSERT INTO staff.installation (id, secret_key_check, hold_reason, held_at) VALUES (1, '\\x00', 'other-host', now())
      ON CONFLICT (id) DO UPDATE SET hold_reason = 'other-host', held_at = now()`
    await sweep()
    expect(await states(code)).toEqual(['planned'])
    await world.db().$client`UPDATE staff.installation SET hold_reason = NULL`
    await sweep()
    expect(await states(code)).toEqual(['running'])
  })

  test('that begins cannot be taken off the plan at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      world.clock.current = noon
      const { id, code } = await world.campaign({ people: byMail(20) })
      const { revision } = (await call('PUT', planOf(code), { waves: [wish('invitation', 0.5)] })).body
      moveTo(0.5)
      const [taken] = await Promise.all([
        call('PUT', planOf(code), { ...(round % 2 ? { revision } : {}), waves: [] }),
        sweep(2),
      ])
      const left = await states(code)
      const rows = await world.rows(id)
      if (taken.status === 200) expect([left, rows.length]).toEqual([[], 0])
      else {
        expect(taken).toMatchObject({ status: 409, body: { code: round % 2 ? 'plan-changed' : 'wave-begun' } })
        expect([left, rows.length]).toEqual([['running'], 20])
      }
    }
  })

  test('that was stopped before it had an audience leaves room for another invitation', async () => {
    const { id, code } = await world.campaign({ people: byMail(1) })
    await call('PUT', planOf(code), { waves: [wish('invitation', 1)] })
    expect((await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'] })).status).toBe(409)
    await call('POST', `${wavesOf(code)}/1/stop`)
    expect((await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'] })).status).toBe(201)
    expect(await world.rows(id)).toHaveLength(1)
  })
})

describe('a running wave', () => {
  test('pauses, goes on and stops for good; twice is as once', async () => {
    const { id, code } = await world.campaign({ people: byMail(3) })
    await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'] })
    for (const _twice of [1, 2]) {
      expect(await call('POST', `${wavesOf(code)}/1/pause`)).toMatchObject({
        status: 200,
        body: { state: 'paused', waiting: 3 },
      })
    }
    await send()
    expect(await world.states(id)).toEqual(['queued', 'queued', 'queued'])
    await call('POST', `${wavesOf(code)}/1/resume`)
    await world.db()
      .$client`UPDATE identity.deliveries SET due_at = ${inHours(20)} WHERE respondent_id = ${(await world.rows(id))[0]!.respondentId}`
    await send()
    expect(await world.states(id)).toEqual(['queued', 'sent', 'sent'])
    expect(await call('POST', `${wavesOf(code)}/1/stop`)).toMatchObject({ body: { state: 'stopped', waiting: 0 } })
    expect(await world.states(id)).toEqual(['sent', 'sent', 'withdrawn'])
    expect(await call('POST', `${wavesOf(code)}/1/resume`)).toMatchObject({ status: 409, body: { code: 'wave-state' } })
    expect(await audits(code, 'wave.pause')).toHaveLength(1)
  })

  test('sends nothing more to somebody who answers while it runs', async () => {
    const { id, code, people } = await world.campaign({ people: byMail(3) })
    let sent = 0
    const email: Channel = {
      ...world.deps().channels.email,
      async send() {
        sent += 1
        for (const person of people) await world.answer(person)
        return { kind: 'sent' }
      },
    }
    await call('POST', wavesOf(code), { kind: 'invitation', channels: ['email'] })
    await world.db().$client`UPDATE identity.channels SET parallel = 1`
    await dispatchDeliveries(world.deps({ channels: { email } }), 'email', tools())
    expect([sent, await world.states(id)]).toEqual([1, ['sent', 'withdrawn', 'withdrawn']])
  })

  test('that is not there is unknown', async () => {
    const { code } = await world.campaign({ people: byMail(1) })
    expect(await call('POST', `${wavesOf(code)}/9/pause`)).toMatchObject({
      status: 404,
      body: { code: 'wave-unknown' },
    })
    expect((await call('POST', `${wavesOf(code)}/1/burn`)).status).toBe(400)
    expect((await auditor('POST', `${wavesOf(code)}/1/pause`)).status).toBe(403)
  })
})
