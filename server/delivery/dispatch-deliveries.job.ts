/** The hint "this channel has something to send". One run works through all that is due; see dispatch-deliveries.ts. */
import { z } from 'zod'
import type { ChannelName } from '../channels/channel.ts'
import type { Deps } from '../deps.ts'
import type { Queue } from '../queue/client.ts'
import { defineJob } from '../queue/define-job.ts'
import { dispatchDeliveries } from './dispatch-deliveries.ts'
import { checkPlace } from './hold/check-place.ts'

export const dispatchDeliveriesJob = defineJob({
  name: 'delivery.dispatch',
  schema: z.object({ channel: z.enum(['email', 'zalo']) }),
  concurrency: 2,
  async run(deps: Deps, { channel }, tools) {
    if (await checkPlace(deps)) return
    await dispatchDeliveries(deps, channel, tools)
  },
})

/** Wakes a worker for each channel; the sweep finds what a lost hint left. */
export async function hintDispatch(queue: Queue, channels: ChannelName[]): Promise<void> {
  await Promise.all(channels.map((channel) => queue.add(dispatchDeliveriesJob, { channel }, { dedupe: channel })))
}
