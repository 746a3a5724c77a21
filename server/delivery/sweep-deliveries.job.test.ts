import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channel } from '../channels/channel.ts'
import { createWave } from './create-wave.ts'
import { byMail, byZalo, deliveryWorld, invite, noon, officer, sweepNow, tools } from './delivery.fixture.ts'
import { dispatchDeliveriesJob } from './dispatch-deliveries.job.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'
import { actOnWave } from './plan/act-on-wave.ts'
import { sweepDeliveriesJob } from './sweep-deliveries.job.ts'

const world = deliveryWorld()
beforeEach(world.startAnew)

describe('the sweep', () => {
  test('turns a message whose process died into unknown after ten minutes, and it is not sent again', async () => {
    const campaign = await world.campaign({ people: byMail(2) })
    const deps = world.deps()
    await invite(deps, campaign.code)
    await world.db().$client`
      UPDATE identity.deliveries SET state = 'sending', attempts = 1, claimed_at = ${noon.toISOString()}
      WHERE respondent_id = ${campaign.people[0]!.id}`
    world.minutesLater(9)
    await sweepNow(deps)
    expect(await world.states(campaign.id)).toEqual(['queued', 'sending'])
    world.minutesLater(2)
    await sweepNow(deps)
    await dispatchDeliveries(deps, 'email', tools())
    await dispatchDeliveries(deps, 'email', tools())
    const rows = await world.rows(campaign.id)
    expect(rows.find(({ respondentId }) => respondentId === campaign.people[0]!.id)).toMatchObject({
      state: 'unknown',
      failure: 'interrupted',
      attempts: 1,
    })
    expect((await world.messages()).filter(({ link }) => link.endsWith(campaign.people[0]!.token))).toHaveLength(0)
  })

  test('withdraws what comes back into the queue of a wave that was stopped while it was being sent', async () => {
    const campaign = await world.campaign({ people: byMail(1) })
    const email: Channel = {
      name: 'email',
      async send() {
        await actOnWave(world.deps({ process: 2 }), campaign.code, 1, 'stop', officer)
        return { kind: 'retry', failure: 'smtp-451', afterMs: 60_000 }
      },
      ready: async () => true,
      close: async () => {},
    }
    const deps = world.deps({ channels: { email } })
    await invite(deps, campaign.code)
    await dispatchDeliveries(deps, 'email', tools())
    await sweepNow(deps)
    expect(await world.rows(campaign.id)).toMatchObject([{ state: 'withdrawn', failure: 'stopped' }])
    // Else whoever it is for would count as waiting, and be reminded of nothing any more.
    world.minutesLater(60)
    const reminder = await createWave(deps, campaign.code, { kind: 'reminder', channels: ['email'] }, officer)
    expect(reminder).toMatchObject({ deliveries: 1 })
  })

  test('sends what a lost hint left, by the real queue', async () => {
    const campaign = await world.campaign({ people: [...byMail(3), ...byZalo(3)] })
    const deps = world.deps()
    await invite(deps, campaign.code, ['email', 'zalo'])
    const workers = await deps.queue.work([dispatchDeliveriesJob, sweepDeliveriesJob], deps)
    await deps.queue.add(sweepDeliveriesJob, {})
    await vi.waitFor(async () => expect(await world.states(campaign.id)).toEqual(Array(6).fill('sent')), 20_000)
    await workers.stop()
  })
})
