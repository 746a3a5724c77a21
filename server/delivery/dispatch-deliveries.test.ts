import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Channel } from '../channels/channel.ts'
import { createEmailChannel } from '../channels/email.ts'
import { startSmtp, type TestSmtp } from '../channels/smtp.fixture.ts'
import { byMail, byZalo, deliveryWorld, invite, noon, sweepNow, tools } from './delivery.fixture.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'

const world = deliveryWorld()
let smtp: TestSmtp
let email: Channel
beforeAll(async () => {
  smtp = await startSmtp()
  email = createEmailChannel({ url: smtp.url, from: 'khaosat@sonoivu.test' }, 'https://khaosat.test')
})
afterAll(async () => {
  await email.close()
  await smtp.close()
})
beforeEach(world.startAnew)

describe('a due message', () => {
  test('goes out with the personal link of its person and is written down as sent', async () => {
    const campaign = await world.campaign({ people: [{ email: 'mot@sonla.test' }, { phone: '84912000001' }] })
    const deps = world.deps()
    await invite(deps, campaign.code, ['email', 'zalo'])
    await dispatchDeliveries(deps, 'email', tools())
    await dispatchDeliveries(deps, 'zalo', tools())
    expect(await world.rows(campaign.id)).toEqual([
      expect.objectContaining({ state: 'sent', attempts: 1, sentAt: noon, failure: null }),
      expect.objectContaining({ state: 'sent', attempts: 1, sentAt: noon, failure: null }),
    ])
    const [mail, zalo] = (await world.messages()).slice(-2)
    expect(mail).toMatchObject({ channel: 'email', recipient: 'mot@sonla.test' })
    expect(mail!.text).toContain(`\nhttps://khaosat.test/p/${campaign.people[0]!.token}\n`)
    expect(zalo).toMatchObject({
      recipient: '84912000001',
      link: `https://khaosat.test/p/${campaign.people[1]!.token}`,
    })
  })

  test('is sent once by many workers that start together', async () => {
    const campaign = await world.campaign({ people: byMail(120) })
    const workers = [1, 2].map((process) => world.deps({ process, channels: { email } }))
    await invite(workers[0]!, campaign.code)
    await Promise.all([...workers, ...workers].map((deps) => dispatchDeliveries(deps, 'email', tools())))
    const received = smtp.mails.map(({ to }) => to).filter((to) => to.startsWith('nguoi'))
    expect(received).toHaveLength(120)
    expect(new Set(received).size).toBe(120)
    expect(await world.states(campaign.id)).toEqual(Array(120).fill('sent'))
  })

  test('is withdrawn when its person has answered or opted out meanwhile', async () => {
    const campaign = await world.campaign({ people: byMail(3) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await world.answer(campaign.people[0]!)
    await world.optOut(campaign.people[1]!)
    await dispatchDeliveries(deps, 'email', tools())
    const rows = await world.rows(campaign.id)
    const of = (at: number) => rows.find(({ respondentId }) => respondentId === campaign.people[at]!.id)
    expect(of(0)).toMatchObject({ state: 'withdrawn', failure: 'answered', attempts: 0 })
    expect(of(1)).toMatchObject({ state: 'withdrawn', failure: 'opted-out', attempts: 0 })
    expect(of(2)).toMatchObject({ state: 'sent' })
  })

  test('waits while the campaign is paused and is withdrawn when it has closed', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await world.setStatus(campaign.id, 'paused')
    await dispatchDeliveries(deps, 'email', tools())
    await sweepNow(deps)
    expect(await world.states(campaign.id)).toEqual(['queued', 'queued'])
    await world.setStatus(campaign.id, 'closed')
    await dispatchDeliveries(deps, 'email', tools())
    await sweepNow(deps)
    expect(await world.states(campaign.id)).toEqual(['withdrawn', 'withdrawn'])
  })

  test('is not sent after the last day', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    world.clock.current = new Date('2024-12-20T17:00:00+07:00')
    await dispatchDeliveries(deps, 'email', tools())
    expect(await world.states(campaign.id)).toEqual(['queued'])
  })

  test('is left to the next process when this one is stopping', async () => {
    const campaign = await world.campaign({ people: byMail(3) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await dispatchDeliveries(deps, 'email', tools(AbortSignal.abort()))
    expect(await world.states(campaign.id)).toEqual(['queued', 'queued', 'queued'])
  })
})

describe('sending hours', () => {
  test('outside of them messages wait for the next window', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const deps = world.deps()
    world.clock.current = new Date('2024-12-02T21:30:00+07:00')
    await invite(deps, campaign.code)
    await dispatchDeliveries(deps, 'email', tools())
    const rows = await world.rows(campaign.id)
    expect(rows.map(({ state, dueAt }) => [state, dueAt])).toEqual(
      Array(2).fill(['queued', new Date('2024-12-03T07:00:00+07:00')]),
    )
    world.clock.current = new Date('2024-12-03T07:00:00+07:00')
    await dispatchDeliveries(deps, 'email', tools())
    expect(await world.states(campaign.id)).toEqual(['sent', 'sent'])
  })

  test('"any" sends at night as well', async () => {
    const campaign = await world.campaign({ people: byZalo(1), sendingHours: 'any' })
    const deps = world.deps()
    world.clock.current = new Date('2024-12-02T02:00:00+07:00')
    await invite(deps, campaign.code, ['zalo'])
    await dispatchDeliveries(deps, 'zalo', tools())
    expect(await world.states(campaign.id)).toEqual(['sent'])
  })
})
