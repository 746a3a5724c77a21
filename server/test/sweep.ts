/** The workers' sweep of every fifteen seconds, asked for now: a test whose subject is what it finds need not wait for the clock. */
import { sweepDeliveriesJob } from '../delivery/sweep-deliveries.job.ts'
import { createLogger } from '../logger.ts'
import { createQueue } from '../queue/client.ts'

/** Some running worker gives its sign of life, settles what was interrupted and, unless held, hints at what is due. */
export async function sweepDeliveries(databaseUrl: string): Promise<void> {
  const queue = await createQueue({ databaseUrl, log: createLogger('silent') })
  await queue.add(sweepDeliveriesJob, {}).finally(() => queue.close())
}
