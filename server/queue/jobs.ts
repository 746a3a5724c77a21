/** The one list of jobs, and of the sweeps that re-create every hint from rows (promise 4). */
import { scrubCampaign } from '../campaigns/scrub.job.ts'
import { READ_MAILBOX_MS, readMailboxJob } from '../delivery/bounces/read-mailbox.job.ts'
import { dispatchDeliveriesJob } from '../delivery/dispatch-deliveries.job.ts'
import { SWEEP_DELIVERIES_MS, sweepDeliveriesJob } from '../delivery/sweep-deliveries.job.ts'
import { CHECK_ZALO_STATUSES_MS, checkZaloStatusesJob } from '../delivery/zalo/check-statuses.job.ts'
import { KEEP_ZALO_TOKEN_MS, keepZaloTokenJob } from '../delivery/zalo/keep-token-alive.job.ts'
import type { Deps } from '../deps.ts'
import { SWEEP_PURGES_MS, sweepPurges } from '../privacy/sweep-purges.job.ts'
import { sendWebhook, sweepWebhooks } from '../staff/send-webhook.job.ts'
import { countBox, sweepBoxes } from '../tally/count-box.job.ts'
import type { Workers } from './client.ts'

const JOBS = [
  countBox,
  sweepBoxes,
  dispatchDeliveriesJob,
  sweepDeliveriesJob,
  readMailboxJob,
  checkZaloStatusesJob,
  keepZaloTokenJob,
  sendWebhook,
  sweepWebhooks,
  scrubCampaign,
  sweepPurges,
]

/** Starts working on every job in this process and keeps the sweeps going. */
export async function startJobs(deps: Deps): Promise<Workers> {
  const workers = await deps.queue.work(JOBS, deps, { lockMs: deps.config.jobLeaseMs })
  await deps.queue.every(sweepBoxes, {}, 5_000)
  await deps.queue.every(sweepDeliveriesJob, {}, SWEEP_DELIVERIES_MS)
  await deps.queue.every(checkZaloStatusesJob, {}, CHECK_ZALO_STATUSES_MS)
  await deps.queue.every(keepZaloTokenJob, {}, KEEP_ZALO_TOKEN_MS)
  await deps.queue.every(sweepWebhooks, {}, 5_000)
  await deps.queue.every(scrubCampaign, {}, 60_000)
  await deps.queue.every(sweepPurges, {}, SWEEP_PURGES_MS)
  if (deps.bounceMailbox) await deps.queue.every(readMailboxJob, {}, READ_MAILBOX_MS)
  return workers
}
